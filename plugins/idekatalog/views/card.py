"""A record, or a word of a vocabulary, as the card it is wherever it is listed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from .. import addresses
from ..catalogue import Catalogue
from ..document.nodes import Also, Card, Line, Picture, Sign, To, join, line
from ..language.words import _, marked
from ..records.area import Area
from ..records.example import Example
from ..records.film import Film
from ..records.kinds import kind_of
from ..records.practice import Intervention, Method, Practice
from ..records.record import Titled
from ..records.template import Template

# The drawing of whatever has none of its own, in the folder of its kind or vocabulary.
STANDARD = "standard"
WHEN = marked("Brug den, når:")
# The sides of a thumbnail in pixels: those of A4.
SHORT_SIDE, LONG_SIDE = 198, 281
# A slide is as long, and as high as a screen.
SLIDE_SIDE = 158


def card(record: Titled, catalogue: Catalogue) -> Card:
    """The card of a record. It asks for the examples too, so it is for lists; ``short`` is for what stands beside one record."""
    return CARDS.get(type(record), _plain)(record, catalogue)


def short(record: Titled, catalogue: Catalogue, body: Line, over: str = "") -> Card:
    """The card of a record with its title, its drawing and what is said of it here alone."""
    of = kind_of(record).address
    return Card(addresses.page(record), record.title, body, over=over, picture=picture(of, record.id, catalogue))


def picture(of: str, id: str, catalogue: Catalogue) -> Picture | None:
    """What is drawn of a record or a word, or of all of its kind: it adorns, for beside it stands its name."""
    drawn = catalogue.drawing(of, id) or catalogue.drawing(of, STANDARD)
    return Picture(drawn.file, "", drawn.size) if drawn else None


def ground(record: Practice, catalogue: Catalogue) -> int:
    """The colour behind the drawing of a guide: where it happens, by the groups of ``rammer``; 0 where it does not say."""
    words = catalogue.vocabulary
    found = (words.term("rammer", setting).group for setting in record.settings)
    return next((words.groups("rammer").index(group) + 1 for group in found if group), 0)


def signs(record: Practice) -> tuple[Sign, ...]:
    """What a guide says of itself in a word or three."""
    if not record.signs:
        return ()
    told = (
        ("tid", _("Tid"), record.signs.time),
        ("hvem", _("Hvem"), record.signs.people),
        ("hvor", _("Hvor"), record.signs.place),
    )
    return tuple(Sign(name, label, text) for name, label, text in told if text)


def tried_in(record: Practice, catalogue: Catalogue) -> tuple[str, ...]:
    """The areas a guide was tried in, by its examples and by itself, each once."""
    areas = (*(example.area for example in catalogue.examples_of(record)), *record.areas)
    return tuple(catalogue.area(area).title for area in dict.fromkeys(areas) if area)


def thumbnail(record: Template) -> Picture:
    """The first page of a sheet, beside its name."""
    return Picture(addresses.thumbnail(record), "", (LONG_SIDE, SHORT_SIDE) if record.landscape else (SHORT_SIDE, LONG_SIDE))


def handed_out(film: Film, file: str, slides: bool) -> Picture:
    """The first page of what is printed of a film, or its first slide."""
    return Picture(addresses.thumbnail(film, file), "", (LONG_SIDE, SLIDE_SIDE) if slides else (SHORT_SIDE, LONG_SIDE))


def _practice(record: Practice, catalogue: Catalogue) -> Card:
    names = tried_in(record, catalogue)
    tried = (
        (Sign("proevet", _("Prøvet i"), names[0] if len(names) == 1 else _("{n} områder").format(n=len(names))),) if names else ()
    )
    return Card(
        addresses.page(record),
        record.title,
        line(record.problem or record.summary),
        lead=_(WHEN) if record.problem else "",
        over=_("Kladde") if record.is_draft else "",
        picture=picture(kind_of(record).address, record.id, catalogue),
        ground=ground(record, catalogue),
        signs=(*signs(record), *tried),
    )


def _plain(record: Titled, catalogue: Catalogue) -> Card:
    return short(record, catalogue, line(record.summary), _("Kladde") if record.is_draft else "")


def _example(record: Example, catalogue: Catalogue) -> Card:
    of = catalogue.intervention(record.intervention)
    return Card(
        addresses.page(record),
        record.title,
        line(record.summary),
        over=f"{_('Kladde')} · {of.title}" if record.is_draft else of.title,
        picture=picture(kind_of(of).address, of.id, catalogue),
        ground=ground(of, catalogue),
        figures=tuple((figure.figure, figure.meaning) for figure in record.figures[:1]),
        signs=(Sign("hvor", _("Sted"), catalogue.area(record.area).title),) if record.area else (),
    )


def _area(record: Area, catalogue: Catalogue) -> Card:
    return Card(
        addresses.page(record),
        record.title,
        line(record.summary),
        picture=picture(kind_of(record).address, record.id, catalogue),
        figures=tuple((figure.figure, figure.meaning) for figure in record.figures[:2]),
        signs=(Sign("hvor", _("Sted"), record.municipality),) if record.municipality else (),
    )


def _film(record: Film, catalogue: Catalogue) -> Card:
    """A film, and what there is to print and to show of it."""
    minutes = f" {_('og')} ".join(str(flow.minutes) for flow in record.flows)
    handouts = (
        *(
            (f"elevark-{number}", _("Elevark: {title}").format(title=topic.title))
            for number, topic in enumerate(record.topics, 1)
        ),
        *((("samtalekort", _("Samtalekort")),) if record.topics else ()),
        ("dias", _("Dias til tavlen")),
    )
    return replace(
        _plain(record, catalogue),
        note=", ".join((*record.levels, *record.subjects)),
        signs=(Sign("tid", _("Tid"), _("Forslag til {minutes} minutter").format(minutes=minutes)),) if minutes else (),
        more=join(" · ", (line(To(addresses.sheet(record, name), line(title))) for name, title in handouts)),
    )


def _template(record: Template, catalogue: Catalogue) -> Card:
    sheet = line(To(addresses.spreadsheet(record), line(_("Regneark (CSV)")))) if record.spreadsheet else ()
    return replace(
        _plain(record, catalogue),
        note=_("Til: {list}").format(list=", ".join(catalogue.by_id[id].title for id in record.belongs))
        if record.belongs
        else "",
        picture=thumbnail(record),
        more=(*sheet, Also(addresses.page(record))),
    )


CARDS: Mapping[type[Titled], Callable[[Any, Catalogue], Card]] = {
    Intervention: _practice,
    Method: _practice,
    Example: _example,
    Area: _area,
    Film: _film,
    Template: _template,
}
"""The cards of the kinds that say more than a title and a summary."""
