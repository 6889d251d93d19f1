"""Records of an earlier version are brought to this one, once, and nothing else is touched."""

import re
from datetime import date
from pathlib import Path

import pytest

from idekatalog.cli import main
from idekatalog.files import upgrade
from idekatalog.files.load import load
from idekatalog.version import VERSION
from places import ROOT, contents

DAY = date(2026, 11, 24)
NEW = {
    "interventions/naboaften.md": (
        ("    med: altid\n", "    kraevet: ja\n"),
        ("    med: eventuelt\n", "    kraevet: nej\n"),
        ("    valgfrit: ja\n", "    kerne: nej\n"),
        ("  - fase: efter\n", "  - kerne: ja\n    fase: efter\n"),
        ("    uddybning:", "    kerne: ja\n    uddybning:"),
        ("  - tekst: Naboerne hilser nu på hinanden.\n    grundlag: set\n", "  - Naboerne hilser nu på hinanden.\n"),
    ),
    "data/areas/solgaarden.md": (("kommune: Lilleby Kommune\n", "kommune: Lilleby\n"),),
}


@pytest.fixture
def old(small: Path) -> Path:
    """The small catalogue in the form of version 0.1."""
    for path, changes in NEW.items():
        text = (small / path).read_text(encoding="utf-8")
        for new, before in changes:
            assert new in text
            text = text.replace(new, before)
        (small / path).write_text(text, encoding="utf-8")
    return small


def test_an_old_catalogue_is_as_if_it_had_been_written_today(
    small: Path, old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(old)
    assert main(["check"], DAY) == 1
    assert "Kør idekatalog upgrade" in capsys.readouterr().out
    assert main(["upgrade"], DAY) == 0
    assert capsys.readouterr().out.splitlines() == [
        "interventions/naboaften.md er skrevet om",
        "data/areas/solgaarden.md er skrevet om",
        "et resultat har nu grundlag: set eller vurderet; se dem efter",
        f"Kataloget passer til motor {VERSION}.",
    ]
    fresh = contents(ROOT / "tests/cases/small/catalogue")
    assert contents(old) == fresh | {upgrade.ENGINE: f"{VERSION}\n".encode()}
    assert load(old)
    assert upgrade.upgrade(old) == ((), ())


def test_what_is_of_this_version_is_left_alone(old: Path) -> None:
    (old / upgrade.ENGINE).write_text(VERSION, encoding="utf-8")
    before = contents(old)
    assert upgrade.upgrade(old) == ((), ())
    assert contents(old) == before | {upgrade.ENGINE: f"{VERSION}\n".encode()}


def test_our_own_records_are_of_this_version() -> None:
    assert upgrade.waiting(ROOT) == ({}, ())


def test_every_version_that_changes_records_says_so_in_the_notes() -> None:
    notes = (ROOT / "docs/upgrading.md").read_text(encoding="utf-8")
    told = re.findall(r"^## To (\S+)$", notes, re.MULTILINE)
    assert told[0] == VERSION
    assert {migration.version for migration in upgrade.MIGRATIONS} <= set(told)


def test_the_command_tells_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"{VERSION}\n"
