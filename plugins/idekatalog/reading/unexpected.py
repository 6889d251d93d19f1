"""The last net: what no rule foresaw becomes one Danish line with the file it was about; the traceback is for developers."""

import contextlib
import errno
import os
import sys
import traceback
from collections.abc import Iterator

from .problems import Origin, Problem, printable

# Set to anything, it shows tracebacks: KATALOG_DEBUG=1 make build.
DEBUG = "KATALOG_DEBUG"

# What the operating system says in English, and what to do about it.
REASONS = {
    errno.EACCES: ("det har du ikke lov til", "se på rettighederne"),
    errno.EPERM: ("det har du ikke lov til", "se på rettighederne"),
    errno.EROFS: ("mappen kan kun læses", "se på rettighederne"),
    errno.ENOSPC: ("disken er fuld", "gør plads"),
    errno.EDQUOT: ("din plads på disken er brugt", "gør plads"),
    errno.ENAMETOOLONG: ("stien er for lang", "giv filen og mapperne kortere navne"),
    errno.ENOENT: ("filen eller mappen findes ikke", "se, om den er flyttet eller slettet imens"),
    errno.ENOTDIR: ("der ligger en fil, hvor der skal være en mappe", "flyt eller slet den"),
    errno.EISDIR: ("der ligger en mappe, hvor der skal være en fil", "flyt eller slet den"),
    errno.EEXIST: ("der ligger noget i forvejen", "flyt eller slet det"),
    errno.ENOTEMPTY: ("mappen er ikke tom", "se, om et andet program bruger den"),
    errno.EBUSY: ("et andet program bruger den", "luk det, og prøv igen"),
    errno.ELOOP: ("et link fører i ring eller et andet sted hen", "slet linket"),
    errno.EMFILE: ("der er for mange åbne filer", "luk andre programmer, og prøv igen"),
    errno.ENFILE: ("der er for mange åbne filer", "luk andre programmer, og prøv igen"),
    errno.EXDEV: ("de to mapper ligger på hver sit drev", "læg dem på det samme"),
    errno.EFBIG: ("filen må ikke blive så stor her", "se på grænserne for, hvor meget du må skrive"),
    errno.EIO: ("disken svarer ikke rigtigt", "se efter, om den er i stykker"),
}


def debugging() -> bool:
    """Whether somebody wants to see tracebacks."""
    return bool(os.environ.get(DEBUG))


def reason(error: OSError) -> tuple[str, str]:
    """Why the operating system said no, and what to do about it, in Danish."""
    return REASONS.get(error.errno or 0, (f"styresystemet siger {error.strerror or error}", "se på rettigheder og plads"))


@contextlib.contextmanager
def about(path: str | None) -> Iterator[None]:
    """Whatever goes wrong within is about the file, unless something within knew of a nearer one."""
    try:
        yield
    except Exception as error:
        if path and not hasattr(error, "about"):
            error.about = path  # type: ignore[attr-defined]
        raise


def problem(error: Exception, path: str) -> Problem:
    """What nobody foresaw while one file was read, as a problem of that file, so that the others are looked at all the same."""
    if debugging():
        traceback.print_exception(error)
    path = getattr(error, "about", path)
    if isinstance(error, OSError):
        why, remedy = reason(error)
        return Problem(Origin(path, 1), "fil", f"kan ikke læses: {why}", remedy)
    remedy = f"ret det, der sidst er ændret i filen; hjælper det ikke, så vis en udvikler den, og kør med {DEBUG}=1"
    return Problem(Origin(path, 1), "fil", f"får programmet til at gå i stå ({_kind(error)})", remedy)


def line(error: BaseException) -> str:
    """One line for whoever meets the error: what it was about, what is wrong, what to do."""
    path = printable(getattr(error, "about", None) or "katalog")
    if isinstance(error, OSError):
        why, remedy = reason(error)
        # Of two files, the second is the one that was to be written.
        named = printable(_name(error.filename2) or _name(error.filename)) or path
        return f"{named}: kan ikke læses eller skrives: {printable(why)}; {remedy}"
    if isinstance(error, MemoryError):
        return f"{path}: der er ikke hukommelse nok; luk andre programmer, eller del de største filer"
    return (
        f"{path}: uventet fejl ({printable(_kind(error))}); ret det, der sidst er ændret;"
        f" hjælper det ikke, så kør igen med {DEBUG}=1, og vis en udvikler det, der så står"
    )


def tell(error: BaseException) -> None:
    """Shows the line, and the traceback to whoever wants it."""
    if debugging():
        traceback.print_exception(error)
    print(line(error), file=sys.stderr)


def _kind(error: BaseException) -> str:
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words[:200]}" if words else type(error).__name__


def _name(filename: object) -> str:
    return os.fsdecode(filename) if isinstance(filename, str | bytes | os.PathLike) else ""
