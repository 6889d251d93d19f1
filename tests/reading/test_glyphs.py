"""What the check says of a character is what the press does with it."""

import json
import sys
import unicodedata
from itertools import pairwise

import pytest
import typst

from idekatalog.reading.glyphs import unprintable
from idekatalog.reading.problems import printable
from places import PLUGINS

FONTS = typst.Fonts(include_system_fonts=False, font_paths=[PLUGINS / "idekatalog/paper/fonts"])
SHEET = b"""
#set document(title: "x")
#set text(font: "Atkinson Hyperlegible Next")
= x
#for words in json(bytes(sys.inputs.data)) [#words#parbreak()]
"""
# Every character but those that are refused as invisible, or that no version of Unicode has; and what has no width of its own.
ASSIGNED = [
    c
    for c in map(chr, range(0x20, sys.maxunicode + 1))
    if unicodedata.category(c) not in ("Cc", "Cf", "Cn", "Co", "Cs", "Mc", "Me", "Mn")
]
ACCENTS = [chr(c) for c in (*range(0x0300, 0x0370), *range(0x1AB0, 0x1B00), *range(0x1DC0, 0x1E00), *range(0x20D0, 0x2100))]


def is_printed(*words: str) -> bool:
    data = json.dumps(words)
    try:
        typst.compile(SHEET, font_paths=FONTS, sys_inputs={"data": data}, pdf_standards=["ua-1"])
    except typst.TypstError as error:
        if "could not be displayed" in str(error):
            return False
        raise
    return True


def test_whatever_is_let_through_is_printed() -> None:
    let_through = [c for c in ASSIGNED if not unprintable(c)]
    assert len(let_through) > 7_000
    assert is_printed(*let_through)
    assert is_printed(*(f"a{accent}" for accent in ACCENTS if not unprintable(accent)))


def test_at_either_end_of_every_range_nothing_is_refused_that_could_be_printed() -> None:
    refused = [bool(unprintable(c)) for c in ASSIGNED]
    ends = {
        c for (here, now), (after, then) in pairwise(zip(ASSIGNED, refused, strict=True)) if now != then for c in (here, after)
    }
    assert len(ends) > 200
    assert [c for c in ends if unprintable(c) and is_printed(f"A {c} B")] == []


@pytest.mark.parametrize("shown", ["Ærø", "Привет", "é", "½", "❤️", "☎️", "✓", "→", "1", "e\u0301", "\tkl. 18\n"])
def test_what_the_fonts_have_is_let_through(shown: str) -> None:
    assert unprintable(shown) == []
    assert is_printed(shown)


@pytest.mark.parametrize("emoji", ["🙂", "1️⃣", "👩‍👩‍👧", "🏳️‍🌈", "👍🏽", "👩🏽‍🏫", "🇩🇰", "漢", "✖️"])
def test_an_emoji_is_named_as_its_reader_sees_it(emoji: str) -> None:
    assert unprintable(f"1 kop {emoji} og {emoji}, 2 ★") == [emoji]
    assert not is_printed(emoji)
    assert printable(f"tegnet {emoji}") == f"tegnet {emoji}"


def test_a_joiner_between_letters_is_still_written_as_a_code() -> None:
    assert printable("a\u200db") == r"a\u200db"
