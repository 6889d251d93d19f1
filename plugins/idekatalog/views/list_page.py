"""A list as a page."""

from collections.abc import Iterator

from ..document.nodes import (
    Also,
    Block,
    Document,
    Downloads,
    Line,
    Medium,
    OnlyLine,
    Section,
    Strong,
    bullets,
    document,
    join,
    line,
    paragraph,
    section,
)
from . import parts
from .listing import Entry, Group, Page
from .parts import to


def list_page(page: Page) -> Document:
    """The page of a list, or the part of it that stands on a page of its own."""
    return document(page.address, page.title, page.summary, _blocks(page), kind="liste")


def _blocks(page: Page) -> Iterator[Block]:
    yield from parts.opening(page.summary)
    # What stands beside an entry of the list is linked there.
    yield Downloads(lists=True)
    if not page.heading:
        yield from page.introduction
    yield from map(_entry, page.entries)
    yield from map(_group, page.groups)
    ways = ((page.before, "Forrige side"), (page.further, "Næste side"))
    if found := [line(to(address, words)) for address, words in ways if address]:
        yield paragraph(*join(" · ", found))
    if page.heading:
        yield section(page.heading, *page.introduction)


def _entry(entry: Entry) -> Section:
    blocks = [paragraph(entry.summary, *parts.draft(entry.draft))]
    if entry.problem:
        blocks.append(paragraph(Strong(line("Brug den, når:")), f" {entry.problem}"))
    if entry.place:
        blocks.append(paragraph(f"Sted: {entry.place}{f'. Indsats: {entry.note}' if entry.note else ''}"))
    if entry.belongs:
        blocks.append(paragraph("Hører til: ", *parts.labels(entry.belongs)))
    blocks.append(paragraph(*_leads(entry)))
    return section(f"{entry.number}. {entry.title}" if entry.number else entry.title, *blocks)


def _leads(entry: Entry) -> Line:
    if entry.checklist and entry.plan:
        guide, checklist = to(entry.address, f"Guide: {entry.title}"), to(entry.checklist, f"Tjekliste: {entry.title}")
        plan = to(entry.plan, f"Læg i min plan: {entry.title}")
        return line(guide, " · ", checklist, OnlyLine(Medium.SCREEN, line(" · ", plan)))
    sheet = line(" · ", to(entry.spreadsheet, f"Hent regnearket: {entry.title} (CSV)")) if entry.spreadsheet else ()
    return line(to(entry.address, f"{entry.opens}: {entry.title}"), *sheet, Also(entry.address))


def _group(group: Group) -> Section:
    blocks: list[Block] = [paragraph(group.explanation), bullets(map(_in_group, group.entries))]
    if group.count > len(group.entries):
        blocks.append(paragraph(to(group.address, f"Alle {group.count}: {group.label}")))
    return section(group.label, *blocks)


def _in_group(entry: Entry) -> Line:
    kind = " (kortlægning)" if entry.noun == "metode" else ""
    ways = ((entry.checklist, f"tjekliste: {entry.title}"), (entry.plan, f"læg i min plan: {entry.title}"))
    links = join(" · ", (line(to(address, words)) for address, words in ways if address))
    more = OnlyLine(Medium.SCREEN, line(" (", *links, ")"))
    return line(to(entry.address, entry.title), f"{kind}: {entry.note or entry.summary}", more)
