"""Views to what is printed: which template sets it, and all that the template shows.

What a document is called and where it lies is said by its record, so that the view of a guide, a checklist or a
template is made only when it is printed.

A guide on paper is the document of its page, so that screen and paper say the same in the same order. A sheet to fill in
is blocks, which Typst and Word set alike.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from .. import addresses
from ..document.nodes import Document, Section
from ..document.paper import Block, Run, entry, places, text, write
from ..document.says import MARK, mark
from ..document.terms import WORDS, Terms
from ..language.danish import long_date
from ..language.slug import slug
from ..records.film import Film
from ..records.kinds import kind_of
from ..records.practice import Practice
from ..records.template import Blanks, Bullets, Choice, Frame, Heading, Legend, Paragraph, Sign, Template, Ticks, Width, Writing
from ..views.book import Book
from ..views.checklist import Checklist
from ..views.guide import Cited
from ..views.lesson import Handout
from ..views.parts import BASIS, notes
from ..views.template import Deck, Grid, TemplateSheet
from .paper import Paper
from .qr import modules

WORK = "Inspiration til det forebyggende arbejde i boligområder"
# The columns of a checklist, and how wide they are in percent.
TABLE = (("Handling", 55), ("Hvem", 15), ("Hvornår", 15), ("Note", 15))
POCKET = (("Handling", 60), ("Hvem", 20), ("Hvornår", 20))
# How many fields stand beside each other.
ACROSS = {Width.NARROW: 3, Width.NORMAL: 2, Width.WIDE: 1}


def guide(record: Practice, view: Callable[[], Document], site: str) -> Paper:
    """The guide to an intervention or a method."""
    page = addresses.page(record)
    kicker = f"{kind_of(record).noun.capitalize()} {record.number}"
    return _document(record, "guide.pdf", "Guide", (page,), page, lambda: _page(view(), site), site, kicker=kicker)


def lesson(record: Film, view: Callable[[], Document], site: str) -> Paper:
    """The teacher's guide to a film."""
    page = addresses.page(record)
    return _document(record, "laerervejledning.pdf", "Lærervejledning", (page,), page, lambda: _page(view(), site), site)


def checklists(record: Practice, view: Callable[[], Checklist], site: str) -> Iterator[Paper]:
    """The checklist on A4, on A5 for a pocket, and for Word."""
    page, view = addresses.sheet(record, "tjekliste"), cache(view)
    beside = (addresses.page(record), page)

    def table() -> Iterable[Block]:
        return _checklist(view(), TABLE)

    def pocket() -> Iterable[Block]:
        return _checklist(view(), POCKET)

    def marked() -> bool:
        return view().marked

    yield _document(record, "tjekliste.pdf", "Tjekliste", beside, page, table, site, marked=marked)
    yield _document(record, "tjekliste-a5.pdf", "Tjekliste", beside, page, pocket, site, size="a5", marked=marked)
    yield _document(record, "tjekliste.docx", "Tjekliste", beside, page, table, site, template="word", marked=marked)


def worksheets(record: Film, views: Sequence[Handout], site: str) -> Paper:
    """The pupils' sheets to a film: a page for each topic, with room to write."""
    page = addresses.page(record)
    beside = (page, *(view.address for view in views))

    def content() -> Iterable[Block]:
        return [block for view in views for block in ({"kind": "break"}, *_worksheet(view))][1:]

    return _document(
        record, "elevark.pdf", "Elevark", beside, page, content, site, marked=lambda: any(view.marked for view in views)
    )


def cards(record: Film, view: Handout, site: str) -> Paper:
    """The conversation cards to a film: eight to a page, to cut out."""

    def content() -> Iterable[Block]:
        every = [
            {"topic": topic.title, "question": question.text + mark(question)}
            for topic in view.topics
            for question in topic.questions
        ]
        return ({"kind": "cards", "cards": every[start : start + 8]} for start in range(0, len(every), 8))

    beside = (addresses.page(record), view.address)
    return _document(
        record,
        "samtalekort.pdf",
        "Samtalekort",
        beside,
        view.address,
        content,
        site,
        template="cards.typ",
        marked=lambda: view.marked,
    )


def templates(record: Template, view: Callable[[], TemplateSheet], site: str) -> Iterator[Paper]:
    """A template to print, and for Word, where it can be changed. The list of templates leads to both too."""
    page, heading = addresses.page(record), record.heading or record.title
    beside = (page, addresses.listing("skabeloner"))

    def written(title: str) -> Callable[[], str]:
        def write() -> str:
            sheet = view()
            return _json(
                _data(record, title, heading, _template(sheet), page, site, landscape=record.landscape, marked=sheet.marked)
            )

        return write

    for ending, title, template in (("pdf", record.title, "document.typ"), ("docx", heading, "word")):
        address = addresses.beside(page, f"{record.id}.{ending}")
        yield Paper(address, record.path, beside, record.title, template, record.reviewed, written(title))


