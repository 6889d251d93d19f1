"""The shape of every record: the only place that knows it.

Keys are Danish, for the people who write records; names are English. The descriptions are Danish too:
editors meet them as comments in a new record and as help in an editor that reads the JSON Schema.
"""

import difflib
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cached_property
from pathlib import PurePosixPath
from typing import Annotated, Any, ClassVar, Literal, Self, TypeVar, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PrivateAttr,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, ErrorDetails, PydanticCustomError, core_schema

from . import source, text
from .problems import Origin, Problem


class Phase(Enum):
    """When a step is taken."""

    BEFORE = "foer"
    DURING = "under"
    AFTER = "efter"


class Status(Enum):
    """Whether a record is shown to everyone or only to those who write."""

    PUBLISHED = "udgivet"
    DRAFT = "kladde"


class Presence(Enum):
    """Whether a role is always part of it, named as an example, or asked where it fits."""

    ALWAYS = "altid"
    EXAMPLE = "fx"
    PERHAPS = "eventuelt"

    @property
    def word(self) -> str:
        """What a reader sees above those roles."""
        return {Presence.ALWAYS: "Er med", Presence.EXAMPLE: "Det kan være", Presence.PERHAPS: "Eventuelt"}[self]


class Occasion(Enum):
    """Which time a step is taken, where the same thing is done again and again."""

    FIRST = "foerste-gang"
    EVERY = "hver-gang"

    @property
    def word(self) -> str:
        """What a reader sees."""
        return {Occasion.FIRST: "Første gang", Occasion.EVERY: "Hver gang"}[self]


class Basis(Enum):
    """How an outcome is known."""

    SEEN = "set"
    JUDGED = "vurderet"


class PageBasis(Enum):
    """How a page number of a source is known."""

    PRINTED = "trykt"
    COUNTED = "talt"
    REFERENCED = "henvist"
    RANGE = "interval"
    UNKNOWN = "ukendt"


def _one_of(words: Collection[str], word: str) -> str:
    """What to do about an unknown word: the nearest known, or all of them."""
    if len(word) > 100:
        return "skriv et kort navn"
    if near := difflib.get_close_matches(word, words, n=1, cutoff=0.7):
        return f"mente du {near[0]}?"
    return f"vælg mellem {', '.join(words)}"


def _wrong(message: str, remedy: str) -> PydanticCustomError:
    return PydanticCustomError("catalogue", "{message}|{remedy}", {"message": message, "remedy": remedy})


class Word:
    """Marks a text as a value of one of the lists in ``data/vocabulary``.

    The lists come as validation context: list name to its values. A list that could not be read is
    not in it, and then every value is taken: the list's own problem is the one to report.
    """

    def __init__(self, vocabulary: str) -> None:
        self.vocabulary = vocabulary

    def __get_pydantic_core_schema__(self, source_type: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._check, handler(source_type))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "vocabulary": self.vocabulary}

    def _check(self, word: str, info: core_schema.ValidationInfo) -> str:
        known: Collection[str] | None = (info.context or {}).get(self.vocabulary)
        if word and known is not None and word not in known:
            raise _wrong(f"'{word}' står ikke i data/vocabulary/{self.vocabulary}.yml", _one_of(known, word))
        return word


def _yes_or_no(text: object) -> bool:
    if text not in ("ja", "nej"):
        raise _wrong(f"'{text}' er hverken ja eller nej", "skriv ja eller nej")
    return text == "ja"


def _whole_number(text: object) -> int:
    if not isinstance(text, str) or not re.fullmatch(r"[1-9][0-9]{0,6}", text):
        raise _wrong(
            f"'{text}' er ikke et helt tal" if isinstance(text, str) else "skal være et helt tal", "skriv tallet med cifre, fx 8"
        )
    return int(text)


