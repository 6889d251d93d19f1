"""The start page: what it shows of the records, where its author asks for it with a marker."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from .. import addresses
from ..catalogue import LISTED_BY, Catalogue
from ..language.slug import slug
from ..reading.markers import markers
from ..records.example import Example
from ..records.practice import Intervention, Practice
from ..records.record import Titled
from .find import tried_in

ROLES, CHALLENGES, TRIES = "roller", "udfordringer", "proev"

MOST = {ROLES: 6, CHALLENGES: 8}
"""How many words are shown where the author names none: those that most interventions carry."""

SCENE = "start/"
"""Where the drawings lie that stand on top of each other at the top of the page."""

MOST_CARDS = 24
MOST_NUMBERS = 3


@dataclass(frozen=True)
class Way:
    """A way in: its words, where it leads, as a browser follows it from the start page, and the file of its drawing."""

    title: str
    note: str
    url: str
    drawing: str


@dataclass(frozen=True)
class Card:
    """An intervention: when to use it, and the signs of its card, each with its name."""

    title: str
    use: str
    url: str
    drawing: str
    signs: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Number:
    """A number that may stand alone, what it counts, and the record that has it."""

    number: str
    meaning: str
    where: str


@dataclass(frozen=True)
class Start:
    """What the start page may show; ``scene`` are the files of its drawing, the one in front first, and ``more`` is how many interventions have no card there."""

    scene: tuple[str, ...]
    tries: tuple[Way, ...]
    doors: tuple[Way, ...]
    tiles: tuple[Way, ...]
    cards: tuple[Card, ...]
    more: int
    numbers: tuple[Number, ...]
    voice: Number | None


def start(catalogue: Catalogue) -> Start:
    """What the page written by hand asks for, and what it may have besides."""
    asked = {marker.name: marker.values for marker in markers(catalogue.written.get(addresses.START, ""))}
    interventions = catalogue.interventions
    numbers, voices = list(_numbers(catalogue)), list(_voices(catalogue))
    return Start(
        scene=tuple(drawing.file for place, drawing in sorted(catalogue.drawings.items()) if place.startswith(SCENE)),
        tries=tuple(Way(words, "", f"{_url(addresses.SEARCH)}?q={quote(words)}", "") for words in asked.get(TRIES, ())),
        doors=(*_ways(ROLES, asked.get(ROLES, ()), catalogue), *_teacher(catalogue)),
        tiles=tuple(_ways(CHALLENGES, asked.get(CHALLENGES, ()), catalogue)),
        cards=tuple(_card(record, catalogue) for record in interventions[:MOST_CARDS]),
        more=max(0, len(interventions) - MOST_CARDS),
        numbers=tuple(numbers[:MOST_NUMBERS]),
        voice=voices[0] if voices else None,
    )


def _url(address: str) -> str:
    """An address as a browser follows it from the start page."""
    file, hash, anchor = address.partition("#")
    return addresses.path(file).removeprefix("/") + hash + anchor


def _drawn(catalogue: Catalogue, of: str, id: str) -> str:
    drawing = catalogue.drawing(of, id)
    return drawing.file if drawing else ""


def _ways(name: str, asked: Sequence[str], catalogue: Catalogue) -> Iterator[Way]:
    """The words of a vocabulary that are asked for, or else the most used, with how many interventions carry each."""
    carried = Counter(value for record in catalogue.interventions for value in LISTED_BY[name](record))
    most_used = [value for value, _ in carried.most_common(MOST[name])]
    for value in asked or most_used:
        if count := carried[value]:
            label = catalogue.vocabulary.label(name, value)
            place = addresses.role(value) if name == ROLES else f"{addresses.listing(name)}#{slug(label)}"
            yield Way(label, f"{count} {'indsats' if count == 1 else 'indsatser'}", _url(place), _drawn(catalogue, name, value))


def _teacher(catalogue: Catalogue) -> Iterator[Way]:
    """The door of whoever teaches, where there is something to teach with."""
    films = catalogue.films
    if films:
        address = addresses.page(films[0]) if len(films) == 1 else addresses.listing("undervisning")
        yield Way("Lærer", "film og forløb", _url(address), _drawn(catalogue, ROLES, "skole"))


def _card(record: Practice, catalogue: Catalogue) -> Card:
    signs = record.signs
    tried = tried_in(record, catalogue)
    where = " og ".join(tried) if len(tried) < 3 else f"{len(tried)} områder"
    said = (
        ("tid", "Tid", signs and signs.time),
        ("hvem", "Hvem", signs and signs.people),
        ("hvor", "Hvor", signs and signs.place),
        ("proevet", "Prøvet", where),
    )
    return Card(
        record.title,
        record.problem,
        _url(addresses.page(record)),
        _drawn(catalogue, "indsatser", record.id),
        tuple((sign, name, words) for sign, name, words in said if words),
    )


def _telling(catalogue: Catalogue) -> Iterator[Practice | Example]:
    """The records that hold numbers and voices."""
    yield from catalogue.interventions
    yield from catalogue.examples


def _numbers(catalogue: Catalogue) -> Iterator[Number]:
    for record in _telling(catalogue):
        yield from (Number(item.figure, item.meaning, record.title) for item in record.figures if item.on_front)


def _voices(catalogue: Catalogue) -> Iterator[Number]:
    for record in _telling(catalogue):
        yield from (Number(item.who, item.says, record.title) for item in record.voices if item.on_front)
