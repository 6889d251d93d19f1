"""A new record for an editor to fill in: every field, with what to write there."""

import textwrap
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import partial
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from ..language import keys
from ..reading import written
from .aliases import called
from .fields import Part, is_list, kinds_of, list_of, part_of, word_of
from .kinds import Kind
from .parts import Item
from .record import in_order

_HEAD = """\
Sådan gør du: Skriv efter hvert kolon. Linjer, der begynder med #, er forklaringer; slet dem, når
du vil. Et valgfrit felt bruger du ved at slette # og mellemrummet efter det, på alle feltets linjer.
Mellem kantede parenteser skriver du ordene med komma imellem: [et, to]. Skal du have en rolle, et trin
eller en blok mere, så kopier linjerne fra bindestregen og ned. Hold indrykningen, som den er. Sæt en tekst med
kolon i anførselstegn. Er et punkt redaktionens forslag og ikke kildens, så skriv redaktion: ja under
punktet; i en liste af linjer skriver du da tekst: foran teksten. Kør idekatalog check: den siger,
hvad der mangler, og i hvilken linje.
"""

# What may be left out and seldom is.
USUAL = ("trin",)

# A longer list of choices is easier to read in its own file.
LONG_LIST = 30


def blank(kind: Kind[Any], words: Mapping[str, Collection[str]], number: int, title: str, today: date) -> str:
    """The text of a new record of a kind: titled, and where such records are reviewed and numbered, a draft, dated and numbered.

    ``words`` are the controlled vocabularies, so that the comments can name every choice. What is chosen from a list that the
    catalogue does not have is left out.
    """
    filled = {
        "titel": written.scalar(" ".join(title.split())) if title.strip() else "",
        "status": keys.word("kladde"),
        "gennemgaaet": today.isoformat(),
        "gennemgaaet_af": "redaktionen",
        "version": '"1.0"',
    }
    if kind.numbered:
        filled["nummer"] = str(number)
    sections = part_of(kind.record.model_fields["sections"])
    assert sections is not None
    lines = ["---", *_comment(_HEAD.replace("\n", " "))]
    for field in filter(partial(_can_be_filled, words), in_order(kind.record)):
        lines += ["", *_field(field, words, filled)]
    lines += ["", *_comment("Under den næste linje skriver du teksten. Her kan du bruge **fed**, lister og links:")]
    for field in sections.model_fields.values():
        lines += _comment(f"{_key(field)}: {_explained(field, words)}")
    lines.append("---")
    for field in sections.model_fields.values():
        if field.is_required():
            lines += ["", f"## {_key(field)}", ""]
    return "\n".join(lines) + "\n"


def _can_be_filled(words: Mapping[str, Collection[str]], field: FieldInfo) -> bool:
    """Whether the catalogue has the list that a field takes its words from, if it takes them from one."""
    name = list_of(field)
    return name is None or name in words


def _field(field: FieldInfo, words: Mapping[str, Collection[str]], filled: Mapping[str, str]) -> Iterator[str]:
    """A field's explanation and its empty line; commented out where it may be left out."""
    yield from _comment(_explained(field, words))
    mark = "" if field.is_required() or field.alias in USUAL else "# "
    part = _part_of(field)
    if part is not None:
        for mixed in kinds_of(field).values():
            yield from _comment(_told(mixed))
        yield f"{mark}{_key(field)}:"
        yield from (f"{mark}{line}" for line in _part(part, words, is_list(field)))
    else:
        words_only = is_list(field) and word_of(field) is not None
        value = filled.get(field.alias or "", "[]" if words_only else "")
        yield f"{mark}{_key(field)}: {value}".rstrip()
        if is_list(field) and not words_only:
            yield f"{mark}  -"


def _part(part: type[Part], words: Mapping[str, Collection[str]], many: bool) -> Iterator[str]:
    """The fields of a part, its explanations first, so that an editor can copy the lines below them."""
    fields = tuple(filter(partial(_can_be_filled, words), part.model_fields.values()))
    for field in fields:
        told = _explained(field, words) if field.alias != "slags" or word_of(field) else "Hvilken af dem det er."
        yield from ("  " + line for line in _comment(f"{_key(field)}: {told}", 94))
    for index, field in enumerate(fields):
        start = ("  - " if index == 0 else "    ") if many else "  "
        # What is below a field that may be left out is too much to write and leave out again.
        if not field.is_required():
            yield f"{start}# {_key(field)}:"
            continue
        inner = _part_of(field)
        yield f"{start}{_key(field)}:" + (f" {keys.word(get_args(field.annotation)[0])}" if _is_fixed(field) else "")
        if inner is not None:
            yield from (f"  {'  ' if many else ''}{line}" for line in _part(inner, words, is_list(field)))
        elif is_list(field):
            yield f"{' ' * len(start)}  -"


def _part_of(field: FieldInfo) -> type[Part] | None:
    """The part whose fields are written out below a field: of several kinds the first, and none of what may be a plain line."""
    part = next(iter(kinds_of(field).values()), part_of(field))
    return None if part is Item else part


def _told(part: type[Part]) -> str:
    """A kind of part that a list may mix, in a sentence: what it is and which fields it has."""
    (kind, *fields) = part.model_fields.values()
    named = ", ".join(f"{_key(field)}{'' if field.is_required() else ' (valgfrit)'}" for field in fields)
    return f"{_key(kind)}: {keys.word(get_args(kind.annotation)[0])}. {kind.description} Felter: {named}."


def _is_fixed(field: FieldInfo) -> bool:
    """Whether there is only one thing to write."""
    return get_origin(field.annotation) is Literal


def _explained(field: FieldInfo, words: Mapping[str, Collection[str]]) -> str:
    return f"{'' if field.is_required() else 'Valgfrit. '}{field.description}{_choices(field, words)}"


def _choices(field: FieldInfo, words: Mapping[str, Collection[str]]) -> str:
    if (name := word_of(field)) is not None and len(words[name]) > LONG_LIST:
        return f" Vælg fra listen i data/vocabulary/{name}.yml."
    if name is not None:
        return f" Vælg mellem: {', '.join(words[name])}."
    if isinstance(field.annotation, type) and issubclass(field.annotation, Enum):
        return f" Vælg mellem: {', '.join(keys.word(choice.value) for choice in field.annotation)}."
    return ""


def _key(field: FieldInfo) -> str:
    return called(field.alias or "")


def _comment(text: str, width: int = 96) -> list[str]:
    return textwrap.wrap(text, width, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)
