"""Views to what is printed: which template sets it, and all that the template shows.

What a document is called and where it lies is said by its record, so that the view of a guide, a checklist or a
template is made only when it is printed.

A guide or a sheet on paper is the document of its page, so that screen and paper say the same in the same order.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial
from itertools import groupby

from .. import addresses
from ..catalogue import CHAPTERS, Catalogue, Drawing, Edition
from ..document import sheet_paper
from ..document.nodes import Document, Section, line, words
from ..document.paper import Block, Run, entry, places, text, write
from ..document.sheet import Blocks as SheetBlocks
from ..document.sheet import Heading, Sheet, Slides
from ..document.terms import WORDS, Terms
from ..language.danish import long_date
from ..language.slug import slug
from ..language.words import _
from ..records.film import Film
from ..records.kinds import kind_of
from ..records.practice import Practice
from ..records.record import Titled
from ..records.template import Template
from ..views.book import Book
from ..views.guide import numbered
from ..views.handouts import Handout
from ..views.parts import imprint, joined
from .paper import Editable, Paper
from .qr import modules

UNDATED = date(2020, 1, 1)
"""The day of what tells nobody when it was reviewed."""


def guide(record: Practice, view: Callable[[], Document], edition: Edition) -> Paper:
    """The guide to an intervention or a method."""
    page = addresses.page(record)
    kicker = numbered(record)
    return _document(record, "guide.pdf", _("Guide"), (page,), page, lambda: _page(view(), edition), edition, kicker=kicker)


def lesson(record: Film, view: Callable[[], Document], edition: Edition) -> Paper:
    """The teacher's guide to a film."""
    page = addresses.page(record)
    return _document(record, "laerervejledning.pdf", _("Lærervejledning"), (page,), page, lambda: _page(view(), edition), edition)


def checklists(record: Practice, view: Callable[[], Sheet], edition: Edition) -> Iterator[Paper]:
    """The checklist on A4, on A5 for a pocket, and for Word."""
    page, view = addresses.sheet(record, "tjekliste"), cache(view)
    beside = (addresses.page(record), page)

    def printed(file: str, size: str) -> Paper:
        def content() -> list[Block]:
            return _sheet(view(), edition, pocket=size == "a5")

        return _document(record, file, _("Tjekliste"), beside, page, content, edition, size=size, marked=lambda: view().marked)

    yield printed("tjekliste.pdf", size="a4")
    yield printed("tjekliste-a5.pdf", size="a5")
    file = addresses.beside(beside[0], "tjekliste.docx")
    yield _editable(record, file, beside, _("Tjekliste"), _("Tjekliste: {title}").format(title=record.title), view, edition)


def handouts(record: Film, views: Iterable[Handout], edition: Edition) -> Iterator[Paper]:
    """What a teacher hands out: the sheets of a sort after one another, each on a page of its own."""
    page = addresses.page(record)
    for (sort, file), found in groupby(views, key=lambda handout: (handout.sort, handout.file)):
        sheets = tuple(handout.sheet for handout in found)
        beside = (*(sheet.address for sheet in sheets), page)
        printed = partial(_document, record, kind=sort, beside=beside, edition=edition, marked=partial(_any_marked, sheets))
        match sheets[0].kind:
            case "cards":
                content = partial(_sheet, sheets[0], edition)
                yield from _shown(
                    printed(f"{file}.pdf", page=sheets[0].address, content=content, template="cards.typ"), record, file
                )
                yield _word_of(record, f"{file}.docx", beside, sort, sheets, edition)
            case "worksheet":
                content = partial(_sheets, sheets, edition)
                yield from _shown(printed(f"{file}.pdf", page=page, content=content), record, file)
                yield _word_of(record, f"{file}.docx", beside, sort, sheets, edition)
            case "slides":
                yield _slide(record, sheets[0], file)


def _shown(paper: Paper, record: Film, file: str) -> Iterator[Paper]:
    """A document, and its first page as a picture."""
    yield paper
    yield replace(paper, address=addresses.thumbnail(record, file), beside=())


def _slide(record: Film, slides: Sheet, file: str) -> Paper:
    """The first of the slides as a picture."""

    def write() -> str:
        first = next(block.slides[0] for block in slides.whole if isinstance(block, Slides))
        said = {"topic": first.kind, "name": words(first.title), "items": list(map(words, first.items))}
        return _json({**said, "title": slides.title})

    return Paper(addresses.thumbnail(record, file), record.path, (), slides.title, "slide.typ", UNDATED, write)


