"""What a build costs: its time and its memory, as the whole process has them."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from catalogue.load import published
from catalogue.publish import publish

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


@dataclass(frozen=True)
class Cost:
    """Seconds, and the most memory in use at once, in MB."""

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Project:
    """A folder with a ``mkdocs.yml``, its site, and a file of it that somebody changes."""

    folder: Path
    changed: Path

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def build(self) -> Cost:
        """Builds the site; raises CalledProcessError where that fails."""
        command = [sys.executable, "-c", MEASURED, MKDOCS, "build", "--quiet", "--site-dir", self.site]
        start = time.perf_counter()
        done = subprocess.run(command, cwd=self.folder, env={**os.environ, **QUIET}, stdout=subprocess.PIPE, check=True)
        return Cost(time.perf_counter() - start, int(done.stdout.split()[-1]) / 1024)

    def change(self) -> None:
        with self.changed.open("a", encoding="utf-8") as file:
            file.write("\nEn linje mere.\n")


def catalogue(folder: Path) -> Project:
    """The catalogue in the folder."""
    return Project(folder, folder / "interventions/dialograad.md")


def plain(catalogue: Path, folder: Path) -> Project:
    """The pages of the catalogue in a new folder, as Markdown for MkDocs and Material alone."""
    read = published(catalogue)
    pages: dict[str, bytes] = {name: text.encode() for name, text in read.written.items()}
    pages |= {artefact.uri: artefact.content for artefact in publish(read, press=None) if artefact.uri.endswith(".md")}
    for uri, content in pages.items():
        file = folder / "docs" / uri
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    (folder / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    return Project(folder, folder / "docs/indsatser/dialograad/index.md")


STATES: dict[str, Callable[[Project], None]] = {
    "Bygget forfra": lambda project: shutil.rmtree(project.site, ignore_errors=True),
    "Bygget igen, intet ændret": lambda project: None,
    "Bygget igen, én post ændret": Project.change,
}
"""What is done before each build that is measured, by what the build is called."""
