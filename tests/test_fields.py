"""Every field of every kind of record reaches its readers: on the page, on paper, in Word, in the search, in the data.

A record of each kind has every field that the model has. Each of them is changed in turn, and what then says something else is where
the field is met. So a new field is tried without a line here; and one that is not everywhere says here why not.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from idekatalog import addresses
from idekatalog.catalogue import Catalogue
from idekatalog.files.load import load
from idekatalog.paper.word import word
from idekatalog.publishing.artefacts import Paper, publish
from idekatalog.reading import source
from idekatalog.records.area import Area
from idekatalog.records.chapter import Chapter
from idekatalog.records.errors import build_again
from idekatalog.records.example import Example
from idekatalog.records.fields import is_list
from idekatalog.records.film import Film
from idekatalog.records.kinds import KINDS, SHOWN
from idekatalog.records.practice import Intervention, Method
from idekatalog.records.record import Titled
from idekatalog.records.template import Template
from idekatalog.records.vocabulary import Vocabulary
from idekatalog.search.found import Found
from idekatalog.search.words import everything, found_of
from idekatalog.views.start import start
from places import CASES

Path = tuple[str | int, ...]
Value = Any

PAGE, SHEET, PDF, WORD, SEARCH, DATA = "page", "sheet", "pdf", "word", "search", "data"
# The list of the kind, and the start page.
LIST, START = "list", "start"
ENDINGS = {SHEET: ".html", PDF: ".pdf", WORD: ".docx"}

EVERYWHERE: Mapping[type[Titled], set[str]] = {
    Intervention: {PAGE, PDF, SEARCH, DATA},
    Method: {PAGE, PDF, SEARCH, DATA},
    Example: {PAGE, SEARCH, DATA},
    Area: {PAGE, SEARCH, DATA},
    Film: {PAGE, PDF, SEARCH, DATA},
    Template: {PAGE, PDF, WORD, SEARCH, DATA},
    # The first words of a page are no record of their own to build on.
    Chapter: {PAGE, SEARCH},
}
# What a checklist has too, on the screen and in Word.
CHECKLIST = r"titel|version|gennemgaaet(_af)?|(materialer|spoergsmaal|opmaerksomhed)\.\w+|trin\.(?!uddybning)\w+"
# What is met elsewhere too.
ALSO: tuple[tuple[str, set[str]], ...] = (
    (rf"(indsats|metode):({CHECKLIST})", {SHEET, WORD}),
    (r"(indsats|metode):(titel|problem|skilte\..*)", {LIST}),
    (r"indsats:rytme", {LIST}),
    (r"(eksempel|boligområde|film|skabelon):(titel|resume)", {LIST}),
    (r"skabelon:bruges", {LIST}),
    (r"(indsats|eksempel):(tal|stemmer)\.forside", {START}),
)
# Where a field is not met, by a pattern of its path: a reason for each.
NOT_IN: tuple[tuple[str, set[str], str], ...] = (
    (r".*:.*(redaktion|ny_side|stor|bredde|linjer|tomme|antal|liggende|regneark)", {SEARCH}, "a mark or a look, and no words"),
    (r".*:(gennemgaaet|gennemgaaet_af|version|kilder\..*|(.*\.)?url)", {SEARCH}, "nobody looks for it"),
    (r".*:kilder\.sidetal", {PAGE, PDF, WORD}, "printed or counted on: the same page to whoever looks it up"),
    (r".*:soegesaetninger", {PAGE, PDF, WORD}, "what people would say who need the page: for search alone"),
    (r".*:synonymer", {PDF, WORD}, "other words for the title: for those who search, and for machines"),
    (r"(film|skabelon):synonymer", {PAGE}, "the page has no data for machines to say them in"),
    (r"(indsats|metode):relateret\..*", {SEARCH}, "the record it leads to is found itself"),
    (r"(indsats|metode):(skilte\..*|rytme)", {PAGE, PDF, SEARCH}, "the signs of its card, and a filter of the list"),
    (r".*:(.*\.)?forside", {PAGE, PDF, SEARCH}, "whether the start page may say it"),
    (r"skabelon:bruges", {PAGE, PDF, WORD, SEARCH}, "the heading it stands under in its list"),
    (r"(indsats|metode):trin\.paa_papiret", {PAGE, SEARCH}, "for the checklist alone"),
    (r"(eksempel|skabelon):nummer", {PAGE, PDF, WORD, SEARCH}, "its place in lists"),
    (r"film:indsats", {SEARCH}, "the record it leads to is found itself"),
    (r"film:forloeb\.trin\.kort", {PDF, SEARCH}, "what stands on the drawn line of minutes"),
    (r"skabelon:status", {SEARCH}, "a draft is nobody's to find"),
    (
        r"(indsats|metode):(nummer|temaer|maalgrupper|udfordringer|ressourcer|modeltrin|niveauer|rammer)",
        {SEARCH},
        "what it stands under has a page of its own, which is found",
    ),
    (r"(indsats|metode):roller\.med", {SEARCH}, "the heading that roles stand under"),
    (r"skabelon:opsaetning", {SEARCH}, "a look, and no words"),
    (r"skabelon:tegning", {PAGE, PDF, WORD, SEARCH}, "a picture, where there is one"),
    (r"skabelon:titel", {WORD}, "on the sheet stands its heading"),
    (r"skabelon:hoerer_til", {SEARCH}, "the record it leads to is found itself"),
    (r"skabelon:forslag", {SEARCH}, "what the editors thought of is no subject"),
    (
        r"skabelon:(resume|hoerer_til|til|forslag|regneark|gennemgaaet_af|afsnit\..*)",
        {PDF, WORD},
        "residents are handed the paper",
    ),
    (r"kapitel:(maerke|spoergsmaal)", {PAGE, SEARCH}, "said on guides and on the page that finds them"),
    (r"skabelon:blokke\.(tegn\.tegn\.tegn|tabel\.kolonner\.tegn)", {SEARCH}, "a sign is drawn, and its meaning is said"),
)

# What is written in a field before and after the change, where that cannot be told from its type.
PAIRS: dict[str, tuple[Value, Value]] = {
    "url": ("https://example.org/a", "https://example.org/b"),
    "min": ("3", "4"),
    # A meeting stands under the phase "under" alone, and a heading of its own in the place of the phase's.
    "trin.fase": ("under", "efter"),
    "trin.moede": (None, "Møde"),
    "temaer.undersoegelser": (["titel a."], ["titel a."]),
    "kolonner": ([{"navn": "navn a"}, {"navn": "navn b", "tegn": ["roed"]}],) * 2,
}


# What the second of a kind has, where a list tells its records apart by it.
SECOND: dict[type[Titled], dict[str, Value]] = {Intervention: {"rytme": "loebende"}}


def small() -> Catalogue:
    """The small catalogue, with a second of every record and of every word, to change to."""
    whole = load(CASES / "small" / "catalogue")
    lists = {}
    for name, terms in whole.vocabulary.lists.items():
        other = next(iter(terms.values())).model_copy(
            update={"value": "andet", "label": f"Andet {name}", "explanation": f"Andet om {name}"}
        )
        lists[name] = {**terms, "andet": other}
    words = {name: list(terms) for name, terms in lists.items()}
    twins = {}
    for kind, records in whole.by_kind.items():
        fields = source.plain(records[0].node)
        assert isinstance(fields, dict)
        path = records[0].path.replace(".md", "-to.md")
        twins[kind] = (*records, build_again(kind, path, {**fields, "titel": "Den anden", **SECOND.get(kind, {})}, words, b""))
    return replace(whole, vocabulary=Vocabulary(lists), by_kind=twins)


CATALOGUE = small()
OTHERS: dict[str, Found] = {}


def ids(kind: type[Titled], place: int) -> str:
    return CATALOGUE.of(kind)[place].id


def written(kind: type[Titled], after: int) -> dict[str, Value]:
    """A record of the kind with a value in every field: the one before a change, or the one ``after`` it."""
    schema = kind.model_json_schema(by_alias=True)
    parts = schema.get("$defs", {})
    # Ids of records, where the field is an id.
    leads: dict[str, Value] = {"relateret.id": ids(Intervention, 1 + after)}
    for name, kinds in KINDS[kind].belongs.items():
        field = kind.model_fields[name]
        leads[str(field.alias)] = [ids(kinds[0], after)] if is_list(field) else ids(kinds[0], after)

    def value(schema: dict[str, Value], path: str) -> Value:
        name = path.rpartition(".")[2]
        for known in (path, name):
            if known in leads:
                return leads[known]
            if known in PAIRS:
                return PAIRS[known][after]
        match schema:
            case {"$ref": part}:
                return value(parts[part.rpartition("/")[2]], path)
            case {"anyOf": choices}:
                return value([one for one in choices if one.get("type") != "null"][-1], path)
            case {"const": only}:
                return only
            case {"enum": ["ja", "nej"]}:
                return ["nej", "ja"][after]
            case {"enum": choices}:
                return choices[after]
            case {"vocabulary": name}:
                return list(CATALOGUE.vocabulary.lists[name])[-after]
            case {"type": "integer"}:
                return str(7 + after)
            case {"format": "date"}:
                return f"2026-11-2{after}"
            case {"items": {"oneOf": kinds}}:
                return [value(one, path) for one in kinds]
            case {"items": item}:
                return [value(item, path)]
            case {"properties": fields}:
                found = {key: value(field, f"{path}.{key}".lstrip(".")) for key, field in fields.items()}
                return {key: one for key, one in found.items() if one is not None}
            case {"type": "string"}:
                return f"{name} {'ab'[after]}."
        raise AssertionError(f"{path}: {schema}")

    record = value(schema, "")
    assert isinstance(record, dict)
    return record


def leaves(value: Value, path: Path = (), name: str = "") -> Iterator[tuple[Path, str, Value]]:
    """Everything that is written, with the way to it and what the way is called; a block of a template by its sort."""
    match value:
        case dict():
            for key, inner in value.items():
                if key != "slags" or name.startswith("relateret"):
                    yield from leaves(inner, (*path, key), f"{name}.{key}".lstrip("."))
        case list():
            for index, inner in enumerate(value):
                sort = f".{inner['slags']}" if name == "blokke" else ""
                yield from leaves(inner, (*path, index), f"{name}{sort}")
        case _:
            yield path, name, value


def changed(record: dict[str, Value], path: Path, value: Value) -> dict[str, Value]:
    record = deepcopy(record)
    holder: Value = record
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return record


def printed(papers: Sequence[Paper]) -> list[bytes]:
    """Of each document what is in it: the data that Typst sets, the text of a Word file."""
    return ["".join(in_word(paper) if paper.form else [paper.data]).encode() for paper in papers]


def in_word(paper: Paper) -> Iterator[str]:
    assert paper.form
    with zipfile.ZipFile(io.BytesIO(word(paper.form(), paper.moment, paper.livery))) as package:
        for part in ("word/document.xml", "word/footer1.xml", "docProps/core.xml"):
            yield package.read(part).decode()


class Told:
    """What the media say of the first record of a kind when it has these fields."""

    def __init__(self, kind: type[Titled], fields: dict[str, Value]) -> None:
        words = {name: list(terms) for name, terms in CATALOGUE.vocabulary.lists.items()}
        first, *others = CATALOGUE.of(kind)
        self.record = build_again(kind, first.path, fields, words, b"")
        self.catalogue = replace(CATALOGUE, by_kind={**CATALOGUE.by_kind, kind: (self.record, *others)})
        self.page = addresses.page(self.record) if kind in SHOWN else addresses.listing(self.record.id)
        self.made = publish(self.catalogue, press=printed, at_once=False)
        self.says = cache(self._says)

    def _says(self, medium: str) -> str:
        match medium:
            case "search":
                results = everything(self.catalogue, self._again)
                return "\n".join(repr(found) for found in results if found.id.partition("#")[0] == self.record.id)
            case "data":
                return next(made.content.decode() for made in self.made if made.uri == addresses.CATALOGUE_DATA)
            case "list":
                return self._page(addresses.listing(KINDS[type(self.record)].address))
            case "start":
                return repr(start(self.catalogue))
            case "page":
                return self._page(self.page)
        mine = (made for made in self.made if made.source == self.record.path and made.uri != self.page)
        return "".join(made.content.decode() for made in mine if made.uri.endswith(ENDINGS[medium]))

    def _again(self, record: Titled) -> Found:
        """What is found of the record; of the others once, since nobody asks."""
        if record is self.record:
            return found_of(record, self.catalogue)
        if record.id not in OTHERS:
            OTHERS[record.id] = found_of(record, CATALOGUE)
        return OTHERS[record.id]

    def _page(self, address: str) -> str:
        page = next(made for made in self.made if made.uri == address)
        return page.page().html if page.page else page.content.decode()


def lost(kind: type[Titled]) -> Iterator[tuple[str, list[str]]]:
    """Each field of the kind, by its path, and the media that should say something else when it is changed, and do not."""
    before, after = written(kind, 0), written(kind, 1)
    told = Told(kind, before)
    tried = {path: value for path, _, value in leaves(before)}
    for path, name, value in leaves(after):
        if tried.get(path) != value:
            now = Told(kind, changed(before, path, value))
            yield name, [medium for medium in sorted(promised(kind, name)) if now.says(medium) == told.says(medium)]


def promised(kind: type[Titled], name: str) -> set[str]:
    """The media that a field of the kind is met in."""
    called = f"{KINDS[kind].noun}:{name}"
    also = (media for pattern, media in ALSO if re.fullmatch(pattern, called))
    without = (media for pattern, media, _ in NOT_IN if re.fullmatch(pattern, called))
    return EVERYWHERE[kind].union(*also).difference(*without)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_field_reaches_its_readers(kind: type[Titled]) -> None:
    assert {name: media for name, media in lost(kind) if media} == {}


def test_a_field_that_nothing_shows_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("idekatalog.views.place.parts.figures", lambda figures: [])
    assert dict(lost(Area))["tal.betydning"] == [PAGE, SEARCH]


def test_every_reason_is_of_a_field_that_is_there() -> None:
    there = {f"{KINDS[kind].noun}:{name}" for kind in KINDS for _, name, _ in leaves(written(kind, 1))}
    assert [reason for pattern, _, reason in NOT_IN if not any(re.fullmatch(pattern, name) for name in there)] == []
