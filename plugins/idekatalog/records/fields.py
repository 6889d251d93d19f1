"""The types of a field: what an author may write in it, checked as it is read, and the message where it is not that."""

import difflib
import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, TypeAlias, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ..language.words import _
from ..reading import source, text

Words: TypeAlias = Mapping[str, Mapping[str, Sequence[str]] | None]
"""The lists of ``data/vocabulary`` that a catalogue has: name to values, each with what readers see for it, and then what else
people call it. None where a list could not be read."""

# So many choices are all named; of more than that the nearest are.
FEW = 8
NEAREST = 5


def one_of(known: Collection[str] | Mapping[str, Sequence[str]], word: str) -> str:
    """What to do about an unknown word: the nearest known, which may be ``known`` by other names too, or some of them."""
    if len(word) > 100:
        return _("skriv et kort navn")
    called: Mapping[str, Sequence[str]] = known if isinstance(known, Mapping) else dict.fromkeys(known, ())
    names = {name.casefold(): value for value in reversed(list(called)) for name in (*called[value], value)}

    def told(value: str) -> str:
        label = next(iter(called[value]), value)
        return value if label.casefold() == value.casefold() else f"{value} ({label})"

    if near := difflib.get_close_matches(word.casefold(), names, n=1, cutoff=0.7):
        return _("mente du {near}?").format(near=told(names[near[0]]))
    if len(called) <= FEW:
        return _("vælg mellem {words}").format(words=", ".join(map(told, called)))
    near = difflib.get_close_matches(word.casefold(), names, n=len(names), cutoff=0)
    nearest = list(dict.fromkeys(names[name] for name in near))[:NEAREST]
    return _("vælg fx {words} eller en af de {n} andre").format(words=", ".join(map(told, nearest)), n=len(called) - NEAREST)


def wrong(message: str, remedy: str) -> PydanticCustomError:
    """What a check of a field raises: what is wrong with it and what to do, in Danish."""
    return PydanticCustomError("catalogue", "{message}|{remedy}", {"message": message, "remedy": remedy})


class Word:
    """Marks a text as a value of one of the lists in ``data/vocabulary``.

    The lists come as validation context, as ``Words``. A catalogue need not have a list; then nothing can be chosen
    from it. A list that could not be read is None, and then every value is taken: the list's own problem is the one to report.
    """

    def __init__(self, vocabulary: str) -> None:
        self.vocabulary = vocabulary

    def __get_pydantic_core_schema__(self, source_type: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._check, handler(source_type))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "vocabulary": self.vocabulary}

    def _check(self, word: str, info: core_schema.ValidationInfo) -> str:
        path, lists = f"data/vocabulary/{self.vocabulary}.yml", info.context or {}
        if self.vocabulary not in lists:
            raise PydanticCustomError("no_list", "{path}", {"path": path})
        known: Mapping[str, Sequence[str]] | None = lists[self.vocabulary]
        if word and known is not None and word not in known:
            raise wrong(_("'{word}' står ikke i {path}").format(word=word, path=path), one_of(known, word))
        return word


def _yes_or_no(text: object) -> bool:
    said = text.casefold() if isinstance(text, str) else ""
    if said not in ("ja", "nej", "true", "false"):
        raise wrong(_("'{text}' er hverken ja eller nej").format(text=text), _("skriv ja eller nej"))
    return said in ("ja", "true")


def _whole_number(text: object) -> int:
    if not isinstance(text, str) or not re.fullmatch(r"[1-9][0-9]{0,99}", text):
        raise wrong(
            _("'{text}' er ikke et helt tal").format(text=text) if isinstance(text, str) else _("skal være et helt tal"),
            _("skriv tallet med cifre, fx 8"),
        )
    return int(text)


# A day; what time of it a program wrote too is nobody's concern.
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)? ?(?:[Zz]|[+-]\d{2}(?::?\d{2})?)?)?")


def _iso_date(text: object) -> date:
    try:
        if not isinstance(text, str) or not (written := _DATE.fullmatch(text)):
            raise ValueError(text)
        found = date.fromisoformat(written[1])
        # Neither Word nor a reader knows a day before or after these.
        if not 2000 <= found.year < 2100:
            raise ValueError(text)
        return found
    except ValueError:
        raise wrong(_("'{text}' er ikke en dato").format(text=text), _("skriv den som 2026-11-22")) from None


