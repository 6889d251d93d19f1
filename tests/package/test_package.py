"""What others install: ``make package``. It builds and installs, so it has a folder of its own, which ``make test`` does not look into."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from places import ROOT

BIN = Path(sys.executable).parent
# One file of each that an engine cannot do without and that no import would miss.
NEEDED = {
    "idekatalog/browser/sheet.css",
    "idekatalog/browser/vendor/leaflet/LICENSE",
    "idekatalog/frames/templates/plan/page.html.j2",
    "idekatalog/language/stopwords.txt",
    "idekatalog/paper/fonts/OFL.txt",
    "idekatalog/paper/fonts/atkinson-hyperlegible-next-regular.ttf",
    "idekatalog/paper/templates/book.typ",
    "idekatalog/paper/templates/word/[Content_Types].xml",
    "idekatalog/paper/templates/word/_rels/.rels",
    "idekatalog/publishing/notice.html.j2",
    "idekatalog/starter/alle/dot-github/workflows/katalog.yml",
    "idekatalog/starter/da/grund/mkdocs.yml",
    "mkdocs_idekatalog/theme/404.html",
    "mkdocs_idekatalog/theme/.icons/search.svg",
    "mkdocs_idekatalog/theme/assets/fonts/OFL.txt",
    "mkdocs_idekatalog/theme/assets/stylesheets/tokens.css",
    "mkdocs_idekatalog/theme/mkdocs_theme.yml",
}
# Whatever lies in the engine's folders is packed, but for these.
LEFT_OUT = (".test.js", ".d.ts", ".pyc")


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel and the sdist, made of what git tracks, with the setuptools that is locked."""
    copy, out = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("packages")
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, tracked.split("\0")):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    command = [BIN / "uv", "build", "--quiet", "--offline", "--no-build-isolation", "--python", sys.executable, "--out-dir", out]
    subprocess.run([*command, copy], check=True)
    return out


def engine(names: Iterator[str]) -> set[str]:
    return {name for name in names if name.startswith(("idekatalog/", "mkdocs_idekatalog/")) and not name.endswith("/")}


def test_the_wheel_holds_the_engine_and_all_it_reads(packages: Path) -> None:
    (wheel,) = packages.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    there = engine(path.relative_to(ROOT / "plugins").as_posix() for path in (ROOT / "plugins").rglob("*") if path.is_file())
    assert there >= NEEDED
    assert engine(iter(names)) == {name for name in there if not name.endswith(LEFT_OUT)}
    # Nobody else's catalogue, and no test.
    assert {name.split("/")[0].split("-")[0] for name in names} == {"idekatalog", "mkdocs_idekatalog"}


def test_the_sdist_holds_what_the_wheel_is_made_of(packages: Path) -> None:
    (sdist,) = packages.glob("*.tar.gz")
    with tarfile.open(sdist) as packed_up:
        names = [member.name.partition("/")[2] for member in packed_up.getmembers() if member.isfile()]
    there = engine(path.relative_to(ROOT / "plugins").as_posix() for path in (ROOT / "plugins").rglob("*") if path.is_file())
    packed = engine(name.removeprefix("plugins/") for name in names if name.startswith("plugins/"))
    assert packed == {name for name in there if not name.endswith(LEFT_OUT)}
    assert {"LICENSE", "README.md", "pyproject.toml"} <= set(names)
    assert not [name for name in names if name.split("/")[0] in ("content", "data", "interventions", "tests")]


def test_an_installed_wheel_makes_a_catalogue_and_builds_it(packages: Path, tmp_path: Path) -> None:
    (wheel,) = packages.glob("*.whl")
    installed = tmp_path / "installed"
    command = [
        BIN / "uv",
        "pip",
        "install",
        "--quiet",
        "--offline",
        "--no-deps",
        "--python",
        sys.executable,
        "--target",
        installed,
    ]
    subprocess.run([*command, wheel], check=True)
    environment = {**os.environ, "PYTHONPATH": str(installed)}

    def run(*arguments: str, cwd: Path) -> str:
        command = [sys.executable, "-m", "mkdocs_idekatalog", *arguments]
        done = subprocess.run(
            command,
            cwd=cwd,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=300,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run("init", "lillerup", cwd=tmp_path)
    assert run("build", cwd=tmp_path / "lillerup") == "Kataloget er bygget i mappen site.\n"
    assert (tmp_path / "lillerup/site/index.html").is_file()
