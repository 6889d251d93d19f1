"""The map to files: a page that needs no script, and what makes the plan in it one that can be moved."""

from collections.abc import Callable, Iterator
from functools import partial

from .. import addresses
from ..document.nodes import Block, Document, Html, Paragraph, document, line, paragraph, section, steps
from ..language.words import _
from ..records.area_map import DRAWING, PLACES, AreaMap
from ..views.parts import opening, to
from ..views.place_map import PlaceMap
from . import _HTML, BROWSER, asset

# What only the page of the map asks for: its address, and the file it comes from.
ASSETS = {
    "assets/kort/leaflet.js": "vendor/leaflet/leaflet.js",
    "assets/kort/leaflet.css": "vendor/leaflet/leaflet.css",
    "assets/kort/leaflet-LICENSE.txt": "vendor/leaflet/LICENSE",
    "assets/kort/kort.js": "map/map.js",
    "assets/kort/kort.css": "map/map.css",
}


def artefacts(view: PlaceMap, area: AreaMap) -> Iterator[tuple[str, Callable[[], bytes], str | None]]:
    """Every file of the map but its page: its address, what makes its bytes, and the file it was made from, if one."""
    yield view.drawing, lambda: area.drawing, DRAWING
    yield view.data, lambda: area.data, PLACES
    for uri, file in ASSETS.items():
        yield uri, partial(_asset, file), None


def page(view: PlaceMap) -> Document:
    """The page of the map: the plan with its symbols drawn in it, and the table."""

    def part(template: str) -> Html:
        url = partial(addresses.relative_path, view.address)
        return Html(_HTML.get_template(template).render(view=view, url=url, units=_units))

    return document(
        view.address,
        _("Kort over {name}").format(name=view.name),
        _("Ressourcer og udfordringer på et kort og i en tabel."),
        [
            *opening(
                _(
                    "Grønne hjerter er ressourcer. Røde stjerner er udfordringer. "
                    "Vælg et symbol, og læs, hvad der er sagt om stedet."
                )
            ),
            section(_("Kortet"), part("map_plan.html.j2")),
            section(_("Stederne i en tabel"), part("map_table.html.j2")),
            section(_("Lav jeres eget kort"), *_how_to(), _files(view)),
        ],
    )


def _how_to() -> Iterator[Block]:
    yield paragraph(_("Redaktionens råd til jeres eget kort:"))
    yield steps(
        (
            line(_("Print eller tegn en enkel plan over området. Brug få og store ord.")),
            line(_("Sæt et grønt hjerte ved hver ressource og en rød stjerne ved hver udfordring.")),
            line(_("Skriv ved hvert mærke, hvad der er sagt om stedet, om det var beboere eller fagfolk, og hvornår.")),
        )
    )
    yield paragraph(
        _(
            "Skriv ikke, hvad nogen hedder, og gengiv ikke noget, nogen kan genkendes på. "
            "En gruppe mennesker er ikke en udfordring. Skriv, hvad der er svært, og hvem der fortæller det."
        )
    )


def _files(view: PlaceMap) -> Paragraph:
    return paragraph(to(view.data, _("Hent stederne som GeoJSON")), " · ", to(view.drawing, _("Hent planen som SVG")))


def _asset(file: str) -> bytes:
    if not file.startswith("vendor/"):
        return asset(file)
    # Whoever opens the tools of the browser would ask for a map of the source that is not there.
    return (BROWSER / file).read_bytes().replace(b"//# sourceMappingURL=leaflet.js.map", b"")


def _units(value: float) -> str:
    return f"{round(value, 2):g}"
