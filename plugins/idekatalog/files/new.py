"""A new record to fill in."""

from datetime import date
from pathlib import Path
from typing import Any

from ..catalogue import Catalogue
from ..language.slug import slug
from ..language.words import _
from ..reading.problems import InvalidCatalogue, Origin, Problem
from ..records.blank import blank
from ..records.kinds import Kind
from .load import pages_of
from .walk import walk


def create(root: Path, kind: Kind[Any], id: str, title: str, catalogue: Catalogue, today: date) -> Path:
    """A new record of a kind to fill in, and the file it is in.

    Raises InvalidCatalogue where the id is no slug or belongs to another record already, where the title is no text, or where the
    folder of the kind is none.
    """
    path = f"{kind.folder}/{id}.md"
    if not id or id != slug(id):
        nearest = slug(id) or slug(title) or slug(kind.noun)
        problem = Problem(
            Origin(path, 1),
            "id",
            _("'{id}' kan ikke bruges i en adresse").format(id=id),
            _("skriv fx {nearest}").format(nearest=nearest),
        )
        raise InvalidCatalogue([problem])
    if any(Path(known).stem == id for known in catalogue.known):
        raise InvalidCatalogue([Problem(Origin(path, 1), "id", _("'{id}' er taget").format(id=id), _("vælg et andet id"))])
    number = 0
    if kind.numbered:
        # Records that are not finished yet have taken a number too.
        files = sum(Path(known).parent == Path(kind.folder) for known in catalogue.known)
        number = max([files, *(record.number or 0 for record in catalogue.of(kind.record))]) + 1
    words = {name: list(terms) for name, terms in catalogue.vocabulary.lists.items()}
    found: list[Problem] = []
    walk(root, pages_of(root), found)
    if elsewhere := [problem for problem in found if problem.origin.path == kind.folder]:
        raise InvalidCatalogue(elsewhere)
    try:
        content = blank(kind, words, number, title, today).encode()
    except UnicodeEncodeError:
        raise InvalidCatalogue([Problem(Origin(path, 1), "titel", _("er ikke UTF-8"), _("skriv titlen igen"))]) from None
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("xb") as stream:
        stream.write(content)
    return file
