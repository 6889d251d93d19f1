"""The map: two files in; a page, a plan and a table out."""

import json
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown as python_markdown
import pytest
from markdown_it import MarkdownIt

from idekatalog.document import html, markdown
from idekatalog.frames.place_map import artefacts, page
from idekatalog.reading.problems import InvalidCatalogue, Problem
from idekatalog.records.area_map import DRAWING, PLACES, AreaMap, PlaceKind, measure, read_area_map
from idekatalog.views.place_map import place_map

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 700">{}</svg>\n'
WORDS = "- vaerdi: {0}\n  navn: {1}\n  forklaring: Prøve.\n- vaerdi: {2}\n  navn: {3}\n  forklaring: Prøve.\n"


def place(
    name: str, kind: str, category: str, x: float, y: float, said: str = "Beboere fortæller, at her er rart."
) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [x, y]},
        "properties": {"navn": name, "slags": kind, "kategori": category, "sagt": said},
    }


def collection() -> dict[str, Any]:
    return {
        "type": "FeatureCollection",
        "navn": "Solgården",
        "oplyst": "Solgården er opdigtet.",
        "features": [
            place("Tunnelen", "udfordring", "steder", 500, 100),
            place("Spejderne", "ressource", "foreninger", 700, 600),
            place("Ærtehaven", "ressource", "fysiske-steder", 100, 650),
        ],
    }


@pytest.fixture
def write(tmp_path: Path) -> Callable[[dict[str, Any]], Path]:
    """Writes a catalogue that is only a map."""

    def write(places: dict[str, Any]) -> Path:
        (tmp_path / "data/map").mkdir(parents=True, exist_ok=True)
        (tmp_path / "data/vocabulary").mkdir(exist_ok=True)
        (tmp_path / "data/vocabulary/kortressourcer.yml").write_text(
            WORDS.format("fysiske-steder", "Fysiske steder", "foreninger", "Foreninger"), encoding="utf-8"
        )
        (tmp_path / "data/vocabulary/kortudfordringer.yml").write_text(
            WORDS.format("sociale", "Sociale udfordringer", "steder", "Bestemte steder"), encoding="utf-8"
        )
        (tmp_path / DRAWING).write_text(SVG.format("<title>Plan</title>"), encoding="utf-8")
        (tmp_path / PLACES).write_text(json.dumps(places, ensure_ascii=False, indent=2), encoding="utf-8")
        return tmp_path

    return write


Write = Callable[[dict[str, Any]], Path]


def read(root: Path) -> AreaMap:
    problems: list[Problem] = []
    plan = read_area_map(root, problems)
    assert not problems
    assert plan is not None
    return plan


def told(root: Path) -> list[str]:
    problems: list[Problem] = []
    assert read_area_map(root, problems) is None
    return [str(problem) for problem in InvalidCatalogue(problems).problems]


def test_a_catalogue_needs_no_map(tmp_path: Path) -> None:
    assert told(tmp_path) == []


def test_a_plan_without_places_is_told(write: Write) -> None:
    root = write(collection())
    (root / PLACES).unlink()
    assert told(root) == [f"{PLACES}:1: fil: findes ikke; læg både planen og stederne i data/map"]


def test_places_are_numbered_resources_first_in_the_order_of_the_categories(write: Write) -> None:
    view = place_map(read(write(collection())))
    assert [(spot.number, spot.name, spot.kind) for spot in view.spots] == [
        (1, "Ærtehaven", PlaceKind.RESOURCE), (2, "Spejderne", PlaceKind.RESOURCE), (3, "Tunnelen", PlaceKind.CHALLENGE),
    ]  # fmt: skip
    assert [(category.label, category.count) for group in view.groups for category in group.categories] == [
        ("Fysiske steder", 1), ("Foreninger", 1), ("Bestemte steder", 1),
    ]  # fmt: skip


def test_y_is_up_in_the_file_and_down_in_the_drawing(write: Write) -> None:
    view = place_map(read(write(collection())))
    assert [(spot.x, spot.y) for spot in view.spots] == [(100, 50), (700, 100), (500, 600)]
    text = html.write(page(view)).html
    # A symbol of 64 with its middle on the point.
    assert '<svg x="68" y="18" width="64" height="64"' in text
    assert 'data-x="100" data-y="50"' in text


