"""Danish text to the terms one finds it by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.danish import alphabetical, parts, term, words

KNOWN = {term(word) for word in ("tryghed", "vandring", "fædre", "gruppe", "opgang", "møde", "kaffe", "medborgerskab", "seminar")}


def test_words_every_text_has_are_left_out_with_and_without_danish_letters() -> None:
    assert list(words("Hvad gør vi på en fædregruppe?")) == ["fædregruppe"]
    assert list(words("hvad goer vi paa en faedregruppe")) == ["faedregruppe"]


def test_soft_hyphens_and_apostrophes_stand_inside_a_word() -> None:
    assert list(words("trygheds\u00advandring SSP'er")) == ["tryghedsvandring", "ssper"]


@pytest.mark.parametrize(
    "forms", [("fædregruppe", "fædregrupper", "fædregruppernes", "faedregruppe"), ("beboermøde", "beboermødet", "beboermoede")]
)
def test_the_forms_of_a_word_have_one_term(forms: tuple[str, ...]) -> None:
    assert len({term(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("word", "made_of"),
    [
        ("tryghedsvandringen", ("tryghed", "vandring")),
        ("fædregruppernes", ("fædre", "gruppe")),
        ("opgangskaffe", ("opgang", "kaffe")),
        ("medborgerskabsseminar", ("medborgerskab", "seminar")),
        ("opgangsmødekaffe", ("opgang", "møde", "kaffe")),
        ("vandring", ()),
        ("kaffekop", ()),
    ],
)
def test_a_compound_is_taken_apart_into_words_that_are_known(word: str, made_of: tuple[str, ...]) -> None:
    assert parts(word, KNOWN) == tuple(map(term, made_of))


@given(st.text())
def test_any_text_has_terms_of_small_ascii_letters_and_digits(text: str) -> None:
    for word in words(text):
        assert term(word).isascii()
        assert set(parts(word, KNOWN)) <= KNOWN


def test_ae_oe_and_aa_follow_z() -> None:
    assert sorted(["Åben", "Ældre", "zoom", "ØL", "ABCD"], key=alphabetical) == ["ABCD", "zoom", "Ældre", "ØL", "Åben"]
