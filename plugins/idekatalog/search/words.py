"""What search reads: the words of every page, section by section, as the page's document has them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import replace
from typing import Any

from .. import addresses
from ..catalogue import LISTED_BY, Catalogue
from ..document.nodes import Document, Section, words
from ..document.sections import Part, is_sentence, links, parts, write
from ..document.sheet_words import write as sheet_words
from ..document.terms import WORDS
from ..frames import find, place_map, with_publisher
from ..language.slug import slug
from ..language.words import _, plural
from ..reading.handwritten import HandPage
from ..records.area import Area
from ..records.chapter import Chapter
from ..records.example import Example
from ..records.film import Film
from ..records.kinds import KINDS, SHOWN, kind_of
from ..records.practice import Intervention, Method
from ..records.record import Titled
from ..records.template import Template
from ..views.book import written
from ..views.find import find as choices
from ..views.glossary import glossary
from ..views.guide import guide
from ..views.handouts import handouts
from ..views.lesson import lesson
from ..views.list_page import list_page
from ..views.listing import group as word_page
from ..views.listing import grouped, listed
from ..views.listing import part as first_part
from ..views.listing import words as words_of
from ..views.place import area_page, example_page
from ..views.place_map import place_map as map_of
from ..views.prose import prose
from ..views.template import template
from .found import BACKGROUND, HANDOUT, OVERVIEW, ROLE, SITE, TOOL, WORD, Found, kinds
from .register import register

# The start page leads to what there is, and says nothing that is not said there: it is found by what people ask alone.
START = "index.md"

PAGES: Mapping[type[Titled], Callable[[Any, Catalogue], Document]] = {
    Intervention: guide,
    Method: guide,
    Example: example_page,
    Area: area_page,
    Film: lesson,
}
"""The page of a record, by its kind; of a kind that is in neither table, the sections of a record are found."""


def sheet(record: Template, catalogue: Catalogue) -> tuple[Part, ...]:
    """How the sheet of a template is used and what is on it; all of it at the top, since a sheet has no anchors."""
    view = template(record, catalogue)
    said = [text for text in sheet_words((*view.blocks, *view.end)) if text]
    use = (part.text for part in parts(prose(record.sections.use, catalogue))) if record.sections.use else ()
    labels = [view.heading, record.audience or "", *(text for text in said if not is_sentence(text))]
    return (Part("", "", "\n".join([*use, *filter(is_sentence, said)]), "\n".join(labels)),)


SHEETS: Mapping[type[Titled], Callable[[Any, Catalogue], tuple[Part, ...]]] = {Template: sheet}
"""The sheet of a record that has no other page."""

LEADING = frozenset(("skabeloner", "laes-ogsaa", "kilder", "det-har-de-proevet-her", "findes-under", WORDS))
"""The sections of a record's page that lead on: what they name is found itself, so only links out of the catalogue say more."""


def everything(catalogue: Catalogue, again: Callable[[Titled], Found] | None = None) -> tuple[Found, ...]:
    """All that can be found, in the order of the kinds; ``again`` gives what is found of a record, from a memory."""
    records = (record for kind in kinds() for record in catalogue.of(kind.record))
    return (
        *(again(record) if again else found_of(record, catalogue) for record in records),
        *(found for film in catalogue.films for found in _handouts(film)),
        *(found for page in catalogue.by_hand for found in _by_hand(page, catalogue)),
        *(_chapter(name, catalogue.chapter(name), _list(name, catalogue)) for name in sorted(catalogue.lists)),
        *_tools(catalogue),
        *_overviews(catalogue),
        *_words(catalogue),
    )


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


def called(catalogue: Catalogue) -> dict[str, str]:
    """What the catalogue calls each kind of record that is found, by the word that the index has for it."""
    return {
        kind.result.word: catalogue.chapter(kind.address).label or _(kind.result.label) for kind in KINDS.values() if kind.result
    }


def found_of(record: Titled, catalogue: Catalogue) -> Found:
    """What is found of a record; the catalogue may be only what is around it."""
    result = kind_of(record).result
    assert result is not None
    told = _told(record, catalogue)
    names, address, asked = record.other_names, addresses.page(record), getattr(record, "asked", ())
    return Found(record.id, result, address, record.title, names, record.summary, _full(told), asked)


def _told(record: Titled, catalogue: Catalogue) -> Iterable[Part]:
    if page := PAGES.get(type(record)):
        return _page(page(record, catalogue), {example.title for example in catalogue.examples})
    if view := SHEETS.get(type(record)):
        return view(record, catalogue)
    return (part for heading, text in record.prose.items() for part in parts(prose(text, catalogue), heading, slug(heading)))


