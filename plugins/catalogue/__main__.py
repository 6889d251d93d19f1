"""The command line: ``python -m catalogue check | compress | export | links | new | replace | schema | spell``."""

import argparse
import contextlib
import json
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from . import files, model
from .advice import advise
from .load import external_links, find_root, load, published, unfinished
from .problems import InvalidCatalogue, Origin, Problem, printable
from .publish import publish
from .spelling import dictionary, misspelt


def main(arguments: list[str] | None = None, today: date | None = None) -> int:
    """Runs one command on the day ``today``, or else today.

    0 where all went well, 1 where the catalogue has problems, 2 where the call has.
    """
    parser = argparse.ArgumentParser(prog="python -m catalogue", description="Arbejd med kataloget i denne mappe.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="KOMMANDO")

    check = commands.add_parser("check", help="vis alle fejl i alle poster, og råd om at gøre dem bedre")
    check.add_argument("paths", nargs="*", type=Path, metavar="STI", help="kun i disse filer og mapper")

    compress = commands.add_parser("compress", help="læg komprimerede filer ved siden af dem i en mappe, til en server")
    compress.add_argument("folder", type=Path, metavar="MAPPE")

    export = commands.add_parser("export", help="skriv alle sider til en mappe")
    export.add_argument("folder", type=Path, metavar="MAPPE")
    export.add_argument("--adresse", dest="site", default="", metavar="URL", help="adressen, siderne får")

    commands.add_parser("links", help="vis alle links ud af kataloget, og hvor de står")

    new = commands.add_parser("new", help="opret en ny indsats, der er klar til at blive udfyldt")
    new.add_argument("id", metavar="ID", help="filens navn og sidens adresse, fx naboaften")
    new.add_argument("--titel", dest="title", default="", metavar="TITEL")

    replace = commands.add_parser("replace", help="byt en mappe ud med en ny, uden at den nogensinde mangler")
    replace.add_argument("folder", type=Path, metavar="MAPPE")
    replace.add_argument("by", type=Path, metavar="NY")

    commands.add_parser("schema", help="vis JSON Schema for en indsats")

    commands.add_parser("spell", help="vis de ord, som ordbogen ikke kender")

    options = parser.parse_args(arguments, argparse.Namespace(today=today or date.today()))
    start = options.paths[0] if options.command == "check" and options.paths else Path.cwd()
    root = find_root(start)
    if root is None:
        print(f"{start}: her er intet katalog; stå i mappen med data/vocabulary, eller skriv en sti til den", file=sys.stderr)
        return 2
    try:
        return COMMANDS[options.command](root, options)
    except InvalidCatalogue as invalid:
        print(invalid)
        return 1
    except OSError as error:
        print(
            f"{error.filename or root}: kan ikke læses eller skrives ({error.strerror}); se på rettigheder og plads",
            file=sys.stderr,
        )
        return 2


def _check(root: Path, options: argparse.Namespace) -> int:
    wanted = [path.resolve() for path in options.paths]

    def shown(found: Iterable[Problem]) -> list[str]:
        return [
            str(problem)
            for problem in found
            if not wanted or any((root / problem.origin.path).is_relative_to(path) for path in wanted)
        ]

    problems: list[str] = []
    try:
        publish(load(root), press=None, at_once=False)
    except InvalidCatalogue as invalid:
        problems = shown(invalid.problems)
    for line in problems:
        print(line)
    # Where the lists of words cannot be read there is no catalogue to advise about.
    with contextlib.suppress(InvalidCatalogue):
        if advice := shown(sorted(advise(unfinished(root), options.today))):
            print("\nRåd, som ikke standser noget:", *advice, sep="\n")
    return 1 if problems else 0


def _spell(root: Path, options: argparse.Namespace) -> int:
    for word in misspelt(unfinished(root), dictionary()):
        print(word)
    return 0


def _export(root: Path, options: argparse.Namespace) -> int:
    try:
        files.export(published(root), root, options.folder, options.site, files.keeping(root))
    except FileExistsError:
        print(f"{options.folder}: er ikke tom; slet den, eller vælg en anden mappe", file=sys.stderr)
        return 2
    print(f"Siderne er skrevet i {options.folder}")
    return 0


def _links(root: Path, options: argparse.Namespace) -> int:
    places: dict[str, set[Origin]] = {}
    for url, origin in external_links(root):
        places.setdefault(url, set()).add(origin)
    for url in sorted(places):
        print(printable(url), *(f"  {origin}" for origin in sorted(places[url])), sep="\n")
    return 0


def _new(root: Path, options: argparse.Namespace) -> int:
    file = files.new(root, options.id, options.title, unfinished(root), options.today)
    print(f"{file.relative_to(root)} er klar: udfyld felterne, og kør make check")
    return 0


def _compress(root: Path, options: argparse.Namespace) -> int:
    files.compress(options.folder)
    return 0


def _replace(root: Path, options: argparse.Namespace) -> int:
    files.replace(options.folder, options.by)
    return 0


def _schema(root: Path, options: argparse.Namespace) -> int:
    words = {name: list(terms) for name, terms in unfinished(root).vocabulary.lists.items()}
    print(json.dumps(model.schema(words), ensure_ascii=False, indent=2))
    return 0


COMMANDS = {
    "check": _check,
    "compress": _compress,
    "export": _export,
    "links": _links,
    "new": _new,
    "replace": _replace,
    "schema": _schema,
    "spell": _spell,
}

if __name__ == "__main__":
    sys.exit(main())
