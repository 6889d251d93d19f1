"""Whoever publishes the catalogue, as readers are told."""

from ..document.nodes import Facts, Line, Web, line
from ..records.publisher import Publisher


def reached(publisher: Publisher) -> Facts:
    """Who publishes the catalogue and how to reach them; what nobody has written yet says so."""
    return Facts(
        (
            ("Udgiver", line(publisher.name or "Udgiveren har ikke skrevet sit navn endnu.")),
            ("Mail", _way(publisher.mail, "mailto:", "hvor du kan skrive hen")),
            ("Telefon", _way(publisher.phone, "tel:", "hvor du kan ringe hen")),
            (
                "Tilgængelighedserklæring",
                line(Web(publisher.statement, line("Læs udgiverens tilgængelighedserklæring")))
                if publisher.statement
                else _missing("hvor dens tilgængelighedserklæring er"),
            ),
        )
    )


def _way(place: str, scheme: str, missing: str) -> Line:
    return line(Web(f"{scheme}{place.replace(' ', '')}", line(place))) if place else _missing(missing)


def _missing(what: str) -> Line:
    return line(f"Udgiveren har ikke skrevet endnu, {what}.")
