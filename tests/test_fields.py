"""Every field of an intervention reaches its readers: on the page, on paper, in the search, in the data."""

import html
import json
import re
from collections.abc import Iterator
from datetime import date
from enum import Enum
from pathlib import Path

import pytest
from pydantic import BaseModel

from idekatalog.catalogue import Catalogue
from idekatalog.files.load import load
from idekatalog.language.danish import long_date
from idekatalog.publishing.artefacts import publish
from idekatalog.reading.text import plain
from idekatalog.records.practice import Intervention
from idekatalog.records.record import Sections
from idekatalog.search.words import everything

PAGE, GUIDE, CHECKLIST, SEARCH = "page", "guide.pdf", "tjekliste.pdf", "search"
MEDIA = {PAGE, GUIDE, SEARCH}
# Where a field is met, if not on the page, in its PDF and by the search. A new field is, or tells here why not.
MET: dict[str, set[str]] = {
    # Who reads the page need not be told that it is there for them to read.
    "status": set(),
    # Nobody looks for them.
    "number": {PAGE, GUIDE},
    "reviewed": {PAGE, GUIDE, CHECKLIST},
    "reviewer": {PAGE, GUIDE, CHECKLIST},
    "version": {PAGE, GUIDE, CHECKLIST},
    "participants": {PAGE, GUIDE},
    "sources": {PAGE, GUIDE},
    # The records they lead to are found themselves.
    "areas": {PAGE, GUIDE},
    "related": {PAGE, GUIDE},
    # On the page stands what the word means.
    "evidence": set(),
    # Other words for the title: for those who search, and for machines.
    "synonyms": {PAGE, SEARCH},
    # What people would say who look for it.
    "asked": {SEARCH},
    "title": {*MEDIA, CHECKLIST},
    "materials": {*MEDIA, CHECKLIST},
    "questions": {*MEDIA, CHECKLIST},
    "care": {*MEDIA, CHECKLIST},
}


def texts(value: object, catalogue: Catalogue) -> Iterator[str]:
    """The words of a value as a reader meets them."""
    match value:
        case BaseModel():
            for name in type(value).model_fields:
                yield from texts(getattr(value, name), catalogue)
        case tuple():
            for item in value:
                yield from texts(item, catalogue)
        case date():
            yield long_date(value)
        case int() if not isinstance(value, bool):
            yield str(value)
        case str() if value and not value.startswith("https://"):
            labels = [terms[value].label for terms in catalogue.vocabulary.lists.values() if value in terms]
            record = catalogue.by_id.get(value)
            yield from (record.title,) if record else labels[:1] or (value,)
        case Enum() | bool() | None:
            pass


def seen(text: str) -> str:
    return "".join(re.findall(r"\w+", html.unescape(text)))


def printed(data: object) -> Iterator[str]:
    """The words of it."""
    match data:
        case str():
            yield data
        case list():
            for item in data:
                yield from printed(item)
        case dict():
            for key, item in data.items():
                if key not in ("kind", "to", "url", "id"):
                    yield from printed(item)


@pytest.fixture
def media(small: Path) -> dict[str, str]:
    """What each medium says of the intervention that has every field."""
    catalogue = load(small)
    files = {artefact.uri: artefact for artefact in publish(catalogue)}
    page = files["indsatser/naboaften/index.md"].page
    assert page
    found = next(found for found in everything(catalogue) if found.id == "naboaften")
    said = [found.title, found.summary, *found.synonyms, *found.asked, *(f"{part.text}\n{part.labels}" for part in found.parts)]
    return {
        PAGE: seen(re.sub(r"<[^>]*>", "", re.sub(r'<img alt="([^"]*)"', r"\1<img ", page().html))),
        SEARCH: seen("\n".join(said)),
        **{name: seen("".join(printed(json.loads(files[f"indsatser/naboaften/{name}"].content)))) for name in (GUIDE, CHECKLIST)},
    }


@pytest.mark.parametrize("field", Intervention.model_fields)
def test_a_field_reaches_its_readers(field: str, small: Path, media: dict[str, str]) -> None:
    catalogue = load(small)
    value = getattr(catalogue.intervention("naboaften"), field)
    if isinstance(value, Sections):
        said = [line for prose in value.model_dump().values() for line in plain(prose).split("\n")]
    else:
        said = list(texts(value, catalogue))
    for medium in MET.get(field, MEDIA):
        assert [text for text in said if seen(text) not in media[medium]] == [], medium


def test_every_field_is_in_the_data(small: Path) -> None:
    data = next(artefact.content for artefact in publish(load(small)) if artefact.uri == "katalog.json")
    record = json.loads(data)["indsatser"][0]
    written = load(small).intervention("naboaften").model_fields_set
    assert {Intervention.model_fields[name].alias or name for name in written} <= record.keys()


def test_a_checklist_has_every_step(small: Path, media: dict[str, str]) -> None:
    for step in load(small).intervention("naboaften").steps:
        assert seen(step.action) in media[CHECKLIST]
