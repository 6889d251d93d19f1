"""Something one can find, and what kinds of it there are."""

import json
from dataclasses import dataclass
from typing import Any

from ..document.sections import Part
from ..language.words import marked
from ..reading.memory import Form, to_json
from ..records.kinds import KINDS, Kind, Result

# What can be found and is no record, behind those that are.
BACKGROUND = Result("baggrund", marked("Baggrund"), 101)
SITE = Result("om", marked("Om siderne"), 102, worth=0.5, asked=marked("hjemmeside webside siden siderne kataloget cookies"))
TOOL = Result("vaerktoej", marked("Værktøj"), 103, worth=0.5)
OVERVIEW = Result("overblik", marked("Overblik"), 104, worth=0.6, asked=marked("overblik oversigt liste samlet tværs sorteret"))
ROLE = Result("rolle", marked("Opgaver for en rolle"), 104, worth=0.7, asked=marked("opgave opgaver rolle ansvar"))
WORD = Result(
    "ordliste", marked("Ordliste"), 105, worth=0.2, asked=marked("betyder betydning forkortelse ordforklaring begreb definition")
)
# What is printed or shown of a film.
HANDOUT = Result(
    "elevark",
    marked("Til klassen"),
    106,
    worth=0.5,
    asked=marked("ark elevark elev elever print printe udskrive kort klippe dias slides"),
)


@dataclass(frozen=True)
class Found:
    """Something one can find: a record, a part of a hand-written page, a word.

    ``id`` is the record's or the page's; ``#anchor`` behind it where the result is a part of a page. ``address`` is the
    page without an anchor. ``asked`` are sentences that people would say who need it.
    """

    id: str
    kind: Result
    address: str
    title: str
    synonyms: tuple[str, ...]
    summary: str
    parts: tuple[Part, ...]
    asked: tuple[str, ...] = ()


def results() -> tuple[Result, ...]:
    """What a result can be, in the order shown where nothing else decides."""
    return (*(kind.result for kind in kinds() if kind.result), BACKGROUND, SITE, TOOL, ROLE, OVERVIEW, WORD, HANDOUT)


def kinds() -> list[Kind[Any]]:
    """The kinds of records that are found, in the order shown where nothing else decides."""
    found = ((kind.result.place, kind) for kind in KINDS.values() if kind.result)
    return [kind for _, kind in sorted(found, key=lambda pair: pair[0])]


def _write(found: Found) -> bytes:
    return to_json({**vars(found), "kind": found.kind.word, "parts": [vars(part) for part in found.parts]})


def _read(kept: bytes) -> Found:
    fields = json.loads(kept)
    kind = next(result for result in results() if result.word == fields["kind"])
    parts = tuple(Part(**part) for part in fields["parts"])
    synonyms, asked = tuple(fields["synonyms"]), tuple(fields["asked"])
    return Found(**{**fields, "kind": kind, "parts": parts, "synonyms": synonyms, "asked": asked})


FOUND = Form(_write, _read)
