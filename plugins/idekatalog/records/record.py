"""What every record has, whatever its kind."""

from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pydantic import PrivateAttr, model_validator
from pydantic.fields import FieldInfo

from ..reading import source, text
from ..reading.problems import Origin
from .aliases import in_danish
from .fields import IsoDate, Line, Part, optional, required


class Status(Enum):
    """Whether a record is shown to everyone or only to those who write."""

    PUBLISHED = "udgivet"
    DRAFT = "kladde"


class Record(Part):
    """What every record has: an id (the stem of its file), its file, and the lines it came from."""

    _path: str = PrivateAttr("")
    _raw: bytes = PrivateAttr(b"")

    @cached_property
    def id(self) -> str:
        return PurePosixPath(self._path).stem

    @cached_property
    def path(self) -> str:
        """The file of the record, relative to the catalogue's root."""
        return self._path

    @cached_property
    def digest(self) -> str:
        """The digest of what the file of the record says, and where it lies."""
        return source.digest(self._path, self._raw)

    @cached_property
    def node(self) -> source.Fields:
        """The record as its file has it, line by line: read again, since only who has something to say about the file asks."""
        read = source.record if self._path.endswith(".md") else source.data
        node = in_danish(type(self), self._path, read(self._path, self._raw, []), [])
        return node if isinstance(node, source.Fields) else source.Fields(1)

    def origin(self, *where: str | int) -> Origin:
        """The place in the file of what the Danish keys and indices lead to."""
        return Origin(self._path, source.line(self.node, where))

    def texts(self) -> Iterator[tuple[tuple[str | int, ...], source.Text]]:
        """Every text of the record as it was typed, with the Danish keys and indices that lead to it."""
        return source.texts(self.node)

    @property
    def prose(self) -> dict[str, str]:
        """Heading to text of the sections; none by default."""
        return {}

    @cached_property
    def references(self) -> tuple[tuple[str, str, str, int], ...]:
        """What the sections point to: heading, ``link`` or ``image``, target, and how many lines below the text begins."""
        return tuple((heading, *found) for heading, prose in self.prose.items() for found in text.references(prose))

    @property
    def is_draft(self) -> bool:
        return False


class Sections(Part):
    """The ``##`` sections of a record: the alias is the heading. A heading without a text was meant for one: that is told."""

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, fields: object) -> object:
        return fields


class Titled(Record):
    """A record that lists and links can name: all but those that are a single file of data."""

    if TYPE_CHECKING:
        # Each class has them as fields of its own: inherited, they would come first in the data.
        title: str
        summary: str
        sections: Sections

    @property
    def prose(self) -> dict[str, str]:
        return self.sections.model_dump(by_alias=True, exclude_none=True)

    @property
    def other_names(self) -> tuple[str, ...]:
        """What people call it besides its title, and search for."""
        return ()

    @property
    def related_ids(self) -> tuple[str, ...]:
        """The ids of the records its reader should see too."""
        return ()


class Reviewed(Titled):
    """A record that is reviewed, versioned and, while it is a draft, shown only to those who write."""

    status: Status = required("status", "udgivet: synlig for alle. kladde: kun synlig, mens I skriver.")
    reviewed: IsoDate = required("gennemgaaet", "Dagen, hvor nogen sidst læste hele posten igennem.")
    reviewer: Line | None = optional("gennemgaaet_af", "Hvem der læste den igennem, fx redaktionen.", None)
    version: Line | None = optional("version", 'Hæv den, når indholdet ændres, fx fra "1.0" til "1.1".', None)

    @property
    def is_draft(self) -> bool:
        return self.status is Status.DRAFT


def in_order(kind: type[Record]) -> list[FieldInfo]:
    """The fields of a record in the order they are written in.

    First its own, then who reviewed it, and last what it is found by, which is long.
    """
    fields = [(name, field) for name, field in kind.model_fields.items() if field.alias != source.SECTIONS]
    last = [field for _, field in fields if field.alias == source.ASKED]
    review = [field for name, field in fields if name in Reviewed.model_fields]
    return [*(field for _, field in fields if field not in review + last), *review, *last]
