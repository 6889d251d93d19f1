"""What several pages say alike, as lines and blocks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from .. import addresses
from ..catalogue import Catalogue
from ..document.nodes import (
    Block,
    Blocks,
    Bullets,
    Card,
    Code,
    Columns,
    Emphasis,
    Inline,
    Line,
    Mark,
    Marked,
    Medium,
    Numbers,
    OnlyLine,
    Paragraph,
    Picture,
    Section,
    Strong,
    Style,
    To,
    Voice,
    Web,
    bullets,
    filled,
    join,
    line,
    only,
    paragraph,
    section,
)
from ..document.says import MARK, MARKED
from ..document.terms import Terms
from ..language.danish import long_date
from ..language.slug import slug
from ..language.words import _, marked
from ..records.example import Example
from ..records.film import Film
from ..records.kinds import kind_of
from ..records.parts import Advice, Citation, Figure, Link, Outcome, PageBasis
from ..records.parts import Voice as Told
from ..records.practice import Practice, Step
from ..records.record import Reviewed
from ..records.template import Template
from .card import STANDARD, card
from .label import Label

BASIS = {
    PageBasis.PRINTED: "",
    # Whether it is printed on the page or counted is for those who look after the record.
    PageBasis.COUNTED: "",
    PageBasis.REFERENCED: marked("kilden henviser selv til siden"),
    PageBasis.RANGE: marked("teksten ligger inden for disse sider"),
    PageBasis.UNKNOWN: marked("uden sidetal"),
}


class Markable(Protocol):
    """What may be the editors' suggestion."""

    @property
    def editorial(self) -> bool: ...


def opening(summary: str, draft: bool = False) -> Iterator[Block]:
    """What stands below the title of a page."""
    yield from draft_notice(draft)
    yield paragraph(Strong(line(summary)))


def draft_notice(draft: bool) -> Iterator[Paragraph]:
    if draft:
        yield paragraph(Strong(line(_("Kladde."))), " ", _("Kun I, der skriver, kan se denne side."))


def to(address: str, text: str) -> To:
    return To(address, line(text))


def label(item: Label) -> Inline:
    return to(item.address, item.text) if item.address else line(item.text)[0]


def labels(items: Iterable[Label]) -> Line:
    return join(", ", (line(label(item)) for item in items))


def own(editorial: bool) -> Line:
    """What the editors suggest says so."""
    return line(" ", Marked()) if editorial else ()


def mark(*of: Markable) -> Line:
    """The mark of what stands on a sheet, where it or what it is part of is the editors' suggestion."""
    return line(Mark()) if any(part.editorial for part in of) else ()


def web(link: Link) -> Web:
    return Web(link.url, line(link.title))


def notes(step: Step, *more: str | None, meeting: str | None = None) -> str:
    """What is said small after a step: whether it may be left out, which time it is taken, and ``more``, such as by whom."""
    return joined(_("hvis I vil") if step.skippable else None, meeting, step.occasion and step.occasion.word, *more)


def joined(*notes: str | None) -> str:
    return " · ".join(filter(None, notes))


def figures(items: Sequence[Figure]) -> Blocks:
    return (Numbers(numbers(items)),) if items else ()


def numbers(items: Sequence[Figure]) -> tuple[tuple[str, str], ...]:
    return tuple((item.figure, item.meaning) for item in items)


def outcomes(items: Sequence[Outcome], words: Terms) -> Bullets:
    return bullets(words.told(item.told) for item in items)


def voices(items: Iterable[Told]) -> Blocks:
    """What people tell, side by side."""
    told = tuple(Voice(_("{who} fortæller, at").format(who=item.who), item.says) for item in items)
    return (Columns(tuple((voice,) for voice in told)),) if len(told) > 1 else told


def advice(items: Iterable[Advice], words: Terms) -> Bullets:
    def told(item: Advice) -> Line:
        reason = line(" ", *words.told(item.reason)) if item.reason else ()
        return (Strong(line(item.advice)), *reason, *own(item.editorial))

    return bullets(map(told, items))