def change(path: str, value: object) -> dict[str, Any]:
    """The places with one value changed, or taken away where it is None."""
    result = collection()
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    node: Any = result
    for step in way:
        node = node[step]
    if value is None:
        del node[last]
    else:
        node[last] = value
    return result


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("type", "Feature", "2: type: 'Feature' kendes ikke; vælg FeatureCollection"),
        ("oplyst", None, "1: oplyst: feltet mangler; skriv en linje, der begynder med oplyst:"),
        ("crs", "EPSG:25832", "55: crs: feltet kendes ikke; vælg mellem type, navn, oplyst, vejledning, features"),
        ("features.0.properties.slags", "problem", "17: features[1].properties.slags: 'problem' kendes ikke; vælg ressource eller udfordring"),
        (
            "features.0.properties.kategori", "foreninger",
            "18: features[1].properties.kategori: 'foreninger' står ikke i data/vocabulary/kortudfordringer.yml; vælg mellem sociale, steder",
        ),
        ("features.0.properties.sagt", "", "19: features[1].properties.sagt: feltet er tomt; udfyld det"),
        ("features.0.properties.sagt", None, "15: features[1].properties.sagt: feltet mangler; skriv en linje, der begynder med sagt:"),
        ("features.0.properties.sagt", "Her er <b>mørkt</b>.", "19: features[1].properties.sagt: HTML, altså < lige før et ord, kan ikke bruges; slet tegnene < og >, eller skriv et mellemrum efter <"),
        ("features.0.properties.sagt", "010203-1234", "19: features[1].properties.sagt: ligner et CPR-nummer; slet det, for her må ikke stå oplysninger om enkeltpersoner"),
        ("features.0.properties.navn", "Spejderne", "32: features[2].properties.navn: 'Spejderne' står to gange; giv stedet sit eget navn"),
        ("features.0.properties.navn", "?", "16: features[1].properties.navn: '?' har hverken bogstav eller tal; giv stedet sit eget navn"),
        ("features.0.geometry.type", "Polygon", "9: features[1].geometry.type: 'Polygon' kendes ikke; vælg Point"),
        ("features.0.geometry.coordinates", [500, 701], "10: features[1].geometry.coordinates: ligger uden for planen; skriv x fra 0 til 1000 og y fra 0 til 700"),
        ("features.0.geometry.coordinates", [-1, 7], "10: features[1].geometry.coordinates: ligger uden for planen; skriv x fra 0 til 1000 og y fra 0 til 700"),
        ("features.0.geometry.coordinates", [660, 610], "26: features[2].geometry.coordinates: ligger oven i 'Tunnelen'; flyt et af stederne mindst 50"),
        ("features.0.geometry.coordinates", [1, 2, 3], "10: features[1].geometry.coordinates: er ikke et punkt; skriv to tal, først hen ad x og så op ad y, fx [420, 310]"),
        ("features.0.geometry.coordinates", ["a", 2], "10: features[1].geometry.coordinates: er ikke et punkt; skriv to tal, først hen ad x og så op ad y, fx [420, 310]"),
        ("features.0.geometry", None, "6: features[1].geometry: feltet mangler; skriv en linje, der begynder med geometry:"),
        ("features", 3, "5: features: skal være en liste; skriv [et, to] eller en linje med bindestreg for hvert punkt"),
    ],
)  # fmt: skip
def test_bad_places_get_file_line_field_and_remedy(write: Write, path: str, value: object, expected: str) -> None:
    assert told(write(change(path, value))) == [f"{PLACES}:{expected}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{\n "type": "FeatureCollection"\n "features": []}', "3: fil: kan ikke læses som JSON"),
        ("[1 2]", "1: fil: kan ikke læses som JSON"),
        ("[" * 5000 + "]" * 5000, "1: yaml: listerne ligger for dybt i hinanden"),
        ("[]", "1: fil: har ingen felter"),
        ('{"navn": "a", "navn": "b"}', "1: navn: feltet står to gange"),
        (b"\xff{}", "1: fil: er ikke UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_problem_and_no_crash(write: Write, text: str | bytes, expected: str) -> None:
    root = write(collection())
    (root / PLACES).write_bytes(text if isinstance(text, bytes) else text.encode())
    assert any(line.startswith(f"{PLACES}:{expected}") for line in told(root)), told(root)


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        (SVG.format("<script>1</script>"), "1: svg: elementet script kan ikke bruges"),
        (SVG.format('\n<image href="x.png"/>'), "2: svg: elementet image kan ikke bruges"),
        (SVG.format("<foreignObject/>"), "1: svg: elementet foreignObject kan ikke bruges"),
        (SVG.format("<style>@import 'x'</style>"), "1: style: henviser til noget andet"),
        (SVG.format('<a href="https://example.org"/>'), "1: svg: elementet a kan ikke bruges"),
        (SVG.format('<x:g xmlns:x="urn:x"/>'), "1: svg: elementet g kan ikke bruges"),
        (SVG.format('<use href="andet.svg#a"/>'), "1: href: henviser til noget uden for tegningen"),
        (
            SVG.format('<use xlink:href="andet.svg#a" xmlns:xlink="http://www.w3.org/1999/xlink"/>'),
            "1: href: henviser til noget uden for",
        ),
        (SVG.format('<rect fill="url( https://example.org/#a)"/>'), "1: fill: henviser til noget uden for tegningen"),
        (SVG.format('<rect style="fill:\\75rl(x)"/>'), "1: style: henviser til noget uden for tegningen"),
        (SVG.format('<rect onclick="x()"/>'), "1: onclick: kan ikke bruges"),
        ('<!DOCTYPE svg [<!ENTITY a "aaaa">]>\n' + SVG.format("&a;"), "1: svg: DOCTYPE kan ikke bruges"),
        ('<?xml-stylesheet href="x.css"?>\n' + SVG.format(""), "1: svg: linjer med <? kan ikke bruges"),
        (SVG.format("\n<g>"), "2: fil: kan ikke læses som SVG"),
        ("<html/>", "1: svg: er ikke en SVG-tegning"),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="10 0 100 100"/>', "1: viewBox: mangler planens mål"),
        ("", "1: fil: kan ikke læses som SVG"),
    ],
)
def test_a_drawing_that_could_do_more_than_be_seen_is_refused(drawing: str, expected: str) -> None:
    problems: list[Problem] = []
    assert measure(DRAWING, drawing.encode(), problems) is None
    assert str(problems[0]).startswith(f"{DRAWING}:{expected}"), problems


