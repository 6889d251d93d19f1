"""Whoever publishes: what is asked of them, and what the pages say while it is not given."""

from pathlib import Path

import pytest

from idekatalog.files.load import load
from idekatalog.publishing.artefacts import explained
from idekatalog.reading.problems import InvalidCatalogue
from idekatalog.records.publisher import PUBLISHER, Publisher, missing
from places import ROOT

FILLED = """\
# Udgiveren.
navn: Lilleby Kommune
mail: skriv@lilleby.example

telefon: 12 34 56 78
erklaering: https://was.digst.dk/lilleby-example
"""
# No host, another host than it seems, or signs that are none of an address.
ODD = [
    "https://", "https://x", "https:///was.digst.dk", "https://was.digst.dk@evil.example/", "https://was.digst.dk:80:80/", "https://.dk/x",
    "http://was.digst.dk/x", "https://was.digst.dk\\x", "https://x.dk/{x}", "https://x.dk/`x`", "https://[::1]/",
    "javascript:alert(1)", "https://127.0.0.1/x", "https://x.dk)x", "//was.digst.dk", "https://x.dk/|",
]  # fmt: skip
PAGE = "# Tilgængelighed\n\n<!-- udgiver -->\n"


def write(root: Path, text: str) -> None:
    (root / PUBLISHER).write_text(text, encoding="utf-8")


def test_a_publisher_with_nothing_missing_is_shown(small: Path) -> None:
    write(small, FILLED)
    catalogue = load(small)
    assert list(missing(catalogue.publisher)) == []
    page = explained(PAGE, "Tilgængelighed", "tilgaengelighed.md", catalogue)
    for shown in (
        "Lilleby Kommune",
        "(mailto:skriv@lilleby.example)",
        "(tel:12345678)",
        "(https://was.digst.dk/lilleby-example)",
    ):
        assert shown in page
    assert "endnu" not in page


def test_every_field_left_empty_is_told_with_its_line_and_on_the_page(small: Path) -> None:
    write(small, FILLED.replace("12 34 56 78", "").replace("Lilleby Kommune", ""))
    catalogue = load(small)
    assert [(str(problem.origin), problem.field) for problem in missing(catalogue.publisher)] == [
        ("data/udgiver.yml:2", "navn"),
        ("data/udgiver.yml:5", "telefon"),
    ]
    page = explained(PAGE, "Tilgængelighed", "tilgaengelighed.md", catalogue)
    assert "Udgiveren har ikke skrevet sit navn endnu" in page
    assert "Udgiveren har ikke skrevet endnu, hvor du kan ringe hen" in page


def test_without_the_file_everything_is_missing_and_nothing_is_wrong(small: Path) -> None:
    (small / "data/udgiver.yml").unlink()
    assert load(small).publisher == Publisher()
    assert [str(problem.origin) for problem in missing(Publisher())] == ["data/udgiver.yml:1"] * 4


def test_the_real_file_has_a_line_for_every_field() -> None:
    lines = (ROOT / PUBLISHER).read_text(encoding="utf-8").splitlines()
    keys = [line.partition(":")[0] for line in lines if line and not line.startswith("#")]
    assert keys == [field.alias for field in Publisher.model_fields.values()]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("mail: lilleby", "data/udgiver.yml:1: mail: 'lilleby' er ikke en mailadresse; skriv fx kontakt@katalog.example"),
        ("telefon: ring", "data/udgiver.yml:1: telefon: 'ring' er ikke et telefonnummer; skriv fx 12 34 56 78"),
        (
            "erklaering: was.digst.dk",
            "data/udgiver.yml:1: erklaering: 'was.digst.dk' er ikke en webadresse; skriv fx https://katalog.example/erklaering",
        ),
        *(
            (
                f"erklaering: '{odd}'",
                f"data/udgiver.yml:1: erklaering: '{odd}' er ikke en webadresse; skriv fx https://katalog.example/erklaering",
            )
            for odd in ODD
        ),
        (
            "epost: a@b.dk",
            "data/udgiver.yml:1: epost: feltet kendes ikke; vælg mellem vaerk, licens, licens_adresse, bog, navn, mail, telefon, erklaering",
        ),
        ("- navn", "data/udgiver.yml:1: fil: har ingen felter; skriv en linje, der begynder med navn:"),
        (
            "navn: [a]",
            "data/udgiver.yml:1: navn: skal være en tekst; skriv kun en tekst, i anførselstegn hvis den har kolon i sig",
        ),
    ],
)
def test_what_is_no_answer_is_told(small: Path, text: str, told: str) -> None:
    write(small, f"{text}\n")
    with pytest.raises(InvalidCatalogue) as invalid:
        load(small)
    assert str(invalid.value) == told


def test_a_name_with_markup_is_shown_as_text(small: Path) -> None:
    write(small, "navn: A *b* & co\n")
    assert "A &#42;b&#42; &#38; co" in explained(PAGE, "Tilgængelighed", "tilgaengelighed.md", load(small))