def example_card(example: Example, catalogue: Catalogue) -> Card:
    """An example in short, beside the guide it belongs to: where, the first of its numbers, and what happened."""
    area = catalogue.area(example.area) if example.area else None
    return Card(
        addresses.page(example),
        example.title,
        line(example.summary),
        over=", ".join(filter(None, (area.title, area.municipality))) if area else "",
        figures=numbers(example.figures[:2]),
        key=slug(example.title),
    )


def sheet_card(record: Template, catalogue: Catalogue) -> Card:
    """A template beside what it belongs to: its name, and its first page, which says more than a summary does."""
    return replace(card(record, catalogue), body=(), note="")


def drawn(record: Practice | Film, catalogue: Catalogue) -> Blocks:
    """What is drawn of a record or, where nothing is, of its kind: a page shows it, a document says the same without it."""
    kind = kind_of(record).address
    found = catalogue.drawing(kind, record.id) or catalogue.drawing(kind, STANDARD)
    return (only(Medium.SCREEN, paragraph(Picture(found.file, found.described, found.size))),) if found else ()


def draft(draft: bool) -> Line:
    """What follows the summary of a draft in a list."""
    return line(" ", Strong(line("(kladde)"))) if draft else ()


def folded(part: Section, note: str = "") -> Section:
    """A section of a page as a smaller one that is folded at the foot of it."""
    return replace(part, level=3, style=Style.FOLD, note=note)


def sources(citations: Iterable[Citation], links: Iterable[Link], catalogue: Catalogue) -> Bullets:
    return bullets([*(cited(citation, catalogue) for citation in citations), *(line(web(link)) for link in links)])


def origin(
    citations: Sequence[Citation], links: Sequence[Link], catalogue: Catalogue, *more: Block, first: Blocks = (), note: str = ""
) -> Iterator[Section]:
    """Where a page has it from, with what is said ``first`` and what ``more``, folded; nothing where there is none of it."""
    if citations or links:
        yield folded(section(_("Kilder"), *first, sources(citations, links, catalogue), *more), note)
    elif first or more:
        yield folded(section(_("Om siden"), *first, *more))


def cited(citation: Citation, catalogue: Catalogue) -> Line:
    pages = f", {_('side {pages}').format(pages=citation.pages)}" if citation.pages else ""
    title = catalogue.vocabulary.label("kilder", citation.source)
    return line(Emphasis(line(title)), f"{pages} ({_(basis)})" if citation.basis and (basis := BASIS[citation.basis]) else pages)


def reviewed(record: Reviewed) -> Paragraph:
    """When and by whom a record was reviewed, and on a screen in which file it is."""
    file = OnlyLine(Medium.SCREEN, (*line(" "), *filled(_("Teksten ligger i filen {fil}."), fil=Code(record.path))))
    version = " " + _("Version {version}.").format(version=record.version) if record.version else ""
    return paragraph(_("Gennemgået {date}.").format(date=read_through(record)) + version, file)


def read_through(record: Reviewed) -> str:
    """When a record was reviewed and, where it says so, by whom."""
    day = long_date(record.reviewed)
    return _("{date} af {reviewer}").format(date=day, reviewer=record.reviewer) if record.reviewer else day


def imprint(record: Reviewed, marked: bool = False) -> str:
    """Which paper this is; where something on it is ``marked``, what the mark means.

    What residents are handed does not say who read it through; what pupils are handed says which film it is about.
    """
    kind = kind_of(record)
    if kind.taught:
        return joined(
            _("Til {noun}en {title}").format(noun=_(kind.noun), title=record.title), f"{MARK} {_(MARKED)}" if marked else None
        )
    read = None if kind.handed_out else _("gennemgået {date}").format(date=read_through(record))
    version = record.version and _("version {version}").format(version=record.version)
    return joined(record.id, version, read, f"{MARK} {_(MARKED)}" if marked else None)
