"""The whole catalogue as one value: every record, every word, and the pages written by hand."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeAlias, TypeVar

from .handwritten import HandPage
from .problems import Origin
from .records.area import Area
from .records.area_map import AreaMap
from .records.chapter import Chapter
from .records.example import Example
from .records.film import Film
from .records.glossary import Entry, Name
from .records.practice import Intervention, Method, Practice
from .records.publisher import Publisher
from .records.record import Record
from .records.template import Template
from .records.vocabulary import Vocabulary

LISTED_BY: dict[str, Callable[[Practice], Mapping[str, str | None]]] = {
    "temaer": lambda record: dict.fromkeys(record.themes),
    "maalgrupper": lambda record: dict.fromkeys(record.target_groups),
    "roller": lambda record: {role.role: role.task for role in record.roles},
    "udfordringer": lambda record: dict.fromkeys(record.challenges),
    "ressourcer": lambda record: dict.fromkeys(record.resources),
    "modeltrin": lambda record: {record.model_part: None},
    "niveauer": lambda record: dict.fromkeys(record.levels),
}
"""The vocabularies whose words the guides are listed by: a record's words, each with its note, such as a role with its task."""

# The pages whose list is derived and whose first words are a chapter.
CHAPTERS = ("indsatser", "metoder", "eksempler", "omraader", "undervisning", "skabeloner", "ordliste", *LISTED_BY)

R = TypeVar("R", bound=Record)
Shown: TypeAlias = Practice | Example | Area | Film | Template
"""A record that has a page of its own."""


@dataclass(frozen=True)
class SearchWord:
    """What people type, the words of the catalogue that mean the same, and where that stands."""

    typed: str
    meant: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True)
class Catalogue:
    """Records in the order they are shown.

    ``known`` are the paths of every record file, also of one that could not be read: a reference to it
    is not wrong. ``drafts`` are those among them that call themselves drafts. ``pages`` and ``images`` are
    the files of ``content/``, relative to it; ``written`` is the Markdown of those pages that are, ``by_hand``
    what they say, and ``foreword`` those of them that the printed catalogue begins with. ``spelling`` are words
    that no dictionary knows and that are right all the same. ``search_words`` are what people type that
    the texts do not say. ``data`` is a name for what all files of ``data/`` say that are no record with a page of its own,
    and ``content`` one for the files of ``content/``.
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
    area_map: AreaMap | None = None
    foreword: tuple[str, ...] = ()
    publisher: Publisher = field(default_factory=Publisher)
    spelling: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
    drafts: frozenset[str] = frozenset()
    pages: tuple[str, ...] = ()
    written: Mapping[str, str] = field(default_factory=dict)
    images: frozenset[str] = frozenset()
    by_hand: tuple[HandPage, ...] = ()
    search_words: tuple[SearchWord, ...] = ()
    data: str = ""
    content: str = ""

    @property
    def practices(self) -> tuple[Practice, ...]:
        """What there is a guide to: the interventions, then the methods."""
        return (*self.interventions, *self.methods)

    @property
    def shown(self) -> tuple[Shown, ...]:
        """The records that have a page of their own."""
        return (*self.practices, *self.examples, *self.areas, *self.films, *self.templates)

    @property
    def records(self) -> tuple[Record, ...]:
        return (*self.shown, *self.chapters)

    @cached_property
    def by_id(self) -> Mapping[str, Shown]:
        """The records that have a page of their own, each under its id."""
        return {record.id: record for record in self.shown}

    def chapter(self, id: str) -> Chapter:
        return next(record for record in self.chapters if record.id == id)

    def intervention(self, id: str) -> Intervention:
        """The intervention with the id; there is one, for the rules have seen to it."""
        return self._one(Intervention, id)

    def area(self, id: str) -> Area:
        """The area with the id; there is one, for the rules have seen to it."""
        return self._one(Area, id)

    def examples_of(self, practice: Practice) -> Sequence[Example]:
        return _of(Example, self._belonging.get(practice.id, ()))

    def templates_of(self, record: Practice | Example) -> Sequence[Template]:
        return _of(Template, self._belonging.get(record.id, ()))

    @cached_property
    def digest(self) -> str:
        """A name for all that the catalogue says: the same name, the same catalogue."""
        return hashlib.sha256(" ".join((self.data, self.content, *(record.digest for record in self.shown))).encode()).hexdigest()

    def around(self, record: Shown) -> "Catalogue":
        """All that the pages of one record may show: itself, what belongs to it, what these name, and no page written by hand.

        So what is made of it has to be made anew only when the digest of this is another.
        """
        near = (record, *self._belonging.get(record.id, ()))
        ids = {one.id for one in near} | {id for one in near for id in self._named(one)}
        records = [self.by_id[id] for id in sorted(ids, key=self._places.__getitem__)]
        return replace(
            self,
            interventions=_of(Intervention, records),
            methods=_of(Method, records),
            examples=_of(Example, records),
            areas=_of(Area, records),
            films=_of(Film, records),
            templates=_of(Template, records),
            pages=(),
            written={},
            by_hand=(),
            content="",
        )

    def published(self) -> "Catalogue":
        """The catalogue without its drafts."""
        return replace(
            self,
            interventions=self._seen(self.interventions),
            methods=self._seen(self.methods),
            examples=self._seen(self.examples),
            films=self._seen(self.films),
            templates=self._seen(self.templates),
        )

    @cached_property
    def _belonging(self) -> Mapping[str, Sequence[Shown]]:
        """The records that say of themselves that they belong to a record, by its id."""
        groups: dict[str, list[Shown]] = {}
        for record in self.shown:
            for id in set(_belongs(record)):
                groups.setdefault(id, []).append(record)
        return groups

    def _named(self, record: Shown) -> Set[str]:
        """The ids of all that a record may show something of; some more than that, since a word of a text may look like an id."""
        related = [relation.id for relation in record.related] if isinstance(record, Practice) else []
        return self.by_id.keys() & {*_belongs(record), *related, *record.mentions}

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """The place of every record in the order they are shown, by its id."""
        return {record.id: place for place, record in enumerate(self.shown)}

    def _one(self, kind: type[R], id: str) -> R:
        found = self.by_id[id]
        assert isinstance(found, kind)
        return found

    def _seen(self, records: tuple[R, ...]) -> tuple[R, ...]:
        return tuple(record for record in records if not record.is_draft and record.path not in self.drafts)


def _of(kind: type[R], records: Iterable[Shown]) -> tuple[R, ...]:
    return tuple(record for record in records if isinstance(record, kind))


def _belongs(record: Shown) -> tuple[str, ...]:
    """The ids of what a record says it belongs to."""
    match record:
        case Practice():
            return record.areas
        case Example():
            return record.intervention, record.area
        case Film():
            return (record.intervention,)
        case Template():
            return record.belongs
    return ()
