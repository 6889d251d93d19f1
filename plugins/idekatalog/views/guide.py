"""A guide: one intervention or method, from what it is to where it was tried."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby
from typing import TypeVar

from .. import addresses
from ..catalogue import LISTED_BY, Catalogue
from ..document.nodes import (
    Block,
    Blocks,
    Callout,
    Card,
    Cards,
    Chips,
    Columns,
    Document,
    Fact,
    Facts,
    Lane,
    Lanes,
    Line,
    Look,
    Opening,
    Procedure,
    Run,
    Section,
    Signs,
    Style,
    Switch,
    Toolbar,
    arranged,
    bullets,
    document,
    join,
    line,
    paragraph,
    section,
)
from ..document.nodes import Step as StepNode
from ..document.nodes import words as plain
from ..document.says import MARKED
from ..document.terms import Terms
from ..language.words import _, code, marked, plural
from ..reading.text import sentence
from ..records.kinds import kind_of
from ..records.parts import Item, Phase
from ..records.practice import Participants, Practice, Presence, Relation, Step
from . import parts
from .card import short
from .key import keys
from .label import Label, labels
from .latest import latest
from .parts import own, to
from .prose import prose, terms

T = TypeVar("T")

HEADINGS = {Phase.BEFORE: marked("Før"), Phase.DURING: marked("Undervejs"), Phase.AFTER: marked("Bagefter"), None: marked("Trin")}
"""What stands above the steps of a phase, and above those of a record without phases."""
PHASES: tuple[Phase | None, ...] = (*Phase, None)
AT_LENGTH = "fortalt-i-sammenhaeng"
NOBODY = marked("Aftal, hvem")
"""Who takes the steps that the record names nobody for, where it names somebody for others."""

AT_ONCE = 3
"""How many things one can tell of an experience at once; more are folded."""

PARTS = (
    ("saadan-goer-i", marked("Trin")),
    ("gode-raad", marked("Gode råd")),
    ("erfaringer", marked("Prøvet")),
    ("skabeloner", marked("Skabeloner")),
    ("mere", marked("Mere")),
)
"""The parts that the toolbar leads to, and what it calls them."""


@dataclass(frozen=True)
class PhaseSteps:
    """The steps under one heading: of a phase or, where it is several meetings, of one of them; all where there are no phases."""

    phase: Phase | None
    meeting: str | None
    heading: str
    id: str
    steps: tuple[tuple[Step, str | None], ...]
    """Each step with the name of the role that takes it."""
    keys: tuple[str, ...]
    """The key of each step, for whatever people write about it."""


@latest
def guide(record: Practice, catalogue: Catalogue) -> Document:
    """The guide to an intervention or a method; a section that would be empty is not there."""
    words = terms(record.title, catalogue)
    # The words are explained in the order a reader meets them, so the steps come before what is folded below them.
    # A record without steps is read from top to bottom, so its text is folded away nowhere.
    text = () if record.steps else tuple(at_length(record, catalogue, words))
    shown = (*text, *(block for block in (part(record, catalogue, words) for part in GUIDE) if block))
    return document(
        addresses.page(record),
        record.title,
        record.summary,
        [opening(record, catalogue), toolbar(record, shown), *shown, *depth(record, catalogue, words)],
        kind=kind_of(record).noun,
        id=record.id,
        kicker=numbered(record),
        data=(how_to(record, catalogue),),
    )


def numbered(record: Practice) -> str:
    """The record by its number, or without one by what it is."""
    return _(kind_of(record).noun).capitalize() + (f" {record.number}" if record.number else "")


def opening(record: Practice, catalogue: Catalogue) -> Opening:
    roles = labels(catalogue.vocabulary, "roller", (role.role for role in record.roles))
    chips = (
        Chips(presence.word, tuple(line(parts.label(label)) for label in group), presence is Presence.ALWAYS)
        for presence, group in by_presence(record, roles)
    )
    use = (Callout(_("Brug den, når"), line(record.problem)),) if record.problem else ()
    told = tuple(facts(record, catalogue))
    short = (section(_("Kort fortalt"), Signs(told), style=Style.FACTS),) if told else ()
    return Opening((*parts.opening(record.summary, record.is_draft), *use, *chips), (*parts.drawn(record, catalogue), *short))


def facts(record: Practice, catalogue: Catalogue) -> Iterator[Fact]:
    """What a reader should know at once; what the record does not say is left out."""

    def listed(name: str, values: Iterable[str]) -> Line:
        return parts.labels(labels(catalogue.vocabulary, name, values))

    signs = record.signs
    if signs and signs.people:
        yield Fact("hvem", _("Hvem samler I"), line(signs.people))
    elif record.target_groups:
        yield Fact("hvem", _("For hvem"), listed("maalgrupper", record.target_groups))
    if signs and signs.time:
        yield Fact("tid", _("Tid"), line(signs.time))
    if place := line(signs.place) if signs and signs.place else listed("rammer", record.settings):
        yield Fact("hvor", _("Hvor"), place)
    core = sum(not step.skippable for step in record.steps)
    if record.steps:
        more = line(_("{core} er kernen").format(core=core)) if core < len(record.steps) else ()
        yield Fact("trin", _("Trin"), line(plural("{n} trin", "{n} trin", len(record.steps))), more)
    areas = areas_of(record, catalogue)
    if len(areas) == 1:
        yield Fact("proevet", _("Prøvet i"), parts.labels(areas))
    elif areas:
        yield Fact("proevet", _("Prøvet i"), line(_("{n} områder").format(n=len(areas))), parts.labels(areas))
    if sheets := catalogue.templates_of(record):
        yield Fact("skabeloner", _("Skabeloner"), line(plural("{n} ark", "{n} ark", len(sheets))))
    if record.evidence:
        yield Fact("viden", _("Viden"), line(catalogue.vocabulary.label("viden", record.evidence)))


def areas_of(record: Practice, catalogue: Catalogue) -> tuple[Label, ...]:
    """Where it was tried: in an example, or as the record itself says."""
    ids = {*record.areas, *(example.area for example in catalogue.examples_of(record))}
    return tuple(Label(area.title, addresses.page(area)) for area in catalogue.areas if area.id in ids)


def toolbar(record: Practice, told: Blocks) -> Toolbar:
    """What one can do with the guide, and its parts: those that it has."""
    there = {block.key for block in arranged(told) if isinstance(block, Section)} | {"mere"}
    return Toolbar(
        (
            ("tjekliste", to(addresses.sheet(record, "tjekliste"), _("Tjekliste"))),
            ("plan", to(addresses.plan_with(record), _("Læg i min plan"))),
        ),
        tuple((key, _(name)) for key, name in PARTS if key in there),
    )


def how(record: Practice, catalogue: Catalogue, words: Terms) -> Section | None:
    """The steps by time and by role, and the care to take, where there is room beside them; without steps, who does what."""
    if not record.steps:
        return who(record, catalogue, level=2) if record.roles else None
    number = count(1)
    columns: list[Blocks] = [phase_told(part, number, words) for part in by_phase(record, catalogue)]
    if in_column(record):
        columns[-1] = (*columns[-1], take_care(record, words, level=3))
    core = sum(not step.skippable for step in record.steps)
    some = " " + _("{core} er kernen, resten tager I med, hvis I vil.").format(core=core) if core < len(record.steps) else ""
    # Without phases there is one list, which needs no line of time.
    by_time: Blocks = (Columns(tuple(columns), timeline=True),) if record.steps[0].phase else columns[0]
    by_role = Switch(_("Vis trinene"), ((_("Efter tid"), by_time), (_("Efter rolle"), (who(record, catalogue),))))
    return section(
        _("Sådan gør I"),
        paragraph(plural("{n} trin", "{n} trin", len(record.steps)) + "." + some),
        *((by_role,) if record.roles else by_time),
    )


def phase_told(meetings: tuple[PhaseSteps, ...], number: Iterator[int], words: Terms) -> Blocks:
    """A phase with its meetings, if it has several; where there are no phases, the steps alone."""
    told = [(part, Procedure(tuple(runs(part, number, words)))) for part in meetings]
    if not meetings[0].phase:
        return tuple(procedure for _, procedure in told)
    phase = _(HEADINGS[meetings[0].phase])
    inner = [section(part.heading, procedure, level=4) if part.meeting else procedure for part, procedure in told]
    return (section(phase, *inner, level=3),)


def runs(part: PhaseSteps, number: Iterator[int], words: Terms) -> Iterator[Run]:
    """The steps, role by role; those that nobody is named for say so, where somebody is named for others."""
    named = any(role for _, role in part.steps)
    for role, group in groupby(part.steps, key=lambda taken: taken[1]):
        taken = tuple(step_told(next(number), step, words) for step, _ in group)
        yield Run(role or (_(NOBODY) if named else ""), taken)


def step_told(number: int, step: Step, words: Terms | None = None) -> StepNode:
    """A step; where no ``words`` are explained, without what explains it."""
    notes = parts.notes(step, _(MARKED) if step.editorial else None)
    detail = words.told(step.detail) if words and step.detail else ()
    return StepNode(number, line(step.action), detail, notes, step.skippable)


def who(record: Practice, catalogue: Catalogue, level: int = 3) -> Section:
    """Who does what when."""
    # In the order of the phases, as they are told by time.
    ordered = sorted(record.steps, key=lambda step: PHASES.index(step.phase))
    steps = tuple(step_told(number, step) for number, step in enumerate(ordered, 1))
    known = [phase for phase in PHASES if any(step.phase is phase for step in record.steps)]

    def lane(role: str | None, said: Line, presence: Presence | None, task: str) -> Lane:
        mine = [(step.phase, told) for step, told in zip(ordered, steps, strict=True) if step.role == role]
        cells = tuple(tuple(told for phase, told in mine if phase is column) for column in known)
        return Lane(said, presence.part if presence else "", presence is Presence.ALWAYS, task, cells)

    named = labels(catalogue.vocabulary, "roller", (role.role for role in record.roles))
    lanes = [
        lane(role.role, line(parts.label(label)), role.presence, role.task)
        for label, role in zip(named, record.roles, strict=True)
    ]
    if any(step.role is None for step in record.steps):
        lanes.append(lane(None, line(_(NOBODY)), None, ""))
    # Those with most to do first; whoever only has a task stands below them.
    lanes.sort(key=lambda lane: not any(lane.cells))
    return section(_("Hvem gør hvad"), Lanes(tuple(_(HEADINGS[phase]) for phase in known), tuple(lanes)), level=level)


def by_presence(record: Practice, of_roles: Sequence[T]) -> tuple[tuple[Presence, tuple[T, ...]], ...]:
    """What there is for each role of the record, those that are always part of it first."""
    known = tuple(zip(record.roles, of_roles, strict=True))
    groups = ((presence, tuple(of for role, of in known if role.presence is presence)) for presence in Presence)
    return tuple((presence, group) for presence, group in groups if group)


def in_column(record: Practice) -> bool:
    """Whether the care to take has room below the last phase, since that is so much shorter than another."""
    lengths = [sum(step.phase is phase for step in record.steps) for phase in Phase]
    used = [length for length in lengths if length]
    return bool(record.care) and len(used) > 1 and max(used) - used[-1] >= len(record.care) + 2


def take_care(record: Practice, words: Terms, level: int = 2) -> Section:
    care = bullets((*words.told(item.text), *own(item.editorial)) for item in record.care)
    return section(_("Pas på"), care, level=level, style=Style.CARE)


def panels(record: Practice, catalogue: Catalogue, words: Terms) -> Columns | Section | None:
    """Care, advice and questions, side by side."""
    found = []
    if record.care and not in_column(record):
        found.append(take_care(record, words))
    if record.advice:
        found.append(section(_("Gode råd"), parts.advice(record.advice, words), style=Style.GOOD))
    if record.questions:
        asked = bullets(line(item.text, *own(item.editorial)) for item in record.questions)
        found.append(section(_("Spørgsmål til gruppearbejdet"), asked, style=Style.ASK))
    return Columns(tuple((panel,) for panel in found)) if len(found) > 1 else found[0] if found else None


def experience(record: Practice, catalogue: Catalogue, words: Terms) -> Section | None:
    examples = tuple(parts.example_card(example, catalogue) for example in catalogue.examples_of(record))
    known = (paragraph(catalogue.vocabulary.term("viden", record.evidence).explanation),) if record.evidence else ()
    told: Blocks = (
        *known,
        *parts.figures(record.figures),
        *((Cards(examples, Look.EXAMPLE, level=3),) if examples else ()),
        *parts.voices(record.voices),
        *how_it_went(record, words),
    )
    return section(_("Prøvet her"), *told, key="erfaringer") if told else None


def how_it_went(record: Practice, words: Terms) -> Iterator[Block]:
    """Where it was tried and what came of it: folded where that is much."""
    places = tuple(paragraph(*words.told(place)) for place in record.tried)
    came = (paragraph(_("Det kom der ud af det:")), parts.outcomes(record.outcomes, words)) if record.outcomes else ()
    if (many := len(record.tried) + len(record.outcomes)) > AT_ONCE:
        yield parts.folded(section(_("Sådan gik det"), *places, *came), _("{many} erfaringer").format(many=many))
    else:
        yield from (*places, *came)


def taken_along(record: Practice, catalogue: Catalogue, words: Terms) -> Columns | Section | None:
    """What to bring: sheets, things and time."""
    sheets = tuple(parts.sheet_card(sheet, catalogue) for sheet in catalogue.templates_of(record))
    needs = tuple(practical(record, catalogue))
    found = []
    if sheets:
        found.append(section(_("Skabeloner"), Cards(sheets, Look.SHEET, level=3)))
    if needs:
        found.append(section(_("Praktisk"), Facts(needs)))
    return Columns(tuple((part,) for part in found)) if len(found) > 1 else found[0] if found else None


def practical(record: Practice, catalogue: Catalogue) -> Iterator[tuple[str, Line]]:
    def items(between: str, of: Sequence[Item]) -> Line:
        return join(between, (line(item.text, *own(item.editorial)) for item in of))

    if record.materials:
        yield _("Det skal I have med"), items("; ", record.materials)
    if record.times:
        yield _("Tid"), items(" ", record.times)
    if record.participants:
        yield _("Antal deltagere"), line(how_many(record.participants))


def how_many(participants: Participants) -> str:
    if participants.least and participants.least == participants.most:
        return str(participants.least)
    if participants.least and participants.most:
        return _("{least} til {most}").format(least=participants.least, most=participants.most)
    return (
        _("mindst {least}").format(least=participants.least)
        if participants.least
        else _("højst {most}").format(most=participants.most)
    )


def related(record: Practice, catalogue: Catalogue, words: Terms) -> Section | None:
    def told(relation: Relation) -> Card:
        other = catalogue.by_id[relation.id]
        body = line(relation.reason, *own(relation.editorial))
        label = catalogue.vocabulary.label("relationer", relation.kind) if relation.kind else ""
        return short(other, catalogue, body, label)

    return section(_("Læs også"), Cards(tuple(map(told, record.related)), Look.TILE, level=3)) if record.related else None


def depth(record: Practice, catalogue: Catalogue, words: Terms) -> Iterator[Block]:
    """What is folded at the foot: the record at length, its words, its topics, its sources."""
    cited = join("; ", (parts.cited(citation, catalogue) for citation in record.sources))
    identity = (paragraph(f"{numbered(record)}."),) if record.number else ()
    text = tuple(at_length(record, catalogue, words)) if record.steps else ()
    yield section(
        _("Vil I vide mere?"),
        *(parts.folded(block, _("fortalt i sammenhæng") if block.key == AT_LENGTH else "") for block in text),
        *(parts.folded(explained, _("{n} forklaret").format(n=len(words.used))) for explained in words.section()),
        *map(parts.folded, topics(record, catalogue)),
        *parts.origin(record.sources, record.links, catalogue, *identity, parts.reviewed(record), note=plain(cited)),
        key="mere",
    )


def at_length(record: Practice, catalogue: Catalogue, words: Terms) -> Iterator[Section]:
    """The record at length."""
    sections = record.sections
    if sections.what:
        yield section(_("Hvad det er"), *prose(sections.what, catalogue, words))
    if sections.why:
        yield section(_("Hvorfor"), *prose(sections.why, catalogue, words))
    if sections.how:
        yield section(_("Sådan gør I"), *prose(sections.how, catalogue, words), key=AT_LENGTH if record.steps else "")


def topics(record: Practice, catalogue: Catalogue) -> Iterator[Section]:
    """The words of the vocabularies that the guide is listed by, if any."""

    def listed(name: str, values: Iterable[str]) -> Line:
        return parts.labels(labels(catalogue.vocabulary, name, values))

    rows = (
        (catalogue.chapter("maalgrupper").label, listed("maalgrupper", record.target_groups)),
        (_("Hvor"), listed("rammer", record.settings)),
        *(
            (catalogue.chapter(name).label, listed(name, LISTED_BY[name](record)))
            for name in ("udfordringer", "ressourcer", "temaer", "niveauer", "modeltrin")
        ),
    )
    if found := tuple((name or "", said) for name, said in rows if said):
        yield section(_("Findes under"), Facts(found))


GUIDE: tuple[Callable[[Practice, Catalogue, Terms], Block | None], ...] = (
    how, panels, experience, taken_along, related,
)  # fmt: skip


def by_phase(record: Practice, catalogue: Catalogue) -> tuple[tuple[PhaseSteps, ...], ...]:
    """The phases that have any steps, each with its meetings."""
    return tuple(tuple(group) for _, group in groupby(phases(record, catalogue), key=lambda part: part.phase))


def phases(record: Practice, catalogue: Catalogue) -> tuple[PhaseSteps, ...]:
    """The steps of each phase that has any, meeting by meeting, each with the name of its role."""
    words = catalogue.vocabulary
    known = tuple(zip(record.steps, keys(step.action for step in record.steps), strict=True))
    result = []
    for phase in PHASES:
        here = [(step, key) for step, key in known if step.phase is phase]
        for number, (meeting, found) in enumerate(groupby(here, key=lambda item: item[0].meeting), 1):
            group = list(found)
            steps = tuple((step, words.label("roller", step.role) if step.role else None) for step, _ in group)
            name = phase.value if phase else "trin"
            id = f"{name}-{number}" if meeting else name
            keys_of = tuple(key for _, key in group)
            result.append(PhaseSteps(phase, meeting, meeting or _(HEADINGS[phase]), id, steps, keys_of))
    return tuple(result)


def how_to(record: Practice, catalogue: Catalogue) -> dict[str, object]:
    """The record as a schema.org ``HowTo``: https://schema.org/HowTo."""
    result: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "HowTo",
        "name": record.title,
        "description": record.summary,
        "inLanguage": code(),
        "dateModified": record.reviewed.isoformat(),
        **({"version": record.version} if record.version else {}),
        "keywords": ", ".join(
            (*(label.text for label in labels(catalogue.vocabulary, "temaer", record.themes)), *record.synonyms)
        ),
        "step": [
            {"@type": "HowToStep", "position": position, "text": f"{sentence(step.action)} {step.detail or ''}".strip()}
            for position, step in enumerate(record.steps, 1)
        ],
    }
    if catalogue.publisher.licence_address:
        result["license"] = catalogue.publisher.licence_address
    if record.materials:
        result["supply"] = [{"@type": "HowToSupply", "name": material.text} for material in record.materials]
    return {key: value for key, value in result.items() if value}
