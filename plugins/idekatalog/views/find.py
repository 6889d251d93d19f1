"""Find what helps: what one can choose, which guides carry each choice, and what is compared of them."""

from dataclasses import dataclass

from .. import addresses
from ..catalogue import LISTED_BY, Catalogue
from ..language.slug import slug
from ..records.example import Example
from ..records.kinds import kind_of
from ..records.parts import Phase
from ..records.practice import Practice, Presence

# The questions of the analysis, in its order: the list of words each is answered with, and the question.
QUESTIONS = (
    ("udfordringer", "Hvad ser I?"),
    ("ressourcer", "Hvad har I?"),
    ("maalgrupper", "Hvem er det for?"),
    ("roller", "Hvem er du?"),
    ("niveauer", "Gælder det en gruppe eller et område?"),
)


@dataclass(frozen=True)
class Choice:
    """A word one can choose, on how many guides it stands, and where they are listed."""

    value: str
    label: str
    count: int
    address: str


@dataclass(frozen=True)
class Question:
    name: str
    question: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Candidate:
    """A guide as the choice is made: what it carries, by question; and what is compared."""

    id: str
    noun: str
    title: str
    summary: str
    address: str
    checklist: str
    carries: dict[str, tuple[str, ...]]
    target_groups: tuple[str, ...]
    roles: tuple[str, ...]
    steps: dict[Phase, tuple[str, ...]]
    figures: tuple[str, ...]
    outcomes: tuple[str, ...]


@dataclass(frozen=True)
class Find:
    address: str
    questions: tuple[Question, ...]
    candidates: tuple[Candidate, ...]


def find(catalogue: Catalogue) -> Find:
    """The questions with the words some guide carries, and every guide."""
    return Find(
        address=addresses.FIND,
        questions=tuple(_question(name, question, catalogue) for name, question in QUESTIONS),
        candidates=tuple(_candidate(record, catalogue) for record in catalogue.practices),
    )


def _question(name: str, question: str, catalogue: Catalogue) -> Question:
    carried = [value for record in catalogue.practices for value in LISTED_BY[name](record)]
    return Question(
        name,
        question,
        tuple(
            Choice(
                term.value,
                term.label,
                carried.count(term.value),
                f"{addresses.listing(name)}#{slug(term.label)}",
            )
            for term in catalogue.vocabulary.terms(name)
            if term.value in carried
        ),
    )


def _candidate(record: Practice, catalogue: Catalogue) -> Candidate:
    words = catalogue.vocabulary
    # What came of it stands in the guide and in its examples; to whoever compares, it is one thing.
    told: tuple[Practice | Example, ...] = (record, *catalogue.examples_of(record))
    return Candidate(
        id=record.id,
        noun=kind_of(record).noun,
        title=record.title,
        summary=record.summary,
        address=addresses.page(record),
        checklist=addresses.sheet(record, "tjekliste"),
        carries={name: tuple(LISTED_BY[name](record)) for name, _ in QUESTIONS},
        target_groups=tuple(words.label("maalgrupper", value) for value in record.target_groups),
        roles=tuple(
            f"{words.label('roller', role.role)}{'' if role.presence is Presence.ALWAYS else f' ({role.presence.value})'}"
            for role in record.roles
        ),
        steps={
            phase: tuple(step.action for step in record.steps if step.phase is phase)
            for phase in Phase
            if any(step.phase is phase for step in record.steps)
        },
        figures=tuple(f"{figure.figure} {figure.meaning}" for source in told for figure in source.figures),
        outcomes=tuple(outcome.told for source in told for outcome in source.outcomes),
    )