def book(view: Callable[[], Book], reviewed: date, site: str) -> Paper:
    """The whole catalogue."""
    beside = (addresses.listing("indsatser"),)
    return Paper(addresses.BOOK, None, beside, "Hele kataloget", "book.typ", reviewed, lambda: _book(view(), reviewed, site))


def _book(view: Book, reviewed: date, site: str) -> str:
    words = Terms(view.glossary)

    def split(piece: str) -> list[Run]:
        return [
            {"kind": "term", "text": found, "word": entry(slug(known.word))} if known else text(found)
            for found, known in words.split(piece)
            if found
        ]

    def part(page: Document) -> Block:
        # The glossary explains the words, so that no page need do it once more; the index leads to where they are used.
        found_in = split if page.address != addresses.GLOSSARY else lambda words: [text(words)]
        said = tuple(block for block in page.blocks if not (isinstance(block, Section) and block.key == WORDS))
        blocks = write(said, page.address, site, found_in, glossary=True)
        return {"title": [text(page.title)], "id": page.address, "kicker": page.kicker, "blocks": blocks}

    chapters = [{**part(chapter.page), "parts": [part(page) for page in chapter.parts]} for chapter in view.chapters]
    index = sorted(((word.word, entry(slug(word.word))) for word in view.glossary), key=lambda item: slug(item[0]))
    data = {
        **_common(WORK, reviewed, "", site),
        "identity": f"Gennemgået {long_date(reviewed)}",
        "draft": view.draft,
        "numbered": True,
        "labels": sorted(set(places(chapters))),
        "chapters": chapters,
        "index": [{"word": word, "id": id} for word, id in index],
    }
    return _json(data)


def _document(
    record: Practice | Film,
    file: str,
    kind: str,
    beside: tuple[str, ...],
    page: str,
    content: Callable[[], Iterable[Block]],
    site: str,
    kicker: str = "",
    size: str = "a4",
    template: str = "document.typ",
    marked: Callable[[], bool] = lambda: False,
) -> Paper:
    """A document of a record, in the folder of the first page it stands beside; it leads back to ``page``."""

    def write() -> str:
        title = f"{kind}: {record.title}"
        return _json(_data(record, title, record.title, content(), page, site, kicker=kicker or kind, size=size, marked=marked()))

    name = f"{kind} i lommestørrelse, A5," if size == "a5" else kind
    return Paper(addresses.beside(beside[0], file), record.path, beside, name, template, record.reviewed, write)


def _data(
    record: Practice | Film | Template,
    title: str,
    name: str,
    content: Iterable[Block],
    page: str,
    site: str,
    kicker: str = "",
    size: str = "a4",
    landscape: bool = False,
    marked: bool = False,
) -> dict[str, object]:
    """What a document is printed from: ``title`` is what programs call it, ``name`` what stands on the paper.

    Where something on it is ``marked`` as the editors' suggestion, its foot says what the mark means.
    """
    found = list(content)
    return {
        **_common(title, record.reviewed, page, site),
        "identity": " · ".join(_identity(record, marked)),
        "kicker": kicker,
        "name": name,
        "size": size,
        "landscape": landscape,
        # Read from across the stairwell.
        "notice": any(block["kind"] == "large" for block in found),
        "numbered": False,
        "labels": sorted(set(places(found))),
        "blocks": found,
    }


def _identity(record: Practice | Film | Template, marked: bool) -> Iterator[str]:
    yield record.id
    yield f"version {record.version}"
    if not kind_of(record).handed_out:
        yield f"gennemgået {long_date(record.reviewed)} af {record.reviewer}"
    if marked:
        yield f"{MARK} Redaktionens forslag"


def _common(title: str, reviewed: date, page: str, site: str) -> dict[str, object]:
    place = site.rstrip("/") + addresses.path(page) if page else site
    return {
        "title": title,
        "work": WORK,
        "date": {"year": reviewed.year, "month": reviewed.month, "day": reviewed.day},
        "place": place,
        "qr": ["".join("1" if dark else "0" for dark in row) for row in modules(place)] if site else [],
    }


# What a sheet to fill in is made of.


def _checklist(view: Checklist, columns: Sequence[tuple[str, int]]) -> Iterator[Block]:
    if view.draft:
        yield _paragraph("Kladde. Kun I, der skriver, kan se denne side.")
    yield _blanks(["Sted", "Dato", "Ansvarlig"])
    if view.materials:
        yield _heading("Det skal I have med")
        yield {"kind": "boxes", "items": [material.text + mark(material) for material, _ in view.materials], "across": 1}
    for part in view.phases:
        yield _heading(part.heading)
        yield _table(
            columns,
            (
                {"text": step.action + mark(step), "note": notes(step, role), "remember": step.on_paper or ""}
                for step, role in part.steps
            ),
        )
    if view.questions:
        yield _heading("Spørgsmål til gruppearbejdet")
        yield _list(item.text + mark(item) for item in view.questions)
    if view.care:
        yield {"kind": "frame", "blocks": [_heading("Pas på"), _list(item.text + mark(item) for item in view.care)]}
    own = _table(columns, ({"text": "", "note": "", "remember": ""} for _ in range(3)))
    yield {"kind": "together", "blocks": [_heading("Vores egne punkter"), own]}
    yield {"kind": "together", "blocks": [_heading("Aftalt næste skridt"), {"kind": "lines", "count": 2}]}


