"""Danish text to the terms one finds it by.

A term is a Snowball stem in small ASCII letters: ``Fædregruppernes`` becomes ``faedregrup``, which is what
``faedregruppe`` becomes too. The script that searches makes its terms in the same way (``browser/search/danish.js``); a test
holds the two together over every word of the catalogue.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import snowballstemmer
from babel.dates import format_date

from .words import DANISH, LANGUAGES, code, region

_WORD = re.compile(r"[a-z0-9æøåäöüé]+")
# Soft hyphens and apostrophes stand inside a word and say nothing.
_WITHIN = re.compile(r"[\u00ad'’]")
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "u", "é": "e"})


def _list(name: str) -> frozenset[str]:
    """The words of a file beside this one, as they are written and as a keyboard without æ, ø and å writes them."""
    found = (Path(__file__).parent / name).read_text(encoding="utf-8").split()
    return frozenset((*found, *(word.translate(_LETTERS) for word in found)))


STOP_WORDS = _list("stopwords.txt")
"""Danish and English words that every text has: nobody finds anything by them."""

LIGHT_WORDS = _list("lightwords.txt")
"""Words that say little of what is sought, though a text may have few of them."""


def _forms() -> dict[str, str]:
    """Every form of a word that bends irregularly, with æ, ø and å and without, and the word. The script has the list."""
    text = (Path(__file__).parents[1] / "browser/search/forms.js").read_text(encoding="utf-8").split("`")[1]
    rows = (row.split(": ") for row in text.split("\n") if row)
    return {one: word for word, forms in rows for form in forms.split() for one in (form.translate(_LETTERS), form)}


FORMS = _forms()
"""Irregular forms, each with its word: ``spurgte`` is a form of ``spørge``."""

# The three signs that follow z, for the three letters that do, in the order of the language.
_AFTER_Z = {"sv": {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"}, "en": {"å": "a", "ä": "a", "æ": "ae", "ö": "o", "ø": "o"}}
_SCANDINAVIAN = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"}
_LAST = {code: str.maketrans({"é": "e", "ü": "y", **_AFTER_Z.get(code, _SCANDINAVIAN)}) for code in LANGUAGES}

# The shortest compound, and the shortest word it is taken apart into.
COMPOUND, SHORTEST = 7, 3
# What ends in -ede and is no past tense: a short word as "vrede", and others, "møde" without its ø among them.
LONGEST_PRESENT = 5
PRESENT = ("billede", "oede", "aede")
# What is no word of its own at the beginning or the end of one, though there may be a word that looks like it.
BEGINNINGS = frozenset((
    "ans", "bag", "bog", "bor", "dan", "del", "fore", "frem", "gen", "int", "men", "mul", "nat", "per", "pro", "sam", "samt",
    "tid", "til", "und",
))  # fmt: skip
ENDINGS = frozenset((
    "alen", "bar", "den", "der", "end", "ens", "gen", "ger", "gern", "hed", "ker", "led", "let", "lig", "men", "nem", "net",
    "ner", "ret", "ring", "ser", "sel", "ske", "sker", "skab", "som", "tag", "var",
))  # fmt: skip

NO_BEGINNING = STOP_WORDS | BEGINNINGS

# The English of Snowball is another than the browser has: Porter's own is both.
_STEMMERS = {
    code: snowballstemmer.stemmer(name)
    for code, name in zip(LANGUAGES, ("danish", "norwegian", "swedish", "porter"), strict=True)
}
# What the two of them make of some endings is not the same, so they get words without these.
_CUT = {"sv": re.compile(r"(?<=.{3})et$"), "en": re.compile(r"(?<=[st])ions?$")}


def words(text: str) -> Iterator[str]:
    """The words of a text, in small letters, without those every text has."""
    for word in _WORD.findall(_WITHIN.sub("", unicodedata.normalize("NFC", text).lower())):
        if word not in STOP_WORDS and (len(word) > 1 or word.isdigit()):
            yield word


def term(word: str) -> str:
    """The term of a word in small letters: the stem of the word that it is a form of."""
    return _term(word, code())


@cache
def _term(word: str, language: str) -> str:
    if language != DANISH:
        cut = _CUT[language].sub("", word) if language in _CUT else word
        return str(_STEMMERS[language].stemWord(cut)).translate(_LETTERS)
    word = FORMS.get(word, word)
    # The stemmer knows the past tense only of verbs in -ere: "ringede" is to it what "ringed" would be.
    if word.endswith("ede") and len(word) > LONGEST_PRESENT and not word.endswith(PRESENT):
        word = word.removesuffix("de")
    return str(_STEMMERS[DANISH].stemWord(word)).translate(_LETTERS)


def long_date(day: date) -> str:
    """A day as one writes it in a sentence: ``22. november 2026``."""
    return _long_date(day, region().replace("-", "_"))


@cache
def _long_date(day: date, locale: str) -> str:
    return format_date(day, "long", locale=locale)


def alphabetical(text: str) -> str:
    """The key that sorts a text as a dictionary does: small and large letters alike, æ, ø and å last, or å, ä and ö."""
    return re.sub(r"[^a-z0-9{|}]", "", unicodedata.normalize("NFC", text).lower().translate(_LAST[code()]))


def letter(key: str) -> str:
    """The letter that a text stands under, by the key that it is sorted by; all numbers stand together."""
    last = dict(zip("{|}", "ÅÄÖ" if code() == "sv" else "ÆØÅ", strict=True))
    return last.get(key[0], key[0].upper() if key[0].isalpha() else "0-9")


def parts(word: str, known: Callable[[str], str]) -> tuple[str, ...]:
    """The terms of the words that a compound is made of: ``tryghedsvandring`` gives ``tryg`` and ``vandring``.

    ``known`` tells the terms of words that stand by themselves, as ``among`` does; a word they cannot be made of has no parts. Of
    several ways, the one with the longest last word is right, for that is what a compound is a kind of.
    """
    for cut in range(SHORTEST, len(word) - SHORTEST + 1 if len(word) >= COMPOUND else 0):
        last = known(word[cut:])
        if last in ENDINGS or len(last) < SHORTEST:
            continue
        for first in _unjoined(word[:cut]):
            if len(first) >= SHORTEST and first not in NO_BEGINNING:
                if beginning := known(first):
                    return (beginning, last)
                if inner := parts(first, known):
                    return (*inner, last)
    return ()


def among(terms: Collection[str]) -> Callable[[str], str]:
    """What tells the term of a word if it is one of the terms, else "".

    A term is a beginning of its word, of three letters if it has them, unless the word is irregular. That is asked first: to stem
    every piece of every word was most of the work.
    """

    @cache
    def known(word: str) -> str:
        letters = word.translate(_LETTERS)
        if (
            code() != "en"
            and word not in FORMS
            and not any(letters[:end] in terms for end in range(min(3, len(letters)), len(letters) + 1))
        ):
            return ""
        return found if (found := term(word)) in terms else ""

    return known


def _unjoined(first: str) -> Iterator[str]:
    """The first word of a compound, with and without the letter that joins it to the next."""
    yield first
    if first[-1] in "se":
        yield first[:-1]
