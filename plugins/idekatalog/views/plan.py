"""An action plan: what the chosen guides ask for, before a script merges them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .. import addresses
from ..catalogue import Catalogue
from ..document.says import MARKED
from ..language.words import _
from ..records.kinds import kind_of
from ..records.parts import Item
from ..records.practice import Practice, Presence
from .guide import phases
from .parts import notes, read_through


@dataclass(frozen=True)
class PlannedStep:
    """A step by its key, what is said small after it, and what to bear in mind on paper."""

    key: str
    text: str
    note: str
    remember: str


@dataclass(frozen=True)
class PlannedItem:
    """A thing to bring or to take care of, and what is said small after it."""

    text: str
    note: str


@dataclass(frozen=True)
class PlannedTask:
    """What a role does, and whether it always does."""

    role: str
    presence: str
    text: str


@dataclass(frozen=True)
class Planned:
    """A guide as far as a plan needs it, in the words that stand there."""

    id: str
    kind: str
    title: str
    imprint: str
    guide: str
    checklist: str
    drawing: str
    phases: dict[str, tuple[PlannedStep, ...]]
    tasks: tuple[PlannedTask, ...]
    challenges: tuple[str, ...]
    resources: tuple[str, ...]
    materials: tuple[PlannedItem, ...]
    care: tuple[PlannedItem, ...]


@dataclass(frozen=True)
class Choice:
    """A guide that can be chosen."""

    id: str
    title: str
    checklist: str


@dataclass(frozen=True)
class ActionPlan:
    address: str
    groups: tuple[tuple[str, tuple[Choice, ...]], ...]
    """The guides of each list that has any, under what the list is called."""


def action_plan(catalogue: Catalogue) -> ActionPlan:
    """Every guide that can be chosen, interventions first."""
    guides = (
        (catalogue.chapter(kind_of(records[0]).address).title, tuple(map(_choice, records)))
        for records in (catalogue.interventions, catalogue.methods)
        if records
    )
    return ActionPlan(addresses.ACTION_PLAN, tuple(guides))


def _choice(record: Practice) -> Choice:
    return Choice(record.id, record.title, addresses.sheet(record, "tjekliste"))


def planned(record: Practice, catalogue: Catalogue) -> Planned:
    """What a plan needs of a guide."""
    words, drawn = catalogue.vocabulary, catalogue.drawing(kind_of(record).address, record.id)
    return Planned(
        id=record.id,
        kind=catalogue.called(record),
        title=record.title,
        imprint=", ".join(
            filter(
                None,
                (
                    record.id,
                    record.version and _("version {version}").format(version=record.version),
                    _("gennemgået {date}").format(date=read_through(record)),
                ),
            )
        ),
        guide=addresses.path(addresses.page(record)),
        checklist=addresses.path(addresses.sheet(record, "tjekliste")),
        drawing=f"/{drawn.file}" if drawn else "",
        phases=_steps(record, catalogue),
        tasks=tuple(_tasks(record, catalogue)),
        challenges=tuple(words.label("udfordringer", challenge) for challenge in record.challenges),
        resources=tuple(words.label("ressourcer", resource) for resource in record.resources),
        materials=tuple(_items(record.materials)),
        care=tuple(_items(record.care)),
    )


def _steps(record: Practice, catalogue: Catalogue) -> dict[str, tuple[PlannedStep, ...]]:
    """The steps of each phase that has any."""
    result: dict[str, tuple[PlannedStep, ...]] = {}
    for part in phases(record, catalogue):
        found = (
            PlannedStep(
                f"{record.id}.{key}",
                step.action,
                notes(step, role, _(MARKED) if step.editorial else None, meeting=step.meeting),
                step.on_paper or "",
            )
            for key, (step, role) in zip(part.keys, part.steps, strict=True)
        )
        phase = part.phase.value if part.phase else "trin"
        result[phase] = (*result.get(phase, ()), *found)
    return result


def _tasks(record: Practice, catalogue: Catalogue) -> Iterator[PlannedTask]:
    for role in record.roles:
        presence = "" if role.presence is Presence.ALWAYS else role.presence.value
        yield PlannedTask(catalogue.vocabulary.label("roller", role.role), presence, role.task)


def _items(items: Iterable[Item]) -> Iterator[PlannedItem]:
    for item in items:
        yield PlannedItem(item.text, _(MARKED) if item.editorial else "")
