"""An action plan: what the chosen guides ask for, before a script merges them."""

from dataclasses import dataclass
from datetime import date

from .. import addresses
from ..collection import Catalogue
from ..model import Practice
from .guide import phases


@dataclass(frozen=True)
class PlannedStep:
    action: str
    core: bool
    role: str | None


@dataclass(frozen=True)
class PlannedTask:
    role: str
    task: str
    needed: bool


@dataclass(frozen=True)
class Planned:
    """A guide as far as a plan needs it."""

    id: str
    noun: str
    title: str
    version: str
    reviewed: date
    guide: str
    checklist: str
    phases: dict[str, tuple[PlannedStep, ...]]
    tasks: tuple[PlannedTask, ...]
    challenges: tuple[str, ...]
    resources: tuple[str, ...]
    materials: tuple[str, ...]
    care: tuple[str, ...]


@dataclass(frozen=True)
class ActionPlan:
    address: str
    guides: tuple[Planned, ...]


def action_plan(catalogue: Catalogue) -> ActionPlan:
    """Every guide that can be chosen, interventions first."""
    return ActionPlan(addresses.ACTION_PLAN, tuple(planned(record, catalogue) for record in catalogue.practices))


def planned(record: Practice, catalogue: Catalogue) -> Planned:
    words = catalogue.vocabulary
    return Planned(
        id=record.id,
        noun=record.noun,
        title=record.title,
        version=record.version,
        reviewed=record.reviewed,
        guide=addresses.path(addresses.page(record)),
        checklist=addresses.path(addresses.sheet(record, "tjekliste")),
        phases={
            part.phase.value: tuple(PlannedStep(step.action, step.core, role) for step, role in part.steps)
            for part in phases(record, catalogue)
        },
        tasks=tuple(PlannedTask(words.label("roller", role.role), role.task, role.needed) for role in record.roles),
        challenges=tuple(words.label("udfordringer", challenge) for challenge in record.challenges),
        resources=tuple(words.label("ressourcer", resource) for resource in record.resources),
        materials=record.materials,
        care=record.care,
    )
