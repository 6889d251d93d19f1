"""What a build costs: its time and its memory, as the whole process has them; and how long a writer waits for a saved page."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from idekatalog.files.load import published
from idekatalog.publishing.artefacts import Paper, press, proof, publish
from idekatalog.publishing.cache import CACHE_FOLDER

MKDOCS = Path(sys.executable).parent / "mkdocs"
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "SOURCE_DATE_EPOCH": "0"}

# Between us and the build: a process is counted as no smaller than the one that starts it, and this one is small.
MEASURED = """\
import resource, subprocess, sys
code = subprocess.call(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""

# Material as it comes, but for the fonts, which it would fetch from another host.
PLAIN = """\
site_name: Målt
theme:
  name: material
  language: da
  font: false
"""

# The least that makes a page of Markdown, and of the lists of a site, which Hugo would make itself, none.
HUGO = """\
title = "Målt"
baseURL = "https://example.org/"
disableKinds = ["404", "rss", "taxonomy", "term"]
[markup.goldmark.renderer]
unsafe = true
"""
LAYOUT = """\
<!doctype html>
<html lang="da">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>{{ .TableOfContents }}<main>{{ .Content }}</main></body>
"""


@dataclass(frozen=True)
class Cost:
    """Seconds, and the most memory in use at once, in MB."""

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Project:
    """A folder with the settings of a generator, its site, a file of it that somebody changes, and what builds it."""

    folder: Path
    changed: Path
    builder: tuple[str | Path, ...] = (MKDOCS, "build", "--quiet", "--site-dir")

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def build(self) -> Cost:
        """Builds the site; raises CalledProcessError where that fails."""
        command = [sys.executable, "-c", MEASURED, *self.builder, self.site]
        start = time.perf_counter()
        done = subprocess.run(command, cwd=self.folder, env={**os.environ, **QUIET}, stdout=subprocess.PIPE, check=True)
        return Cost(time.perf_counter() - start, int(done.stdout.split()[-1]) / 1024)

    def change(self, line: str = "En linje mere.") -> None:
        with self.changed.open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")

    def clean(self) -> None:
        for folder in (self.site, self.folder / CACHE_FOLDER):
            shutil.rmtree(folder, ignore_errors=True)

    def saves(self, page: str, times: int) -> Iterator[float]:
        """Seconds from a save until the browser of whoever writes has the page anew, while the project is served."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            address = f"127.0.0.1:{free.getsockname()[1]}"
        command = [MKDOCS, "serve", "--quiet", "--livereload", "-a", address]
        with subprocess.Popen(command, cwd=self.folder, env={**os.environ, **QUIET}) as server:
            try:
                while not _get(address, "/"):
                    time.sleep(0.1)
                for number in range(times):
                    shown = _get(address, page)
                    # As the script does that MkDocs puts into the page: it asks until there is something newer.
                    seen = int(re.findall(r"livereload\((\d+),", shown)[-1])
                    start = time.perf_counter()
                    self.change(f"Gemt for {number + 1}. gang.")
                    while int(_get(address, f"/livereload/{seen}/1") or seen) <= seen:
                        pass
                    assert f"Gemt for {number + 1}. gang." in _get(address, page)
                    yield time.perf_counter() - start
            finally:
                server.terminate()


def catalogue(folder: Path) -> Project:
    """The catalogue in the folder."""
    return Project(folder, folder / "interventions/dialograad.md")


def plain(catalogue: Path, folder: Path) -> Project:
    """The pages of the catalogue in a new folder, as Markdown for MkDocs and Material alone."""
    for uri, content in _pages(catalogue):
        _put(folder / "docs" / uri, content)
    _put(folder / "mkdocs.yml", PLAIN.encode())
    return Project(folder, folder / "docs/indsatser/dialograad/index.md")


def hugo(catalogue: Path, folder: Path) -> Project | None:
    """The pages of the catalogue in a new folder, as Markdown for Hugo in a plain layout; None where it is not installed."""
    if (program := shutil.which("hugo")) is None:
        return None
    for uri, content in _pages(catalogue):
        # To Hugo, a page by the other name may have no pages below it.
        _put(folder / "content" / uri.replace("index.md", "_index.md"), content)
    _put(folder / "hugo.toml", HUGO.encode())
    _put(folder / "layouts/all.html", LAYOUT.encode())
    changed = folder / "content/indsatser/dialograad/_index.md"
    return Project(folder, changed, (program, "build", "--quiet", "--destination"))


def _pages(catalogue: Path) -> Iterator[tuple[str, bytes]]:
    """Every page of the catalogue: its path and its Markdown."""
    read = published(catalogue)
    yield from ((name, text.encode()) for name, text in read.written.items())
    yield from ((artefact.uri, artefact.content) for artefact in publish(read, press=None) if artefact.uri.endswith(".md"))


def _put(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


STATES: dict[str, Callable[[Project], None]] = {
    "Bygget forfra": Project.clean,
    "Bygget igen, intet ændret": lambda project: None,
    "Bygget igen, én post ændret": Project.change,
}
"""What is done before each build that is measured, by what the build is called."""


def checklists(root: Path) -> list[float]:
    """Seconds for each checklist of the catalogue as PDF."""
    seconds = []

    def timed(papers: Sequence[Paper]) -> Sequence[bytes]:
        for paper in papers:
            if paper.address.endswith("tjekliste.pdf"):
                start = time.perf_counter()
                press([paper])
                seconds.append(time.perf_counter() - start)
        return proof(papers)

    publish(published(root), press=timed)
    return seconds


def _get(address: str, path: str) -> str:
    """What the server answers; "" while it does not."""
    try:
        with urllib.request.urlopen(f"http://{address}{path}", timeout=600) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""
