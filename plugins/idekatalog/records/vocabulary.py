"""The controlled words of ``data/vocabulary``: one file a list."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from ..language.slug import slug
from ..language.words import _
from ..reading import source, text
from ..reading.problems import Origin, Problem
from .aliases import in_danish
from .errors import build
from .fields import Line, Part, optional, required

# The lists that a catalogue may have.
NAMES = (
    "temaer", "udfordringer", "ressourcer", "maalgrupper", "roller", "rammer", "niveauer", "modeltrin",
    "relationer", "viden", "kilder",
)  # fmt: skip


class Term(Part):
    """One value of a controlled vocabulary. Its place in the file is its place on the pages."""

    value: Line = required("vaerdi", "Det, posterne skriver: små bogstaver uden æ, ø og å.")
    label: Line = required("navn", "Det, læseren ser.")
    explanation: Line = required("forklaring", "Hvad det dækker, i en sætning.")
    synonyms: tuple[Line, ...] = optional("synonymer", "Det, folk ellers siger og søger efter.", min_length=1)
    group: Line | None = optional(
        "gruppe",
        "Kun målgrupper og rammer: knappen over listen af indsatser, som ordet hører under. Flere ord kan have samme gruppe.",
        None,
    )


class SearchWords(Part):
    """Words people type that the texts do not use, each with the words of the texts that mean the same."""

    why: Line = required("hvorfor", "Hvad ordene har til fælles, og hvorfor de er her.")
    words: dict[Line, Annotated[tuple[Line, ...], Field(min_length=1)]] = required(
        "ord", "Det, folk skriver, et kolon, og i kantede parenteser de ord, som kataloget bruger.", min_length=1
    )


@dataclass(frozen=True)
class Vocabulary:
    """List name to its terms by value, both in the order of the files. A catalogue need not have every list."""

    lists: Mapping[str, Mapping[str, Term]]

    def terms(self, name: str) -> tuple[Term, ...]:
        return tuple(self.lists.get(name, {}).values())

    def term(self, name: str, value: str) -> Term:
        return self.lists[name][value]

    def groups(self, name: str) -> tuple[str, ...]:
        """What the words of a list are gathered under, in the order of the file; none where no word says."""
        return tuple(dict.fromkeys(term.group for term in self.terms(name) if term.group))

    def label(self, name: str, value: str) -> str:
        return self.lists[name][value].label


def read(path: str, raw: bytes, problems: list[Problem]) -> dict[str, Term] | None:
    """The terms of one list by value; None, and the problems, where one of them does not fit."""
    found: list[Problem] = []
    node = in_danish(Term, path, source.data(path, raw, found), found)
    terms: dict[str, Term] = {}
    names: set[str] = set()
    if isinstance(node, source.Items):
        found.extend((*text.problems(path, node), *text.unprintable(path, node)))
        for item in node.items:
            if term := build(Term, path, item, found, {}):
                found.extend(_problems(Origin(path, item.line), term, terms, names))
                names.add(slug(term.label))
                terms[term.value] = term
    elif not found:
        found.append(Problem(Origin(path, 1), "fil", _("er ikke en liste"), _("begynd hvert ord med - vaerdi:")))
    problems.extend(found)
    return None if found else terms


def _problems(origin: Origin, term: Term, before: Mapping[str, Term], names: Set[str]) -> Iterator[Problem]:
    if term.value != slug(term.value):
        yield Problem(
            origin,
            "vaerdi",
            _("'{value}' kan ikke bruges i en adresse").format(value=term.value),
            _("skriv {slug}").format(slug=slug(term.value)),
        )
    if term.value in before:
        yield Problem(origin, "vaerdi", _("'{value}' står to gange").format(value=term.value), _("slet det ene"))
    elif slug(term.label) in names:
        yield Problem(origin, "navn", _("'{label}' står to gange").format(label=term.label), _("giv de to ord hvert sit navn"))
