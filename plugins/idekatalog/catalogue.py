"""The whole catalogue as one value: every record, every word, and the pages written by hand."""

import hashlib
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar, cast

from .language.words import _
from .reading.handwritten import HandPage
from .reading.problems import Origin
from .reading.wording import PAGES
from .records.area import Area
from .records.area_map import AreaMap
from .records.chapter import Chapter, standard
from .records.example import Example
from .records.film import Film
from .records.glossary import Entry, Name
from .records.kinds import KINDS, SHOWN, belongings, kind_of
from .records.look import Look
from .records.practice import Intervention, Method, Practice
from .records.publisher import Publisher
from .records.record import Record, Reviewed, Titled
from .records.template import Template
from .records.vocabulary import Vocabulary

LISTED_BY: dict[str, Callable[[Practice], Mapping[str, str | None]]] = {
    "temaer": lambda record: dict.fromkeys(record.themes),
    "maalgrupper": lambda record: dict.fromkeys(record.target_groups),
    "roller": lambda record: {role.role: role.task for role in record.roles},
    "udfordringer": lambda record: dict.fromkeys(record.challenges),
    "ressourcer": lambda record: dict.fromkeys(record.resources),
    "modeltrin": lambda record: {record.model_part: None} if record.model_part else {},
    "niveauer": lambda record: dict.fromkeys(record.levels),
}
"""The vocabularies whose words the guides are listed by: a record's words, each with its note, such as a role with its task."""

# The lists of what there is a guide to.
GUIDES = tuple(KINDS[kind].address for kind in (Intervention, Method))

# The order of the questions that guides are found by.
QUESTIONS = ("udfordringer", "ressourcer", "maalgrupper", "roller", "niveauer", "temaer", "modeltrin")

# The pages whose list is derived and whose first words are a chapter.
CHAPTERS = (*(KINDS[kind].address for kind in SHOWN), "ordliste", *LISTED_BY)

T = TypeVar("T", bound=Titled)


@dataclass(frozen=True)
class SearchWord:
    """What people type, the words of the catalogue that mean the same, and where that stands."""

    typed: str
    meant: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True)
class Drawing:
    """A drawing that a catalogue has of a record or of a word of a vocabulary, and what it shows.

    ``file`` is its path from the folder of the pages written by hand. ``size`` is its width and height in pixels; None where it
    does not say. ``svg`` is what the file says, for paper.
    """

    file: str
    described: str
    digest: str
    size: tuple[int, int] | None = None
    svg: str = field(default="", repr=False)


@dataclass(frozen=True)
class Logo:
    """The logo of whoever publishes the catalogue: its file, from the site's root, and what that holds."""

    file: str
    content: bytes = field(repr=False)

    @cached_property
    def digest(self) -> str:
        """The digest of what the file holds, and where it lies."""
        return hashlib.sha256(self.file.encode() + self.content).hexdigest()


@dataclass(frozen=True)
class Edition:
    """What every sheet and document says of where it is from.

    The address of the ``site``, "" where nobody knows it yet; what the ``work`` is called; the ``licence`` of its texts and where
    that stands, "" where it has none; what the file of the ``book`` is called, without its end; and the files of the ``logo`` and
    the ``icon``, "" where there is none.
    """

    site: str = ""
    work: str = ""
    licence: str = ""
    licence_address: str = ""
    book: str = "katalog"
    logo: str = ""
    icon: str = ""

    @property
    def origin(self) -> str:
        """Whose work it is, and its licence, where there is one."""
        said = (f"Fra {self.work}" if self.work else "", f"Tekst: {self.licence}" if self.licence else "")
        return ". ".join(filter(None, said))


