"""An action plan: what the chosen guides ask for, before a script merges them."""

from dataclasses import dataclass
from datetime import date

from .. import addresses
from ..catalogue import Catalogue
from ..records.kinds import kind_of
from ..records.parts import Item
from ..records.practice import Practice, Step
from .guide import phases


@dataclass(frozen=True)
class PlannedStep:
    action: str
    skippable: bool
    occasion: str | None
    meeting: str | None
    role: str | None
    editorial: bool


@dataclass(frozen=True)
class PlannedTask:
    role: str
    task: str
    presence: str


@dataclass(frozen=True)
class PlannedItem:
    text: str
    editorial: bool


@dataclass(frozen=True)
class Planned:
    """A guide as far as a plan needs it."""

    id: str
    noun: str
    title: str
    version: str
    reviewed: date
    reviewer: str
    guide: str
    checklist: str
    phases: dict[str, tuple[PlannedStep, ...]]
    tasks: tuple[PlannedTask, ...]
    challenges: tuple[str, ...]
    resources: tuple[str, ...]
    materials: tuple[PlannedItem, ...]
    care: tuple[PlannedItem, ...]


@dataclass(frozen=True)
class ActionPlan:
    address: str
    guides: tuple[Planned, ...]


def action_plan(catalogue: Catalogue) -> ActionPlan:
    """Every guide that can be chosen, interventions first."""
    return ActionPlan(addresses.ACTION_PLAN, tuple(planned(record, catalogue) for record in catalogue.practices))


def planned(record: Practice, catalogue: Catalogue) -> Planned:
    words = catalogue.vocabulary
    parts = phases(record, catalogue)
    return Planned(
        id=record.id,
        noun=kind_of(record).noun,
        title=record.title,
        version=record.version,
        reviewed=record.reviewed,
        reviewer=record.reviewer,
        guide=addresses.path(addresses.page(record)),
        checklist=addresses.path(addresses.sheet(record, "tjekliste")),
        phases={
            phase.value: tuple(_step(step, role) for part in parts if part.phase is phase for step, role in part.steps)
            for phase in dict.fromkeys(part.phase for part in parts)
        },
        tasks=tuple(PlannedTask(words.label("roller", role.role), role.task, role.presence.value) for role in record.roles),
        challenges=tuple(words.label("udfordringer", challenge) for challenge in record.challenges),
        resources=tuple(words.label("ressourcer", resource) for resource in record.resources),
        materials=_items(record.materials),
        care=_items(record.care),
    )


def _step(step: Step, role: str | None) -> PlannedStep:
    occasion = step.occasion.word if step.occasion else None
    return PlannedStep(step.action, step.skippable, occasion, step.meeting, role, step.editorial)


def _items(items: tuple[Item, ...]) -> tuple[PlannedItem, ...]:
    return tuple(PlannedItem(item.text, item.editorial) for item in items)
