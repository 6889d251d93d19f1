"""An action plan: what the chosen guides ask for, before a script merges them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .. import addresses
from ..catalogue import Catalogue
from ..document.says import MARKED
from ..language.danish import long_date
from ..records.kinds import kind_of
from ..records.parts import Item
from ..records.practice import Practice, Presence
from .guide import phases
from .parts import joined, notes


@dataclass(frozen=True)
class PlannedItem:
    """A step, or a thing to bring or to take care of, and what is said small after it: whose it is first of all."""

    text: str
    note: str


@dataclass(frozen=True)
class PlannedTask:
    role: str
    text: str


@dataclass(frozen=True)
class Planned:
    """A guide as far as a plan needs it, in the words that stand there."""

    id: str
    noun: str
    title: str
    imprint: str
    guide: str
    checklist: str
    phases: dict[str, tuple[PlannedItem, ...]]
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
    return Planned(
        id=record.id,
        noun=kind_of(record).noun,
        title=record.title,
        imprint=f"{record.id}, version {record.version}, gennemgået {long_date(record.reviewed)} af {record.reviewer}",
        guide=addresses.path(addresses.page(record)),
        checklist=addresses.path(addresses.sheet(record, "tjekliste")),
        phases=_steps(record, catalogue),
        tasks=tuple(_tasks(record, catalogue)),
        challenges=tuple(words.label("udfordringer", challenge) for challenge in record.challenges),
        resources=tuple(words.label("ressourcer", resource) for resource in record.resources),
        materials=tuple(_items(record.title, record.materials)),
        care=tuple(_items(record.title, record.care)),
    )


def _steps(record: Practice, catalogue: Catalogue) -> dict[str, tuple[PlannedItem, ...]]:
    """The steps of each phase that has any."""
    result: dict[str, tuple[PlannedItem, ...]] = {}
    for part in phases(record, catalogue):
        found = (
            PlannedItem(step.action, notes(step, record.title, role, MARKED if step.editorial else None, meeting=step.meeting))
            for step, role in part.steps
        )
        result[part.phase.value] = (*result.get(part.phase.value, ()), *found)
    return result


def _tasks(record: Practice, catalogue: Catalogue) -> Iterator[PlannedTask]:
    for role in record.roles:
        presence = "" if role.presence is Presence.ALWAYS else f" ({role.presence.value})"
        yield PlannedTask(catalogue.vocabulary.label("roller", role.role), f"{record.title}{presence}: {role.task}")


def _items(whose: str, items: Iterable[Item]) -> Iterator[PlannedItem]:
    for item in items:
        yield PlannedItem(item.text, joined(whose, MARKED if item.editorial else None))
