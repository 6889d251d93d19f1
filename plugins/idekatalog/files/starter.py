"""A new catalogue: the files of the engine's ``starter``, with what was answered in their blanks.

``alle`` holds what every catalogue gets, a folder for each language its texts; in that, ``grund`` is for everybody and the others
are kinds that one asks for. A blank is written ``[[navn]]``, and a name that begins with ``dot-`` is hidden in the catalogue.
"""

import json
import re
import shutil
import tempfile
from collections.abc import Collection, Mapping
from datetime import date
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from ..language.slug import slug
from ..reading import source, text
from ..reading.problems import Problem
from ..records.errors import build
from ..records.look import LOOK, Look
from ..records.publisher import Publisher
from ..version import VERSION

STARTER = Path(__file__).parents[1] / "starter"
ALL, BASE = "alle", "grund"
LANGUAGES = tuple(sorted(folder.name for folder in STARTER.iterdir() if folder.name != ALL))
KINDS = tuple(sorted(folder.name for folder in (STARTER / LANGUAGES[0]).iterdir() if folder.name != BASE))
NO_LICENCE = "ingen"
LICENCES = {
    NO_LICENCE: "",
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}
LOGOS = (".svg", ".png", ".jpg", ".jpeg")
# What the page about the catalogue says: without a licence, and with one.
USE = {
    "da": (
        "Teksterne er vores. Spørg os, før du bruger dem andre steder.",
        "Du må bruge dem, når du følger licensen [{licence}]({address}).",
    ),
    "en": (
        "The texts are ours. Ask us before you use them elsewhere.",
        "You may use them as the licence [{licence}]({address}) says.",
    ),
}
TEXTS = {"da": "Tekster", "en": "Texts"}
PACKAGE = "idekatalog"
_EXTRAS = f"{PACKAGE}[site,documents]"
_BLANK = re.compile(r"\[\[(\w+)\]\]")


def refused(file: str, field: str, answer: str) -> Problem | None:
    """What is wrong with an answer that will stand in a field of ``data/udgiver.yml`` or ``data/udseende.yml``."""
    raw = f'{field}: "{_quoted(answer)}"\n'.encode()
    found: list[Problem] = []
    node = source.data(file, raw, found)
    if isinstance(node, source.Fields):
        found.extend(text.problems(file, node))
        if file == LOOK:
            look = build(Look, file, node, found, {}, raw)
            found.extend(look.problems() if look else ())
        else:
            build(Publisher, file, node, found, {}, raw)
    return found[0] if found else None


def create(folder: Path, answers: Mapping[str, str], kinds: Collection[str], logo: Path | None, today: date) -> None:
    """Writes a new catalogue into the ``folder``: all of it, or nothing.

    ``answers`` has ``navn``, ``udgiver``, ``mail``, ``sprog``, ``farve`` and ``licens``, each as it passed its question, and
    ``logo`` is a picture to copy. Raises FileExistsError where the folder holds something already, and OSError where a file
    cannot be read or written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    image = f"billeder/logo{logo.suffix.lower()}" if logo else ""
    blanks = {**_blanks(answers, today), "logo": f", logo: {image}" if image else ""}
    language = STARTER / answers["sprog"]
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as temporary:
        complete = Path(temporary) / "katalog"
        for part in (STARTER / ALL, language / BASE, *(language / kind for kind in kinds)):
            for file in (path for path in part.rglob("*") if path.is_file()):
                _write(file, complete / _name(file.relative_to(part)), blanks)
        if logo:
            (complete / "content" / image).parent.mkdir()
            shutil.copyfile(logo, complete / "content" / image)
        # An empty folder gives way to a rename, on every platform but Windows.
        if folder.exists():
            folder.rmdir()
        complete.replace(folder)


def _write(file: Path, target: Path, blanks: Mapping[str, str]) -> None:
    """The file with its blanks filled; above the text of a page they stand within the quotation marks of YAML."""
    content = file.read_text(encoding="utf-8")
    fields, end, below = content.rpartition("\n---\n") if file.suffix == ".md" else (content, "", "")
    quoted = {name: _quoted(answer) for name, answer in blanks.items()}
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(_filled(fields, quoted) + end + _filled(below, blanks), encoding="utf-8", newline="\n")


def _filled(content: str, blanks: Mapping[str, str]) -> str:
    return _BLANK.sub(lambda blank: blanks[blank[1]], content)


def _quoted(answer: str) -> str:
    return answer.replace("\\", "\\\\").replace('"', '\\"')


def _name(path: Path) -> Path:
    return Path(*(re.sub("^dot-", ".", part) for part in path.parts))


def _blanks(answers: Mapping[str, str], today: date) -> Mapping[str, str]:
    """What stands in each blank of the starter."""
    licence = "" if answers["licens"] == NO_LICENCE else answers["licens"]
    owner = answers["udgiver"] or answers["navn"]
    address = LICENCES[answers["licens"]]
    return {
        **answers,
        "licens": licence,
        "licens_adresse": address,
        "ret": f"{owner}. {TEXTS[answers['sprog']]}: {licence}." if licence else owner,
        "brug": USE[answers["sprog"]][bool(licence)].format(licence=licence, address=address),
        "bog": slug(answers["navn"]) or "katalog",
        "dag": today.isoformat(),
        "motor": engine(),
        "version": VERSION,
    }


def engine() -> str:
    """What pip must be told to install this engine again: the address it came from and its commit, or else its version."""
    try:
        told = json.loads(distribution(PACKAGE).read_text("direct_url.json") or "{}")
    except PackageNotFoundError:
        told = {}
    if commit := told.get("vcs_info", {}).get("commit_id"):
        return f"{_EXTRAS} @ git+{told['url']}@{commit}"
    return f"{_EXTRAS}=={VERSION}"
