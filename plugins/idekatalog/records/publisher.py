"""Whoever publishes the catalogue, and how to reach them: the file ``data/udgiver.yml``.

A field may be empty while the catalogue is made. The pages then say so, and ``missing`` tells those who write.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from ..language.words import _, marked
from ..reading import source, text
from ..reading.problems import Origin, Problem
from .aliases import in_danish
from .errors import build
from .fields import optional, wrong
from .record import Record

PUBLISHER = "data/udgiver.yml"


def _form(pattern: str, noun: str, example: str) -> AfterValidator:
    """Takes an empty text, and one that has the form of the ``noun``."""

    def check(value: str) -> str:
        if value and not re.fullmatch(pattern, value):
            raise wrong(
                _("'{value}' er ikke {noun}").format(value=value, noun=_(noun)), _("skriv fx {nearest}").format(nearest=example)
            )
        return value

    return AfterValidator(check)


Words = Annotated[str, BeforeValidator(lambda value: " ".join(value.split()) if isinstance(value, str) else value)]
Mail = Annotated[Words, _form(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", marked("en mailadresse"), "kontakt@katalog.example")]
Phone = Annotated[Words, _form(r"\+?\d[\d ]{6,18}\d", marked("et telefonnummer"), "12 34 56 78")]
Address = Annotated[Words, _form(rf"(?=https){text.LINK.pattern}", marked("en webadresse"), "https://katalog.example/erklaering")]
Name = Annotated[Words, _form(r"[a-z0-9]+(-[a-z0-9]+)*", marked("et filnavn"), "katalog")]


class Publisher(Record):
    """The publisher; a field nobody has filled is ""."""

    work: Words = optional("vaerk", "Det, kataloget hedder på ark og tryk; ellers site_name i mkdocs.yml.", "")
    licence: Words = optional(
        "licens", "Under hvilken licens andre må bruge teksterne, fx CC BY 4.0; tomt, når I ikke giver nogen.", ""
    )
    licence_address: Address = optional("licens_adresse", "Adressen, hvor licensen står.", "")
    book: Name = optional("bog", "Navnet på filen med det hele, uden .pdf.", "katalog")
    name: Words = optional("navn", "Den myndighed eller forening, der udgiver kataloget.", "")
    mail: Mail = optional("mail", "Hvor læserne kan skrive hen.", "")
    phone: Phone = optional("telefon", "Hvor læserne kan ringe hen.", "")
    statement: Address = optional("erklaering", "Adressen på udgiverens tilgængelighedserklæring.", "")


REMEDIES = {
    "navn": marked("skriv, hvem der udgiver kataloget"),
    "mail": marked("skriv en adresse, hvor nogen læser mailen"),
    "telefon": marked("skriv et nummer, hvor nogen tager telefonen"),
    "erklaering": marked("skriv adressen på jeres tilgængelighedserklæring, hvis I skal have en"),
}


def read_publisher(root: Path, problems: list[Problem]) -> Publisher:
    """The publisher of the catalogue in ``root``; nobody, where it has no such file or where problems were found."""
    if not (root / PUBLISHER).is_file():
        return Publisher()
    found: list[Problem] = []
    publisher = None
    raw = (root / PUBLISHER).read_bytes()
    node = in_danish(Publisher, PUBLISHER, source.data(PUBLISHER, raw, found), found)
    if isinstance(node, source.Fields):
        found.extend(text.problems(PUBLISHER, node))
        publisher = build(Publisher, PUBLISHER, node, found, {}, raw)
    elif not found:
        found.append(Problem(Origin(PUBLISHER, 1), "fil", _("har ingen felter"), _("skriv en linje, der begynder med navn:")))
    problems.extend(found)
    return publisher or Publisher()


def missing(publisher: Publisher) -> Iterator[Problem]:
    """What a page says of the publisher is filled before the site is published."""
    said = publisher.model_dump(by_alias=True)
    for key, remedy in REMEDIES.items():
        if not said[key]:
            origin = Origin(PUBLISHER, publisher.origin(key).line)
            yield Problem(origin, key, _("feltet er tomt, og det ser læserne"), _(remedy))
