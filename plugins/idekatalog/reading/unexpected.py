"""The last net: what no rule foresaw becomes one Danish line with the file it was about; the traceback is for developers."""

import contextlib
import errno
import os
import sys
import traceback
from collections.abc import Iterator

from ..language.words import _, marked
from .problems import Origin, Problem, Said, printable, told

# Set to anything, it shows tracebacks: KATALOG_DEBUG=1 make build.
DEBUG = "KATALOG_DEBUG"

# What the operating system says in English, and what to do about it.
REASONS = {
    errno.EACCES: (marked("det har du ikke lov til"), marked("se på rettighederne")),
    errno.EPERM: (marked("det har du ikke lov til"), marked("se på rettighederne")),
    errno.EROFS: (marked("mappen kan kun læses"), marked("se på rettighederne")),
    errno.ENOSPC: (marked("disken er fuld"), marked("gør plads")),
    errno.EDQUOT: (marked("din plads på disken er brugt"), marked("gør plads")),
    errno.ENAMETOOLONG: (marked("stien er for lang"), marked("giv filen og mapperne kortere navne")),
    errno.ENOENT: (marked("filen eller mappen findes ikke"), marked("se, om den er flyttet eller slettet imens")),
    errno.ENOTDIR: (marked("der ligger en fil, hvor der skal være en mappe"), marked("flyt eller slet den")),
    errno.EISDIR: (marked("der ligger en mappe, hvor der skal være en fil"), marked("flyt eller slet den")),
    errno.EEXIST: (marked("der ligger noget i forvejen"), marked("flyt eller slet det")),
    errno.ENOTEMPTY: (marked("mappen er ikke tom"), marked("se, om et andet program bruger den")),
    errno.EBUSY: (marked("et andet program bruger den"), marked("luk det, og prøv igen")),
    errno.ELOOP: (marked("et link fører i ring eller et andet sted hen"), marked("slet linket")),
    errno.EMFILE: (marked("der er for mange åbne filer"), marked("luk andre programmer, og prøv igen")),
    errno.ENFILE: (marked("der er for mange åbne filer"), marked("luk andre programmer, og prøv igen")),
    errno.EXDEV: (marked("de to mapper ligger på hver sit drev"), marked("læg dem på det samme")),
    errno.EFBIG: (marked("filen må ikke blive så stor her"), marked("se på grænserne for, hvor meget du må skrive")),
    errno.EIO: (marked("disken svarer ikke rigtigt"), marked("se efter, om den er i stykker")),
}


def debugging() -> bool:
    """Whether somebody wants to see tracebacks."""
    return bool(os.environ.get(DEBUG))


def reason(error: OSError) -> Said:
    """Why the operating system said no, and what to do about it."""
    if known := REASONS.get(error.errno or 0):
        return told(known)
    why = _("styresystemet siger {error}").format(error=error.strerror or error)
    return why, _("se på rettigheder og plads")


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
        return Problem(Origin(path, 1), "fil", _("kan ikke læses: {why}").format(why=why), remedy)
    remedy = _("ret det, der sidst er ændret i filen; hjælper det ikke, så vis en udvikler den, og kør med {debug}=1").format(
        debug=DEBUG
    )
    return Problem(Origin(path, 1), "fil", _("får programmet til at gå i stå ({kind})").format(kind=_kind(error)), remedy)


def line(error: BaseException) -> str:
    """One line for whoever meets the error: what it was about, what is wrong, what to do."""
    path = printable(getattr(error, "about", None) or _("katalog"))
    if isinstance(error, OSError):
        why, remedy = reason(error)
        # Of two files, the second is the one that was to be written.
        named = printable(_name(error.filename2) or _name(error.filename)) or path
        return _("{named}: kan ikke læses eller skrives: {why}; {remedy}").format(named=named, why=printable(why), remedy=remedy)
    if isinstance(error, MemoryError):
        return _("{path}: der er ikke hukommelse nok; luk andre programmer, eller del de største filer").format(path=path)
    return _(
        "{path}: uventet fejl ({kind}); ret det, der sidst er ændret; hjælper det ikke, så kør igen med {debug}=1, og vis en"
        " udvikler det, der så står"
    ).format(path=path, kind=printable(_kind(error)), debug=DEBUG)


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
