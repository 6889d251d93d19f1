"""Whoever publishes the catalogue, as readers are told."""

from ..document.nodes import Facts, Line, Web, line
from ..language.words import _
from ..records.publisher import Publisher


def reached(publisher: Publisher) -> Facts:
    """Who publishes the catalogue and how to reach them; what nobody has written yet says so."""
    return Facts(
        (
            (_("Udgiver"), line(publisher.name or _("Udgiveren har ikke skrevet sit navn endnu."))),
            (_("Mail"), _way(publisher.mail, "mailto:", _("hvor du kan skrive hen"))),
            (_("Telefon"), _way(publisher.phone, "tel:", _("hvor du kan ringe hen"))),
            (
                _("Tilgængelighedserklæring"),
                line(Web(publisher.statement, line(_("Læs udgiverens tilgængelighedserklæring"))))
                if publisher.statement
                else _missing(_("hvor dens tilgængelighedserklæring er")),
            ),
        )
    )


def _way(place: str, scheme: str, missing: str) -> Line:
    return line(Web(f"{scheme}{place.replace(' ', '')}", line(place))) if place else _missing(missing)


def _missing(what: str) -> Line:
    return line(_("Udgiveren har ikke skrevet endnu, {what}.").format(what=what))
