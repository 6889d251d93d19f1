"""A new record for an editor to fill in: every field, with what to write there."""

import textwrap
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from enum import Enum

from pydantic.fields import FieldInfo

from .. import source
from .fields import Part, part_of, word_of
from .parts import Item
from .practice import Intervention
from .record import Reviewed

_HEAD = """\
Sådan gør du: Skriv efter hvert kolon. Linjer, der begynder med #, er forklaringer; slet dem, når
du vil. Et valgfrit felt bruger du ved at slette # og mellemrummet efter det, på alle feltets linjer.
Mellem kantede parenteser skriver du ordene med komma imellem: [et, to]. Skal du have en rolle eller et
trin mere, så kopier linjerne fra bindestregen og ned. Hold indrykningen, som den er. Sæt en tekst med
kolon i anførselstegn. Er et punkt redaktionens forslag og ikke kildens, så skriv redaktion: ja under
punktet; i en liste af linjer skriver du da tekst: foran teksten. Kør make check: den siger, hvad der mangler, og i hvilken linje.
"""

# A longer list of choices is easier to read in its own file.
LONG_LIST = 30


def blank(words: Mapping[str, Collection[str]], number: int, title: str, today: date) -> str:
    """The text of a new intervention: a draft, numbered, titled and dated.

    ``words`` are the controlled vocabularies, so that the comments can name every choice.
    """
    filled = {
        "nummer": str(number),
        "titel": _quoted(title),
        "status": "kladde",
        "gennemgaaet": today.isoformat(),
        "gennemgaaet_af": "redaktionen",
        "version": '"1.0"',
    }
    own = [field for name, field in Intervention.model_fields.items() if name not in Reviewed.model_fields]
    fields = [field for field in (*own, *Reviewed.model_fields.values()) if field.alias != source.SECTIONS]
    sections = part_of(Intervention.model_fields["sections"])
    assert sections is not None
    lines = ["---", *_comment(_HEAD.replace("\n", " "))]
    for field in fields:
        lines += ["", *_field(field, words, filled)]
    lines += ["", "# Under den næste linje skriver du tre afsnit. Her kan du bruge **fed**, lister og links:"]
    for field in sections.model_fields.values():
        lines += _comment(f"{field.alias}: {field.description}")
    lines.append("---")
    for field in sections.model_fields.values():
        lines += ["", f"## {field.alias}", ""]
    return "\n".join(lines) + "\n"


def _field(field: FieldInfo, words: Mapping[str, Collection[str]], filled: Mapping[str, str]) -> Iterator[str]:
    """A field's explanation and its empty line; commented out where it may be left out."""
    yield from _comment(f"{'' if field.is_required() else 'Valgfrit. '}{field.description}{_choices(field, words)}")
    mark = "" if field.is_required() else "# "
    many = "tuple" in str(field.annotation)
    if (part := part_of(field)) and part is not Item:
        yield f"{mark}{field.alias}:"
        yield from (f"{mark}{line}" for line in _part(part, words, many))
    else:
        words_only = many and word_of(field) is not None
        value = filled.get(field.alias or "", "[]" if words_only else "")
        yield f"{mark}{field.alias}: {value}".rstrip()
        if many and not words_only:
            yield f"{mark}  -"


def _part(part: type[Part], words: Mapping[str, Collection[str]], many: bool) -> Iterator[str]:
    """The fields of a part, its explanations first, so that an editor can copy the lines below them."""
    for field in part.model_fields.values():
        optional = "" if field.is_required() else "Valgfrit. "
        yield from ("  " + line for line in _comment(f"{field.alias}: {optional}{field.description}{_choices(field, words)}", 94))
    for index, field in enumerate(part.model_fields.values()):
        bullet = "- " if many and index == 0 else "  "
        yield (
            f"  {bullet if many else ''}{field.alias}:" if field.is_required() else f"  {bullet if many else ''}# {field.alias}:"
        )


def _choices(field: FieldInfo, words: Mapping[str, Collection[str]]) -> str:
    if (name := word_of(field)) is not None and len(words[name]) > LONG_LIST:
        return f" Vælg fra listen i data/vocabulary/{name}.yml."
    if name is not None:
        return f" Vælg mellem: {', '.join(words[name])}."
    if isinstance(field.annotation, type) and issubclass(field.annotation, Enum):
        return f" Vælg mellem: {', '.join(choice.value for choice in field.annotation)}."
    return ""


def _comment(text: str, width: int = 96) -> list[str]:
    return textwrap.wrap(text, width, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)


def _quoted(title: str) -> str:
    """The title as a YAML scalar that is read as it was typed."""
    escaped = title.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' if title else ""
