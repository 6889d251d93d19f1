"""A build: the old site stands until the new one is ready, what is right stays, and nobody else builds meanwhile."""

import errno
import os
from pathlib import Path

import pytest

from idekatalog.cli import main
from idekatalog.publishing.build import Build, Job, Refused, take
from idekatalog.publishing.cache import CACHE_FOLDER
from idekatalog.publishing.lock import lock
from idekatalog.publishing.progress import Progress
from idekatalog.reading import unexpected
from places import contents
from sites import built, outputs, show
from terminal import Terminal

GUIDE, SHEET = "indsatser/naboaften/index.md", "indsatser/naboaften/tjekliste/index.html"


def test_a_file_that_is_as_it_was_is_not_written_again(small: Path) -> None:
    site = built(small)
    guide, sheet, other = site / GUIDE, site / SHEET, site / "indsatser/gaardmoede/tjekliste/index.html"
    sheet.write_text("<p>Rettet i hånden", encoding="utf-8")
    for file in (guide, sheet, other):
        os.utime(file, (0, 0))
    record = small / "interventions/naboaften.md"
    record.write_text(record.read_text(encoding="utf-8") + "\nEn linje mere.\n", encoding="utf-8")
    built(small)
    assert [file.stat().st_mtime == 0 for file in (guide, sheet, other)] == [False, False, True]
    assert "En linje mere." in guide.read_text(encoding="utf-8")
    assert "Rettet i hånden" not in sheet.read_text(encoding="utf-8")


def test_what_is_no_longer_part_of_the_site_is_removed_but_for_what_is_hidden(small: Path) -> None:
    site = built(small)
    before = contents(site)
    for left in ("gammel/side/index.html", "indsatser/naboaften/index.html.gz", "gammel.html", ".git/config", ".nojekyll"):
        (site / left).parent.mkdir(parents=True, exist_ok=True)
        (site / left).write_text("gammel", encoding="utf-8")
    assert contents(built(small)) == {**before, ".git/config": b"gammel", ".nojekyll": b"gammel"}
    assert not (site / "gammel").exists()


def test_nothing_is_written_through_a_link_in_the_site(small: Path, tmp_path: Path) -> None:
    site = built(small)
    before = contents(site)
    (tmp_path / "min").mkdir()
    for path in ("katalog.json", "indsatser"):
        (tmp_path / "min" / path).write_text("min")
        (site / path).rename(tmp_path / f"gammel-{path}")
        (site / path).symlink_to(tmp_path / "min" / path)
    (tmp_path / "mappe").mkdir()
    (site / "metoder").rename(tmp_path / "gammel-metoder")
    (site / "metoder").symlink_to(tmp_path / "mappe")
    assert contents(built(small)) == before
    assert contents(tmp_path / "min") == dict.fromkeys(("katalog.json", "indsatser"), b"min")
    assert contents(tmp_path / "mappe") == {}


def test_a_generator_may_empty_the_folder_and_a_stopped_build_is_found_again(small: Path) -> None:
    site = built(small)
    before = contents(site)
    os.utime(site / SHEET, (0, 0))
    stopped = Build()
    stopped.start(Job(small, site, documents=False))
    assert not site.exists()
    # Stopped here. The operating system lets go of its lock.
    stopped._unlock()
    assert contents(built(small)) == before
    assert (site / SHEET).stat().st_mtime == 0
    assert list(small.glob(".site*")) == []


def test_what_fails_before_the_site_is_written_leaves_the_old_one_and_lets_others_in(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(unexpected.DEBUG, raising=False)
    site = built(small)
    before = contents(site)
    build = Build()
    build.start(Job(small, site, documents=False))
    site.mkdir()
    (site / "half.html").write_text("halvt")
    assert str(build.abandon(OSError(errno.ENOSPC, "no space", "a.html"))) == (
        "a.html: kan ikke læses eller skrives: disken er fuld; gør plads\nSiden er ikke bygget færdig."
    )
    assert contents(site) == before
    built(small)


def test_a_site_that_is_half_written_is_said_to_be(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space", "a.html")

    monkeypatch.delenv(unexpected.DEBUG, raising=False)
    monkeypatch.setattr("idekatalog.publishing.build.write", full)
    build = Build()
    build.start(Job(small, small / "site", documents=False))
    with pytest.raises(OSError, match="no space") as failed:
        build.write(outputs(build))
    assert str(build.abandon(failed.value)).endswith("Mappen site er halvt skrevet: ret fejlen, og byg den igen.")


def test_a_broken_record_is_told_in_danish_and_leaves_the_site(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = built(small)
    before = contents(site)
    (small / "interventions/naboaften.md").write_bytes(b"---\n\tnummer: 1\n---\n")
    with pytest.raises(Refused, match="Der er ikke bygget noget"):
        show(Build(), small)
    assert (
        "interventions/naboaften.md:2: yaml: linjen er rykket ind med tabulator; ryk ind med mellemrum" in capsys.readouterr().err
    )
    assert contents(site) == before


def test_what_the_settings_say_is_checked_too(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / "mkdocs.yml").write_text('site_name: "<b>Katalog</b>"\n', encoding="utf-8")
    with pytest.raises(Refused):
        Build().start(Job(small, small / "site", settings=small / "mkdocs.yml", documents=False))
    assert "mkdocs.yml:1: site_name:" in capsys.readouterr().err


@pytest.mark.parametrize("site", [".", "..", "content/site", "data", "interventions/site", "/", ".git", ".gemt"])
def test_nothing_is_built_where_the_catalogue_lies(site: str, small: Path) -> None:
    before = contents(small)
    with pytest.raises(Refused, match="der kan ikke bygges i en mappe, som kataloget ligger i"):
        take(Job(small, small / site))
    assert contents(small) == before


@pytest.mark.parametrize("epoch", ["", "-5", "abc", "9" * 14, "1.5"])
def test_a_moment_that_is_none_is_told(epoch: str, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(Refused, match="er ikke et antal sekunder"):
        take(Job(small, small / "site"))


def test_two_builds_in_one_folder_do_not_meet(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small)
    before = contents(built(small))
    let_go = lock(small, small / "site")
    with pytest.raises(Refused, match="en anden bygning er i gang"):
        show(Build(), small)
    assert main(["compress", "site"]) == 2
    assert contents(small / "site") == before
    # Another folder is another matter.
    other = Build()
    other.start(Job(small, small / "andet", documents=False))
    other.finish()
    let_go()
    built(small)


def test_a_build_forgets_what_the_cache_keeps_for_nobody(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(small)
    monkeypatch.setattr("idekatalog.publishing.cache.MONTH", -1)
    built(small)
    assert [file.name[:8] for file in (small / CACHE_FOLDER).iterdir()] == ["optaget-"]


def test_a_slow_build_says_how_far_it_is_and_leaves_nothing_of_it(small: Path) -> None:
    terminal, seconds = Terminal(), iter(range(10_000))
    site = Build(lambda: Progress(terminal, lambda: next(seconds)))
    show(site, small)
    files = len(site.artefacts)
    assert f"Skriver: {files} af {files} filer" in terminal.getvalue()
    assert terminal.line == ""
