"""The command line: what the engine can do by itself. ``mkdocs_idekatalog.command`` adds what takes a site generator."""

import argparse
import contextlib
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from . import asking
from .checking.advice import advise
from .checking.spelling import dictionary, misspelt
from .files import starter, upgrade
from .files.form import unformed, write
from .files.load import external_links, find_root, load, published, unfinished
from .files.new import create
from .language import words
from .language.slug import slug
from .language.words import _
from .publishing.artefacts import publish
from .publishing.cache import Store, cached
from .publishing.compression import compress
from .publishing.export import export
from .publishing.lock import Busy, lock
from .reading import unexpected, wording
from .reading.problems import InvalidCatalogue, Origin, Problem, printable
from .records.kinds import KINDS
from .records.practice import Intervention
from .records.schema import schema as schema_of
from .version import VERSION

if TYPE_CHECKING:
    Parsers: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]

COMMAND = "idekatalog"
Run: TypeAlias = Callable[[Path, argparse.Namespace], int]
"""What a command does in the catalogue of a folder with what else was typed; its exit code."""
# What is typed for each kind of record.
KIND_NAMED = {slug(kind.noun): kind for kind in KINDS.values()}
KIND: dict[str, Any] = {
    "default": slug(KINDS[Intervention].noun),
    "choices": KIND_NAMED,
    "metavar": "SLAGS",
}


