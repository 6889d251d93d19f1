"""What an author writes in the language of the catalogue is read as the Danish that the models know."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from idekatalog import cli
from idekatalog.catalogue import Catalogue
from idekatalog.files.form import unformed
from idekatalog.files.load import load, published
from idekatalog.language import keys, words
from idekatalog.reading import source
from idekatalog.reading.problems import InvalidCatalogue, Problem
from idekatalog.records import aliases
from idekatalog.records.area_map import Collection
from idekatalog.records.blank import blank
from idekatalog.records.fields import Part, kinds_of, part_of
from idekatalog.records.glossary import Entry, Name
from idekatalog.records.kinds import KINDS, Kind
from idekatalog.records.look import Look
from idekatalog.records.publisher import Publisher
from idekatalog.records.record import Sections
from idekatalog.records.vocabulary import SearchWords, Term

READ: tuple[type[Part], ...] = (*KINDS, Collection, Entry, Name, Look, Publisher, SearchWords, Term)
GUIDE = "interventions/example.md"


def below(part: type[Part]) -> Iterator[type[Part]]:
    """The part and all that it is made of."""
    yield part
    for field in part.model_fields.values():
        for inner in (part_of(field), *kinds_of(field).values()):
            if inner is not None:
                yield from below(inner)


PARTS = tuple(dict.fromkeys(chain.from_iterable(map(below, READ))))
NAMES = {part: [field.alias or name for name, field in part.model_fields.items()] for part in PARTS}
CHOICES = [list(aliases.choices(field)) for part in PARTS for field in part.model_fields.values()]


@pytest.fixture(autouse=True)
def danish_again() -> Iterator[None]:
    yield
    words.use(words.DANISH)


@pytest.fixture
def english(tmp_path: Path) -> Path:
    """The catalogue that begins in English, with everything it can have."""
    folder = tmp_path / "katalog"
    assert cli.main(["init", str(folder), "--sprog", "en", "--with", "film,kort,metoder,skabeloner"]) == 0
    words.use("en")
    return folder


def in_danish(text: str) -> str:
    """A file of that catalogue with Danish keys, headings and words, as we would write it by hand."""
    keys_of, headings_of, words_of = (
        {foreign: danish for danish, foreign in keys.table("en", part).items()} for part in ("keys", "headings", "words")
    )
    text = re.sub(r"^## (.+)$", lambda found: f"## {headings_of[found[1]]}", text, flags=re.M)
    text = re.sub(
        r"^( *(?:- )?(?:status|present|phase|kind|width|large|page_number|editorial): )([\w-]+)$",
        lambda found: found[1] + words_of[found[2]],
        text,
        flags=re.M,
    )
    return re.sub(r"^( *(?:- )?)(\w+)(?=:)", lambda found: found[1] + keys_of.get(found[2], found[2]), text, flags=re.M)


def said(catalogue: Catalogue) -> object:
    return (
        [record.model_dump() for record in catalogue.records],
        catalogue.vocabulary,
        catalogue.glossary,
        catalogue.publisher.model_dump(),
        catalogue.area_map,
    )


@pytest.mark.parametrize("language", words.LANGUAGES[1:])
def test_every_key_heading_and_word_has_one_of_its_own_in_every_language(language: str) -> None:
    sections = {part for part in PARTS if issubclass(part, Sections)}
    assert keys.table(language, "keys").keys() == {
        name for part in PARTS if part not in sections for name in NAMES[part]
    } - {source.SECTIONS}  # fmt: skip
    assert keys.table(language, "headings").keys() == {name for part in sections for name in NAMES[part]}
    assert keys.table(language, "words").keys() == set(chain.from_iterable(CHOICES))
    words.use(language)
    for names in NAMES.values():
        assert len({aliases.called(name) for name in names}) == len(names), names
        # What is called as another field is in Danish would be taken for that.
        assert not [name for name in names if aliases.called(name) != name and aliases.called(name) in names]
    for choices in CHOICES:
        assert len(set(map(keys.word, choices))) == len(choices), choices
        assert not [word for word in choices if keys.word(word) != word and keys.word(word) in choices]


@pytest.mark.parametrize("language", words.LANGUAGES[1:])
def test_what_is_named_in_the_language_is_not_named_again(language: str) -> None:
    words.use(language)
    for name in keys.table(language, "keys").values():
        assert keys.key(name) == name


def test_both_languages_say_the_same(english: Path) -> None:
    before = said(load(english))
    for path in (*english.glob("data/**/*.yml"), *english.glob("data/**/*.md"), *english.glob("interventions/*.md")):
        text = path.read_text(encoding="utf-8")
        path.write_text(in_danish(text), encoding="utf-8")
        assert in_danish(text) != text, path
    assert said(load(english)) == before


def test_in_a_danish_catalogue_danish_is_all_there_is(english: Path) -> None:
    words.use(words.DANISH)
    with pytest.raises(InvalidCatalogue, match=r"interventions/example.md:2: title: feltet kendes ikke; mente du titel\?"):
        load(english)


def told(folder: Path, *changes: tuple[str, str]) -> list[str]:
    """What is wrong with the guide when some of its text is another."""
    file = folder / GUIDE
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidCatalogue) as invalid:
        load(folder)
    return str(invalid.value).removeprefix(f"{GUIDE}:").split(f"\n{GUIDE}:")


def test_a_problem_is_told_in_the_words_of_the_author(english: Path) -> None:
    assert told(
        english,
        ("summary: ", "sumary: "),
        ("phase: before", "phase: befor"),
        ("status: published", "status: publised"),
        ("## Why\n", "## Wy\n"),
    ) == [
        "2: summary: the field is missing; write a line that begins with summary:",
        "3: sumary: the field is not known; did you mean summary?",
        "24: steps[1].phase: 'befor' is not known; choose before, during or after",
        "50: status: 'publised' is not known; choose published or draft",
        "60: ## Wy: the section is not known; did you mean Why?",
    ]


def test_a_problem_stands_in_the_same_line_in_both_languages(english: Path) -> None:
    wrong = (
        ("phase: before", "phase: x"),
        ("page_number: unknown", "page_number: x"),
        ("participants:\n  min: 5", "participants:\n  min: x"),
    )
    foreign = told(english, *wrong)
    file = english / GUIDE
    file.write_text(in_danish(file.read_text(encoding="utf-8").replace(": x\n", ": «»\n")).replace("«»", "x"), encoding="utf-8")
    assert told(english) == foreign
    assert len(foreign) == 3


def test_a_field_in_both_languages_stands_twice(english: Path) -> None:
    assert told(
        english,
        ("version:", "titel: Andet\nversion:"),
        ("    text: Welcome", "    tekst: Hej\n    text: Welcome"),
        ("## Why\n", "## Hvad det er\n\nDet samme.\n\n## Why\n"),
    ) == [
        "30: text: the field stands twice; delete one of them (the first is in line 29)",
        "54: title: the field stands twice; delete one of them (the first is in line 2)",
        "62: ## What it is: the field stands twice; delete one of them (the first is in line 58)",
    ]


def test_a_draft_is_one_in_any_language(english: Path) -> None:
    file = english / GUIDE
    file.write_text(
        file.read_text(encoding="utf-8").replace("status: published", "status: draft").replace("summary:", "x:"), encoding="utf-8"
    )
    words.use("en")
    with pytest.raises(InvalidCatalogue) as invalid:
        published(english)
    assert GUIDE not in {problem.origin.path for problem in invalid.value.problems}


def test_the_one_form_keeps_the_language(english: Path) -> None:
    problems: list[Problem] = []
    file = english / GUIDE
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("problem: ", "opmaerksomhed: [Pas på]\nproblem: ").replace("care:\n  - Ask before you take pictures.\n", ""),
        encoding="utf-8",
    )
    assert cli.main(["format", str(english)]) == 0
    assert (list(unformed(english, problems)), problems) == ([], [])
    formed = file.read_text(encoding="utf-8")
    assert "\nopmaerksomhed:" in formed
    assert formed.index("\ngood_advice:") < formed.index("\nopmaerksomhed:") < formed.index("\ntested:")
    assert "large: yes\n" in (english / "data/templates/example-invitation.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.folder)
def test_a_new_record_is_in_the_language(kind: Kind[Any], english: Path) -> None:
    lists = {name: list(terms) for name, terms in load(english).vocabulary.lists.items()}
    text = blank(kind, lists, 3, "", date(2026, 11, 22))
    assert "\ntitle:\n" in text
    written = re.findall(r"^(?:# )? *(?:- )?(\w+):(?: \[\]| #.*)?$", text, flags=re.M)
    assert not [key for key in written if keys.key(key) != key]
    if "\nstatus:" in text:
        assert "\nstatus: draft\n" in text
