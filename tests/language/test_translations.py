"""The words of the engine in the languages it speaks."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from idekatalog.language import words
from idekatalog.language.danish import alphabetical, letter, long_date, term
from idekatalog.language.words import LANGUAGES, LOCALE, _, marked, plural
from idekatalog.reading.wording import language
from places import ROOT

TRANSLATED = LANGUAGES[1:]


@pytest.fixture
def translated() -> Iterator[None]:
    """A language of two words; Danish again afterwards."""
    words.use("en", {"Gem": "Save", ("{n} guide", "{n} guider"): ("{n} guide", "{n} guides")})
    yield
    words.use(words.DANISH)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Every text that the engine translates, found as ``make words`` finds them."""
    found = tmp_path_factory.mktemp("words") / "words.pot"
    command = next(
        line for line in (ROOT / "Makefile").read_text(encoding="utf-8").split("\n\t") if "pybabel --quiet extract" in line
    )
    keywords = re.search(r'--keywords "(.*?)"', command)
    assert keywords
    with pytest.MonkeyPatch.context() as here:
        here.chdir(ROOT)
        CommandLineInterface().run(
            [
                "pybabel",
                "--quiet",
                "extract",
                "--mapping",
                "pyproject.toml",
                "--keywords",
                keywords[1],
                "--output-file",
                str(found),
                "plugins",
            ]
        )
    with found.open("rb") as file:
        return read_po(file)


def test_danish_reads_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "LOCALE", Path("nowhere"))
    words.use(words.DANISH)
    assert (_("Gem"), plural("{n} guide", "{n} guider", 2)) == ("Gem", "2 guider")


@pytest.mark.usefixtures("translated")
def test_a_text_is_translated_when_it_is_shown() -> None:
    assert (_("Gem"), _("Slet"), _(marked("Gem")), words.code()) == ("Save", "Slet", "Save", "en")
    assert [plural("{n} guide", "{n} guider", n) for n in (0, 1, 2)] == ["0 guides", "1 guide", "2 guides"]


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_word_of_the_engine_is_translated_and_no_other(language: str, asked: Catalog) -> None:
    with (LOCALE / f"{language}.po").open("rb") as file:
        there = read_po(file, locale=language)
    assert [message.id for message in there if message.id and message.fuzzy] == []
    assert {message.id for message in there if message.id and not all(texts(message.string))} == set()
    assert {message.id for message in there} == {message.id for message in asked}


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_varies_is_in_every_translation(language: str) -> None:
    for danish, translated in words.translations(language).items():
        for one, other in zip(texts(danish), texts(translated), strict=True):
            assert set(re.findall(r"\{\w+\}", other)) == set(re.findall(r"\{\w+\}", one)), (one, other)


def texts(text: object) -> tuple[str, ...]:
    """A text, or one for one and one for many."""
    return (text,) if isinstance(text, str) else tuple(map(str, text)) if isinstance(text, (tuple, list)) else ("",)


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ("plugins:\n  - idekatalog:\n      language: nb\n", "nb"),
        ("plugins:\n  idekatalog:\n    language: sv\n", "sv"),
        ("plugins: [idekatalog]\n", "da"),
        ("plugins:\n  - idekatalog:\n      language: xx\n", "da"),
        ("plugins: [\n", "da"),
    ],
)
def test_the_language_stands_below_the_plugin(settings: str, found: str, tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(settings, encoding="utf-8")
    assert language(file) == found
    assert language(tmp_path / "nothing.yml") == "da"


@pytest.mark.parametrize(
    ("language", "day", "order"),
    [
        ("da", "1. maj 2026", ["Zoo", "Ærlig", "Øl", "Åben"]),
        ("nb", "1. mai 2026", ["Zoo", "Ærlig", "Øl", "Åpen"]),
        ("sv", "1 maj 2026", ["Zoo", "Åka", "Ärlig", "Öl"]),
        ("en", "1 May 2026", ["Ångström", "Åre", "Zoo"]),
    ],
)
def test_days_and_the_order_of_words_are_those_of_the_language(language: str, day: str, order: list[str]) -> None:
    words.use(language, {})
    try:
        assert long_date(date(2026, 5, 1)) == day
        assert sorted({*order}, key=alphabetical) == order
        assert letter(alphabetical(order[-1])) == ("Z" if language == "en" else order[-1][0])
    finally:
        words.use(words.DANISH)


SHARED = ROOT / "tests/data/stems.json"


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("nb", "møte møter møtet"),
        ("nb", "gruppe grupper gruppen gruppene"),
        ("sv", "möte möten mötet"),
        ("sv", "granne grannar grannarna"),
        ("en", "policy policies"),
        ("en", "intervention interventions"),
    ],
)
def test_the_forms_of_a_word_have_one_term(language: str, forms: str) -> None:
    words.use(language, {})
    try:
        assert len({term(form) for form in forms.split()}) == 1
    finally:
        words.use(words.DANISH)


def test_the_stems_that_the_programs_are_held_to_are_those_of_the_search(request: pytest.FixtureRequest) -> None:
    made = {}
    for code, said in json.loads(SHARED.read_text(encoding="utf-8")).items():
        words.use(code, {})
        made[code] = {word: term(word) for word in said}
    words.use(words.DANISH)
    if request.config.getoption("--golden"):
        SHARED.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert json.loads(SHARED.read_text(encoding="utf-8")) == made
