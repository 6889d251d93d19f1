"""The start page: what it shows of the records, where its author asks for it with a marker."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from .. import addresses
from ..catalogue import CHAPTERS, GUIDES, LISTED_BY, Catalogue, Drawing
from ..document.nodes import Block, Card, Cards, Document, Line, Look, To, bullets, document, line, paragraph, section
from ..language.slug import slug
from ..language.words import _, plural
from ..reading.markers import markers
from ..reading.text import FRONT_MATTER, title
from ..records.example import Example
from ..records.kinds import kind_of
from ..records.practice import Practice
from .card import card, picture

ROLES, CHALLENGES, INTERVENTIONS, TRIES, NUMBERS = "roller", "udfordringer", "indsatser", "proev", "tal"
"""What the page may ask for: ``<!-- roller: vaert, skole -->``."""

MOST = {ROLES: 6, CHALLENGES: 8}
"""How many words are shown where the author names none: those that most interventions carry."""

MOST_CARDS = 24
MOST_NUMBERS = 3

SCENE = "start/"
"""Where the drawings lie that stand on top of each other at the top of the page, the one in front first."""

LOST = "ikke-fundet"

TEACHER = "laerer"
"""The drawing of whoever teaches, beside those of the films."""


@dataclass(frozen=True)
class Said:
    """A number, or somebody, that may stand alone; what it counts or they say; and the record that has it."""

    who: str
    says: str
    where: str


@dataclass(frozen=True)
class Start:
    """What the start page shows.

    ``scene`` are the files of its drawing, ``lost`` that of the page for what is not found, ``tries`` words to search for, each
    with where they lead, and ``cards`` stand under the name that asks for them.
    """

    scene: tuple[str, ...] = ()
    lost: str = ""
    tries: tuple[tuple[str, str], ...] = ()
    cards: Mapping[str, Cards] = field(default_factory=dict)
    numbers: tuple[Said, ...] = ()
    voice: Said | None = None


def start(catalogue: Catalogue) -> Start:
    """What the page written by hand asks for, and what it may have besides."""
    asked = {marker.name: marker.values for marker in markers(catalogue.written.get(addresses.START, ""))}
    roles = (*_words(ROLES, asked.get(ROLES, ()), catalogue), *_teacher(catalogue))
    challenges = tuple(_words(CHALLENGES, asked.get(CHALLENGES, ()), catalogue))
    telling: tuple[Practice | Example, ...] = (*catalogue.interventions, *catalogue.examples)
    return Start(
        tuple(drawing.file for place, drawing in sorted(catalogue.drawings.items()) if place.startswith(SCENE)),
        lost.file if (lost := catalogue.drawings.get(LOST)) else "",
        tuple((words, f"{addresses.path(addresses.SEARCH)[1:]}?q={quote(words)}") for words in tries(catalogue)),
        {
            ROLES: Cards(roles, Look.DOOR, 3),
            CHALLENGES: Cards(challenges, Look.TILE, 3),
            INTERVENTIONS: Cards(tuple(_interventions(catalogue)), Look.CARD, 3),
        },
        tuple(_numbers(telling))[:MOST_NUMBERS],
        next(_voices(telling), None),
    )


def tries(catalogue: Catalogue) -> tuple[str, ...]:
    """What one may search for, as the page says it."""
    asked = {marker.name: marker.values for marker in markers(catalogue.written.get(addresses.START, ""))}
    return tuple(asked.get(TRIES, ()))


def first_words(catalogue: Catalogue) -> tuple[str, Drawing | None]:
    """The title that stands on the start page, and what is drawn at the back of its scene."""
    written = title(FRONT_MATTER.sub("", catalogue.written.get(addresses.START, "")))
    scene = sorted(place for place in catalogue.drawings if place.startswith(SCENE))
    return written, catalogue.drawings[scene[-1]] if scene else None


def start_page(catalogue: Catalogue) -> Document:
    """The page of a catalogue whose author has written none: what there is, the guides as cards and the rest as links."""
    name = catalogue.name or _("Katalog")
    blocks: list[Block] = []
    for guides in filter(None, (catalogue.interventions, catalogue.methods)):
        kind = kind_of(guides[0]).address
        blocks.append(section(catalogue.chapter(kind).title, Cards(tuple(_first(guides, kind, catalogue)), Look.CARD, 3)))
    others = (address for address in CHAPTERS if address in catalogue.lists and address not in GUIDES)
    if links := [line(To(addresses.listing(address), line(catalogue.chapter(address).title))) for address in others]:
        blocks.append(section(_("Se også"), bullets(links)))
    return document(addresses.START, name, "", blocks or [paragraph(_("Her er intet endnu."))])


def _first(guides: Sequence[Practice], kind: str, catalogue: Catalogue) -> Iterator[Card]:
    """So many guides of a kind as have room, and the way to the rest."""
    yield from (card(record, catalogue) for record in guides[:MOST_CARDS])
    if (more := len(guides) - MOST_CARDS) > 0:
        yield Card(addresses.listing(kind), _("Se {more} {kind} til").format(more=more, kind=_(kind)))


def _words(name: str, asked: Sequence[str], catalogue: Catalogue) -> Iterator[Card]:
    """The words of a vocabulary that are asked for, or else the most used, with how many interventions carry each."""
    carried = Counter(value for record in catalogue.interventions for value in LISTED_BY[name](record))
    for value in asked or [value for value, _count in carried.most_common(MOST[name])]:
        if count := carried[value]:
            label = catalogue.vocabulary.label(name, value)
            place = addresses.group(name, value) if name == ROLES else f"{addresses.listing(name)}#{slug(label)}"
            note = plural("{n} indsats", "{n} indsatser", count)
            yield Card(place, label, note=note, picture=picture(name, value, catalogue))


def _teacher(catalogue: Catalogue) -> Iterator[Card]:
    """The door of whoever teaches, where there is something to teach with."""
    if films := catalogue.films:
        address = addresses.page(films[0]) if len(films) == 1 else addresses.listing("undervisning")
        yield Card(address, _("Lærer"), note=_("film og forløb"), picture=picture("undervisning", TEACHER, catalogue))


def _interventions(catalogue: Catalogue) -> Iterator[Card]:
    yield from _first(catalogue.interventions, "indsatser", catalogue)
    if catalogue.questions:
        find: Line = line(_("Sig, hvad I ser, og hvem I har. Så ser I, hvilke indsatser der passer bedst."))
        yield Card(addresses.FIND, _("Find det, der hjælper"), find, marks=("find",))


def _numbers(records: Sequence[Practice | Example]) -> Iterator[Said]:
    for record in records:
        yield from (Said(item.figure, item.meaning, record.title) for item in record.figures if item.on_front)


def _voices(records: Sequence[Practice | Example]) -> Iterator[Said]:
    for record in records:
        yield from (Said(item.who, item.says, record.title) for item in record.voices if item.on_front)
