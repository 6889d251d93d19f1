"""What CONTRIBUTING tells those who write about how much there is room for is what the engine says."""

import re
from typing import get_args

import pytest

from idekatalog.files import walk
from idekatalog.reading import drawing, handwritten, source, text
from idekatalog.records.example import Example
from idekatalog.records.fields import Part
from idekatalog.records.film import Film, LessonFlow
from idekatalog.records.practice import Intervention, Participants, Step
from idekatalog.records.template import Card, Frame, Table, Template, Writing
from places import ROOT

FOUND = re.search(
    r"^## Hvor meget der er plads til\n(.*?)^## ", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.DOTALL | re.MULTILINE
)
assert FOUND
SECTION = FOUND[1]
ROWS = dict(re.findall(r"^\| (.+?) \| (.+?) \|$", SECTION, re.MULTILINE))


def most(alias: str, *kinds: type[Part]) -> int:
    """The greatest number, length or number of items that the fields of this name take: the same in every part."""
    found = {
        getattr(mark, name)
        for kind in kinds
        for field in kind.model_fields.values()
        for mark in (
            *field.metadata,
            *(
                mark
                for item in get_args(field.annotation)
                for m in getattr(item, "__metadata__", ())
                for mark in getattr(m, "metadata", [m])
            ),
        )
        for name in ("le", "max_length")
        if field.alias == alias and getattr(mark, name, None) is not None
    }
    (only,) = found
    return int(only)


@pytest.mark.parametrize(
    ("what", "numbers"),
    [
        ("et felt", [text.MAX_FIELD, most("resume", Intervention, Film), most("paa_papiret", Step)]),
        ("et afsnit under `##`", [text.MAX_SECTION, text.MAX_LINKS, text.MAX_MARKS]),
        ("en liste", [text.MAX_ITEMS, source.MAX_ITEMS, source.MAX_TEXTS]),
        ("lister og fed skrift i hinanden", [text.MAX_NESTING, source.MAX_DEPTH]),
        ("et ord", [int(re.findall(r"\d+", text.LONG_WORD.pattern)[-1])]),
        ("`linjer`", [most("linjer", Writing, Frame, Table)]),
        ("`antal` og `tomme`", [most("antal", Card)]),
        ("`kolonner`", [most("kolonner", Table)]),
        ("`minutter`", [most("minutter", LessonFlow)]),
        ("`nummer`, `min` og `maks`", [most("nummer", Intervention, Example, Template)]),
        ("`nummer`, `min` og `maks`", [most("min", Participants)]),
        ("`nummer`, `min` og `maks`", [most("maks", Participants)]),
        ("en side i `content/`", [handwritten.MAX_PAGE, handwritten.MAX_LINES, handwritten.MAX_MARKS]),
        ("en tegning", [drawing.MAX_ELEMENTS, drawing.MAX_DEPTH]),
        ("en post, en liste, en side eller en tegning", [source.MAX_BYTES // walk.MB]),
        ("et billede", [walk.IMAGE_KINDS[".png"] // walk.MB]),
        ("en anden fil i `content/`", [walk.PAPER_KINDS[".pdf"] // walk.MB]),
    ],
)
def test_a_limit_is_told_as_it_is(what: str, numbers: list[int]) -> None:
    assert [int(number.replace(".", "")) for number in re.findall(r"\d[\d.]*", ROWS[what])] == numbers


def test_every_kind_of_file_and_every_element_is_told() -> None:
    assert set(re.findall(r"`(\.\w+)`", SECTION)) == set(walk.CONTENT_KINDS)
    elements = re.search(r"disse elementer: (.*?)\. Der", SECTION, re.DOTALL)
    assert elements
    assert set(re.findall(r"`(\w+)`", elements[1])) == handwritten.ELEMENTS
