"""Compare: what people choose between guides by, a row for each thing. What a record does not say is an empty row."""

from dataclasses import dataclass

from .. import addresses
from ..catalogue import Catalogue
from ..document.says import MARKED
from ..records.example import Example
from ..records.parts import Item, Phase
from ..records.practice import Practice, Presence, Step
from .card import tried_in
from .guide import HEADINGS, how_many


@dataclass(frozen=True)
class Row:
    """One thing that is compared. Where the texts are steps that are ``taken``, their number is what one sees first."""

    name: str
    texts: tuple[str, ...]
    taken: bool = False


@dataclass(frozen=True)
class Compared:
    """A guide as it stands beside others; every guide has the same rows in the same order."""

    id: str
    kind: str
    title: str
    address: str
    checklist: str
    rows: tuple[Row, ...]


def compared(record: Practice, catalogue: Catalogue) -> Compared:
    """A guide and all that is compared of it."""
    words = catalogue.vocabulary
    # What came of it stands in the guide and in its examples; to whoever compares, it is one thing.
    told: tuple[Practice | Example, ...] = (record, *catalogue.examples_of(record))

    def labels(name: str, values: tuple[str, ...]) -> tuple[str, ...]:
        """The words in one line."""
        return (", ".join(words.label(name, value) for value in values),) if values else ()

    def roles(presence: Presence) -> Row:
        named = tuple(role.role for role in record.roles if role.presence is presence)
        return Row(f"Roller: {presence.word.lower()}", labels("roller", named))

    def steps(phase: Phase | None) -> Row:
        here = (step for step in record.steps if step.phase is phase)
        return Row(
            f"Trin {HEADINGS[phase].lower()}" if phase else "Trin", tuple(_own(step.action, step) for step in here), taken=True
        )

    def items(listed: tuple[Item, ...]) -> tuple[str, ...]:
        return tuple(_own(item.text, item) for item in listed)

    rows = (
        Row("Brug den, når", (record.problem,) if record.problem else ()),
        Row("For hvem", labels("maalgrupper", record.target_groups)),
        Row("Antal deltagere", (how_many(record.participants),) if record.participants else ()),
        Row("Tid", items(record.times)),
        Row("Hvor", labels("rammer", record.settings)),
        *map(steps, (*Phase, None)),
        *map(roles, Presence),
        Row("Det skal I have med", items(record.materials)),
        Row("Prøvet i", (*tried_in(record, catalogue), *record.tried)),
        Row("Tal", tuple(f"{figure.figure} {figure.meaning}" for source in told for figure in source.figures)),
        Row("Det kom der ud af det", tuple(outcome.told for source in told for outcome in source.outcomes)),
        Row("Bygger på", labels("ressourcer", record.resources)),
        Row("Erfaringerne bygger på", labels("viden", (record.evidence,) if record.evidence else ())),
    )
    return Compared(
        id=record.id,
        kind=catalogue.called(record),
        title=record.title,
        address=addresses.page(record),
        checklist=addresses.sheet(record, "tjekliste"),
        rows=rows,
    )


def _own(text: str, said: Item | Step) -> str:
    """What the editors suggest says so."""
    return f"{text} ({MARKED})" if said.editorial else text
