"""Compare: what people choose between guides by, a row for each thing. What a record does not say is an empty row."""

from dataclasses import dataclass

from .. import addresses
from ..catalogue import Catalogue
from ..document.says import MARKED
from ..language.words import _
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
        return Row(_("Roller: {word}").format(word=presence.word.lower()), labels("roller", named))

    def steps(phase: Phase | None) -> Row:
        here = (step for step in record.steps if step.phase is phase)
        return Row(
            _("Trin {phase}").format(phase=_(HEADINGS[phase]).lower()) if phase else _("Trin"),
            tuple(_own(step.action, step) for step in here),
            taken=True,
        )

    def items(listed: tuple[Item, ...]) -> tuple[str, ...]:
        return tuple(_own(item.text, item) for item in listed)

    rows = (
        Row(_("Brug den, når"), (record.problem,) if record.problem else ()),
        Row(_("For hvem"), labels("maalgrupper", record.target_groups)),
        Row(_("Antal deltagere"), (how_many(record.participants),) if record.participants else ()),
        Row(_("Tid"), items(record.times)),
        Row(_("Hvor"), labels("rammer", record.settings)),
        *map(steps, (*Phase, None)),
        *map(roles, Presence),
        Row(_("Det skal I have med"), items(record.materials)),
        Row(_("Prøvet i"), (*tried_in(record, catalogue), *record.tried)),
        Row(_("Tal"), tuple(f"{figure.figure} {figure.meaning}" for source in told for figure in source.figures)),
        Row(_("Det kom der ud af det"), tuple(outcome.told for source in told for outcome in source.outcomes)),
        Row(_("Bygger på"), labels("ressourcer", record.resources)),
        Row(_("Erfaringerne bygger på"), labels("viden", (record.evidence,) if record.evidence else ())),
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
    return f"{text} ({_(MARKED)})" if said.editorial else text