def _word_of(record: Film, file: str, beside: tuple[str, ...], sort: str, sheets: Sequence[Sheet], edition: Edition) -> Paper:
    """The sheets of a sort as one Word file, each on pages of its own."""
    blocks: SheetBlocks = ()
    for sheet in sheets:
        named = (Heading(line(sheet.heading), new_page=sheet is not sheets[0]),) if len(sheets) > 1 else ()
        blocks = (*blocks, *named, *sheet.whole)
    identity = joined(imprint(record, _any_marked(sheets)), edition.origin)
    place = _place(addresses.page(record), edition)
    form = Editable(f"{sort}: {record.title}", edition.work, identity, place, bool(edition.site), False, False, blocks)
    address = addresses.beside(addresses.page(record), file)
    return Paper(address, record.path, beside, sort, "", record.reviewed, lambda: form.data, lambda: form)


def _any_marked(sheets: Iterable[Sheet]) -> bool:
    return any(sheet.marked for sheet in sheets)


def _sheets(sheets: Sequence[Sheet], edition: Edition) -> list[Block]:
    blocks: list[Block] = []
    for sheet in sheets:
        named = Heading(line(sheet.heading), new_page=sheet is not sheets[0])
        blocks += sheet_paper.write((named, *sheet.whole), sheet.address, edition.site)
    return blocks


def templates(record: Template, view: Callable[[], Sheet], edition: Edition) -> Iterator[Paper]:
    """A template to print, and for Word, where it can be changed. The list of templates leads to both too."""
    page, heading = addresses.page(record), record.heading or record.title
    beside = (page, addresses.listing("skabeloner"))

    def write() -> str:
        sheet = view()
        data = _data(
            record, record.title, heading, _sheet(sheet, edition), page, edition,
            landscape=sheet.landscape, notice=sheet.notice, marked=sheet.marked,
        )  # fmt: skip
        return _json(data)

    file = addresses.beside(page, f"{record.id}.pdf")
    yield Paper(file, record.path, beside, record.title, "document.typ", record.reviewed, write)
    yield Paper(addresses.thumbnail(record), record.path, (), record.title, "document.typ", record.reviewed, write)
    yield _editable(record, addresses.beside(page, f"{record.id}.docx"), beside, record.title, heading, view, edition)


def _editable(
    record: Practice | Template,
    file: str,
    beside: tuple[str, ...],
    name: str,
    title: str,
    view: Callable[[], Sheet],
    edition: Edition,
) -> Paper:
    """A sheet as a Word file."""

    def form() -> Editable:
        sheet = view()
        place = _place(sheet.address, edition)
        return Editable(title, edition.work, sheet.imprint, place, bool(edition.site), sheet.landscape, sheet.notice, sheet.whole)

    return Paper(file, record.path, beside, name, "", record.reviewed, lambda: form().data, form)


def book(view: Callable[[], Book], lists: Collection[str], reviewed: date, edition: Edition) -> Paper:
    """The whole catalogue; of its ``lists``, that of the interventions leads to it, or else the first that there is."""
    beside = tuple(map(addresses.listing, [name for name in CHAPTERS if name in lists][:1]))
    return Paper(
        f"{edition.book}.pdf", None, beside, _("Hele kataloget"), "book.typ", reviewed, lambda: _book(view(), reviewed, edition)
    )


def _book(view: Book, reviewed: date, edition: Edition) -> str:
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
        blocks = write(said, page.address, edition.site, found_in, glossary=True)
        return {"title": [text(page.title)], "id": page.address, "kicker": page.kicker, "blocks": blocks}

    chapters = [{**part(chapter.page), "parts": [part(page) for page in chapter.parts]} for chapter in view.chapters]
    index = sorted(((word.word, entry(slug(word.word))) for word in view.glossary), key=lambda item: slug(item[0]))
    data = {
        **_common(edition.work, reviewed, "", edition),
        "identity": _("Gennemgået {date}").format(date=long_date(reviewed)),
        "draft": view.draft,
        "numbered": True,
        "labels": sorted(set(places(chapters))),
        "chapters": chapters,
        **({"cover": {"svg": view.cover.svg, "described": view.cover.described}} if view.cover else {}),
        "index": [{"word": word, "id": id} for word, id in index],
    }
    return _json(data)