def test_a_drawing_may_name_its_own_parts() -> None:
    problems: list[Problem] = []
    drawing = SVG.format('<defs><pattern id="a"/></defs><rect fill="url(#a)" style="stroke: url(\'#a\')"/><use href="#a"/>')
    assert (measure(DRAWING, drawing.encode(), problems), problems) == ((1000, 700), [])


class Reader(HTMLParser):
    """The words, the elements and the addresses of a page."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.text, self.tags, self.addresses = "", [], []
        self.labels: list[str] = []
        self.feed(document)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value for key, value in attributes if key in ("href", "src") and value]
        self.labels += [value for key, value in attributes if key == "data-label" and value]

    def handle_data(self, data: str) -> None:
        self.text += data


def body(plan: AreaMap) -> str:
    return html.write(page(place_map(plan))).html


def as_markdown(plan: AreaMap) -> str:
    return markdown.write(page(place_map(plan))).split("---\n", 2)[2]


def test_what_an_author_writes_is_shown_to_the_letter_by_every_parser(write: Write) -> None:
    said = 'Unge siger: "1 < 2 & 3 > 2" {{ x }} *og* _det_ | `er` [sandt].'
    plan = read(
        write({**collection(), "features": [place('A "b" & c', "ressource", "foreninger", 10, 10, said)], "oplyst": said})
    )
    by_python = Reader(python_markdown.markdown(as_markdown(plan), extensions=["toc", "tables", "attr_list", "md_in_html"]))
    by_commonmark = Reader(MarkdownIt("commonmark").render(as_markdown(plan)))
    for reader in (by_python, by_commonmark, Reader(body(plan))):
        assert reader.text.count(said) == 2  # on the map and in the table
        assert reader.labels == ['1, A "b" & c, ressource']
        assert not {"em", "b"} & set(reader.tags)
    assert [tag for tag in by_python.tags if tag in ("tr", "td", "a", "path")] == [
        tag for tag in by_commonmark.tags if tag in ("tr", "td", "a", "path")
    ]


def test_the_page_asks_nobody_else_for_anything(write: Write) -> None:
    plan = read(write(collection()))
    uris = {uri for uri, _, _ in artefacts(place_map(plan), plan)}
    reader = Reader(body(plan))
    asked = {address for address in reader.addresses if not address.startswith("#")}
    assert {address.removeprefix("../") for address in asked if address.startswith("../")} == {
        uri for uri in uris if uri.startswith("assets/") and not uri.endswith("LICENSE.txt")
    }
    assert {f"kort/{address}" for address in asked if not address.startswith("../")} == {
        "kort/omraade.svg",
        "kort/omraade.geojson",
    }
    assert "onclick" not in body(plan)
    assert "style=" not in body(plan)


def test_every_symbol_leads_to_its_row(write: Write) -> None:
    text = body(read(write(collection())))
    for id in ("aertehaven", "spejderne", "tunnelen"):
        assert text.count(f'href="#sted-{id}"') == text.count(f'<tr id="sted-{id}"') == 1


def test_the_same_plan_gives_the_same_bytes_and_the_licence_goes_with_the_code(write: Write) -> None:
    root = write(collection())
    plan = read(root)
    files = list(artefacts(place_map(plan), plan))
    made = {uri: make() for uri, make, _ in files}
    assert made == {uri: make() for uri, make, _ in artefacts(place_map(plan), plan)}
    assert b"BSD 2-Clause" in made["assets/kort/leaflet-LICENSE.txt"]
    assert b"Leaflet 1.9.4" in made["assets/kort/leaflet.js"][:100]
    assert made["kort/omraade.svg"] == (root / DRAWING).read_bytes()
    assert {source for _, _, source in files} == {DRAWING, PLACES, None}
