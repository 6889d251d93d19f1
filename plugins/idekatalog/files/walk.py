"""The one walk over the files of a catalogue: which of them may be read, and a problem for everything else that lies there.

A catalogue takes records from strangers, so a file is what it seems to be or it is refused: no link leads out of the catalogue,
nothing is read that is not an ordinary file, and nothing is published that nobody named as a kind that is. What is hidden (its
name begins with a full stop) belongs to other programs and is passed over.
"""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..language.words import _, marked
from ..reading.problems import Origin, Problem
from ..reading.unexpected import reason
from ..reading.wording import Pages
from ..records.kinds import KINDS

# Where everything lies: pictures and drawings among the pages written by hand, the rest below the root of a catalogue.
IMAGES = "billeder"
DRAWINGS = "tegninger"
DATA = "data"
VOCABULARY = "data/vocabulary"
MAP = "data/map"

MB = 1_000_000
# The kinds of files that may lie among the pages written by hand, and how large each may be. No HTML, style or script: they are
# published as they are.
IMAGE_KINDS = dict.fromkeys((".avif", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".webp"), 10 * MB)
PAPER_KINDS = dict.fromkeys((".csv", ".docx", ".pdf", ".txt", ".xlsx"), 25 * MB)
CONTENT_KINDS = {".md": MB, ".svg": MB, **IMAGE_KINDS, **PAPER_KINDS}
# A host asks for these by name.
CONTENT_NAMES = ("CNAME",)
DATA_KINDS = {".yml": MB, ".txt": MB}

LINK = marked("er et link til et andet sted")
# What Windows cannot have in a name, or takes for something else; a catalogue moves between computers.
_NO_NAME = re.compile(r'[\\:*?"<>|]|^ |[ .]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)', re.IGNORECASE)
_RECORD_FOLDERS = frozenset(kind.folder for kind in KINDS.values())
# What every record has in its first lines, and no page written by hand.
_TITLE = re.compile(
    rb"^(?:" + b"|".join({str(kind.record.model_fields["title"].alias).encode() for kind in KINDS.values()}) + rb"):", re.M
)
# Of a file on Windows that stands for a folder elsewhere.
_JUNCTION = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)


@dataclass(frozen=True)
class Files:
    """The files of a catalogue that may be read, each under its path from the ``root``, in order."""

    root: Path
    pages: Pages
    """The pages written by hand, from there."""
    paths: Mapping[str, int] = field(default_factory=dict)
    """With the size of each, as the walk met it."""

    def below(self, folder: str, *endings: str) -> Sequence[str]:
        """Those below the folder that end so; all where nothing is said of an end."""
        return [path for path in self.paths if path.startswith(f"{folder}/") and (not endings or path.endswith(endings))]

    def by_hand(self, *endings: str, below: str = "") -> Mapping[str, str]:
        """Those among the pages written by hand that end so, each under its path from their folder, or from one below that."""
        folder = f"{self.pages.folder}/{below}" if below else self.pages.folder
        return {path.removeprefix(f"{folder}/"): path for path in self.below(folder, *endings)}

    def read(self, path: str, problems: list[Problem]) -> bytes | None:
        """What the file says, or its first megabytes; None, and a problem, where it cannot be read.

        What has become a link since the walk is not followed.
        """
        most = CONTENT_KINDS.get(Path(path).suffix, MB) + 1
        try:
            flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
            with open(os.open(self.root / path, flags), "rb") as file:  # noqa: PTH123
                return file.read(most)
        except OSError as error:
            why, remedy = reason(error)
            problems.append(Problem(Origin(path, 1), "fil", _("kan ikke læses: {why}").format(why=why), remedy))
            return None