@dataclass(frozen=True)
class Catalogue:
    """Records by their kind, in the order they are shown.

    ``known`` are the paths of every record file, also of one that could not be read: a reference to it
    is not wrong. ``drafts`` are those among them that call themselves drafts. ``folder`` is where the pages written by hand lie;
    where the catalogue only stands ``beside`` them, in a site with a look of its own, they are not read. ``pages`` and ``images``
    are the files there, relative to it; ``written`` is the Markdown of those pages that are, ``by_hand`` what they say, and
    ``foreword`` those of them that the printed catalogue begins with. ``spelling`` are words that no dictionary knows and that
    are right all the same. ``drawings`` are the files below ``tegninger/`` there, each under
    its path there without its end, such as ``indsatser/naboaften``. ``search_words`` are what people type that
    the texts do not say. ``data`` is the digest of the drawings and of all files of ``data/`` that are no record with a page of
    its own, and ``content`` one for the files of that folder. ``name`` is what the site is called, "" where
    nobody has said it, ``logo`` that of its publisher, and ``icon`` the file of the site's.
    """

    vocabulary: Vocabulary
    by_kind: Mapping[type[Titled], tuple[Titled, ...]] = field(default_factory=dict)
    glossary: tuple[Entry, ...] = ()
    names: tuple[Name, ...] = ()
    area_map: AreaMap | None = None
    foreword: tuple[str, ...] = ()
    publisher: Publisher = field(default_factory=Publisher)
    look: Look = field(default_factory=Look)
    spelling: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
    drafts: frozenset[str] = frozenset()
    folder: str = PAGES
    beside: bool = False
    pages: tuple[str, ...] = ()
    written: Mapping[str, str] = field(default_factory=dict)
    images: frozenset[str] = frozenset()
    drawings: Mapping[str, Drawing] = field(default_factory=dict)
    by_hand: tuple[HandPage, ...] = ()
    search_words: tuple[SearchWord, ...] = ()
    data: str = ""
    content: str = ""
    name: str = ""
    logo: Logo | None = None
    icon: str = ""

    @property
    def work(self) -> str:
        """What sheets and documents say they are from."""
        return self.publisher.work or self.name

    def edition(self, site: str) -> Edition:
        """What is said of where a sheet or a document is from; ``site`` is the address of the site."""
        publisher = self.publisher
        logo = self.logo.file if self.logo else ""
        return Edition(site, self.work, publisher.licence, publisher.licence_address, publisher.book, logo, self.icon)

    def of(self, kind: type[T]) -> tuple[T, ...]:
        """The records of a kind."""
        return cast(tuple[T, ...], self.by_kind.get(kind, ()))

    @property
    def interventions(self) -> tuple[Intervention, ...]:
        return self.of(Intervention)

    @property
    def methods(self) -> tuple[Method, ...]:
        return self.of(Method)

    @property
    def examples(self) -> tuple[Example, ...]:
        return self.of(Example)

    @property
    def areas(self) -> tuple[Area, ...]:
        return self.of(Area)

    @property
    def films(self) -> tuple[Film, ...]:
        return self.of(Film)

    @property
    def templates(self) -> tuple[Template, ...]:
        return self.of(Template)

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        return self.of(Chapter)

    @property
    def practices(self) -> tuple[Practice, ...]:
        """What there is a guide to: the interventions, then the methods."""
        return (*self.interventions, *self.methods)

    @cached_property
    def shown(self) -> tuple[Titled, ...]:
        """The records that have a page of their own."""
        return tuple(record for kind in SHOWN for record in self.of(kind))

    @property
    def records(self) -> tuple[Titled, ...]:
        return (*self.shown, *self.chapters)

    @property
    def reviewed(self) -> tuple[Reviewed, ...]:
        """The records that say who read them when."""
        kinds = [kind.record for kind in KINDS.values() if kind.reviewed]
        return tuple(cast(Reviewed, record) for kind in kinds for record in self.of(kind))

    @cached_property
    def by_id(self) -> Mapping[str, Titled]:
        """The records that have a page of their own, each under its id."""
        return {record.id: record for record in self.shown}

    def drawing(self, of: str, id: str) -> Drawing | None:
        """What is drawn of a record or a word: ``of`` is the address of its kind or the name of its vocabulary."""
        return self.drawings.get(f"{of}/{id}")

    def file(self, page: str) -> str:
        """The file of a page written by hand, from the catalogue's root; ``page`` is its path from their folder."""
        return f"{self.folder}/{page}"

    def chapter(self, id: str) -> Chapter:
        """The first words of a page with a list: the catalogue's own, and where it does not say, those of every catalogue."""
        words = standard(id)
        own = next((record for record in self.chapters if record.id == id), None)
        return (
            own.model_copy(update={"label": own.label or words.label, "question": own.question or words.question})
            if own
            else words
        )

    def called(self, record: Titled) -> str:
        """What readers call a record of its kind: Indsats, or as its list says."""
        return self.chapter(kind_of(record).address).label or _(kind_of(record).noun).capitalize()

    @cached_property
    def lists(self) -> frozenset[str]:
        """The pages of lists that have something to list, by the names of their chapters; the others are not published."""
        kinds = (KINDS[kind].address for kind in SHOWN if self.of(kind))
        words = (name for name, carried in LISTED_BY.items() if any(map(carried, self.practices)))
        return frozenset((*kinds, *words, *(("ordliste",) if self.glossary or self.names else ())))

    @property
    def questions(self) -> tuple[str, ...]:
        """The lists whose words one chooses between to find a guide; none where there is nothing to choose between."""
        asked = tuple(name for name in QUESTIONS if name in self.lists and self.chapter(name).question)
        return asked if len(self.practices) > 1 else ()

    def intervention(self, id: str) -> Intervention:
        """The intervention with the id; there is one, for the rules have seen to it."""
        return cast(Intervention, self.by_id[id])

    def area(self, id: str) -> Area:
        """The area with the id; there is one, for the rules have seen to it."""
        return cast(Area, self.by_id[id])

    def examples_of(self, practice: Practice) -> Sequence[Example]:
        return cast(Sequence[Example], self._belonging_to(practice, Example))

    def templates_of(self, record: Practice | Example) -> Sequence[Template]:
        return cast(Sequence[Template], self._belonging_to(record, Template))

    @cached_property
    def digest(self) -> str:
        """The digest of all that the catalogue says."""
        logo = self.logo.digest if self.logo else ""
        said = (self.name, logo, self.icon, self.data, self.content, *(record.digest for record in self.shown))
        return hashlib.sha256(" ".join(said).encode()).hexdigest()

    def around(self, record: Titled) -> "Catalogue":
        """All that the pages of one record may show: itself, what belongs to it, what these name, and no page written by hand.

        So what is made of it has to be made anew only when the digest of this is another.
        """
        near = (record, *self._belonging_to(record, *SHOWN))
        ids = {one.id for one in near} | {id for one in near for id in self._named(one)}
        records = [self.by_id[id] for id in sorted(ids, key=self._places.__getitem__)]
        by_kind = {kind: tuple(one for one in records if type(one) is kind) for kind in SHOWN}
        return replace(self, by_kind={**self.by_kind, **by_kind}, pages=(), written={}, by_hand=(), content="")

    def published(self) -> "Catalogue":
        """The catalogue without its drafts."""
        seen = {
            kind: tuple(record for record in records if not record.is_draft and record.path not in self.drafts)
            for kind, records in self.by_kind.items()
        }
        return replace(self, by_kind=seen)

    @cached_property
    def _belonging(self) -> Mapping[str, Sequence[Titled]]:
        """The records that say of themselves that they belong to a record, by its id."""
        groups: dict[str, list[Titled]] = {}
        for record in self.shown:
            for id in {id for _where, id, _kinds in belongings(record)}:
                groups.setdefault(id, []).append(record)
        return groups

    def _belonging_to(self, record: Titled, *kinds: type[Record]) -> Sequence[Titled]:
        """The records of those kinds that belong to a record."""
        return [one for one in self._belonging.get(record.id, ()) if type(one) in kinds]

    def _named(self, record: Titled) -> Set[str]:
        """The ids of all that a record may show something of."""
        named = (id for _, id, _ in belongings(record))
        linked = (target for _, kind, target, _ in record.references if kind == "link")
        return self.by_id.keys() & {*named, *record.related_ids, *linked}

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """The place of every record in the order they are shown, by its id."""
        return {record.id: place for place, record in enumerate(self.shown)}
