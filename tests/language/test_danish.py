"""Danish text to the terms one finds it by."""

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from idekatalog.language.danish import STOP_WORDS, alphabetical, among, parts, term, words
from idekatalog.language.slug import slug
from places import ROOT

KNOWN = {term(word) for word in ("tryghed", "vandring", "fædre", "gruppe", "opgang", "møde", "kaffe", "medborgerskab", "seminar")}


def test_words_every_text_has_are_left_out_with_and_without_danish_letters() -> None:
    assert list(words("Hvad gør vi på en fædregruppe?")) == ["fædregruppe"]
    assert list(words("hvad goer vi paa en faedregruppe")) == ["faedregruppe"]


def test_soft_hyphens_and_apostrophes_stand_inside_a_word() -> None:
    assert list(words("trygheds\u00advandring SSP'er")) == ["tryghedsvandring", "ssper"]


@pytest.mark.parametrize(
    "forms",
    [
        ("fædregruppe", "fædregrupper", "fædregruppernes", "faedregruppe"),
        ("beboermøde", "beboermødet", "beboermoede"),
        ("spørge", "spørger", "spurgte", "spurgt"),
        ("far", "fædre", "faedre", "fædrene"),
        ("ringe", "ringer", "ringede", "ringet"),
        ("hoppe", "hoppede"),
        ("billede", "billeder", "billedet"),
        ("fremmed", "fremmede"),
    ],
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
    assert parts(word, among(KNOWN)) == tuple(map(term, made_of))


@given(st.text())
def test_any_text_has_terms_of_small_ascii_letters_and_digits(text: str) -> None:
    for word in words(text):
        assert term(word).isascii()
        assert set(parts(word, among(KNOWN))) <= KNOWN


def test_ae_oe_and_aa_follow_z() -> None:
    assert sorted(["Åben", "Ældre", "zoom", "ØL", "ABCD"], key=alphabetical) == ["ABCD", "zoom", "Ældre", "ØL", "Åben"]


# What the script of the search must make of the same texts: browser/search/danish.test.js reads it.
DATA = ROOT / "tests/data"
SHARED = DATA / "terms.json"
HARD = [
    "trygheds\u00advandring SSP'er",
    "Ål & ØL, 4. x 12",
    "Café MÜLLER",
    "A\u030aben o\u0308l",
    "Æblegrød på Ærø; søskende’s",
    "",
    "…",
]


def test_the_terms_that_the_script_is_held_to_are_those_of_this_module(request: pytest.FixtureRequest) -> None:
    asked = [query["q"] for query in yaml.safe_load((DATA / "queries.yml").read_text(encoding="utf-8"))["queries"]]
    found = sorted({word for text in (*asked, *HARD) for word in words(text)})
    known = {term(word) for word in found}
    made = {
        "stop": sorted(STOP_WORDS),
        "known": sorted(known),
        "texts": {text: [list(words(text)), slug(text)] for text in HARD},
        "terms": {word: [term(word), *parts(word, among(known))] for word in found},
    }
    assert sum(len(terms) > 1 for terms in made["terms"].values()) > 20
    if request.config.getoption("--golden"):
        SHARED.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert json.loads(SHARED.read_text(encoding="utf-8")) == made
