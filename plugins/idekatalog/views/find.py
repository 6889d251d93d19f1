"""Find what helps: what one can choose, which guides carry each choice, and what is said of a guide that is found."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from .. import addresses
from ..catalogue import LISTED_BY, Catalogue, Drawing
from ..records.practice import Practice, Presence
from .card import tried_in

SIGNS = "tegn"
"""The folder of the drawings that are signs: on a square of 24, in lines that take the colour of the page."""


@dataclass(frozen=True)
class Choice:
    """A word one can choose, on how many guides it stands, where they are listed, and its sign, if one is drawn."""

    value: str
    label: str
    count: int
    address: str
    sign: Drawing | None = None


@dataclass(frozen=True)
class Question:
    name: str
    question: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Candidate:
    """A guide as it is found: what it carries, as places in the list of all choices; and what is said of it."""

    id: str
    kind: str
    title: str
    summary: str
    address: str
    checklist: str
    carries: tuple[int, ...]
    steps: int
    roles: int
    """How many roles are always part of it."""
    times: tuple[str, ...]
    tried: tuple[str, ...]


@dataclass(frozen=True)
class Find:
    address: str
    questions: tuple[Question, ...]
    candidates: tuple[Candidate, ...]


def find(catalogue: Catalogue) -> Find:
    """The questions with the words some guide carries, and every guide."""
    questions = tuple(_question(name, catalogue) for name in catalogue.questions)
    choices = [(question.name, choice.value) for question in questions for choice in question.choices]
    places = {choice: place for place, choice in enumerate(choices)}
    return Find(addresses.FIND, questions, tuple(_candidate(record, places, catalogue) for record in catalogue.practices))


def _question(name: str, catalogue: Catalogue) -> Question:
    carried = Counter(value for record in catalogue.practices for value in LISTED_BY[name](record))
    return Question(
        name,
        catalogue.chapter(name).question or "",
        tuple(
            Choice(
                term.value,
                term.label,
                carried[term.value],
                addresses.group(name, term.value),
                catalogue.drawing(f"{SIGNS}/{name}", term.value),
            )
            for term in catalogue.vocabulary.terms(name)
            if term.value in carried
        ),
    )


def _candidate(record: Practice, places: Mapping[tuple[str, str], int], catalogue: Catalogue) -> Candidate:
    return Candidate(
        id=record.id,
        kind=catalogue.called(record),
        title=record.title,
        summary=record.summary,
        address=addresses.page(record),
        checklist=addresses.sheet(record, "tjekliste"),
        carries=tuple(sorted(places[name, value] for name in catalogue.questions for value in LISTED_BY[name](record))),
        steps=len(record.steps),
        roles=sum(role.presence is Presence.ALWAYS for role in record.roles),
        times=tuple(time.text for time in record.times),
        tried=tried_in(record, catalogue),
    )
