"""Every file of the site, in one list that reads like a table of contents."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from . import addresses, render
from .collection import Catalogue
from .problems import InvalidCatalogue, Origin, Problem
from .views.checklist import checklist
from .views.guide import Guide, guide
from .views.listing import Listing, Overview, by_role, by_target_group, by_theme, listing

V = TypeVar("V", Guide, Listing, Overview)


@dataclass(frozen=True)
class Artefact:
    """A file of the site: its path from the site's root, its bytes, and the file it was made from, if one."""

    uri: str
    content: bytes
    source: str | None = None


def publish(catalogue: Catalogue, site: str = "") -> Iterator[Artefact]:
    """Every generated file of the site; the same catalogue gives the same bytes.

    ``site`` is the address the site will have, for what is printed; "" where nobody knows yet. Raises
    InvalidCatalogue, before the first file, where two things claim one address.
    """
    artefacts = tuple(_artefacts(catalogue, site))
    if problems := list(_collisions(catalogue, artefacts)):
        raise InvalidCatalogue(problems)
    return iter(artefacts)


def _artefacts(catalogue: Catalogue, site: str) -> Iterator[Artefact]:
    yield _page(listing(catalogue), render.listing)
    for record in catalogue.interventions:
        yield _page(guide(record, catalogue), render.guide)
        sheet = checklist(record, catalogue)
        yield Artefact(sheet.address, render.checklist(sheet, site).encode(), sheet.source)
    for view in (by_theme(catalogue), by_target_group(catalogue), by_role(catalogue)):
        yield _page(view, render.overview)
    yield Artefact(addresses.CATALOGUE_DATA, _data(catalogue).encode())
    yield Artefact(addresses.SHEET_STYLE, render.style().encode())


def _page(view: V, to_markdown: Callable[[V], str]) -> Artefact:
    return Artefact(view.address, to_markdown(view).encode(), view.source)


def _data(catalogue: Catalogue) -> str:
    """All records under the keys their authors write, for whoever wants to build something else of them."""
    kinds = {"indsatser": catalogue.interventions, "eksempler": catalogue.examples, "omraader": catalogue.areas}
    data = {
        kind: [{"id": record.id, **record.model_dump(mode="json", by_alias=True, exclude_none=True)} for record in records]
        for kind, records in kinds.items()
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _collisions(catalogue: Catalogue, artefacts: Sequence[Artefact]) -> Iterator[Problem]:
    """A problem for every address that two files claim, at the second of them."""
    claimed: dict[str, str] = {}
    for uri, file in [(artefact.uri, artefact.source or artefact.uri) for artefact in artefacts] + [
        (page, f"content/{page}") for page in catalogue.pages
    ]:
        first = claimed.setdefault(addresses.path(uri), file)
        if first != file:
            yield Problem(
                Origin(file, 1), "fil", f"vil have adressen {addresses.path(uri)}, som {first} har", "giv filen et andet navn"
            )
