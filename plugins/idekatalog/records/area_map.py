"""The drawn map of a housing area and the places people have pointed out on it: two files of ``data/map``.

The drawing is an SVG; its viewBox is the map's measure. The places are GeoJSON points in that measure:
x to the right and y up, both from the lower left corner. Nothing is drawn over a map of the world.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from ..language.slug import slug
from ..language.words import _
from ..reading import drawing, source, text
from ..reading.problems import Origin, Problem
from . import vocabulary
from .aliases import in_danish
from .errors import build
from .fields import Line, Part, Summary, optional, required, wrong
from .vocabulary import Term

PLACES = "data/map/omraade.geojson"
DRAWING = "data/map/omraade.svg"
VOCABULARY = "data/vocabulary"


class PlaceKind(Enum):
    """What people see in a place."""

    RESOURCE = "ressource"
    CHALLENGE = "udfordring"


# Where the categories of each kind stand.
CATEGORIES = {PlaceKind.RESOURCE: "kortressourcer", PlaceKind.CHALLENGE: "kortudfordringer"}


# Value to term, in the order of the lists.
Categories = Mapping[PlaceKind, Mapping[str, Term]]


@dataclass(frozen=True)
class Place:
    """A point of the map and what was said about it; x to the right and y up from the lower left corner."""

    name: str
    kind: PlaceKind
    category: Term
    said: str
    x: float
    y: float

    @property
    def id(self) -> str:
        return slug(self.name)


@dataclass(frozen=True)
class AreaMap:
    """A drawn map, how wide and high it is in its own measure, and the places on it, as the file has them.

    ``notice`` is what a reader must know to read it: who pointed, when, or that the area is invented.
    """

    name: str
    notice: str
    width: float
    height: float
    categories: Categories
    places: tuple[Place, ...]
    drawing: bytes
    data: bytes


def read_area_map(root: Path, problems: list[Problem]) -> AreaMap | None:
    """The map of the catalogue in ``root``; None where it has no map, or where problems were found."""
    if not (root / PLACES).is_file() and not (root / DRAWING).is_file():
        return None
    found: list[Problem] = []
    for path in (PLACES, DRAWING):
        if not (root / path).is_file():
            found.append(Problem(Origin(path, 1), "fil", _("findes ikke"), _("læg både planen og stederne i data/map")))
    if found:
        problems.extend(found)
        return None
    image, data = (root / DRAWING).read_bytes(), (root / PLACES).read_bytes()
    size = measure(DRAWING, image, found)
    categories = _categories(root, found)
    collection, node = _collection(PLACES, data, found)
    found_map = None
    if collection and node and size and categories:
        found.extend(_misplaced(PLACES, node, collection, size, categories))
        if not found:
            places = tuple(_place(feature, categories) for feature in collection.features)
            found_map = AreaMap(collection.name, collection.notice, *size, categories, places, image, data)
    problems.extend(found)
    return found_map


def _categories(root: Path, problems: list[Problem]) -> Categories | None:
    lists = {}
    for kind, name in CATEGORIES.items():
        path = f"{VOCABULARY}/{name}.yml"
        if not (root / path).is_file():
            problems.append(Problem(Origin(path, 1), "fil", _("findes ikke"), _("opret listen, for kortet bruger den")))
        elif (terms := vocabulary.read(path, (root / path).read_bytes(), problems)) is not None:
            lists[kind] = terms
    return lists if lists.keys() == CATEGORIES.keys() else None


# The places, as the file has them.


class CollectionType(Enum):
    COLLECTION = "FeatureCollection"


class FeatureType(Enum):
    FEATURE = "Feature"


class GeometryType(Enum):
    POINT = "Point"


def _point(value: object) -> object:
    if not (
        isinstance(value, list)
        and len(value) == 2
        and all(isinstance(number, str) and re.fullmatch(r"-?\d{1,6}(\.\d{1,6})?", number) for number in value)
    ):
        raise wrong(_("er ikke et punkt"), _("skriv to tal, først hen ad x og så op ad y, fx [420, 310]"))
    return tuple(map(float, value))


class Geometry(Part):
    type: GeometryType = required("type", "Point.")
    coordinates: Annotated[tuple[float, float], BeforeValidator(_point)] = required("coordinates", "x og y i planens mål.")


class Properties(Part):
    name: Line = required("navn", "Hvad stedet hedder.")
    kind: PlaceKind = required("slags", "ressource eller udfordring.")
    category: Line = required("kategori", "Et ord fra listen over kategorier.")
    said: Summary = required("sagt", "Hvad nogen har sagt om stedet, i en eller to sætninger, og hvem de er.")


class Feature(Part):
    type: FeatureType = required("type", "Feature.")
    geometry: Geometry = required("geometry", "Hvor stedet ligger.")
    properties: Properties = required("properties", "Hvad stedet er.")


class Collection(Part):
    """The file of places: GeoJSON with two members more, which every reader of GeoJSON passes over."""

    type: CollectionType = required("type", "FeatureCollection.")
    name: Line = required("navn", "Områdets navn.")
    notice: Line = required("oplyst", "Hvad læseren skal vide: hvem der har peget, hvornår, eller at området er opdigtet.")
    guidance: Line | None = optional("vejledning", "Til den, der retter filen.", None)
    features: tuple[Feature, ...] = required("features", "Stederne, højst 200.", max_length=200)


def _collection(path: str, raw: bytes, problems: list[Problem]) -> tuple[Collection | None, source.Node | None]:
    """The file as its shape, and the node that knows the lines; problems are appended."""
    try:
        json.loads(raw)
    except json.JSONDecodeError as error:
        message, remedy = _("kan ikke læses som JSON"), _("se på komma, kolon, anførselstegn og parenteser")
        problems.append(Problem(Origin(path, error.lineno), "fil", message, remedy))
        return None, None
    except (ValueError, RecursionError):
        pass  # Not UTF-8, a number without end, or too deep. Told with file and line by the reader below.
    # JSON is read by the reader of YAML, because it knows lines and refuses a field that stands twice.
    node = in_danish(Collection, path, source.data(path, raw, problems), problems)
    if not isinstance(node, source.Fields):
        if node is not None:
            problems.append(
                Problem(Origin(path, 1), "fil", _("har ingen felter"), _('begynd med { "type": "FeatureCollection", ...'))
            )
        return None, None
    problems.extend(text.problems(path, node))
    return build(Collection, path, node, problems, {}), node


def _place(feature: Feature, categories: Categories) -> Place:
    place = feature.properties
    return Place(place.name, place.kind, categories[place.kind][place.category], place.said, *feature.geometry.coordinates)


def _misplaced(
    path: str, node: source.Node, collection: Collection, size: tuple[float, float], categories: Categories
) -> Iterator[Problem]:
    """Every place lies on the map, apart from the others, under a name and in a category of its own kind."""

    def problem(index: int, where: tuple[str, ...], message: str, remedy: str) -> Problem:
        full: tuple[str | int, ...] = ("features", index, *where)
        return Problem(Origin(path, source.line(node, full)), source.name(full), message, remedy)

    width, height = size
    names: dict[str, str] = {}
    for index, feature in enumerate(collection.features):
        place, (x, y) = feature.properties, feature.geometry.coordinates
        known = categories[place.kind]
        if place.category not in known:
            message = _("'{category}' står ikke i {vocabulary}/{categories}.yml").format(
                category=place.category, vocabulary=VOCABULARY, categories=CATEGORIES[place.kind]
            )
            yield problem(index, ("properties", "kategori"), message, _("vælg mellem {words}").format(words=", ".join(known)))
        if not (0 <= x <= width and 0 <= y <= height):
            message, remedy = (
                _("ligger uden for planen"),
                _("skriv x fra 0 til {width} og y fra 0 til {height}").format(width=f"{width:g}", height=f"{height:g}"),
            )
            yield problem(index, ("geometry", "coordinates"), message, remedy)
        if not slug(place.name) or slug(place.name) in names:
            message = (
                _("'{name}' står to gange").format(name=place.name)
                if slug(place.name)
                else _("'{name}' har hverken bogstav eller tal").format(name=place.name)
            )
            yield problem(index, ("properties", "navn"), message, _("giv stedet sit eget navn"))
        for other in collection.features[:index]:
            left, up = other.geometry.coordinates
            # Two symbols this near cover each other's number on a phone and on paper.
            if max(abs(x - left), abs(y - up)) < width / 20:
                message = _("ligger oven i '{name}'").format(name=other.properties.name)
                yield problem(
                    index,
                    ("geometry", "coordinates"),
                    message,
                    _("flyt et af stederne mindst {distance}").format(distance=f"{width / 20:g}"),
                )
        names[slug(place.name)] = place.name


# The drawing.


def measure(path: str, raw: bytes, problems: list[Problem]) -> tuple[float, float] | None:
    """The width and height of a drawing that shows and does nothing else; None, and the problems, where it is not."""
    drawn = drawing.read(path, raw, problems)
    if drawn is None:
        return None
    if drawn.styled:
        # Drawn into a page, its rules would be the page's.
        problems.append(Problem(Origin(path, 1), "style", _("kan ikke bruges i en plan"), _("giv hver form sine farver")))
        return None
    box = re.fullmatch(r"0 0 (\d{3,4}(?:\.\d+)?) (\d{3,4}(?:\.\d+)?)", " ".join(drawn.attributes.get("viewBox", "").split()))
    if box is None:
        message, remedy = _("mangler planens mål"), _('skriv fx viewBox="0 0 1000 700" i den første linje')
        problems.append(Problem(Origin(path, 1), "viewBox", message, remedy))
        return None
    return float(box[1]), float(box[2])
