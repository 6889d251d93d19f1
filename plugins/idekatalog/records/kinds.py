"""The kinds of records, a row each: all that depends on what kind a record is.

What a kind's pages show stands in ``publishing.artefacts``, in ``VIEWS``, under the same keys: a view may know a record, and no
record a view.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from ..language.danish import alphabetical
from ..language.words import marked
from .area import Area
from .chapter import Chapter
from .example import Example
from .film import Film
from .practice import Intervention, Method
from .record import Reviewed, Titled
from .template import Template

T = TypeVar("T", bound=Titled)


def by_number(record: Any) -> tuple[Any, ...]:
    """The place of a record that may have a number: those with one first, the others by their titles."""
    return (record.number is None, record.number or 0, "" if record.number else alphabetical(record.title), record.is_draft)


@dataclass(frozen=True)
class Result:
    """What a search result is: the word the index knows it by, what a reader sees, and its place where nothing else decides.

    What is not the matter itself, such as a sheet, is ``worth`` less than a page about it; but ``asked`` are words that ask for
    results of this very kind.
    """

    word: str
    label: str
    place: int
    worth: float = 1
    asked: str = ""


@dataclass(frozen=True)
class Kind(Generic[T]):
    """A kind of record. Without an ``address`` it has no pages of its own; without a ``result`` no search finds it."""

    record: type[T]
    folder: str
    """Where its records lie, below the catalogue's root."""
    noun: str
    """What an author calls one."""
    order: Callable[[T], Any] = lambda record: record.path
    """What its records are sorted by wherever they are shown."""
    numbered: bool = False
    """Whether each has a number that no other of them has."""
    belongs: Mapping[str, tuple[type[Titled], ...]] = field(default_factory=dict)
    """The fields with the ids of what a record belongs to, and the kinds those may be of."""
    address: str = ""
    """The folder of its pages; and the address of their list, with the first words of the chapter of that name."""
    page: str = "index.md"
    """The file of a page in its folder; a page that is a sheet of its own, and not laid out by the generator, is HTML."""
    handed_out: bool = False
    """Whether it is handed to residents: then its foot does not say when somebody read it through."""
    taught: bool = False
    """Whether its sheets are handed to pupils: then their foot says what they are about and where that is from."""
    data: str = ""
    """The key of its records in ``katalog.json``, where that is not the address."""
    result: Result | None = None

    @property
    def reviewed(self) -> bool:
        """Whether its records say who read them when; these may be drafts."""
        return issubclass(self.record, Reviewed)


KINDS: Mapping[type[Titled], Kind[Any]] = {
    kind.record: kind
    for kind in (
        Kind(
            Intervention,
            folder="interventions",
            noun=marked("indsats"),
            order=by_number,
            numbered=True,
            belongs={"areas": (Area,)},
            address=marked("indsatser"),
            result=Result("indsats", marked("Indsats"), 1),
        ),
        Kind(
            Method,
            folder="data/methods",
            noun=marked("metode"),
            order=by_number,
            numbered=True,
            belongs={"areas": (Area,)},
            address=marked("metoder"),
            result=Result("metode", marked("Metode"), 2),
        ),
        Kind(
            Example,
            folder="data/examples",
            noun=marked("eksempel"),
            order=lambda record: (record.intervention, *by_number(record)),
            belongs={"intervention": (Intervention,), "area": (Area,)},
            address="eksempler",
            result=Result("eksempel", marked("Eksempel"), 5, asked=marked("eksempel eksempler")),
        ),
        Kind(
            Area,
            folder="data/areas",
            noun=marked("boligområde"),
            order=lambda record: record.id,
            address="omraader",
            result=Result("boligomraade", marked("Område"), 6),
        ),
        Kind(
            Film,
            folder="data/films",
            noun=marked("film"),
            order=lambda record: record.title,
            belongs={"intervention": (Intervention,)},
            taught=True,
            address="undervisning",
            data="film",
            result=Result(
                "undervisning",
                marked("Undervisning"),
                3,
                asked=marked("elev elever lærer undervisning undervise klasse klassen lektion samfundsfag gymnasiet"),
            ),
        ),
        Kind(
            Template,
            folder="data/templates",
            noun=marked("skabelon"),
            order=by_number,
            numbered=True,
            belongs={"belongs": (Intervention, Method, Example)},
            address="skabeloner",
            page="index.html",
            handed_out=True,
            result=Result(
                "skabelon",
                marked("Skabelon"),
                4,
                worth=0.7,
                asked=marked("ark skabelon print printe udskrive word pdf skema formular udfylde klippe seddel blanket"),
            ),
        ),
        Kind(Chapter, folder="data/chapters", noun=marked("kapitel")),
    )
}
"""Every kind under the class of its records, in the order that the data and the site have."""

SHOWN: tuple[type[Titled], ...] = tuple(kind.record for kind in KINDS.values() if kind.address)
"""The classes of the records that have a page of their own and can be pointed to by id."""


def kind_of(record: Titled) -> Kind[Any]:
    """The row of a record's kind."""
    return KINDS[type(record)]


def belongings(record: Titled) -> Iterator[tuple[tuple[str | int, ...], str, tuple[type[Titled], ...]]]:
    """What a record says it belongs to: where in its file, the id, and the kinds that may have it."""
    for name, kinds in kind_of(record).belongs.items():
        key, value = type(record).model_fields[name].alias or name, getattr(record, name)
        if type(value) is str:
            yield (key,), value, kinds
        elif value:
            yield from (((key, index), id, kinds) for index, id in enumerate(value))
