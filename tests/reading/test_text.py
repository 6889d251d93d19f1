"""What an author may write. The messages stand in the golden cases; here is what must not set them off."""

import re

import pytest

from idekatalog.files import walk
from idekatalog.reading import drawing, handwritten, slips, source, text, wording
from idekatalog.reading.problems import Problem


def found(field: str) -> list[str]:
    node = source.Fields(1, {"problem": source.Text(1, field)}, {"problem": 1})
    return [problem.message for problem in text.problems("x.md", node)]


@pytest.mark.parametrize(
    "innocent",
    [
        "Indsaml data: alder og køn.",
        "1 < 2 og 3 > 2, ikke sandt?",
        "Ring på 12 34 56 78.",
        "Filmen ligger på nummer 644715279.",
        "Spørg [måske] om lov (eller lad være).",
        "Mød op kl. 18:00 & tag 2 venner med.",
        "Data:alder/køn, og Javascript: et sprog",
        "Skriv ikke javascript:alert(1) eller data:text/html i et link.",
        "Vi ❤️ vores gård ☎️ 1️⃣ 👩‍👩‍👧 🏳️‍🌈 👍🏽 👩🏽‍🏫 ✔️",
    ],
)
def test_innocent_text_is_left_alone(innocent: str) -> None:
    assert found(innocent) == []


def test_an_invisible_character_is_seen_also_behind_an_escape() -> None:
    assert found("Fest\x07") == ["har det usynlige tegn U+0007"]


@pytest.mark.parametrize("number", ["010203-1234", "0102031234", "311299 1234"])
def test_a_cpr_number_is_seen_however_it_is_typed(number: str) -> None:
    assert found(f"Han ({number}) bor her.") == ["ligner et CPR-nummer"]


@pytest.mark.parametrize(
    "typed",
    ["a\u200db", "a\ufe0f", "❤\u200d", "\u200d👧", "👩\u200d\u200d👧", "❤\ufe0f\ufe0f", "1\ufe0f", "1\ufe0f1", "👩\u200db"],
)
def test_what_joins_emoji_is_refused_where_there_are_none(typed: str) -> None:
    assert [message[:12] for message in found(typed)] == ["har det usyn"]


@pytest.mark.parametrize(
    "href",
    ["javascript:x", "&#106;avascript:x", "data:text/html,x", "file:/x", "alder:x", "//x", "mailto:a@b.dk"],
)
def test_a_link_leads_to_the_web_or_to_a_record(href: str) -> None:
    section = source.Text(10, f"[x]({href})", exact=True)
    node = source.Fields(1, {source.SECTIONS: source.Fields(9, {"Hvorfor": section}, {"Hvorfor": 9})}, {source.SECTIONS: 9})
    assert [problem.message[:8] for problem in text.problems("x.md", node)] == ["linket '"]


def test_a_finding_in_a_section_has_its_own_line() -> None:
    section = source.Text(10, "Først.\nSå\nmed <b>HTML</b>.\n\n- et punkt\n- [x](javascript:y)", exact=True)
    node = source.Fields(1, {source.SECTIONS: source.Fields(9, {"Hvorfor": section}, {"Hvorfor": 9})}, {source.SECTIONS: 9})
    assert [(problem.origin.line, problem.message[:8]) for problem in text.problems("x.md", node)] == [
        (12, "HTML, al"), (15, "linket '"),
    ]  # fmt: skip


# However people spell it, or paste it from Word.
CPR = [
    "010190-1234", "0101901234", "010190 1234", "010190  1234", "01-01-90-1234", "01.01.90-1234", "01/01/90-1234", "x010190-1234",
    "010190\u00a01234", "010190\u20091234", "010190\u20141234", "010190\u22121234", "010190\u20101234", "010190\u20111234", "010190\u20131234",
    "010190\u200b-1234", "010190\u00ad1234", "\uff10\uff11\uff10\uff11\uff19\uff10-1234", "010190_1234", "010190/1234", "01.01.1990-1234",
    "01-01-1990 1234", "01 01 90 12 34", "01-01-90-12-34", "(010190)1234", "(010190) 1234", "610190-1234", "610190 1234", "010190 - 1234",
    "010190\n1234", "**010190**-1234", "010190-**1234**", "*010190*-*1234*", "010190&#45;1234", "010190&ndash;1234", "&#48;10190-1234",
    "010190\\-1234", "010190:1234", "311299.1234", "[010190](naboaften)-1234", "0\u030110190-1234",
    "010190-12-34", "010190 12 34", "010190.12.34", "01-01-90 12 34", "010190 - 12 - 34", "01.01.1990-12-34", "0101 90-1234", "01.01.2012-1630",
    "290200-1234", "910190-1234", "1\ufe0f\u20e30\ufe0f\u20e30190-1234", "3002901002 010190-1234",
]  # fmt: skip
NO_CPR = [
    "12 34 56 78", "+45 12 34 56 78", "0045 12 34 56 78", "Ring 21 12 34 56 eller 22 12 34 56", "21 12 34 56 22 12 34 56", "2026-11-22",
    "22.11.2026 kl. 14.00", "01.01.2025-2026", "s. 120-1234", "978-87-7070-123-4", "9788770701234", "nr. 644715279", "2019/2020", "1.000.000.000",
    "kl. 10.15-11.30", "10-12, 14-16 og 18-20", "991399-1234", "1990-1991-1992",
    "01.06.2026 1600-1800", "01.06.2026 kl. 1600-1800", "01.06.26 1600-1800", "01.06.2026 1600", "010626 1600 til 1800", "01.06.2026: 0900-1200",
    "10.06-12.06.26", "10/6-12/6/26", "10.06.26-12.06.26", "01.06.2026 16.00-18.00", "2112 1934 5678 1234", "12 34 56 78 2112 1934 5678 1234",
    "1013123456", "3002901234", "3104901234", "2902901234", "1000123456", "0013123456", "P-nummer 1014567890", "21123456 22123456", "2112 3456 / 2212 3456",
]  # fmt: skip