def shared(record: Titled, catalogue: Catalogue) -> Paper:
    """The picture that others show of a link to a record."""
    kind = kind_of(record)
    drawing = catalogue.drawing(kind.address, record.id)
    page = addresses.shared(addresses.page(record))
    return _shared(page, record.path, record.title, catalogue.called(record), drawing, catalogue.work)


def shared_by_all(title: str, drawing: Drawing | None, work: str) -> Paper:
    """The picture that others show of a link to a page that is no record's."""
    return _shared(addresses.shared(), None, title or work, "", drawing, work)


# The icons that phones ask for, by the files that the theme names.
ICONS = {"apple-touch-icon": 180, "icon-192": 192, "icon-512": 512}


def icons(name: str) -> Iterator[Paper]:
    """What a phone shows of the site that has a place on its screen: the logo, or the first letter of its name."""
    for file, size in ICONS.items():
        data = _json({"size": size, "letter": name[:1].upper(), "work": name})
        yield Paper(f"assets/images/{file}.png", None, (), name, "icon.typ", UNDATED, partial(str, data))


def _shared(address: str, source: str | None, title: str, kicker: str, drawing: Drawing | None, work: str) -> Paper:
    def write() -> str:
        return _json({"title": title, "kicker": kicker, "work": work, "svg": drawing.svg if drawing else ""})

    return Paper(address, source, (), title, "share.typ", UNDATED, write)


def _document(
    record: Practice | Film,
    file: str,
    kind: str,
    beside: tuple[str, ...],
    page: str,
    content: Callable[[], Iterable[Block]],
    edition: Edition,
    kicker: str = "",
    size: str = "a4",
    template: str = "document.typ",
    marked: Callable[[], bool] = lambda: False,
) -> Paper:
    """A document of a record, in the folder of its page; it leads back to ``page``."""

    def write() -> str:
        title = f"{kind}: {record.title}"
        return _json(
            _data(record, title, record.title, content(), page, edition, kicker=kicker or kind, size=size, marked=marked())
        )

    name = _("{kind} i lommestørrelse, A5,").format(kind=kind) if size == "a5" else kind
    return Paper(addresses.beside(addresses.page(record), file), record.path, beside, name, template, record.reviewed, write)


def _data(
    record: Practice | Film | Template,
    title: str,
    name: str,
    content: Iterable[Block],
    page: str,
    edition: Edition,
    kicker: str = "",
    size: str = "a4",
    landscape: bool = False,
    notice: bool = False,
    marked: bool = False,
) -> dict[str, object]:
    """What a document is printed from: ``title`` is what programs call it, ``name`` what stands on the paper.

    Where something on it is ``marked`` as the editors' suggestion, its foot says what the mark means.
    """
    found = list(content)
    common = _common(title, record.reviewed, page, edition)
    # What pupils are handed says where it is from; the code leads to its page.
    origin = {"place": edition.origin} if kind_of(record).taught else {}
    return {
        **common,
        **origin,
        "identity": imprint(record, marked),
        "kicker": kicker,
        "name": name,
        "size": size,
        "landscape": landscape,
        "notice": notice,
        "numbered": False,
        "labels": sorted(set(places(found))),
        "blocks": found,
        # A leaf has a heading and a drawing of its own, and leads nobody to the page that it was printed from.
        **({"leaf": True} if any(block["kind"] == "leaf" for block in found) else {}),
    }


def _common(title: str, reviewed: date, page: str, edition: Edition) -> dict[str, object]:
    place = _place(page, edition)
    return {
        "title": title,
        "work": edition.work,
        "date": {"year": reviewed.year, "month": reviewed.month, "day": reviewed.day},
        "place": place,
        "qr": ["".join("1" if dark else "0" for dark in row) for row in modules(place)] if edition.site else [],
    }


def _place(page: str, edition: Edition) -> str:
    """The address of a page, "" for the whole site; without that of the site where nobody knows it."""
    return edition.site.rstrip("/") + addresses.path(page) if page else edition.site


def _page(view: Document, edition: Edition) -> list[Block]:
    """The blocks of a page below its title."""
    return write(view.blocks, view.address, edition.site)


def _sheet(view: Sheet, edition: Edition, pocket: bool = False) -> list[Block]:
    return sheet_paper.write(view.whole, view.address, edition.site, pocket)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)
