"""Whoever publishes the catalogue, and how to reach them: the file ``data/udgiver.yml``.

A field may be empty while the catalogue is made. The pages then say so, and ``missing`` tells those who write.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from ..reading import source, text
from ..reading.problems import Origin, Problem
from .errors import build
from .fields import optional, wrong
from .record import Record

PUBLISHER = "data/udgiver.yml"


def _form(pattern: str, noun: str, example: str) -> AfterValidator:
    """Takes an empty text, and one that has the form of the ``noun``."""

    def check(value: str) -> str:
        if value and not re.fullmatch(pattern, value):
            raise wrong(f"'{value}' er ikke {noun}", f"skriv fx {example}")
        return value

    return AfterValidator(check)


Words = Annotated[str, BeforeValidator(lambda value: " ".join(value.split()) if isinstance(value, str) else value)]
Mail = Annotated[Words, _form(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", "en mailadresse", "kontakt@kommune.example")]
Phone = Annotated[Words, _form(r"\+?\d[\d ]{6,18}\d", "et telefonnummer", "12 34 56 78")]
Address = Annotated[Words, _form(rf"(?=https){text.LINK.pattern}", "en webadresse", "https://was.digst.dk/kommune-example")]


class Publisher(Record):
    """The publisher; a field nobody has filled is ""."""

    name: Words = optional("navn", "Den myndighed eller forening, der udgiver kataloget.", "")
    mail: Mail = optional("mail", "Hvor læserne kan skrive hen.", "")
    phone: Phone = optional("telefon", "Hvor læserne kan ringe hen.", "")
    statement: Address = optional("erklaering", "Adressen på udgiverens tilgængelighedserklæring.", "")


REMEDIES = {
    "navn": "skriv, hvem der udgiver kataloget",
    "mail": "skriv en adresse, hvor nogen læser mailen",
    "telefon": "skriv et nummer, hvor nogen tager telefonen",
    "erklaering": "skriv adressen på jeres tilgængelighedserklæring; loven kræver den af offentlige myndigheder",
}


def read_publisher(root: Path, problems: list[Problem]) -> Publisher:
    """The publisher of the catalogue in ``root``; nobody, where it has no such file or where problems were found."""
    if not (root / PUBLISHER).is_file():
        return Publisher()
    found: list[Problem] = []
    publisher = None
    raw = (root / PUBLISHER).read_bytes()
    node = source.data(PUBLISHER, raw, found)
    if isinstance(node, source.Fields):
        found.extend(text.problems(PUBLISHER, node))
        publisher = build(Publisher, PUBLISHER, node, found, {}, raw)
    elif not found:
        found.append(Problem(Origin(PUBLISHER, 1), "fil", "har ingen felter", "skriv en linje, der begynder med navn:"))
    problems.extend(found)
    return publisher or Publisher()


def missing(publisher: Publisher) -> Iterator[Problem]:
    """Every field of the publisher is filled before the site is published."""
    for key, value in publisher.model_dump(by_alias=True).items():
        if not value:
            origin = Origin(PUBLISHER, publisher.origin(key).line)
            yield Problem(origin, key, "feltet er tomt, og det siger siden Tilgængelighed", REMEDIES[key])