def main(
    arguments: list[str] | None = None, today: date | None = None, further: "Callable[[Parsers], Mapping[str, Run]] | None" = None
) -> int:
    """Runs one command on the day ``today``, or else today. ``further`` adds commands to the parser, and says what each does.

    0 where all went well, 1 where the catalogue has problems, 2 where the call has, 3 where something happened that nobody
    foresaw, and 130 where somebody stopped it.
    """
    # A name or a word that the terminal has no letters for is shown as numbers.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    # What is shown of the commands, too; what cannot be looked at here is told of below.
    with contextlib.suppress(OSError):
        if here := find_root(Path.cwd()):
            words.use(wording.language(here / wording.SETTINGS))
    of_kind = _("{kinds}; uden slags er det en indsats").format(kinds=", ".join(KIND_NAMED))
    parser = argparse.ArgumentParser(prog=_name(), description=_("Arbejd med kataloget i denne mappe."))
    parser.add_argument("--debug", action="store_true", help=_("vis, hvor i programmet en uventet fejl opstod"))
    parser.add_argument("--version", action="version", version=VERSION, help=_("vis motorens version"))
    commands = parser.add_subparsers(dest="command", required=True, metavar="KOMMANDO")

    check = commands.add_parser("check", help=_("vis alle fejl i alle poster, og råd om at gøre dem bedre"))
    check.add_argument("paths", nargs="*", type=Path, metavar="STI", help=_("kun i disse filer og mapper"))

    to_compress = commands.add_parser("compress", help=_("læg komprimerede filer ved siden af dem i en mappe, til en server"))
    to_compress.add_argument("folder", type=Path, metavar="MAPPE")

    to_export = commands.add_parser("export", help=_("skriv alle sider til en mappe"))
    to_export.add_argument("folder", type=Path, metavar="MAPPE")
    to_export.add_argument("--adresse", dest="site", default="", metavar="URL", help=_("adressen, siderne får"))

    to_form = commands.add_parser("format", help=_("skriv poster i katalogets form: felternes orden, linjer og anførselstegn"))
    to_form.add_argument("paths", nargs="*", type=Path, metavar="STI", help=_("kun i disse filer og mapper"))
    to_form.add_argument("--check", action="store_true", help=_("sig kun, hvilke der ikke er i den"))

    asking.add_arguments(commands.add_parser("init", help=_("begynd et nyt katalog i en mappe")))

    commands.add_parser("links", help=_("vis alle links ud af kataloget, og hvor de står"))

    new = commands.add_parser("new", help=_("opret en ny post, der er klar til at blive udfyldt"))
    new.add_argument("id", metavar="ID", help=_("filens navn og sidens adresse, fx naboaften"))
    new.add_argument("--titel", dest="title", default="", metavar="TITEL")
    new.add_argument("--slags", dest="kind", help=of_kind, **KIND)

    schema = commands.add_parser("schema", help=_("vis JSON Schema for en slags post"))
    schema.add_argument("--slags", dest="kind", help=of_kind, **KIND)

    commands.add_parser("spell", help=_("vis de ord, som ordbogen ikke kender"))

    commands.add_parser("upgrade", help=_("skriv poster fra en ældre motor om til den her"))

    runs = {**COMMANDS, **(further(commands) if further else {})}
    options = parser.parse_args(arguments, argparse.Namespace(today=today or date.today()))
    if options.debug:
        os.environ[unexpected.DEBUG] = "1"
    try:
        if options.command == "init":
            return _init(options)
        start = next(iter(getattr(options, "paths", ())), Path.cwd())
        root = find_root(start)
        if root is None:
            print(
                _("{start}: her er intet katalog; stå i mappen med mkdocs.yml, eller skriv en sti til den").format(start=start),
                file=sys.stderr,
            )
            return 2
        words.use(wording.language(root / wording.SETTINGS))
        code = runs[options.command](root, options)
        # Here, and not when Python ends: what cannot be written then is told of in English.
        if sys.stdout:
            sys.stdout.flush()
        return code
    except InvalidCatalogue as invalid:
        print(invalid)
        return 1
    except Busy as busy:
        print(busy, file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever reads, such as head, has read enough. What is left to write goes nowhere.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        unexpected.tell(error)
        return 2
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        unexpected.tell(error)
        return 3


def _name() -> str:
    """What was typed: the installed command, or Python and the module."""
    typed = Path(sys.argv[0])
    return f"python -m {typed.parent.name}" if typed.name == "__main__.py" else COMMAND


def _init(options: argparse.Namespace) -> int:
    """Begins a catalogue, the only thing that is done where none is."""
    try:
        if options.folder.exists() and (not options.folder.is_dir() or any(options.folder.iterdir())):
            raise FileExistsError
        kinds, logo, answers = asking.kinds(options), asking.logo(options), asking.answers(options)
        starter.create(options.folder, answers, kinds, logo, options.today)
    except FileExistsError:
        print(_("{folder}: er ikke tom; vælg en mappe, der ikke findes endnu").format(folder=options.folder), file=sys.stderr)
        return 2
    except asking.Refused as why:
        print(why, file=sys.stderr)
        return 2
    except EOFError:
        print("\n" + _("Der er ikke skrevet noget, for ikke alle spørgsmål fik et svar."), file=sys.stderr)
        return 2
    print(
        _("{name} ligger i mappen {folder}. Se kataloget i en browser:").format(name=answers["navn"], folder=options.folder),
        end="\n\n",
    )
    print(f"  cd {options.folder}\n  {COMMAND} serve --open\n")
    return 0


def _check(root: Path, options: argparse.Namespace) -> int:
    def shown(found: Iterable[Problem]) -> list[str]:
        return [str(problem) for problem in found if _is_wanted(root / problem.origin.path, options.paths)]

    problems: list[str] = []
    try:
        publish(load(root), press=None, at_once=False)
    except InvalidCatalogue as invalid:
        problems = shown(invalid.problems)
    if (settings := root / wording.SETTINGS).is_file():
        problems += shown(wording.problems(settings))
    for line in problems:
        print(line)
    if problems and upgrade.waiting(root)[0]:
        print(
            "\n"
            + _("Noget er skrevet til en ældre motor. Kør {command} upgrade, så bliver det skrevet om.").format(command=COMMAND)
        )
    # Where the lists of words cannot be read there is no catalogue to advise about.
    with contextlib.suppress(InvalidCatalogue):
        if advice := shown(sorted(advise(unfinished(root), options.today))):
            print("\n" + _("Råd, som ikke standser noget:"), *advice, sep="\n")
    return 1 if problems else 0


def _is_wanted(file: Path, paths: Sequence[Path]) -> bool:
    """Whether a file is one of the paths that were named, or lies below one; each is, where none was."""
    return not paths or any(file.is_relative_to(path.resolve()) for path in paths)


def _format(root: Path, options: argparse.Namespace) -> int:
    problems: list[Problem] = []
    code = 0
    for path, content in unformed(root, problems):
        if not _is_wanted(root / path, options.paths):
            continue
        if options.check:
            code = 1
            print(
                Problem(
                    Origin(path, 1),
                    "fil",
                    _("er ikke i katalogets form"),
                    _("kør {name} format {path}").format(name=_name(), path=path),
                )
            )
        else:
            write(root, path, content)
            print(_("{path} er skrevet om").format(path=printable(path)))
    for problem in problems:
        if _is_wanted(root / problem.origin.path, options.paths):
            code = 1
            print(problem)
    return code


def _spell(root: Path, options: argparse.Namespace) -> int:
    for word in misspelt(unfinished(root), dictionary()):
        print(word)
    return 0


def _export(root: Path, options: argparse.Namespace) -> int:
    try:
        export(published(root), root, options.folder, options.site, cached(Store(root)))
    except FileExistsError:
        print(_("{folder}: er ikke tom; slet den, eller vælg en anden mappe").format(folder=options.folder), file=sys.stderr)
        return 2
    print(_("Siderne er skrevet i {folder}").format(folder=options.folder))
    return 0


def _links(root: Path, options: argparse.Namespace) -> int:
    places: dict[str, set[Origin]] = {}
    for url, origin in external_links(root):
        places.setdefault(url, set()).add(origin)
    for url in sorted(places):
        print(printable(url), *(f"  {origin}" for origin in sorted(places[url])), sep="\n")
    return 0


def _new(root: Path, options: argparse.Namespace) -> int:
    file = create(root, KIND_NAMED[options.kind], options.id, options.title, unfinished(root), options.today)
    print(_("{file} er klar: udfyld felterne, og kør {command} check").format(file=file.relative_to(root), command=COMMAND))
    return 0


def _compress(root: Path, options: argparse.Namespace) -> int:
    with contextlib.ExitStack() as held:
        held.callback(lock(root, options.folder))
        compress(options.folder)
    return 0


def _schema(root: Path, options: argparse.Namespace) -> int:
    words = {name: list(terms) for name, terms in unfinished(root).vocabulary.lists.items()}
    print(json.dumps(schema_of(KIND_NAMED[options.kind], words), ensure_ascii=False, indent=2))
    return 0


def _upgrade(root: Path, options: argparse.Namespace) -> int:
    changed, told = upgrade.upgrade(root)
    print(
        *(_("{path} er skrevet om").format(path=path) for path in changed),
        *told,
        _("Kataloget passer til motor {version}.").format(version=VERSION),
        sep="\n",
    )
    return 0


COMMANDS: Mapping[str, Run] = {
    "check": _check,
    "compress": _compress,
    "export": _export,
    "format": _format,
    "links": _links,
    "new": _new,
    "schema": _schema,
    "spell": _spell,
    "upgrade": _upgrade,
}