def _iso_date(text: object) -> date:
    try:
        if not isinstance(text, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            raise ValueError(text)
        found = date.fromisoformat(text)
        # Neither Word nor a reader knows a day before or after these.
        if not 2000 <= found.year < 2100:
            raise ValueError(text)
        return found
    except ValueError:
        raise _wrong(f"'{text}' er ikke en dato", "skriv den som 2026-11-22") from None


def _web_address(address: str) -> str:
    if address and not (address.startswith("https://") and text.LINK.fullmatch(address)):
        raise _wrong(f"'{address}' er ikke en webadresse", "skriv en adresse, der begynder med https://")
    return address


def _one_line(text: object) -> object:
    return " ".join(text.split()) if isinstance(text, str) else text


Text = Annotated[str, BeforeValidator(_one_line)]
Line = Annotated[Text, StringConstraints(min_length=1)]
Prose = Annotated[str, StringConstraints(min_length=1)]
Summary = Annotated[Line, StringConstraints(max_length=300)]
ShortLine = Annotated[Line, StringConstraints(max_length=90)]
WebAddress = Annotated[Line, AfterValidator(_web_address)]
YesOrNo = Annotated[bool, BeforeValidator(_yes_or_no), WithJsonSchema({"enum": ["ja", "nej"]})]
WholeNumber = Annotated[int, BeforeValidator(_whole_number), Field(le=9_999)]
# What a sheet of paper has, and a lesson.
Lines = Annotated[int, BeforeValidator(_whole_number), Field(le=60)]
People = Annotated[int, BeforeValidator(_whole_number)]
Copies = Annotated[int, BeforeValidator(_whole_number), Field(le=100)]
Minutes = Annotated[int, BeforeValidator(_whole_number), Field(le=1_440)]
IsoDate = Annotated[date, BeforeValidator(_iso_date), WithJsonSchema({"type": "string", "format": "date"})]

Theme = Annotated[Line, Word("temaer")]
Challenge = Annotated[Line, Word("udfordringer")]
Resource = Annotated[Line, Word("ressourcer")]
TargetGroup = Annotated[Line, Word("maalgrupper")]
RoleName = Annotated[Line, Word("roller")]
Setting = Annotated[Line, Word("rammer")]
Level = Annotated[Line, Word("niveauer")]
ModelPart = Annotated[Line, Word("modeltrin")]
RelationKind = Annotated[Line, Word("relationer")]
Evidence = Annotated[Line, Word("viden")]
SourceName = Annotated[Line, Word("kilder")]


class Part(BaseModel):
    """A piece of a record: frozen, and an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def required(alias: str, description: str, **more: Any) -> Any:
    """A field an author must fill, with its Danish key and what to write there."""
    return Field(alias=alias, description=description, **more)


def optional(alias: str, description: str, default: Any = (), **more: Any) -> Any:
    """A field an author leaves out where the source gives nothing for it."""
    return Field(default, alias=alias, description=description, **more)


def _editorial() -> Any:
    """The field of whatever the editors may have added to what the source says."""
    return optional("redaktion", "ja, når det er redaktionens forslag og ikke står i kilden.", False)


class Item(Part):
    """A text of a list, written as a plain line or, where there is more to say of it, with fields."""

    text: Line = required("tekst", "Teksten.")
    editorial: YesOrNo = _editorial()

    @model_validator(mode="before")
    @classmethod
    def _from_line(cls, written: object) -> object:
        match written:
            case str():
                return {"tekst": written}
            case dict() if written.keys() & {"tekst", "redaktion"}:
                return written
        raise _wrong("skal være en tekst", "skriv kun en tekst, i anførselstegn hvis den har kolon i sig")

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": "string", "minLength": 1}, handler(schema)]}


class Role(Part):
    role: RoleName = required("rolle", "Hvem der har opgaven.")
    task: Line = required("opgave", "Hvad rollen gør her, i en eller to sætninger.")
    presence: Presence = required(
        "med",
        "altid: er med. fx: kilden nævner rollen som et eksempel. eventuelt: kilden siger, at rollen kan være med.",
    )


class Participants(Part):
    least: People | None = optional("min", "Det færreste antal deltagere.", None)
    most: People | None = optional("maks", "Det højeste antal deltagere.", None)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.least and self.most and self.least > self.most:
            raise _wrong(f"min {self.least} er mere end maks {self.most}", "byt de to tal om, eller ret det ene")
        return self


class Step(Part):
    phase: Phase = required("fase", "foer, under eller efter.")
    action: Line = required("tekst", "Hvad I gør; begynd med et verbum, fx Inviter.")
    detail: Line | None = optional("uddybning", "En eller to sætninger mere til guiden.", None)
    role: RoleName | None = optional("rolle", "Hvem der gør det; en af postens egne roller.", None)
    skippable: YesOrNo = optional("valgfrit", "ja, når kilden siger kan eller eventuelt; vises som 'hvis I vil'.", False)
    occasion: Occasion | None = optional("naar", "Når det samme gøres igen og igen: foerste-gang eller hver-gang.", None)
    meeting: Line | None = optional(
        "moede", "Kun i fasen under, når der er flere møder: overskriften over trinnet, fx Møde 1 eller Imellem.", None
    )
    on_paper: ShortLine | None = optional(
        "paa_papiret",
        "Højst 90 tegn: den linje, som tjeklisten ikke kan undvære, fx hvem I ringer til.",
        None,
    )
    editorial: YesOrNo = _editorial()


class Advice(Part):
    advice: Line = required("raad", "Rådet, som en opfordring.")
    reason: Line | None = optional("hvorfor", "Hvorfor rådet er godt.", None)
    editorial: YesOrNo = _editorial()


class Outcome(Part):
    text: Line = required("tekst", "Det, der skete, eller det, nogen vurderer. Et håb hører til under Hvorfor.")
    basis: Basis = required("grundlag", "set: det skete. vurderet: det er nogens vurdering.")
    who: Line | None = optional("hvem", "Hvem der så det eller vurderer det, fx Gladsaxe Kommune.", None)

    @property
    def told(self) -> str:
        """The outcome, and a sentence that says how it is known, where it is not simply what happened."""
        match self.basis, self.who:
            case Basis.SEEN, None:
                return self.text
            case Basis.SEEN, who:
                known = f"Det har {who} set."
            case _, None:
                known = "Det er en vurdering."
            case _, who:
                known = f"Det vurderer {who}."
        return f"{self.text}{'' if self.text[-1] in '.!?' else '.'} {known}"


class Figure(Part):
    figure: Line = required("tal", 'Tallet, som kilden giver det, fx "79 %".')
    meaning: Line = required("betydning", "Hvad tallet tæller; læses i forlængelse af tallet.")


class Voice(Part):
    who: Line = required("hvem", "Hvem der fortæller, fx En ung på 15 år fra Høje Gladsaxe.")
    says: Line = required("siger", "Hvad der fortælles, i indirekte tale; læses efter 'fortæller, at'.")


class Relation(Part):
    id: Line = required("id", "Id'et på en anden post.")
    kind: RelationKind = required("slags", "Hvordan de hænger sammen.")
    reason: Line = required("grund", "Hvorfor læseren skal se den, i en sætning.")
    editorial: YesOrNo = _editorial()


class Citation(Part):
    source: SourceName = required("kilde", "Kilden.")
    pages: Line | None = optional("side", "Sidetal, fx 29-33.", None)
    basis: PageBasis = required(
        "sidetal",
        "trykt: står på siden. talt: talt op fra trykte sidetal. henvist: kilden selv henviser til siden. "
        "interval: afsnittet ligger inden for siderne. ukendt: kilden viser intet sidetal.",
    )


class Link(Part):
    title: Line = required("titel", "Hvad man finder bag linket.")
    url: WebAddress = required("url", "Adressen; begynder med https://.")


class Record(Part):
    """What every record has: an id (the stem of its file), its file, and the lines it came from."""

    folder: ClassVar[str]
    """Where its records lie, below the catalogue's root."""
    noun: ClassVar[str]
    """What an author calls it."""

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
        """A name for all that the file of the record says, and where it lies."""
        return source.digest(self._path, self._raw)

    @cached_property
    def node(self) -> source.Fields:
        """The record as its file has it, line by line: read again, since only who has something to say about the file asks."""
        read = source.record if self._path.endswith(".md") else source.data
        node = read(self._path, self._raw, [])
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

    @cached_property
    def mentions(self) -> frozenset[str]:
        """Whatever in the sections could be the id of a record: all that they link to, and words that only look like one."""
        return frozenset(found for prose in self.prose.values() for found in text.RECORD_ID.findall(prose))

    @property
    def is_draft(self) -> bool:
        return False


class Reviewed(Record):
    """A record that is reviewed, versioned and, while it is a draft, shown only to those who write."""

    status: Status = required("status", "udgivet: synlig for alle. kladde: kun synlig, mens I skriver.")
    reviewed: IsoDate = required("gennemgaaet", "Dagen, hvor nogen sidst læste hele posten igennem.")
    reviewer: Line = required("gennemgaaet_af", "Hvem der læste den igennem, fx redaktionen.")
    version: Line = required("version", 'Hæv den, når indholdet ændres, fx fra "1.0" til "1.1".')

    @property
    def is_draft(self) -> bool:
        return self.status is Status.DRAFT


class Sections(Part):
    """The ``##`` sections of a record: the alias is the heading."""


class PracticeSections(Sections):
    what: Prose = required("Hvad det er", "Hvad indsatsen går ud på, og hvornår den passer.")
    why: Prose = required("Hvorfor", "Hvorfor I skal gøre det.")
    how: Prose = required("Sådan gør I", "Det, der ikke kan siges i trinnene.")


class Practice(Reviewed):
    """Something that was tried: what it is, why, and how to do it again."""

    number: WholeNumber = required("nummer", "Indsatsens nummer i kataloget. To indsatser kan ikke have samme nummer.")
    title: Line = required("titel", "Det, indsatsen hedder på siden og på tjeklisten.")
    summary: Summary = required("resume", "Højst 300 tegn: Hvad er det, og hvem gør det?")
    synonyms: tuple[Line, ...] = optional("synonymer", "Det, folk ellers kalder den og søger efter.", min_length=1)
    problem: Line = required("problem", "Den situation, hvor man skal vælge indsatsen. En sætning.")
    themes: tuple[Theme, ...] = required("temaer", "Hvad den handler om.", min_length=1)
    challenges: tuple[Challenge, ...] = required("udfordringer", "Hvilke udfordringer den svarer på.", min_length=1)
    resources: tuple[Resource, ...] = required("ressourcer", "Hvilke ressourcer den bruger.", min_length=1)
    model_part: ModelPart = required("modeltrin", "Hvilken del af forebyggelsesmodellen den hører til.")
    levels: tuple[Level, ...] = required("niveauer", "Om den retter sig mod en gruppe eller et område.", min_length=1)
    target_groups: tuple[TargetGroup, ...] = required("maalgrupper", "Hvem den er for.", min_length=1)
    roles: tuple[Role, ...] = required("roller", "Hvem der har en opgave.", min_length=1)
    settings: tuple[Setting, ...] = optional("rammer", "Hvor den foregår, når kilden siger det.", min_length=1)
    participants: Participants | None = optional("deltagere", "Hvor mange der er med, når kilden siger det.", None)
    times: tuple[Item, ...] = optional("tid", "Hvor længe, hvornår og hvor tit, når kilden siger det.", min_length=1)
    materials: tuple[Item, ...] = optional("materialer", "Hvad I skal have med.", min_length=1)
    steps: tuple[Step, ...] = required("trin", "Hvad I gør, i den rækkefølge I gør det.", min_length=1)
    questions: tuple[Item, ...] = optional("spoergsmaal", "Spørgsmål til gruppearbejdet.", min_length=1)
    advice: tuple[Advice, ...] = optional("gode_raad", "Gode råd fra dem, der har prøvet.", min_length=1)
    care: tuple[Item, ...] = optional(
        "opmaerksomhed", "Det, I skal passe på: samtykke, stigma, det der kan gå galt.", min_length=1
    )
    areas: tuple[Line, ...] = optional(
        "omraader", "Id'er på boligområder, hvor den er prøvet, uden at det er et eksempel for sig.", min_length=1
    )
    tried: tuple[Line, ...] = optional("afproevet", "Hvor og hvornår den er prøvet, hvis der ingen eksempler er.", min_length=1)
    outcomes: tuple[Outcome, ...] = optional("resultater", "Hvad der kom ud af den.", min_length=1)
    figures: tuple[Figure, ...] = optional("tal", "Tal fra kilden.", min_length=1)
    voices: tuple[Voice, ...] = optional("stemmer", "Mennesker, der fortæller om den.", min_length=1)
    evidence: Evidence = required("viden", "Hvad erfaringerne bygger på.")
    related: tuple[Relation, ...] = optional("relateret", "Andre poster, læseren skal kende.", min_length=1)
    sources: tuple[Citation, ...] = required("kilder", "Hvor det står.", min_length=1)
    links: tuple[Link, ...] = optional("links", "Steder uden for kataloget.", min_length=1)
    sections: PracticeSections = required(source.SECTIONS, "Teksten under front matter.")

    @property
    def prose(self) -> dict[str, str]:
        return self.sections.model_dump(by_alias=True, exclude_none=True)


class Intervention(Practice):
    """What to do in a housing area."""

    folder: ClassVar[str] = "interventions"
    noun: ClassVar[str] = "indsats"


class Method(Practice):
    """A way of mapping a housing area."""

    folder: ClassVar[str] = "data/methods"
    noun: ClassVar[str] = "metode"


class ExampleSections(Sections):
    why: Prose | None = optional("Hvorfor", "Hvorfor man gjorde det netop her.", None)
    what: Prose = required("Sådan gjorde de", "Hvad der skete.")


class Example(Reviewed):
    """Somewhere an intervention was tried."""

    folder: ClassVar[str] = "data/examples"
    noun: ClassVar[str] = "eksempel"

    title: Line = required("titel", "Det, eksemplet hedder.")
    summary: Summary = required("resume", "Højst 300 tegn: Hvad skete der hvor?")
    intervention: Line = required("indsats", "Id'et på den indsats, der blev prøvet.")
    area: Line = required("omraade", "Id'et på det boligområde, det skete i.")
    number: WholeNumber = required("nummer", "Eksemplets plads blandt indsatsens eksempler.")
    figures: tuple[Figure, ...] = optional("tal", "Tal fra kilden.", min_length=1)
    outcomes: tuple[Outcome, ...] = optional("resultater", "Hvad der kom ud af det.", min_length=1)
    advice: tuple[Advice, ...] = optional("gode_raad", "Gode råd fra dem, der prøvede.", min_length=1)
    voices: tuple[Voice, ...] = optional("stemmer", "Mennesker, der fortæller om det.", min_length=1)
    sources: tuple[Citation, ...] = required("kilder", "Hvor det står.", min_length=1)
    links: tuple[Link, ...] = optional("links", "Steder uden for kataloget.", min_length=1)
    sections: ExampleSections = required(source.SECTIONS, "Teksten under front matter.")

    @property
    def prose(self) -> dict[str, str]:
        return self.sections.model_dump(by_alias=True, exclude_none=True)


class AreaSections(Sections):
    place: Prose = required("Området", "Hvordan området er.")
    organisation: Prose = required("Organisering", "Hvem der arbejder der, og hvilke planer der er.")


class Area(Record):
    """A housing area."""

    folder: ClassVar[str] = "data/areas"
    noun: ClassVar[str] = "boligområde"

    title: Line = required("titel", "Boligområdets navn.")
    summary: Summary = required("resume", "Højst 300 tegn: Hvad er det for et område?")
    municipality: Line = required("kommune", "Den kommune, det ligger i.")
    figures: tuple[Figure, ...] = optional("tal", "Tal fra kilden.", min_length=1)
    sources: tuple[Citation, ...] = required("kilder", "Hvor det står.", min_length=1)
    sections: AreaSections = required(source.SECTIONS, "Teksten under front matter.")

    @property
    def prose(self) -> dict[str, str]:
        return self.sections.model_dump(by_alias=True)


class Fact(Part):
    name: Line = required("navn", "Hvad det er, fx Optaget.")
    value: Line = required("vaerdi", "Det, kilden siger.")


class Participant(Part):
    name: Line = required("navn", "Navnet på en, der medvirker offentligt.")
    who: Line = required("hvem", "Hvem det er.")


class Topic(Part):
    title: Line = required("titel", "Hvad spørgsmålene handler om.")
    introduction: Line | None = optional("indledning", "Et par sætninger før spørgsmålene.", None)
    questions: tuple[Item, ...] = required("spoergsmaal", "Spørgsmål til eleverne.", min_length=1)
    links: tuple[Link, ...] = optional("links", "Det, eleverne kan læse.", min_length=1)


class LessonStep(Part):
    phase: Phase = required("fase", "foer, under eller efter filmen.")
    minutes: Minutes | None = optional("minutter", "Hvor længe; tomt, når ingen ved det.", None)
    text: Line = required("tekst", "Hvad I gør; begynd med et verbum.")
    editorial: YesOrNo = _editorial()


class LessonFlow(Part):
    minutes: Minutes = required("minutter", "Hvor lang tid I har i alt.")
    steps: tuple[LessonStep, ...] = required("trin", "Hvad I gør.", min_length=1)
    editorial: YesOrNo = _editorial()


class FilmSections(Sections):
    about: Prose = required("Om filmen", "Hvad man ser.")
    why: Prose = required("Hvorfor vise den", "Hvad filmen kan bruges til.")
    how: Prose = required("Sådan bruger du den", "Hvordan en lærer griber det an.")


class Film(Reviewed):
    """A film and what a teacher needs to show it."""

    folder: ClassVar[str] = "data/films"
    noun: ClassVar[str] = "film"

    title: Line = required("titel", "Filmens titel.")
    summary: Summary = required("resume", "Højst 300 tegn: Hvad er det for en film, og hvem er den til?")
    synonyms: tuple[Line, ...] = optional("synonymer", "Det, folk ellers søger efter.", min_length=1)
    intervention: Line = required("indsats", "Id'et på den indsats, filmen er en del af.")
    link: Link = required("link", "Hvor filmen kan ses.")
    facts: tuple[Fact, ...] = required("fakta", "Det, kilden siger om filmen.", min_length=1)
    participants: tuple[Participant, ...] = required("medvirkende", "Hvem man møder i filmen.", min_length=1)
    levels: tuple[Line, ...] = required("niveauer", "Hvilke klassetrin den er til.", min_length=1)
    subjects: tuple[Line, ...] = required("fag", "Hvilke fag den passer i.", min_length=1)
    issues: tuple[Line, ...] = required("emner", "Hvad filmen tager op.", min_length=1)
    topics: tuple[Topic, ...] = required("temaer", "Spørgsmålene, samlet i temaer.", min_length=1)
    groups: tuple[Item, ...] = required("gruppearbejde", "Råd om gruppearbejdet.", min_length=1)
    care: tuple[Item, ...] = required("opmaerksomhed", "Det, læreren skal passe på.", min_length=1)
    flows: tuple[LessonFlow, ...] = required("forloeb", "Hvordan tiden kan bruges.", min_length=1)
    sources: tuple[Citation, ...] = required("kilder", "Hvor det står.", min_length=1)
    links: tuple[Link, ...] = optional("links", "Steder uden for kataloget.", min_length=1)
    sections: FilmSections = required(source.SECTIONS, "Teksten under front matter.")

    @property
    def prose(self) -> dict[str, str]:
        return self.sections.model_dump(by_alias=True)


class Sign(Enum):
    """What a row is marked with. Each has a word and a shape of its own, so that no colour is needed.

    The shapes: heart, star, red square, yellow triangle, green circle.
    """

    HEART = "hjerte"
    STAR = "stjerne"
    RED = "roed"
    YELLOW = "gul"
    GREEN = "groen"

    @property
    def word(self) -> str:
        """What a reader sees."""
        return {"roed": "Rød", "groen": "Grøn"}.get(self.value, self.value.capitalize())


class Width(Enum):
    """How much room something gets beside its neighbours."""

    NARROW = "smal"
    NORMAL = "normal"
    WIDE = "bred"


class Heading(Part):
    kind: Literal["overskrift"] = required("slags", "En overskrift.")
    text: Line = required("tekst", "Overskriften.")
    new_page: YesOrNo = optional("ny_side", "ja, hvis der begynder en ny side her.", False)
    editorial: YesOrNo = _editorial()


class Paragraph(Part):
    kind: Literal["tekst"] = required("slags", "Et afsnit, der skal læses.")
    text: Line = required("tekst", "Teksten.")
    large: YesOrNo = optional("stor", "ja, hvis teksten skal kunne læses på afstand.", False)
    editorial: YesOrNo = _editorial()


class Bullets(Part):
    kind: Literal["punkter"] = required("slags", "En liste, der skal læses.")
    items: tuple[Item, ...] = required("punkter", "Punkterne.", min_length=1)
    editorial: YesOrNo = _editorial()


class Ticks(Part):
    kind: Literal["afkryds"] = required("slags", "En liste med et felt til et kryds ud for hvert punkt.")
    items: tuple[Item, ...] = required("punkter", "Punkterne.", min_length=1)
    editorial: YesOrNo = _editorial()


class Blanks(Part):
    kind: Literal["felter"] = required("slags", "Korte felter til at udfylde, fx Sted og Dato.")
    names: tuple[Line, ...] = required("felter", "Hvad der skal stå i felterne.", min_length=1)
    width: Width = optional("bredde", "smal: tre felter på en linje. normal: to. bred: et.", Width.NORMAL)
    editorial: YesOrNo = _editorial()


class Writing(Part):
    kind: Literal["skriv"] = required("slags", "Et spørgsmål med linjer til svaret.")
    text: Line = required("tekst", "Spørgsmålet.")
    lines: Lines = required("linjer", "Hvor mange linjer der er at skrive på.")
    editorial: YesOrNo = _editorial()


class Choice(Part):
    kind: Literal["vaelg"] = required("slags", "Et spørgsmål, hvor man sætter kryds ved et svar.")
    text: Line = required("tekst", "Spørgsmålet.")
    answers: tuple[Line, ...] = required("svar", "Svarene.", min_length=1)
    editorial: YesOrNo = _editorial()


class Frame(Part):
    kind: Literal["ramme"] = required("slags", "En tom ramme til en tegning eller et kort.")
    text: Line = required("tekst", "Hvad rammen er til.")
    lines: Lines = required("linjer", "Hvor høj rammen er, talt i linjer.")
    editorial: YesOrNo = _editorial()


class Meaning(Part):
    sign: Sign = required("tegn", "hjerte, stjerne, roed, gul eller groen.")
    text: Line = required("betydning", "Hvad tegnet betyder på arket.")


class Legend(Part):
    kind: Literal["tegn"] = required("slags", "Forklaringen på arkets tegn.")
    meanings: tuple[Meaning, ...] = required("tegn", "Tegnene.", min_length=1)
    editorial: YesOrNo = _editorial()


class Column(Part):
    name: Line = required("navn", "Kolonnens overskrift.")
    width: Width = optional("bredde", "smal, normal eller bred.", Width.NORMAL)
    signs: tuple[Sign, ...] = optional("tegn", "Tegn at sætte ring om i hver række.", min_length=1)


class Table(Part):
    kind: Literal["tabel"] = required("slags", "En tabel.")
    text: Line = required("tekst", "Hvad tabellen viser.")
    columns: tuple[Column, ...] = required("kolonner", "Kolonnerne, højst ti.", min_length=1, max_length=10)
    rows: tuple[tuple[Text, ...], ...] = optional(
        "raekker", "Rækker, som er skrevet på forhånd: [første felt, andet felt]. Resten af rækken er tom.", min_length=1
    )
    empty: Copies | None = optional("tomme", "Hvor mange tomme rækker der er til sidst.", None)
    lines: Lines = optional("linjer", "Hvor mange linjer man kan skrive i hvert tomt felt.", 1)
    editorial: YesOrNo = _editorial()


class Card(Part):
    title: Line | None = optional("titel", "Det, der står øverst på kortet.", None)
    text: Line = required("tekst", "Teksten på kortet.")
    names: tuple[Line, ...] = optional("felter", "Felter til at udfylde på kortet.", min_length=1)
    copies: Copies = optional("antal", "Hvor mange af kortet der skal være.", 1)
    editorial: YesOrNo = _editorial()


class Cards(Part):
    kind: Literal["kort"] = required("slags", "Kort til at klippe ud.")
    cards: tuple[Card, ...] = required("kort", "Kortene.", min_length=1)
    editorial: YesOrNo = _editorial()


Block = Annotated[
    Heading | Paragraph | Bullets | Ticks | Blanks | Writing | Choice | Frame | Legend | Table | Cards,
    Field(discriminator="kind"),
]


class TemplateSections(Sections):
    use: Prose = required("Sådan bruger I arket", "Det, man skal vide, før man printer. Står ikke på papiret.")


class Template(Reviewed):
    """A sheet to print and fill in, or to edit and hand out."""

    folder: ClassVar[str] = "data/templates"
    noun: ClassVar[str] = "skabelon"

    number: WholeNumber = required("nummer", "Skabelonens plads blandt skabelonerne.")
    title: Line = required("titel", "Det, skabelonen hedder i lister og links.")
    heading: Line | None = optional("overskrift", "Det, der står øverst på papiret, hvis det ikke er titlen.", None)
    summary: Summary = required("resume", "Højst 300 tegn: Hvad er det for et ark, og hvad får I ud af det?")
    synonyms: tuple[Line, ...] = optional("synonymer", "Det, folk ellers søger efter.", min_length=1)
    belongs: tuple[Line, ...] = required(
        "hoerer_til", "Id'er på de indsatser, metoder og eksempler, arket hører til.", min_length=1
    )
    audience: Line = required("til", "Hvem der skal bruge arket.")
    landscape: YesOrNo = optional("liggende", "ja, hvis papiret skal ligge ned.", False)
    spreadsheet: YesOrNo = optional("regneark", "ja, hvis arkets tabel også skal kunne hentes som regneark.", False)
    blocks: tuple[Block, ...] = required("blokke", "Det, der står på arket, oppefra og ned.", min_length=1)
    suggestions: tuple[Line, ...] = optional(
        "forslag", "Det, redaktionen har fundet på, fordi kilden ikke siger det.", min_length=1
    )
    sources: tuple[Citation, ...] = required("kilder", "Hvor det står.", min_length=1)
    sections: TemplateSections = required(source.SECTIONS, "Teksten under front matter.")

    @property
    def prose(self) -> dict[str, str]:
        return self.sections.model_dump(by_alias=True)


class ChapterSections(Sections):
    introduction: Prose = required("Indledning", "Det, læseren skal vide, før listen begynder.")


class Chapter(Record):
    """The words at the head of a page whose list is derived; its id is the page's address."""

    folder: ClassVar[str] = "data/chapters"
    noun: ClassVar[str] = "kapitel"

    title: Line = required("titel", "Sidens titel.")
    summary: Summary = required("resume", "Højst 300 tegn: Hvad finder man her?")
    heading: Line | None = optional("overskrift", "Teksten får denne overskrift og står efter listen.", None)
    sections: ChapterSections = required(source.SECTIONS, "Teksten under front matter.")

    @property
    def prose(self) -> dict[str, str]:
        return self.sections.model_dump(by_alias=True)


class Term(Part):
    """One value of a controlled vocabulary. Its place in the file is its place on the pages."""

    value: Line = required("vaerdi", "Det, posterne skriver: små bogstaver uden æ, ø og å.")
    label: Line = required("navn", "Det, læseren ser.")
    explanation: Line = required("forklaring", "Hvad det dækker, i en sætning.")
    synonyms: tuple[Line, ...] = optional("synonymer", "Det, folk ellers siger og søger efter.", min_length=1)


class SearchWords(Part):
    """Words people type that the texts do not use, each with the words of the texts that mean the same."""

    why: Line = required("hvorfor", "Hvad ordene har til fælles, og hvorfor de er her.")
    words: dict[Line, Annotated[tuple[Line, ...], Field(min_length=1)]] = required(
        "ord", "Det, folk skriver, et kolon, og i kantede parenteser de ord, som kataloget bruger.", min_length=1
    )


class Headed(Part):
    """An entry of a list that is looked up by its heading."""

    @property
    def heading(self) -> str:
        raise NotImplementedError


class Entry(Headed):
    """A word of the glossary."""

    word: Line = required("ord", "Ordet, som det slås op.")
    forms: tuple[Line, ...] = optional("former", "Andre former, som ordet har i teksterne.", min_length=1)
    stands_for: Line | None = optional("forkortelse_for", "Det, en forkortelse står for.", None)
    explanation: Line = required("forklaring", "Hvad ordet betyder her, i en eller to sætninger.")
    editorial: YesOrNo = required("redaktionel", "ja, når forklaringen er redaktionens og ikke kildens.")

    @property
    def heading(self) -> str:
        return self.word


class NameKind(Enum):
    """What a name of the glossary names."""

    ORGANISATION = "organisation"
    PROJECT = "projekt"
    PUBLICATION = "publikation"
    PLACE = "sted"
    PERSON = "person"


class Name(Headed):
    """An organisation, a project, a publication, a place or a person that the texts name."""

    name: Line = required("navn", "Navnet.")
    kind: NameKind = required("slags", "Hvad det er et navn på.")
    forms: tuple[Line, ...] = optional("former", "Andre måder, navnet skrives på.", min_length=1)
    abbreviation: Line | None = optional("forkortelse", "Forkortelsen.", None)
    explanation: Line = required("forklaring", "Hvem eller hvad det er i kataloget.")
    editorial: YesOrNo = required("redaktionel", "ja, når forklaringen er redaktionens og ikke kildens.")
    url: WebAddress | None = optional("url", "En adresse, som kilden giver.", None)

    @property
    def heading(self) -> str:
        return self.name


P = TypeVar("P", bound=Part)


R = TypeVar("R", bound=Record)


def build(
    kind: type[P], path: str, node: source.Node, problems: list[Problem], words: Mapping[str, Collection[str]], raw: bytes = b""
) -> P | None:
    """The node of the file ``path`` as a ``kind``; None, and every problem, where it does not fit.

    ``words`` are the controlled vocabularies: list name to its values. ``raw`` is the file of a record.
    """
    try:
        part = kind.model_validate(source.plain(node), context=words)
    except ValidationError as errors:
        for error in errors.errors(include_url=False):
            if error["type"] == "too_short" and error["input"] and not isinstance(error["input"], str):
                continue  # A list none of whose items fit: each of them is reported.
            where, fields = _trace(kind, error["loc"])
            if error["type"].startswith("union_tag"):
                where = (*where, "slags")
            if isinstance(_at(node, where[:-1]), source.Text):
                where = where[:-1]  # An item written as a plain line: the field is one that only we know of.
            message, remedy = _explain(fields, node, where, error)
            problems.append(Problem(Origin(path, source.line(node, where)), source.name(where), message, remedy))
        return None
    if isinstance(part, Record):
        part._path = path
        part._raw = raw
    return part


def build_again(kind: type[R], path: str, fields: object, words: Mapping[str, Collection[str]], raw: bytes) -> R:
    """The record of the file ``path`` from its ``fields`` as ``source.plain`` gives them; ``build`` took them before.

    Raises ValidationError where they do not fit.
    """
    record = kind.model_validate(fields, context=words)
    record._path = path
    record._raw = raw
    return record


def _explain(
    fields: Mapping[str, FieldInfo], node: source.Node, where: tuple[str | int, ...], error: ErrorDetails
) -> tuple[str, str]:
    """What pydantic found, and what to do about it, in Danish; ``fields`` are those of the part it was found in."""
    context = error.get("ctx", {})
    heading = where[:1] == (source.SECTIONS,)
    match error["type"]:
        case "missing" | "union_tag_not_found":
            return (
                ("afsnittet mangler", "skriv overskriften og teksten")
                if heading
                else ("feltet mangler", f"skriv en linje, der begynder med {where[-1]}:")
            )
        case "extra_forbidden":
            known = [field.alias or name for name, field in fields.items()]
            noun = "afsnittet" if heading else "feltet"
            return f"{noun} kendes ikke", _one_of(known, str(where[-1])) if known else f"slet {noun}"
    if where and _is_empty(_at(node, where)):
        if heading:
            return "afsnittet er tomt", "skriv teksten"
        field = next((field for field in fields.values() if field.alias == where[-1]), None)
        return "feltet er tomt", "udfyld det" if field is None or field.is_required() else "udfyld det, eller slet det"
    match error["type"]:
        case "catalogue":
            return context["message"], context["remedy"]
        case "string_type" | "union_tag_invalid" if not isinstance(source.plain(_at(node, where)), str):
            return "skal være en tekst", "skriv kun en tekst, i anførselstegn hvis den har kolon i sig"
        case "tuple_type":
            return "skal være en liste", "skriv [et, to] eller en linje med bindestreg for hvert punkt"
        case "model_type" | "model_attributes_type":
            return "skal have felter under sig", "skriv dem på hver sin linje, rykket ind, som navn: værdi"
        case "enum":
            choices = str(context["expected"]).replace("'", "").replace(" or ", " eller ")
            return f"'{error['input']}' kendes ikke", f"vælg {choices}"
        case "union_tag_invalid":
            return f"'{context['tag']}' kendes ikke", _one_of(re.findall(r"'(\w+)'", context["expected_tags"]), context["tag"])
        case "too_long" if not isinstance(error["input"], str):
            return f"har {len(error['input'])} punkter", f"lad listen have højst {context['max_length']}"
        case "too_long":
            return f"er på {len(error['input'])} tegn", f"skriv det på højst {context['max_length']}"
        case "less_than_equal":
            return f"{error['input']} er for meget", f"skriv højst {context['le']}"
    raise AssertionError(f"no Danish for {error['type']}")


def _is_empty(node: source.Node) -> bool:
    return not (node.value.strip() if isinstance(node, source.Text) else source.plain(node))


def _at(node: source.Node, where: tuple[str | int, ...]) -> source.Node:
    for step in where:
        match node:
            case source.Fields() if step in node.nodes:
                node = node.nodes[str(step)]
            case source.Items() if isinstance(step, int):
                node = node.items[step]
    return node


def _trace(kind: type[Part], found: tuple[str | int, ...]) -> tuple[tuple[str | int, ...], dict[str, FieldInfo]]:
    """The keys and indices that lead to what pydantic found, and the fields of the part that holds it.

    Where a list mixes kinds of parts, pydantic names the kind as a step of its own; the file has no such level.
    """
    where: list[str | int] = []
    holder = kind
    kinds: dict[str, type[Part]] = {}
    for step in found:
        if isinstance(step, str) and step in kinds:
            kind, kinds = kinds[step], {}
            continue
        where.append(step)
        holder = kind
        if isinstance(step, str):
            field = next((field for field in kind.model_fields.values() if field.alias == step), None)
            kinds = kinds_of(field) if field else {}
            kind = (part_of(field) if field else None) or Part
    return tuple(where), holder.model_fields


def kinds_of(field: FieldInfo) -> dict[str, type[Part]]:
    """The kinds of part that a list may mix, each by the word that ``slags`` has for it; none where it mixes none."""
    unions = (get_args(item)[0] for item in get_args(field.annotation) if get_origin(item) is Annotated)
    parts = (part for union in unions for part in get_args(union) if isinstance(part, type) and issubclass(part, Part))
    return {get_args(part.model_fields["kind"].annotation)[0]: part for part in parts}


def part_of(field: FieldInfo) -> type[Part] | None:
    """The kind of part a field holds, one or many; None where it holds plain values."""
    for candidate in (field.annotation, *get_args(field.annotation)):
        if isinstance(candidate, type) and issubclass(candidate, Part):
            return candidate
    return None


def word_of(field: FieldInfo) -> str | None:
    """The vocabulary a field takes its values from, if any."""
    marks = [*field.metadata, *(mark for item in get_args(field.annotation) for mark in getattr(item, "__metadata__", ()))]
    return next((mark.vocabulary for mark in marks if isinstance(mark, Word)), None)


def schema(words: Mapping[str, Collection[str]]) -> dict[str, Any]:
    """The JSON Schema of an intervention's front matter, its vocabularies filled in."""
    result = Intervention.model_json_schema(by_alias=True)
    result["required"].remove(source.SECTIONS)
    del result["properties"][source.SECTIONS], result["$defs"]["PracticeSections"]

    def fill(node: Any) -> None:
        match node:
            case dict():
                if (name := node.pop("vocabulary", None)) in words:
                    node["enum"] = list(words[name])
                for child in node.values():
                    fill(child)
            case list():
                for child in node:
                    fill(child)

    fill(result)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **result}
