"""The whole catalogue as one value: every record, every word, and the pages written by hand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from .model import Area, Chapter, Example, Intervention, Record
from .vocabulary import Vocabulary

# The pages whose list is derived and whose first words are a chapter.
CHAPTERS = ("indsatser", "temaer", "maalgrupper", "roller")


@dataclass(frozen=True)
class Catalogue:
    """Records in the order they are shown.

    ``known`` are the paths of every record file, also of one that could not be read: a reference to it
    is not wrong. ``pages`` and ``images`` are the files of ``content/``, relative to it.
    """

    vocabulary: Vocabulary
    interventions: tuple[Intervention, ...] = ()
    examples: tuple[Example, ...] = ()
    areas: tuple[Area, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    known: frozenset[str] = frozenset()
    pages: tuple[str, ...] = ()
    images: frozenset[str] = frozenset()

    @property
    def records(self) -> tuple[Record, ...]:
        return (*self.interventions, *self.examples, *self.areas, *self.chapters)

    def intervention(self, id: str) -> Intervention:
        return next(record for record in self.interventions if record.id == id)

    def area(self, id: str) -> Area:
        return next(record for record in self.areas if record.id == id)

    def chapter(self, id: str) -> Chapter:
        return next(record for record in self.chapters if record.id == id)

    def examples_of(self, intervention: Intervention) -> Iterator[Example]:
        return (example for example in self.examples if example.intervention == intervention.id)

    def published(self) -> "Catalogue":
        """The catalogue without its drafts."""
        return replace(
            self,
            interventions=tuple(record for record in self.interventions if not record.is_draft),
            examples=tuple(record for record in self.examples if not record.is_draft),
        )
