"""A checklist: what to do before, during and after, on paper."""

from dataclasses import dataclass
from datetime import date

from .. import addresses
from ..catalogue import Catalogue
from ..records.parts import Item
from ..records.practice import Practice
from .guide import PhaseSteps, phases
from .key import keys
from .listing import Entry, templates_of


@dataclass(frozen=True)
class Checklist:
    address: str
    guide: str
    id: str
    title: str
    version: str
    reviewed: date
    reviewer: str
    draft: bool
    phases: tuple[PhaseSteps, ...]
    materials: tuple[tuple[Item, str], ...]
    """What to bring, each with its key."""
    questions: tuple[Item, ...]
    care: tuple[Item, ...]
    templates: tuple[Entry, ...]
    marked: bool
    """Whether something on the sheet is the editors' suggestion, so that the foot explains the mark."""


def checklist(record: Practice, catalogue: Catalogue) -> Checklist:
    """The checklist of an intervention or a method."""
    return Checklist(
        address=addresses.sheet(record, "tjekliste"),
        guide=addresses.page(record),
        id=record.id,
        title=record.title,
        version=record.version,
        reviewed=record.reviewed,
        reviewer=record.reviewer,
        draft=record.is_draft,
        phases=phases(record, catalogue),
        materials=tuple(zip(record.materials, keys(material.text for material in record.materials), strict=True)),
        questions=record.questions,
        care=record.care,
        templates=templates_of(record, catalogue),
        marked=any(step.editorial for step in record.steps)
        or any(item.editorial for item in (*record.materials, *record.questions, *record.care)),
    )