def _web_address(address: str) -> str:
    if address and not (address.startswith("https://") and text.LINK.fullmatch(address)):
        raise wrong(
            _("'{address}' er ikke en webadresse").format(address=address), _("skriv en adresse, der begynder med https://")
        )
    return address


def _one_line(text: object) -> object:
    return " ".join(text.split()) if isinstance(text, str) else text


Text = Annotated[str, BeforeValidator(_one_line)]
Line = Annotated[Text, StringConstraints(min_length=1)]
Prose = Annotated[str, StringConstraints(min_length=1)]
Summary = Annotated[Line, StringConstraints(max_length=300)]
ShortLine = Annotated[Line, StringConstraints(max_length=90)]
Sign = Annotated[Line, StringConstraints(max_length=36)]
WebAddress = Annotated[Line, AfterValidator(_web_address)]
YesOrNo = Annotated[bool, BeforeValidator(_yes_or_no), WithJsonSchema({"enum": ["ja", "nej"]})]
WholeNumber = Annotated[int, BeforeValidator(_whole_number), Field(le=99_999)]
# What a sheet of paper has, and a lesson.
Lines = Annotated[int, BeforeValidator(_whole_number), Field(le=60)]
Copies = Annotated[int, BeforeValidator(_whole_number), Field(le=100)]
Minutes = Annotated[int, BeforeValidator(_whole_number), Field(le=1_440)]
IsoDate = Annotated[date, BeforeValidator(_iso_date), WithJsonSchema({"type": "string", "format": "date"})]

# Words of the lists in data/vocabulary.
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
    """A piece of a record: frozen, an unknown field is an error, and one that may be left out and is empty is left out."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, fields: object) -> object:
        if not isinstance(fields, dict) or not any(map(source.is_empty, fields.values())):
            return fields
        optional = {field.alias for field in cls.model_fields.values() if not field.is_required()}
        return {key: value for key, value in fields.items() if key not in optional or not source.is_empty(value)}


def required(alias: str, description: str, **more: Any) -> Any:
    """A field an author must fill, with its Danish key and what to write there."""
    return Field(alias=alias, description=description, **more)


def optional(alias: str, description: str, default: Any = (), **more: Any) -> Any:
    """A field an author leaves out where the source gives nothing for it."""
    return Field(default, alias=alias, description=description, **more)


def asked_field() -> Any:
    """The field of what people would say who need the page: for search alone, and shown nowhere."""
    return optional(
        source.ASKED,
        "Det, folk ville sige, når de har brug for siden: en sætning i hver linje.",
        min_length=1,
    )


def editorial_field() -> Any:
    """The field of whatever the editors may have added to what the source says."""
    return optional("redaktion", "ja, når det er redaktionens forslag og ikke står i kilden.", False)


def front_field() -> Any:
    """The field of what can be understood alone, without the record it stands in."""
    return optional("forside", "ja, når det må stå på forsiden, hvor intet andet forklarer det.", False)


def kinds_of(field: FieldInfo) -> dict[str, type[Part]]:
    """The kinds of part that a list may mix, each by the word that ``slags`` has for it; none where it mixes none."""
    unions = (get_args(item)[0] for item in get_args(field.annotation) if get_origin(item) is Annotated)
    parts = (part for union in unions for part in get_args(union) if isinstance(part, type) and issubclass(part, Part))
    return {get_args(part.model_fields["kind"].annotation)[0]: part for part in parts}


def is_list(field: FieldInfo) -> bool:
    """Whether a field holds any number of things."""
    return get_origin(field.annotation) is tuple


def part_of(field: FieldInfo) -> type[Part] | None:
    """The kind of part a field holds, one or many; None where it holds plain values."""
    for candidate in (field.annotation, *get_args(field.annotation)):
        if isinstance(candidate, type) and issubclass(candidate, Part):
            return candidate
    return None


def list_of(field: FieldInfo) -> str | None:
    """The vocabulary without which a field cannot be filled: its values are from there, or each of its parts must name one."""
    part = part_of(field)
    inner = (found for found in part.model_fields.values() if found.is_required()) if part else ()
    return word_of(field) or next(filter(None, map(word_of, inner)), None)


def word_of(field: FieldInfo) -> str | None:
    """The vocabulary a field takes its values from, if any."""
    marks = [*field.metadata, *(mark for item in get_args(field.annotation) for mark in getattr(item, "__metadata__", ()))]
    return next((mark.vocabulary for mark in marks if isinstance(mark, Word)), None)
