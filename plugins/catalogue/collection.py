"""The whole catalogue as one value: every record, every word, and the pages written by hand."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from .model import Area, Chapter, Entry, Example, Film, Intervention, Method, Name, Practice, Record, SearchWords, Template
from .page import HandPage
from .plan import Plan
from .problems import Origin
from .publisher import Publisher
from .vocabulary import Vocabulary

# The pages whose list is derived and whose first words are a chapter.
CHAPTERS = (
    "indsatser", "metoder", "eksempler", "omraader", "undervisning", "skabeloner", "ordliste",
    "temaer", "maalgrupper", "roller", "udfordringer", "ressourcer", "modeltrin", "niveauer",
)  # fmt: skip

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Written:
    """A page written by hand that is a chapter of the printed catalogue: its path in ``content/``, and its Markdown."""

    path: str
    text: str


@dataclass(frozen=True)
class Catalogue:
    """Records in the order they are shown.

    ``known`` are the paths of every record file, also of one that could not be read: a reference to it
    is not wrong. ``pages`` and ``images`` are the files of ``content/``, relative to it, and ``by_hand`` is what
    its Markdown files say. ``search_words`` are what people type, with the place of each group.
    """

    vocabulary: Vocabulary
    interventions: tuple[Intervention, ...] = ()
    methods: tuple[Method, ...] = ()
    examples: tuple[Example, ...] = ()
    areas: tuple[Area, ...] = ()
    films: tuple[Film, ...] = ()
    templates: tuple[Template, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    glossary: tuple[Entry, ...] = ()
    names: tuple[Name, ...] = ()
    plan: Plan | None = None
    written: tuple[Written, ...] = ()
    publisher: Publisher = field(default_factory=Publisher)
    known: frozenset[str] = frozenset()
    pages: tuple[str, ...] = ()
    images: frozenset[str] = frozenset()
    by_hand: tuple[HandPage, ...] = ()
    search_words: tuple[tuple[Origin, SearchWords], ...] = ()

    @property
    def practices(self) -> tuple[Practice, ...]:
        """What there is a guide to: the interventions, then the methods."""
        return (*self.interventions, *self.methods)

    @property
    def shown(self) -> tuple[Practice | Example | Area | Film | Template, ...]:
        """The records that have a page of their own."""
        return (*self.practices, *self.examples, *self.areas, *self.films, *self.templates)

    @property
    def records(self) -> tuple[Record, ...]:
        return (*self.shown, *self.chapters)

    def chapter(self, id: str) -> Chapter:
        return next(record for record in self.chapters if record.id == id)

    def examples_of(self, practice: Practice) -> Iterator[Example]:
        return (example for example in self.examples if example.intervention == practice.id)

    def templates_of(self, record: Practice | Example) -> Iterator[Template]:
        return (template for template in self.templates if record.id in template.belongs)

    def published(self) -> "Catalogue":
        """The catalogue without its drafts."""
        return replace(
            self,
            interventions=_without_drafts(self.interventions),
            methods=_without_drafts(self.methods),
            examples=_without_drafts(self.examples),
            films=_without_drafts(self.films),
            templates=_without_drafts(self.templates),
        )


def find(records: tuple[R, ...], id: str) -> R:
    """The record with the id; there is one, for the rules have seen to it."""
    return next(record for record in records if record.id == id)


def _without_drafts(records: tuple[R, ...]) -> tuple[R, ...]:
    return tuple(record for record in records if not record.is_draft)
