"""Records of an earlier version of the engine, written again in the form of this one.

``data/motor.txt`` says which version a catalogue was last brought to; without it, all of ``MIGRATIONS`` are tried, each of which
leaves alone what has the new form already.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..records.area import Area
from ..records.example import Example
from ..records.kinds import KINDS
from ..records.practice import Intervention, Method
from ..records.record import Titled
from ..version import VERSION

ENGINE = "data/motor.txt"
_NONE = (0,)
# The first line of a record, its fields, and the rest.
_RECORD = re.compile(r"(\ufeff?---\n)(.*?\n)(---(?:\n.*)?)", re.DOTALL)


@dataclass(frozen=True)
class Migration:
    """What a version changed in the records of some kinds; ``told`` is what an author shall look at, if anything."""

    version: str
    kinds: Sequence[type[Titled]]
    rewrite: Callable[[str], str]
    """The fields of a record, between its two lines of ``---``, in the new form."""
    told: str = ""


def _how_sure(fields: str) -> str:
    """``kraevet`` is ``med``, ``kerne: nej`` is ``valgfrit: ja``, and ``kerne: ja`` is what every step is."""
    for old, new in (
        (r"^( *(?:- )?)kraevet: ja$", r"\1med: altid"),
        (r"^( *(?:- )?)kraevet: nej$", r"\1med: eventuelt"),
        (r"^( *(?:- )?)kerne: nej$", r"\1valgfrit: ja"),
        (r"^( *- )kerne: ja\n +", r"\1"),
        (r"^ +kerne: ja\n", ""),
    ):
        fields = re.sub(old, new, fields, flags=re.MULTILINE)
    return fields


def _outcomes(fields: str) -> str:
    """A result that is a line has fields."""

    def lines(block: re.Match[str]) -> str:
        return block[1] + re.sub(
            r"^( *)- (?!\w+:(?: |$))(.+)$", r"\1- tekst: \2\n\1  grundlag: set", block[2], flags=re.MULTILINE
        )

    return re.sub(r"^(resultater:\n)((?: +.*\n)+)", lines, fields, flags=re.MULTILINE)


def _municipality(fields: str) -> str:
    """A municipality calls itself one."""
    return re.sub(r"^(kommune: )(?!.*[Kk]ommune)(\S.*)$", r"\1\2 Kommune", fields, flags=re.MULTILINE)


MIGRATIONS = (
    Migration("0.2.0", (Intervention, Method), _how_sure),
    Migration(
        "0.2.0", (Intervention, Method, Example), _outcomes, "et resultat har nu grundlag: set eller vurderet; se dem efter"
    ),
    Migration("0.2.0", (Area,), _municipality),
)
"""Oldest first."""


def waiting(root: Path) -> tuple[Mapping[str, str], Sequence[str]]:
    """The files of the catalogue in ``root`` that have the form of an earlier version, as they shall be; and what to look at."""
    file = root / ENGINE
    since = _number(file.read_text(encoding="utf-8")) if file.is_file() else _NONE
    changed: dict[str, str] = {}
    told: dict[str, None] = {}
    for migration in MIGRATIONS:
        if _number(migration.version) <= since:
            continue
        for file in sorted(file for kind in migration.kinds for file in (root / KINDS[kind].folder).glob("*.md")):
            path = file.relative_to(root).as_posix()
            # A link is none of the catalogue's files.
            text = changed.get(path) or ("" if file.is_symlink() else _read(file))
            if (found := _RECORD.fullmatch(text)) and (fields := migration.rewrite(found[2])) != found[2]:
                changed[path] = found[1] + fields + found[3]
                told |= {migration.told: None} if migration.told else {}
    return changed, tuple(told)


def upgrade(root: Path) -> tuple[Sequence[str], Sequence[str]]:
    """Brings the catalogue in ``root`` to this version: which files were written again, and what their authors shall look at.

    Nothing is written before everything has been read. Raises OSError where a file cannot be written.
    """
    changed, told = waiting(root)
    for path, content in (*changed.items(), (ENGINE, f"{VERSION}\n")):
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(content, encoding="utf-8", newline="\n")
    return tuple(changed), told


def _read(file: Path) -> str:
    """What the file says; nothing where that is no text, which ``check`` tells."""
    try:
        return file.read_text(encoding="utf-8")
    except ValueError:
        return ""


def _number(version: str) -> tuple[int, ...]:
    """A version to compare; what is none comes before all."""
    return tuple(map(int, re.findall(r"\d+", version))) or _NONE
