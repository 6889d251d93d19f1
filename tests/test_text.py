"""What an author may write. The messages stand in the golden cases; here is what must not set them off."""

import pytest

from catalogue import source, text


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
    ],
)
def test_innocent_text_is_left_alone(innocent: str) -> None:
    assert found(innocent) == []


def test_an_invisible_character_is_seen_also_behind_an_escape() -> None:
    assert found("Fest\x07") == ["har det usynlige tegn U+0007"]


@pytest.mark.parametrize("number", ["010203-1234", "0102031234", "311299 1234"])
def test_a_cpr_number_is_seen_however_it_is_typed(number: str) -> None:
    assert found(f"Han ({number}) bor her.") == ["ligner et CPR-nummer"]


def test_a_finding_in_a_section_has_its_own_line() -> None:
    section = source.Text(10, "Først.\nSå\nmed <b>HTML</b>.\n\n- et punkt\n- [x](javascript:y)", exact=True)
    node = source.Fields(1, {source.SECTIONS: source.Fields(9, {"Hvorfor": section}, {"Hvorfor": 9})}, {source.SECTIONS: 9})
    assert [(problem.origin.line, problem.message[:8]) for problem in text.problems("x.md", node)] == [
        (12, "HTML, al"), (15, "adressen"),
    ]  # fmt: skip
