"""A build as ``idekatalog build`` asks for it: MkDocs, without its last word in English where all has been told in Danish."""

import os
import sys
from pathlib import Path

import click

from idekatalog.reading import wording


def readable() -> bool:
    """Whether the settings in this folder can be read; if not, it has been told why. MkDocs would tell it in English."""
    found = list(wording.problems(Path(wording.SETTINGS)))
    print(*found, sep="\n", end="\n" * bool(found), file=sys.stderr)
    return not found


def silence() -> None:
    """What maintainers read about the end of MkDocs (docs/decisions/0004) is no news to who writes. Before MkDocs is imported."""
    os.environ.update(NO_MKDOCS_2_WARNING="1", DISABLE_MKDOCS_2_WARNING="true")


def main(folder: str) -> int:
    """Builds the catalogue in this folder into another: 0, or 1 where something was wrong, which has been told."""
    if not readable():
        return 1
    silence()
    from mkdocs.__main__ import cli

    try:
        cli.main(["build", "--strict", "--quiet", "--site-dir", folder], prog_name="mkdocs", standalone_mode=False)
    except click.ClickException as error:
        # "Aborted with 1 warnings": what it counts stands above, each in a line of its own.
        if not error.message.startswith("Aborted with"):
            print(error.message, file=sys.stderr)
        return 1
    return 0