def walk(root: Path, pages: Pages, problems: list[Problem]) -> Files:
    """The files of the catalogue in ``root``, whose pages written by hand are ``pages``.

    Of those that the catalogue only lies beside it takes pictures and drawings. What is wrong with any is appended to
    ``problems``, and it is not among them.

    Of files it reads only how one begins that may be a record where none belongs; it follows no link, and writes nothing.
    """
    found: dict[str, int] = {}
    by_hand = [f"{pages.folder}/{name}" for name in (IMAGES, DRAWINGS)] if pages.beside else [pages.folder]
    folders = sorted({*by_hand, *(path.split("/")[0] for path in (DATA, *_RECORD_FOLDERS))})
    for folder in folders:
        for path, size in _walk(root, folder, folder in by_hand, problems):
            found[path] = size
    for path in _strays(root, [folder.split("/")[0] for folder in folders]):
        remedy = _("flyt den til mappen for sin slags post, fx {folder}").format(folder=next(iter(KINDS.values())).folder)
        _report(problems, path, _("er en post, men ligger, hvor ingen læser den"), remedy)
    return Files(root, pages, dict(sorted(found.items())))


def _strays(root: Path, known: Sequence[str]) -> Iterator[str]:
    """The records that lie in the root or in a folder of it that holds none, which nothing else would tell of."""
    try:
        with os.scandir(root) as entries:
            others = [one.name for one in entries if one.is_dir(follow_symlinks=False) and one.name not in known]
        for folder in (root, *(root / name for name in sorted(others) if not name.startswith("."))):
            with os.scandir(folder) as entries:
                files = [one.name for one in entries if one.name.endswith(".md") and one.is_file(follow_symlinks=False)]
            yield from (
                (folder / name).relative_to(root).as_posix() for name in sorted(files) if _begins_as_record(folder / name)
            )
    except OSError:
        return  # What cannot be read there is no business of a catalogue.


def _begins_as_record(file: Path) -> bool:
    with file.open("rb") as stream:
        head = stream.read(10_000)
    return head.removeprefix(b"\xef\xbb\xbf").startswith(b"---") and _TITLE.search(head) is not None


def _walk(root: Path, top: str, by_hand: bool, problems: list[Problem]) -> Iterator[tuple[str, int]]:
    """The paths below the folder ``top`` that may be read, with their sizes; ``by_hand`` where it is that of the pages."""
    waiting = [top]
    above = [part.as_posix() for part in Path(top).parents[-2::-1]]
    if any(_is_link(root / part, problems, part) for part in (*above, top)):
        return
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(root / folder) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except FileNotFoundError:
            continue
        except OSError as error:
            _report(problems, folder, _("kan ikke læses: {why}").format(why=reason(error)[0]), reason(error)[1], "mappe")
            continue
        names: dict[str, str] = {}
        for entry in inside:
            path = f"{folder}/{entry.name}"
            hidden = entry.name.startswith(".")
            if hidden and not (by_hand and _leads_to_folder(entry)):
                continue
            if not _admitted(entry, path, names, problems):
                continue
            if entry.is_dir(follow_symlinks=False):
                if not hidden and _takes_folder(path, by_hand, problems):
                    waiting.append(path)
            elif (size := _takes_file(entry, path, by_hand, problems)) is not None:
                yield path, size


def _admitted(entry: "os.DirEntry[str]", path: str, names: dict[str, str], problems: list[Problem]) -> bool:
    """Whether the entry is a file or folder of its own under a name that every computer can have.

    ``names`` are those beside it as a computer knows them that sees no difference between large and small letters.
    """
    if problem := _bad_name(entry.name):
        _report(problems, path, *problem, "navn")
        return False
    first = names.setdefault(unicodedata.normalize("NFC", entry.name).casefold(), entry.name)
    if first != entry.name:
        message = _("hedder det samme som {first}, når store og små bogstaver gælder for det samme").format(first=first)
        _report(problems, path, message, _("giv den ene et andet navn, eller slet den"), "navn")
        return False
    return not _is_link(Path(entry.path), problems, path)


def _bad_name(name: str) -> tuple[str, str] | None:
    """What is wrong with a name, and what to do about it."""
    remedy = _("giv filen et navn af a-z, tal og bindestreger")
    try:
        name.encode()
    except UnicodeEncodeError:
        return _("navnet er ikke UTF-8"), remedy
    if not name.isprintable():
        return _("navnet har et tegn, som ikke kan ses"), remedy
    if not unicodedata.is_normalized("NFC", name):
        return _("navnet har et bogstav sat sammen af to tegn, fx å som a og en ring"), remedy
    if _NO_NAME.search(name):
        return _("navnet kan ikke bruges på alle computere"), remedy
    return None


