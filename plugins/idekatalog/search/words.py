"""What search reads: the words of every page, part by part, and where each part stands."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .. import addresses
from ..catalogue import LISTED_BY, Catalogue
from ..language.slug import slug
from ..reading.handwritten import HandPage
from ..reading.memory import Form, to_json
from ..reading.text import plain
from ..records.area import Area
from ..records.chapter import Chapter
from ..records.example import Example
from ..records.film import Film
from ..records.kinds import KINDS, Kind, Result, kind_of
from ..records.parts import Advice, Figure, Item, Link, Outcome, Voice
from ..records.practice import Intervention, Method, Practice
from ..records.record import Titled
from ..records.template import Template

# What can be found and is no record, behind those that are.
BACKGROUND = Result("baggrund", "Model og baggrund", 101)
OVERVIEW = Result("overblik", "Overblik", 102)
WORD = Result("ordliste", "Ordliste", 103)

# The start page leads to what there is, and says nothing that is not said there.
START = "index.md"


@dataclass(frozen=True)
class Part:
    """A section of a result: its heading, where it stands on the page ("" for the top), its words, and its other names."""

    heading: str
    anchor: str
    text: str
    names: str = ""


@dataclass(frozen=True)
class Found:
    """Something one can find: a record, a part of a hand-written page, a word.

    ``id`` is the record's or the page's; ``#anchor`` behind it where the result is a part of a page. ``address`` is the
    page without an anchor.
    """

    id: str
    kind: Result
    address: str
    title: str
    synonyms: tuple[str, ...]
    summary: str
    parts: tuple[Part, ...]


Again = Callable[[Titled, Callable[[Titled, Catalogue], Found]], Found]
"""What is found of a record: from a memory, or else made of it and what is around it."""


def everything(catalogue: Catalogue, again: Again | None = None) -> tuple[Found, ...]:
    """All that can be found, in the order of the kinds."""
    records = (record for kind in _kinds() for record in catalogue.of(kind.record))
    return (
        *(again(record, _record) if again else _record(record, catalogue) for record in records),
        *(found for page in catalogue.by_hand if page.path != START for found in _by_hand(page)),
        *(_chapter(chapter) for chapter in catalogue.chapters),
        *_overviews(catalogue),
        *_words(catalogue),
    )


def results() -> tuple[Result, ...]:
    """What a result can be, in the order shown where nothing else decides."""
    return (*(kind.result for kind in _kinds() if kind.result), BACKGROUND, OVERVIEW, WORD)


def _kept(found: Found) -> bytes:
    return to_json({**vars(found), "kind": found.kind.word, "parts": [vars(part) for part in found.parts]})


def _kept_again(kept: bytes) -> Found:
    fields = json.loads(kept)
    kind = next(result for result in results() if result.word == fields["kind"])
    parts = tuple(Part(**part) for part in fields["parts"])
    return Found(**{**fields, "kind": kind, "parts": parts, "synonyms": tuple(fields["synonyms"])})


FOUND = Form(_kept, _kept_again)


def meanings(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """What people type, and the words of the catalogue that mean the same, a pair each.

    They stand in ``data/vocabulary`` (the search words, and every list's ``synonymer``) and in the glossary, which says
    what an abbreviation stands for.
    """
    for word in catalogue.search_words:
        yield from ((word.typed, meant) for meant in word.meant)
    for terms in catalogue.vocabulary.lists.values():
        for term in terms.values():
            yield from ((typed, term.label) for typed in term.synonyms)
    for entry in catalogue.glossary:
        if entry.stands_for:
            yield entry.word, entry.stands_for


def _kinds() -> list[Kind[Any]]:
    found = ((kind.result.place, kind) for kind in KINDS.values() if kind.result)
    return [kind for _, kind in sorted(found, key=lambda pair: pair[0])]


def _record(record: Titled, catalogue: Catalogue) -> Found:
    result = kind_of(record).result
    assert result is not None
    parts = PARTS[type(record)](record, catalogue) if type(record) in PARTS else _sections(record)
    told = tuple(part for part in parts if part.text)
    return Found(record.id, result, addresses.page(record), record.title, record.other_names, record.summary, told)


def _sections(record: Titled) -> Iterable[Part]:
    """What is found of a record of a kind that has nothing of its own in ``PARTS``."""
    return (_part(heading, plain(text)) for heading, text in record.prose.items())


def _practice(record: Practice, catalogue: Catalogue) -> Iterable[Part]:
    steps = (text for step in record.steps for text in (step.meeting, step.action, step.detail))
    return (
        _part("Kort fortalt", *_labels(record, catalogue), *_items(record.times), *_items(record.materials)),
        _part("Hvad det er", record.problem, plain(record.sections.what)),
        _part("Hvorfor", plain(record.sections.why)),
        _part("Sådan gør I", plain(record.sections.how), *steps, *(role.task for role in record.roles)),
        _part("Spørgsmål til gruppearbejdet", *_items(record.questions)),
        _part("Gode råd", *_advice(record.advice)),
        _part("Pas på", *_items(record.care)),
        _part("Erfaringer", *record.tried, *_outcomes(record.outcomes), *_figures(record.figures), *_voices(record.voices)),
        _part("Kilder", *_links(record.links)),
    )


def _example(example: Example, catalogue: Catalogue) -> Iterable[Part]:
    area = catalogue.area(example.area)
    intervention = catalogue.intervention(example.intervention)
    return (
        Part("", "", _lines(intervention.title, area.title, f"{area.municipality} Kommune", *_figures(example.figures))),
        _part("Hvorfor", plain(example.sections.why or "")),
        _part("Sådan gjorde de", plain(example.sections.what)),
        _part("Hvad der kom ud af det", *_outcomes(example.outcomes), *_voices(example.voices)),
        _part("Gode råd", *_advice(example.advice)),
        _part("Kilder", *_links(example.links)),
    )


def _template(template: Template, catalogue: Catalogue) -> Iterable[Part]:
    """Nothing but its title, its other names and its summary: what is on the sheet is mostly room to write."""
    return ()


def _area(area: Area, catalogue: Catalogue) -> Iterable[Part]:
    return (
        Part("", "", _lines(f"{area.municipality} Kommune", *_figures(area.figures))),
        _part("Området", plain(area.sections.place)),
        _part("Organisering", plain(area.sections.organisation)),
    )


def _film(film: Film, catalogue: Catalogue) -> Iterable[Part]:
    facts = (f"{fact.name}: {fact.value}" for fact in film.facts)
    people = (f"{person.name}: {person.who}" for person in film.participants)
    return (
        _part("Om filmen", plain(film.sections.about), film.link.title, *facts, *people),
        _part("Fag og niveau", *film.levels, *film.subjects, *film.issues),
        _part("Hvorfor vise den", plain(film.sections.why)),
        _part("Sådan bruger du den", plain(film.sections.how), *(step.text for flow in film.flows for step in flow.steps)),
        *(
            Part(
                f"Tema {number}: {topic.title}",
                slug(f"Tema {number}: {topic.title}"),
                _lines(topic.introduction, *_items(topic.questions), *_links(topic.links)),
            )
            for number, topic in enumerate(film.topics, 1)
        ),
        _part("Gruppearbejde", *_items(film.groups)),
        _part("Pas på", *_items(film.care)),
    )


PARTS: Mapping[type[Titled], Callable[[Any, Catalogue], Iterable[Part]]] = {
    Intervention: _practice,
    Method: _practice,
    Film: _film,
    Template: _template,
    Example: _example,
    Area: _area,
}
"""What is found of the records of a kind, where that is more than its sections; headings and anchors are those of its page."""


def _by_hand(page: HandPage) -> Iterator[Found]:
    """The page, and every part of it: each of them is a subject of its own."""
    id, address = page.path.removesuffix(".md"), page.path
    yield Found(id, BACKGROUND, address, page.title, (), page.summary, (Part("", "", page.introduction),))
    for section in page.sections:
        # The anchor an author gives is a name too.
        part = Part("", section.anchor, section.text, _lines(section.anchor.replace("-", " "), *section.headings))
        yield Found(f"{id}#{section.anchor}", BACKGROUND, address, section.heading, (), "", (part,))


def _chapter(chapter: Chapter) -> Found:
    """The page of a list, by its first words; where they have a heading of their own, they stand under it."""
    address = addresses.listing(chapter.id)
    text = plain(chapter.sections.introduction)
    if chapter.heading:
        anchor = slug(chapter.heading)
        part = Part("", anchor, text)
        return Found(f"{chapter.id}#{anchor}", BACKGROUND, address, chapter.title, (chapter.heading,), chapter.summary, (part,))
    return Found(chapter.id, OVERVIEW, address, chapter.title, (), chapter.summary, (Part("", "", text),))


def _overviews(catalogue: Catalogue) -> Iterator[Found]:
    """Every word of a vocabulary that some guide carries: the place where those guides are listed."""
    for name, words in LISTED_BY.items():
        carried = {value for record in catalogue.practices for value in words(record)}
        title = catalogue.chapter(name).title
        for term in catalogue.vocabulary.terms(name):
            if term.value in carried:
                anchor = slug(term.label)
                part = Part(title, anchor, term.explanation)
                yield Found(f"{name}#{anchor}", OVERVIEW, addresses.listing(name), term.label, term.synonyms, "", (part,))


def _words(catalogue: Catalogue) -> Iterator[Found]:
    for entry in catalogue.glossary:
        anchor = slug(entry.word)
        part = Part("", anchor, entry.explanation)
        forms = (*entry.forms, *([entry.stands_for] if entry.stands_for else []))
        yield Found(f"ordliste#{anchor}", WORD, addresses.GLOSSARY, entry.word, forms, "", (part,))
    for name in catalogue.names:
        anchor = slug(name.name)
        part = Part("", anchor, name.explanation)
        forms = (*name.forms, *([name.abbreviation] if name.abbreviation else []))
        yield Found(f"ordliste#{anchor}", WORD, addresses.GLOSSARY, name.name, forms, "", (part,))


def _labels(record: Practice, catalogue: Catalogue) -> Iterator[str]:
    """What the guide is labelled with."""
    carried = {**{name: words(record) for name, words in LISTED_BY.items()}, "rammer": record.settings}
    for name, values in carried.items():
        yield from (catalogue.vocabulary.label(name, value) for value in values)


def _part(heading: str, *texts: str | None) -> Part:
    return Part(heading, slug(heading), _lines(*texts))


def _lines(*texts: str | None) -> str:
    return "\n".join(text for text in texts if text)


def _items(items: Iterable[Item]) -> Iterator[str]:
    return (item.text for item in items)


def _outcomes(outcomes: Iterable[Outcome]) -> Iterator[str | None]:
    for outcome in outcomes:
        yield outcome.text
        yield outcome.who


def _advice(advice: Iterable[Advice]) -> Iterator[str | None]:
    for item in advice:
        yield item.advice
        yield item.reason


def _figures(figures: Iterable[Figure]) -> Iterator[str]:
    return (f"{figure.figure} {figure.meaning}" for figure in figures)


def _voices(voices: Iterable[Voice]) -> Iterator[str]:
    return (f"{voice.who} fortæller, at {voice.says}" for voice in voices)


def _links(links: Iterable[Link]) -> Iterator[str]:
    return (f"{link.title} {link.url}" for link in links)
