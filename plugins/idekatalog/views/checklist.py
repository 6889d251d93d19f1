"""A checklist: what to do before, during and after, on paper."""

from collections.abc import Iterator

from .. import addresses
from ..catalogue import Catalogue
from ..document.nodes import bullets, join, line
from ..document.sheet import Blank, Blanks, Block, Hint, Lines, Part, Sheet, Task, Tasks, Tick, Ticks, Together
from ..language.words import _
from ..reading.text import sentence
from ..records.practice import Practice
from . import parts
from .guide import PhaseSteps, phases
from .key import keys
from .latest import latest
from .listing import templates_of
from .parts import mark, to


@latest
def checklist(record: Practice, catalogue: Catalogue) -> Sheet:
    """The checklist of an intervention or a method."""
    marked = bool(mark(*record.steps, *record.materials, *record.questions, *record.care))
    return Sheet(
        kind="checklist",
        address=addresses.sheet(record, "tjekliste"),
        id=record.id,
        title=_("Tjekliste: {title}").format(title=record.title),
        summary=f"{_('Tjekliste til print:')} {sentence(record.title)} {_('Hvad I gør før, undervejs og bagefter.')}",
        heading=record.title,
        kicker=_("Tjekliste"),
        back=to(addresses.page(record), _("Til guiden: {title}").format(title=record.title)),
        imprint=parts.imprint(record, marked),
        marked=marked,
        opening=tuple(_opening(record, catalogue)),
        blocks=tuple(_blocks(record, catalogue)),
        end=(_own(), _next()),
    )


def _opening(record: Practice, catalogue: Catalogue) -> Iterator[Block]:
    yield from parts.draft_notice(record.is_draft)
    yield Blanks(
        (Blank(line(_("Sted")), "sted"), Blank(line(_("Dato")), "dato", date=True), Blank(line(_("Ansvarlig")), "ansvarlig"))
    )


def _blocks(record: Practice, catalogue: Catalogue) -> Iterator[Block]:
    if record.materials:
        known = zip(record.materials, keys(material.text for material in record.materials), strict=True)
        ticks = tuple(Tick(material.text, material.editorial, key) for material, key in known)
        yield Part(line(_("Det skal I have med")), (Ticks(ticks, across=1),), look="materials")
    for phase in phases(record, catalogue):
        yield Part(line(phase.heading), (Tasks(tuple(_tasks(phase)), phase.id),), phase.id)
    # Where a program shows what was written of a point that is no longer here.
    gone = Hint(line(_("Disse punkter er taget af tjeklisten, efter at I begyndte. Det, I har skrevet, er her stadig.")))
    yield Part(line(_("Ikke længere på listen")), (gone, bullets(())), "udgaaet", hidden=True)
    if record.questions:
        asked = bullets(line(item.text, *mark(item)) for item in record.questions)
        yield Part(line(_("Spørgsmål til gruppearbejdet")), (asked,), look="ask")
    if record.care:
        yield Part(line(_("Pas på")), (bullets(line(item.text, *mark(item)) for item in record.care),), look="care")
    if templates := templates_of(record, catalogue):
        named = join(", ", (line(to(entry.address, entry.title)) for entry in templates))
        yield Hint(line(f"{_('Skabeloner:')} ", *named, "."))


def _tasks(phase: PhaseSteps) -> Iterator[Task]:
    for key, (step, role) in zip(phase.keys, phase.steps, strict=True):
        yield Task(key, step.action, step.editorial, parts.notes(step, role), step.on_paper or "")


def _own() -> Together:
    """Room for points of one's own."""
    tasks = tuple(Task(f"eget-{number}") for number in (1, 2, 3))
    return Together((Part(line(_("Vores egne punkter")), (Tasks(tasks, "egne"),), "egne"),))


def _next() -> Together:
    blocks = (Hint(line(_("Hvem gør hvad, og hvornår?"))), Lines(2, "naeste"))
    return Together((Part(line(_("Aftalt næste skridt")), blocks, look="next"),))