def _page(page: Document, titles: Set[str]) -> Iterator[Part]:
    """The sections of a record's page, those that lead on by their links alone; an example told in short is found itself."""
    within = (block for whole in page.sections for block in (whole, *whole.blocks) if isinstance(block, Section))
    leading = {block.key: block for block in within if block.key in LEADING}
    for said in write(page):
        if said.heading in titles:
            continue
        if said.anchor in leading:
            said = replace(said, text="", labels="\n".join(links(leading[said.anchor].blocks)))
        yield said


def _full(said: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(one for one in said if one.text or one.labels)


def _by_hand(page: HandPage, catalogue: Catalogue) -> Iterator[Found]:
    """The page, and every section of it: each of them is a subject of its own.

    Pages that the printed catalogue leaves out are about the site itself, where it says which it begins with.
    """
    kind = SITE if catalogue.foreword and page.path not in catalogue.foreword else BACKGROUND
    id, address = page.path.removesuffix(".md"), page.path
    if page.path == START:
        if page.asked:
            yield Found(id, kind, address, page.title, (), page.summary, (), page.asked)
        return
    document = written(address, with_publisher(catalogue.written[address], address, catalogue.publisher), catalogue)
    sections = [section for section in document.sections if section.level == 2]
    top = (block for block in document.blocks if block not in sections)
    yield Found(id, kind, address, page.title, (), page.summary, _full(parts(top)), page.asked)
    for section in sections:
        name = words(section.heading)
        # The anchor an author gives is a name too.
        said = parts(section.blocks, "", section.key)
        first = replace(said[0], names=section.key.replace("-", " "))
        yield Found(f"{id}#{section.key}", kind, address, name, (), "", (first, *_full(said[1:])))


def _list(name: str, catalogue: Catalogue) -> Document:
    """The first page of the list that a chapter begins."""
    if name in LISTED_BY:
        return list_page(first_part(grouped(name, catalogue), 1))
    kind = next((kind for kind in SHOWN if KINDS[kind].address == name), None)
    return list_page(first_part(listed(kind, catalogue), 1)) if kind else glossary(catalogue)


def _chapter(name: str, chapter: Chapter, page: Document) -> Found:
    """The page of a list, by its first words; where they have a heading of their own, they stand under it."""
    if chapter.heading and chapter.sections.introduction:
        *_, section = page.sections
        said, id = parts(section.blocks, "", section.key), f"{name}#{section.key}"
        names = (chapter.heading,)
        return Found(id, BACKGROUND, page.address, chapter.title, names, chapter.summary, said, chapter.asked)
    first = replace(page, blocks=tuple(block for block in page.blocks if not isinstance(block, Section)))
    return Found(name, OVERVIEW, page.address, chapter.title, (), chapter.summary, _full(write(first)), chapter.asked)


def _tools(catalogue: Catalogue) -> Iterator[Found]:
    """The pages that are made of the whole catalogue and are no list."""
    pages = [register(())]
    if catalogue.questions:
        pages.insert(0, find.page(choices(catalogue)))
    if catalogue.area_map:
        pages.append(place_map.page(map_of(catalogue.area_map)))
    for page in pages:
        id = addresses.path(page.address).strip("/")
        yield Found(id, TOOL, page.address, page.title, (), page.summary, _full(write(page)))


def _handouts(film: Film) -> Iterator[Found]:
    """What is printed or shown of a film. The questions on it are those of the film's page, which is found by them."""
    for one in (handout.sheet for handout in handouts(film)):
        yield Found(addresses.path(one.address).strip("/"), HANDOUT, one.address, one.title, (), one.summary, ())


def _overviews(catalogue: Catalogue) -> Iterator[Found]:
    """Every word of a vocabulary that some guide carries: its page, where those guides are listed."""
    for name in filter(catalogue.lists.__contains__, LISTED_BY):
        chapter = catalogue.chapter(name)
        for value, count in words_of(name, catalogue):
            term, page = catalogue.vocabulary.term(name, value), list_page(first_part(word_page(name, value, catalogue), 1))
            kind = ROLE if page.kind == "rolle" else OVERVIEW
            said = (Part(chapter.title, "", term.explanation), *_full(write(page)))
            id = addresses.path(page.address).strip("/")
            many = plural("{n} guide", "{n} guider", count)
            yield Found(id, kind, page.address, term.label, term.synonyms, many, said)


def _words(catalogue: Catalogue) -> Iterator[Found]:
    """Every word and every name of the glossary."""
    short = [(entry, entry.stands_for) for entry in catalogue.glossary] + [(name, name.abbreviation) for name in catalogue.names]
    forms = {entry.heading: (*(entry.forms), *([other] if other else ())) for entry, other in short}
    for group in glossary(catalogue).sections:
        for section in group.blocks:
            if isinstance(section, Section):
                word = words(section.heading)
                id = f"ordliste#{section.key}"
                yield Found(id, WORD, addresses.GLOSSARY, word, forms[word], "", parts(section.blocks, "", section.key))
