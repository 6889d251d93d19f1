"""Whatever nobody foresaw is a Danish line with the file it was about, and the old site stands."""

import contextlib
import errno
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from idekatalog.cli import main
from idekatalog.files.load import published
from idekatalog.publishing import lock as locking
from idekatalog.publishing.cache import CACHE_FOLDER
from idekatalog.publishing.lock import Busy, lock
from idekatalog.reading import text, unexpected
from idekatalog.reading.problems import InvalidCatalogue
from places import PLUGINS, contents

CONFIG = """\
site_name: Et lille katalog
docs_dir: content
theme: {name: mkdocs}
nav: [index.md]
plugins: [idekatalog: {documents: false}]
validation: {nav: {omitted_files: ignore}}
"""
LINE = "ret det, der sidst er ændret; hjælper det ikke, så kør igen med KATALOG_DEBUG=1, og vis en udvikler det, der så står"


@pytest.fixture(autouse=True)
def _in_the_catalogue(small: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(small)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.delenv(unexpected.DEBUG, raising=False)
    (small / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    yield
    # "--debug" speaks to the processes that a command starts, and so outlives it.
    os.environ.pop(unexpected.DEBUG, None)


def configured(root: Path, command: str = "build") -> MkDocsConfig:
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
    return config


def broken(*_: object, **__: object) -> Any:
    raise ValueError("uha\n\x1b[2J")


# The command line.


def test_what_nobody_foresaw_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("idekatalog.cli.external_links", broken)
    assert main(["links"]) == 3
    assert capsys.readouterr() == ("", rf"katalog: uventet fejl (ValueError: uha \x1b[2J); {LINE}" + "\n")


def test_debug_shows_where_in_the_program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("idekatalog.cli.external_links", broken)
    assert main(["--debug", "links"]) == 3
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_a_record_the_program_fails_on_is_told_beside_what_else_is_wrong(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    problems = text.problems
    monkeypatch.setattr(
        "idekatalog.files.load.text.problems", lambda path, node: broken() if "naboaften.md" in path else problems(path, node)
    )
    other = small / "interventions/gaardmoede.md"
    other.write_text(other.read_text(encoding="utf-8").replace("titel:", "title:"), encoding="utf-8")
    assert main(["check"]) == 1
    told = capsys.readouterr().out
    assert r"interventions/naboaften.md:1: fil: får programmet til at gå i stå (ValueError: uha" in told
    assert "interventions/gaardmoede.md:2: titel: feltet mangler" in told


def test_a_draft_the_program_fails_on_stops_nobody(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = (small / "interventions/gaardmoede.md").read_text(encoding="utf-8")
    (small / "interventions/sommerfest.md").write_text(record.replace("status: udgivet", "status: kladde"), encoding="utf-8")
    problems = text.problems
    monkeypatch.setattr(
        "idekatalog.files.load.text.problems", lambda path, node: broken() if "sommerfest" in path else problems(path, node)
    )
    assert [record.id for record in published(small).interventions] == ["naboaften", "gaardmoede"]


def test_a_page_that_cannot_be_made_is_told_with_its_record(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("idekatalog.publishing.artefacts.frames.sheet", broken)
    assert main(["export", str(tmp_path / "ud")]) == 3
    assert capsys.readouterr().err.startswith("interventions/naboaften.md: uventet fejl (ValueError")
    assert not (tmp_path / "ud").exists()


def test_ctrl_c_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("idekatalog.cli.external_links", stop)
    assert main(["links"]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "disken er fuld; gør plads"),
        (errno.EROFS, "mappen kan kun læses; se på rettighederne"),
        (errno.EACCES, "det har du ikke lov til; se på rettighederne"),
        (errno.ENAMETOOLONG, "stien er for lang; giv filen og mapperne kortere navne"),
        (9999, "styresystemet siger noget; se på rettigheder og plads"),
    ],
)
def test_a_disk_that_says_no_is_told_with_the_path_and_the_reason(
    number: int, told: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(self: Path, content: bytes) -> int:
        raise OSError(number, "noget", str(self))

    monkeypatch.setattr("idekatalog.publishing.export._put", refuse)
    assert main(["export", str(tmp_path / "ud")]) == 2
    error = capsys.readouterr().err
    assert error.endswith(f": kan ikke læses eller skrives: {told}\n")
    assert error.startswith(str(tmp_path))
    assert not (tmp_path / "ud").exists()


def test_out_of_memory_is_a_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fill(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("idekatalog.cli.external_links", fill)
    assert main(["links"]) == 3
    assert "der er ikke hukommelse nok" in capsys.readouterr().err


def test_a_terminal_without_danish_letters_gets_numbers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(written, encoding="ascii", write_through=True))
    assert main(["check", str(tmp_path / "intet-å")]) == 2
    assert rb"intet-\xe5" in written.getvalue()


def test_a_program_without_a_screen_works_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["schema"]) == 0


def test_whoever_stops_reading_gets_no_complaint(small: Path) -> None:
    # With a pipe nobody reads any more, and with a full disk behind it.
    command = [sys.executable, "-m", "idekatalog", "schema"]
    environment = {**os.environ, "PYTHONPATH": str(PLUGINS)}
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, cwd=small, env=environment, stdout=writing, stderr=subprocess.PIPE, text=True, timeout=60)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")
    if Path("/dev/full").exists():
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(command, cwd=small, env=environment, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
        assert (done.returncode, done.stderr) == (2, "katalog: kan ikke læses eller skrives: disken er fuld; gør plads\n")


# A build.


def test_a_build_that_meets_what_nobody_foresaw_says_so_in_a_line_and_the_old_site_stands(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(configured(small))
    before = contents(small / "site")
    with monkeypatch.context() as worse:
        worse.setattr("idekatalog.publishing.build.published", broken)
        with pytest.raises(Abort, match=r"^katalog: uventet fejl \(ValueError") as told:
            build(configured(small))
    assert str(told.value).endswith("Siden er ikke bygget færdig.")
    assert contents(small / "site") == before
    monkeypatch.setenv(unexpected.DEBUG, "1")
    monkeypatch.setattr("idekatalog.publishing.build.published", broken)
    with pytest.raises(ValueError, match="uha"):
        build(configured(small))


def test_a_page_the_theme_fails_on_is_told_with_its_record(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mkdocs_idekatalog.layout.Frame._lay_out", broken)
    with pytest.raises(Abort, match=r"^(interventions|data)/.*\.md: uventet fejl"):
        build(configured(small))


def test_a_full_disk_is_told_with_the_file(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "site/a.html")

    monkeypatch.setattr("idekatalog.publishing.build.write", full)
    with pytest.raises(Abort, match=r"^site/a\.html: kan ikke læses eller skrives: disken er fuld; gør plads") as told:
        build(configured(small))
    assert str(told.value).endswith("Mappen site er halvt skrevet: ret fejlen, og byg den igen.")


def test_what_the_engine_refuses_ends_mkdocs_with_its_words(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "abc")
    with pytest.raises(Abort, match=r"^SOURCE_DATE_EPOCH: 'abc' er ikke et antal sekunder"):
        build(configured(small))


@pytest.mark.parametrize("length", [300, 5000])
def test_a_folder_with_too_long_a_name_is_told(length: int, small: Path) -> None:
    config = configured(small)
    config.site_dir = str(small / ("a" * length))
    with pytest.raises(Abort, match="stien er for lang"):
        build(config)


def test_content_that_leads_out_of_the_catalogue_stops_the_build_before_it_is_copied(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (small / "content/billeder/hemmelig.png").symlink_to("/etc/passwd")
    with pytest.raises(Abort):
        build(configured(small))
    assert "content/billeder/hemmelig.png:1: fil: er et link til et andet sted" in capsys.readouterr().err
    assert not (small / "site").exists()


# While somebody writes.


def test_while_somebody_writes_what_nobody_foresaw_is_a_notice_and_the_server_lives(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    config = configured(small, "serve")
    build(config)
    monkeypatch.setattr("idekatalog.publishing.preview.load", broken)
    build(config)
    assert "katalog:1: fil: får programmet til at gå i stå (ValueError" in capsys.readouterr().err
    assert "får programmet til at gå i stå" in (small / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ["content/ring", "content/x.png", "content"])
def test_while_somebody_writes_no_link_is_followed(path: str, small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = configured(small, "serve")
    if path == "content":
        (small / path).rename(small / "andetsteds")
    (small / path).symlink_to({"content/ring": ".", "content/x.png": "/etc/passwd", "content": "andetsteds"}[path])
    with pytest.raises(Abort):
        build(config)
    assert f"{path}:1: fil: er et link til et andet sted" in capsys.readouterr().err
    assert not (small / "site/x.png").exists()


# Two builds at once.


def test_a_build_lets_go_of_its_folder_however_it_ends(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as worse:
        for where in ("idekatalog.publishing.build.published", "idekatalog.publishing.build.put_back"):
            worse.setattr(where, broken)
            with pytest.raises(Abort):
                build(configured(small))
    build(configured(small))
    lock(small, small / "site")()


def test_a_lock_is_given_back_once(small: Path) -> None:
    let_go = lock(small, small / "site")
    with pytest.raises(Busy, match="en anden bygning er i gang i mappen"):
        lock(small, small / "../katalog/site")
    let_go()
    again = lock(small, small / "site")
    let_go()
    with pytest.raises(Busy):
        lock(small, small / "site")
    again()


def test_a_build_that_was_killed_holds_no_lock(small: Path) -> None:
    code = "import sys, os, pathlib; from idekatalog.publishing.lock import lock; lock(pathlib.Path('.'), pathlib.Path('site')); os.kill(os.getpid(), 9)"
    subprocess.run([sys.executable, "-c", code], cwd=small, env={**os.environ, "PYTHONPATH": str(PLUGINS)}, timeout=60)
    lock(small, small / "site")()


def test_where_nothing_can_be_locked_one_builds_all_the_same(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(file: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(locking, "_take", unknown)
    lock(small, small / "site")()
    with contextlib.suppress(FileNotFoundError):
        (small / CACHE_FOLDER / "x").unlink()
    (small / "fil").write_text("x")
    lock(small / "fil", small / "site")()


def test_a_problem_of_the_catalogue_is_no_unexpected_error(small: Path) -> None:
    with pytest.raises(InvalidCatalogue), unexpected.about("interventions/x.md"):
        raise InvalidCatalogue([])