def _is_link(path: Path, problems: list[Problem], shown: str) -> bool:
    """Whether the path leads elsewhere; then that is a problem."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return False
    except OSError as error:
        _report(problems, shown, _("kan ikke læses: {why}").format(why=reason(error)[0]), reason(error)[1])
        return True
    if stat.S_ISLNK(found.st_mode) or (_JUNCTION and getattr(found, "st_reparse_tag", 0) == _JUNCTION):
        _report(problems, shown, _(LINK), _("læg selve filen eller mappen her i stedet for linket"))
        return True
    return False


def _leads_to_folder(entry: "os.DirEntry[str]") -> bool:
    """Whether a hidden entry is a link to a folder, which MkDocs would walk through, perhaps in a ring."""
    try:
        return entry.is_symlink() and entry.is_dir()
    except OSError:
        return False


def _takes_folder(path: str, by_hand: bool, problems: list[Problem]) -> bool:
    """Whether the folder may hold files of the catalogue; where it may not, that is a problem."""
    if by_hand:
        if not path.endswith(".md"):
            return True
        _report(problems, path, _("er en mappe, men hedder som en fil"), _("giv mappen et navn uden .md"), "mappe")
    elif path in (VOCABULARY, MAP, *_RECORD_FOLDERS):
        return True
    elif (above := path.rpartition("/")[0]) in _RECORD_FOLDERS:
        _report(
            problems,
            path,
            _("er en mappe, og posterne i den bliver ikke læst"),
            _("læg posterne i {above}").format(above=above),
            "mappe",
        )
    else:
        known = ", ".join(sorted(folder for folder in (VOCABULARY, MAP, *_RECORD_FOLDERS) if folder.startswith(f"{above}/")))
        remedy = _("flyt filerne til {known}").format(known=known) if known else _("flyt filerne, eller slet mappen")
        _report(problems, path, _("er en mappe, som ingen læser"), remedy, "mappe")
    return False


def _takes_file(entry: "os.DirEntry[str]", path: str, by_hand: bool, problems: list[Problem]) -> int | None:
    """The size of a file that belongs where it lies; None, and a problem, where it does not."""
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError as error:
        _report(problems, path, _("kan ikke læses: {why}").format(why=reason(error)[0]), reason(error)[1])
        return None
    if not stat.S_ISREG(found.st_mode):
        _report(problems, path, _("er ikke en almindelig fil"), _("slet den"))
        return None
    folder, ending = path.rpartition("/")[0], Path(path).suffix
    if by_hand:
        kinds = CONTENT_KINDS
        if ending not in kinds and entry.name not in CONTENT_NAMES:
            taken = ", ".join(sorted(kinds))
            _report(
                problems,
                path,
                _("er af en slags, som ikke kan udgives"),
                _("brug en af disse: {taken}; eller flyt filen").format(taken=taken),
            )
            return None
    elif folder in _RECORD_FOLDERS:
        # A record that is too large is one that its own reader tells of: it may be a draft, which stops nobody.
        if ending != ".md":
            _report(problems, path, _("er ikke en post"), _("giv filen endelsen .md, eller flyt den"))
            return None
        return found.st_size
    else:
        kinds = {".svg": MB, ".geojson": MB} if folder == MAP else {".yml": MB} if folder == VOCABULARY else DATA_KINDS
        if ending not in kinds:
            where = _("flyt den til mappen for sin slags post") if ending == ".md" else _("flyt den, eller slet den")
            _report(problems, path, _("ligger, hvor ingen læser den"), where)
            return None
    if found.st_size > (most := kinds.get(ending, MB)):
        _report(problems, path, _("fylder mere end {most} MB").format(most=most // MB), _smaller(ending))
        return None
    return found.st_size


def _smaller(ending: str) -> str:
    return _("gør billedet mindre") if ending in (*IMAGE_KINDS, ".svg") else _("del teksten i flere filer")


def _report(problems: list[Problem], path: str, message: str, remedy: str, field: str = "fil") -> None:
    problems.append(Problem(Origin(shown(path), 1), field, message, remedy))


def shown(path: str) -> str:
    """The path as it can be printed anywhere: what is no letter or sign is written as its number."""
    safe = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii") for sign in safe)
