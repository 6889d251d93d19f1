"""The map: the drawn map, a symbol for every place, and the same as a table."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..records.area_map import PLACES, AreaMap, Place, PlaceKind

ADDRESS = "kort/index.md"
DRAWING = "kort/omraade.svg"
DATA = "kort/omraade.geojson"


@dataclass(frozen=True)
class Spot:
    """A place with its number, which stands on its symbol and in the table; x and y from the upper left, as drawn."""

    number: int
    id: str
    name: str
    kind: PlaceKind
    category: str
    category_label: str
    said: str
    x: float
    y: float


@dataclass(frozen=True)
class Category:
    """A category some place has, and how many."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Group:
    """The resources, or the challenges, category by category."""

    kind: PlaceKind
    categories: tuple[Category, ...]
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class PlaceMap:
    address: str
    source: str
    drawing: str
    data: str
    name: str
    notice: str
    width: float
    height: float
    symbol: float
    groups: tuple[Group, ...]

    @property
    def spots(self) -> tuple[Spot, ...]:
        return tuple(spot for group in self.groups for spot in group.spots)


def place_map(area: AreaMap) -> PlaceMap:
    """The map of an area: resources first, then challenges, numbered in the order of the table."""
    return PlaceMap(
        address=ADDRESS,
        source=PLACES,
        drawing=DRAWING,
        data=DATA,
        name=area.name,
        notice=area.notice,
        width=area.width,
        height=area.height,
        # So big that the number can be read where the whole map is as wide as a phone.
        symbol=area.width * 0.064,
        groups=tuple(_groups(area)),
    )


def _groups(area: AreaMap) -> Iterator[Group]:
    number = 0
    for kind in PlaceKind:
        places = [place for place in area.places if place.kind is kind]
        categories: dict[str, list[Place]] = {}
        # In the order of the vocabulary, which is the order of the map's categories.
        for value in area.categories[kind]:
            if of_it := [place for place in places if place.category.value == value]:
                categories[value] = of_it
        spots = []
        for place in (place for of_it in categories.values() for place in of_it):
            number += 1
            spots.append(_spot(number, place, area.height))
        if spots:
            counts = (Category(value, of_it[0].category.label, len(of_it)) for value, of_it in categories.items())
            yield Group(kind, tuple(counts), tuple(spots))


def _spot(number: int, place: Place, height: float) -> Spot:
    return Spot(
        number=number,
        id=place.id,
        name=place.name,
        kind=place.kind,
        category=place.category.value,
        category_label=place.category.label,
        said=place.said,
        x=place.x,
        y=height - place.y,
    )
