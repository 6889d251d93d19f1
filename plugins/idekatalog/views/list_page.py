"""A list as a page."""

from collections.abc import Iterator

from ..document.nodes import (
    Block,
    Cards,
    Document,
    Downloads,
    Duties,
    Duty,
    Filtered,
    Line,
    Paragraph,
    Strong,
    document,
    join,
    line,
    paragraph,
    section,
)
from ..document.says import MARKED
from ..language.words import _, marked
from ..records.parts import Phase
from ..records.practice import Presence
from . import parts
from .listing import Group, Page, Task
from .parts import to

HEADINGS = {Phase.BEFORE: marked("Før"), Phase.DURING: marked("Undervejs"), Phase.AFTER: marked("Bagefter"), None: marked("Trin")}


def list_page(page: Page) -> Document:
    """The page of a list, or the part of it that stands on a page of its own."""
    return document(page.address, page.title, page.summary, _blocks(page), kind="rolle" if page.tasks else "liste")


def _blocks(page: Page) -> Iterator[Block]:
    yield from parts.opening(page.summary)
    if page.picture:
        yield paragraph(page.picture)
    if page.tasks:
        yield paragraph(*_counted(page.tasks))
    # What stands beside an entry of the list is linked there.
    yield Downloads(lists=True)
    if not page.heading:
        yield from page.introduction
    if page.filters:
        yield Filtered(page.filters, Cards(page.cards, page.look))
    elif page.cards:
        yield Cards(page.cards, page.look)
    if page.tasks:
        yield Duties(tuple(map(_duty, page.tasks)), page.plan)
    yield from (_group(group, page) for group in page.groups)
    ways = ((page.before, _("Forrige side")), (page.further, _("Næste side")))
    if found := [line(to(address, words)) for address, words in ways if address]:
        yield paragraph(*join(" · ", found))
    if page.heading:
        yield section(page.heading, *page.introduction)


def _group(group: Group, page: Page) -> Block:
    explained: tuple[Paragraph, ...] = (paragraph(group.explanation),) if group.explanation else ()
    return section(group.label, *explained, Cards(group.cards, page.look, level=3))


def _counted(tasks: tuple[Task, ...]) -> Line:
    """How much there is for a role to do."""
    steps = sum(len(task.steps) for task in tasks)
    always = sum(task.presence is Presence.ALWAYS for task in tasks)
    methods = sum(task.noun == "metode" for task in tasks)
    interventions = len(tasks) - methods
    counts = (
        (interventions, _("indsats") if interventions == 1 else _("indsatser")),
        (methods, _("metode") if methods == 1 else _("metoder")),
        (always, _("hvor I altid er med")),
        (steps, _("trin med jeres navn")),
    )
    return join(" · ", (line(Strong(line(str(count))), f" {what}") for count, what in counts if count))


def _duty(task: Task) -> Duty:
    phases = tuple(
        (phase.value if phase else "trin", _(heading), steps)
        for phase, heading in HEADINGS.items()
        if (
            steps := tuple(
                line(step.action, *_small(parts.notes(step, step.meeting, _(MARKED) if step.editorial else None)))
                for step in task.steps
                if step.phase is phase
            )
        )
    )
    return Duty(task.card, task.presence.part, task.presence.value, line(task.task), phases)


def _small(notes: str) -> Line:
    return line(f" ({notes})") if notes else ()