def _worksheet(view: Handout) -> Iterator[Block]:
    (topic,) = view.topics
    yield _heading(topic.title)
    yield _blanks(["Navn", "Klasse", "Dato"])
    if topic.introduction:
        yield _paragraph(topic.introduction)
    for link in topic.links:
        address = {"kind": "link", "to": link.url, "url": link.url, "body": [text(link.url)]}
        yield {"kind": "paragraph", "body": [text(f"{link.title}: "), address]}
    yield {"kind": "questions", "items": [item.text + mark(item) for item in topic.questions], "lines": view.lines}


def _template(view: TemplateSheet) -> Iterator[Block]:
    if view.draft:
        yield _paragraph("Kladde. Kun I, der skriver, kan se denne side.")
    for block in view.blocks:
        match block:
            case Heading():
                if block.new_page:
                    yield {"kind": "break"}
                yield _heading(block.text + mark(block))
            case Paragraph():
                yield {**_paragraph(block.text + mark(block)), "kind": "large" if block.large else "paragraph"}
            case Bullets():
                yield _list(item.text + mark(block, item) for item in block.items)
            case Ticks():
                yield {
                    "kind": "boxes",
                    "items": [item.text + mark(block, item) for item in block.items],
                    "across": 3 if view.landscape else 2,
                }
            case Blanks():
                yield _blanks([name + mark(block) for name in block.names], ACROSS[block.width])
            case Writing():
                yield {"kind": "ask", "text": block.text + mark(block), "lines": block.lines}
            case Choice():
                yield {"kind": "choice", "text": block.text + mark(block), "answers": block.answers}
            case Frame():
                yield {"kind": "room", "text": block.text + mark(block), "lines": block.lines}
            case Legend():
                yield {
                    "kind": "signs",
                    "items": [{**_sign(meaning.sign), "text": meaning.text + mark(block)} for meaning in block.meanings],
                }
            case Grid():
                yield {"kind": "prompt", "text": block.text + mark(block)}
                yield _grid(block)
            case Deck():
                cards = [
                    {"title": card.title or "", "text": card.text + mark(block, card), "names": card.names or ()}
                    for card in block.cards
                ]
                yield {"kind": "deck", "cards": cards}
    source = {"kind": "paragraph", "body": [text("Kilde: "), *_cited(view.citations), text(". Tekst: CC BY 4.0.")]}
    yield {"kind": "origin", "blocks": [source]}


def _cited(citations: Sequence[Cited]) -> Iterator[Run]:
    for number, item in enumerate(citations):
        pages = f", side {item.citation.pages}" if item.citation.pages else ""
        yield from [text("; ")] if number else []
        yield {"kind": "em", "body": [text(item.title)]}
        yield text(f"{pages}{BASIS[item.citation.basis]}")


def _grid(grid: Grid) -> Block:
    """A table with what is written beforehand; an empty cell has its signs to ring, or room for its lines."""
    empty = [
        {"signs": [_sign(sign) for sign in column.signs]} if column.signs else {"room": grid.lines} for column in grid.columns
    ]
    rows = [[words or room for words, room in zip(row, empty, strict=True)] for row in grid.rows]
    return {"kind": "table", "columns": [{"title": column.name, "width": column.share} for column in grid.columns], "rows": rows}


def _sign(sign: Sign) -> Block:
    return {"sign": sign.value, "word": sign.word}


def _blanks(names: Sequence[str], across: int = 3) -> Block:
    return {"kind": "blanks", "names": names, "across": across}


def _heading(words: str) -> Block:
    return {"kind": "heading", "level": 2, "body": [text(words)], "id": None}


def _paragraph(words: str) -> Block:
    return {"kind": "paragraph", "body": [text(words)]}


def _list(items: Iterable[str]) -> Block:
    return {"kind": "list", "ordered": False, "items": [[_paragraph(item)] for item in items]}


def _table(columns: Sequence[tuple[str, int]], steps: Iterable[Block]) -> Block:
    """A table to fill in: a box and what to tick in the first column, room to write in the others."""
    rows = [[step, *("" for _ in columns[1:])] for step in steps]
    return {"kind": "table", "columns": [{"title": title, "width": width} for title, width in columns], "rows": rows}


def _page(view: Document, site: str) -> list[Block]:
    """The blocks of a page below its title."""
    return write(view.blocks, view.address, site)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)
