"""The one command: all that the engine can do by itself, and the site, which takes a generator."""

import argparse
import contextlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from idekatalog import cli
from idekatalog.language.words import _, marked
from idekatalog.publishing.lock import lock
from idekatalog.publishing.swap import replace

if TYPE_CHECKING:
    from idekatalog.cli import Parsers, Run

COMMANDS = frozenset(("build", "serve"))
SITE = "site"
NOT_BUILT = marked("Kataloget er ikke bygget, og er der en side fra før, står den. Ret det, der er nævnt ovenfor, og prøv igen.")


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; the exit codes are those of ``idekatalog.cli.main``."""
    return cli.main(arguments, further=_further)


def _further(commands: "Parsers") -> "Mapping[str, Run]":
    build = commands.add_parser("build", help=_("byg hele kataloget i en mappe; går noget galt, står den gamle side"))
    build.add_argument("folder", nargs="?", type=Path, metavar="MAPPE", help=_("uden mappe er det {folder}").format(folder=SITE))
    serve = commands.add_parser("serve", help=_("vis kataloget i en browser, mens I skriver"))
    serve.add_argument("--open", action="store_true", help=_("åbn browseren, når siden er klar"))
    return {"build": _build, "serve": _serve}


def _build(root: Path, options: argparse.Namespace) -> int:
    """Builds beside the site, which is whole until then. The two folders take turns, so that each keeps what is still right."""
    from mkdocs_idekatalog import building

    site = Path(options.folder or root / SITE).absolute()
    beside = site.with_name(f".{site.name}")
    os.chdir(root)
    if building.main(str(beside)):
        print(_(NOT_BUILT), file=sys.stderr)
        return 1
    with contextlib.ExitStack() as held:
        for folder in (site, beside):
            held.callback(lock(root, folder))
        replace(site, beside)
    print(_("Kataloget er bygget i mappen {folder}.").format(folder=options.folder or SITE))
    return 0


def _serve(root: Path, options: argparse.Namespace) -> int:
    from mkdocs_idekatalog import serving

    os.chdir(root)
    return serving.main(options.open)