@pytest.mark.parametrize("number", CPR)
def test_a_cpr_number_is_seen_however_it_is_spelt(number: str) -> None:
    section = source.Text(10, f"Han hedder Ole.\n\nHan ({number}) bor her.", exact=True)
    node = source.Fields(1, {source.SECTIONS: source.Fields(9, {"Hvorfor": section}, {"Hvorfor": 9})}, {source.SECTIONS: 9})
    seen = [problem for problem in text.problems("x.md", node) if problem.message == "ligner et CPR-nummer"]
    assert {problem.origin.line for problem in seen} == {12}


@pytest.mark.parametrize("number", NO_CPR)
def test_a_number_that_is_no_cpr_number_is_left_alone(number: str) -> None:
    assert list(text.cpr_numbers(f"Se {number}.")) == []


@pytest.mark.parametrize(
    "typed", ["<img/src/onerror=x>", "<script/src=/x.js>", "</p", "<!-- x", "<?x", "<a", "1 <b", "<https://a.example>"]
)
def test_what_some_browser_takes_for_a_tag_is_refused(typed: str) -> None:
    assert found(typed)[0].startswith("HTML")


@pytest.mark.parametrize(
    "typed",
    [
        "*a " * 3_000 + "a* " * 3_000,
        "*a " * 400 + "a* " * 400,
        "- " * 50 + "a",
        ">" * 50,
        "[" * 20_000,
        "a" * 30_000,
        "**a " * 200 + "a** " * 200,
    ],
)
def test_a_section_too_long_or_too_deep_for_its_readers_is_refused_and_read_as_nothing(typed: str) -> None:
    node = source.Fields(
        1,
        {source.SECTIONS: source.Fields(1, {"Hvorfor": source.Text(2, typed, exact=True)}, {"Hvorfor": 1})},
        {source.SECTIONS: 1},
    )
    assert len(list(text.problems("x.md", node))) == 1
    assert list(text.references(typed)) == []


def test_a_space_that_no_line_breaks_at_is_a_space() -> None:
    problems: list[Problem] = []
    node = source.data("x.yml", 'a: 12\u00a0kr.\nb: "1\\_2"\n'.encode(), problems)
    assert node is not None
    assert (source.plain(node), problems) == ({"a": "12 kr.", "b": "1 2"}, [])


# What a pattern that tries the same signs in two ways would try for hours.
RUNS = [
    run * (100_000 // len(run))
    for run in (
        "a",
        "1",
        " ",
        "01 ",
        "01-",
        "a.",
        "<a ",
        "<!--",
        "{#a",
        "](",
        "j ",
        "ja",
        "url(",
        "\u200d",
        "❤\ufe0f",
        "- ",
        "&#",
    )
]
SEARCHED = (
    text.CPR, text.LONG_WORD, text.TAG, text.ANCHOR, text.FRONT_MATTER, source.INVISIBLE, drawing._OUTSIDE,
    handwritten._SCRIPT, handwritten._UNSAFE, handwritten._COMMENT, handwritten._BLANK,
)  # fmt: skip
MATCHED = (
    text.LINK, text.RECORD_ID, text.IMAGE_FILE, source.HEADING, slips.FIELD, handwritten._TAG, handwritten.BARE_FIELD,
    handwritten._SCHEME, wording._SCHEME, walk._NO_NAME, *(re.compile(slip) for slip, _, _ in (*slips.SLIPS, *slips.FIRST_SIGNS)),
)  # fmt: skip


@pytest.mark.parametrize("before", ["", "<a "])
def test_no_pattern_takes_longer_for_each_sign_the_more_there_are(before: str) -> None:
    """Each is read from every place it is searched from, in a text as long as the longest; hours are as good as never."""
    for run in RUNS:
        for pattern in SEARCHED:
            assert sum(1 for _ in pattern.finditer(before + run)) <= len(before + run) + 1
        for pattern in MATCHED:
            pattern.match(before + run)
            pattern.fullmatch(before + run)
