"""What an author is told, in the language of the site."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from idekatalog.cli import main
from idekatalog.language import keys, words
from places import CASES

SLIPS = ("drawing", "no-such-list", "pasted-from-word", "template-rules", "yaml-slips")


@pytest.fixture
def english(small: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small catalogue in English; Danish again afterwards."""
    monkeypatch.chdir(small)
    (small / "mkdocs.yml").write_text("site_name: Ideas\nplugins:\n  - idekatalog:\n      language: en\n", encoding="utf-8")
    yield small
    words.use(words.DANISH)


def places(problems: str) -> list[tuple[str, str]]:
    """The file and the line of each problem, and the field as it is called in the language of the site."""
    told = (line.split(": ")[:2] for line in problems.splitlines())
    return sorted((place, keys.field(field)) for place, field in told)


@pytest.mark.parametrize("name", SLIPS)
def test_an_author_is_told_in_english_of_the_same_places(name: str, english: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = CASES / "problems" / name
    shutil.copytree(case, english, dirs_exist_ok=True)
    danish = (case / "problems.txt").read_text(encoding="utf-8")
    for file in (case / "without.txt").read_text(encoding="utf-8").split() if (case / "without.txt").exists() else ():
        (english / file).unlink()
    for left in ("problems.txt", "without.txt"):
        (english / left).unlink(missing_ok=True)
    assert main(["check"]) == 1
    told = capsys.readouterr().out.split("\n\n")[0]
    assert places(told) == places(danish)
    assert not set(told.splitlines()) & set(danish.splitlines())


def test_what_is_wrong_and_what_to_do_is_said_in_english(english: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = english / "interventions" / "gaardmoede.md"
    file.write_text(file.read_text(encoding="utf-8").replace("titel:", "titlen:", 1), encoding="utf-8")
    assert main(["check"]) == 1
    assert capsys.readouterr().out.splitlines()[:2] == [
        "interventions/gaardmoede.md:2: title: the field is missing; write a line that begins with title:",
        "interventions/gaardmoede.md:3: titlen: the field is not known; did you mean title?",
    ]
