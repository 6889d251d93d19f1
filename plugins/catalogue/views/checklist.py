"""A checklist: what to do before, during and after, on paper."""

from dataclasses import dataclass
from datetime import date

from .. import addresses
from ..collection import Catalogue
from ..model import Practice
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
    draft: bool
    phases: tuple[PhaseSteps, ...]
    materials: tuple[tuple[str, str], ...]
    """What to bring, each with its key."""
    questions: tuple[str, ...]
    care: tuple[str, ...]
    templates: tuple[Entry, ...]


def checklist(record: Practice, catalogue: Catalogue) -> Checklist:
    """The checklist of an intervention or a method."""
    return Checklist(
        address=addresses.sheet(record, "tjekliste"),
        guide=addresses.page(record),
        id=record.id,
        title=record.title,
        version=record.version,
        reviewed=record.reviewed,
        draft=record.is_draft,
        phases=phases(record, catalogue),
        materials=tuple(zip(record.materials, keys(record.materials), strict=True)),
        questions=record.questions,
        care=record.care,
        templates=templates_of(record, catalogue),
    )
