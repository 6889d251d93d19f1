"""The map to files: a page that needs no script, and what makes the drawing in it one that can be moved."""

from collections.abc import Callable, Iterator
from functools import partial

from .. import addresses
from ..records.area_map import DRAWING, PLACES, AreaMap
from ..views.place_map import PlaceMap, place_map
from . import _HTML, _MARKDOWN, BROWSER, asset
from .markdown import Markdown, block

# What only the page of the map asks for: its address, and the file it comes from.
ASSETS = {
    "assets/kort/leaflet.js": "vendor/leaflet/leaflet.js",
    "assets/kort/leaflet.css": "vendor/leaflet/leaflet.css",
    "assets/kort/leaflet-LICENSE.txt": "vendor/leaflet/LICENSE",
    "assets/kort/kort.js": "map/map.js",
    "assets/kort/kort.css": "map/map.css",
}


def artefacts(area: AreaMap) -> Iterator[tuple[str, Callable[[], bytes], str | None]]:
    """Every file of the map: its address, what makes its bytes, and the file it was made from, if one."""
    view = place_map(area)
    yield view.address, lambda: page(view).encode(), view.source
    yield view.drawing, lambda: area.drawing, DRAWING
    yield view.data, lambda: area.data, PLACES
    for uri, file in ASSETS.items():
        yield uri, partial(_asset, file), None


def page(view: PlaceMap) -> str:
    """The page of the map as Markdown: the drawing with its symbols drawn in it, and the table."""

    def part(template: str) -> Markdown:
        return block(_HTML.get_template(template).render(view=view, url=url, units=_units))

    def url(target: str) -> str:
        return addresses.relative_path(view.address, target)

    def link(target: str) -> Markdown:
        return Markdown(addresses.relative(view.address, target))

    return _MARKDOWN.get_template("map.md.j2").render(
        view=view, link=link, plan=part("map_plan.html.j2"), table=part("map_table.html.j2")
    )


def _asset(file: str) -> bytes:
    if not file.startswith("vendor/"):
        return asset(file)
    # Whoever opens the tools of the browser would ask for a map of the source that is not there.
    return (BROWSER / file).read_bytes().replace(b"//# sourceMappingURL=leaflet.js.map", b"")


def _units(value: float) -> str:
    return f"{round(value, 2):g}"
