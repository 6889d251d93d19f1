"""Writing: a new record to fill in."""

from datetime import date
from pathlib import Path

import pytest

from catalogue import files
from catalogue.load import load
from catalogue.problems import InvalidCatalogue
from catalogue.records.blank import blank
from catalogue.records.fields import part_of
from catalogue.records.parts import Item
from catalogue.records.practice import Intervention
from places import contents

TODAY = date(2026, 11, 22)


def test_a_new_record_says_what_to_write_and_what_is_missing(small: Path) -> None:
    file = files.new(small, "sommerfest", 'Fest: "ja"', load(small), TODAY)
    with pytest.raises(InvalidCatalogue) as invalid:
        load(small)
    problems = [problem for problem in invalid.value.problems if problem.origin.path == "interventions/sommerfest.md"]
    assert problems == list(invalid.value.problems)
    assert {problem.message for problem in problems} == {"feltet er tomt", "afsnittet er tomt"}
    fields = {problem.field for problem in problems}
    assert {"resume", "problem", "temaer", "trin[1].tekst", "## Hvad det er"} <= fields
    assert not {"nummer", "titel", "status", "version", "gennemgaaet"} & fields
    assert "nummer: 3" in file.read_text(encoding="utf-8")


def test_a_new_record_explains_every_field_and_names_every_choice(small: Path) -> None:
    words = {name: list(terms) for name, terms in load(small).vocabulary.lists.items()}
    text = " ".join(blank(words, 3, "", TODAY).replace("\n# ", " ").replace("\n  # ", " ").split())
    for name, field in Intervention.model_fields.items():
        assert name == "sections" or field.description in text, field.alias
        part = part_of(field)
        for inner in part.model_fields.values() if part and part is not Item else ():
            assert inner.description in text, (field.alias, inner.alias)
    for value in (value for values in words.values() for value in values):
        assert value in text


def test_a_filled_record_is_a_page(small: Path) -> None:
    file = files.new(small, "sommerfest", "Sommerfest", load(small), TODAY)
    text = file.read_text(encoding="utf-8")
    fill = {
        "resume:": "resume: Vi fester.", "problem:": "problem: Der er stille.", "temaer: []": "temaer: [tryghed]",
        "udfordringer: []": "udfordringer: [larm]", "ressourcer: []": "ressourcer: [naboer]", "modeltrin:": "modeltrin: indsats",
        "niveauer: []": "niveauer: [omraade]", "maalgrupper: []": "maalgrupper: [beboere]", "  - rolle:": "  - rolle: vaert",
        "    opgave:": "    opgave: Fester.", "    med:": "    med: altid", "  - fase:": "  - fase: under",
        "    tekst:": "    tekst: Dans", "viden:": "viden: erfaring", "  - kilde:": "  - kilde: katalog",
        "    sidetal:": "    sidetal: ukendt", "## Hvad det er": "## Hvad det er\n\nEn fest.", "## Hvorfor": "## Hvorfor\n\nDerfor.",
        "## Sådan gør I": "## Sådan gør I\n\nFest.",
    }  # fmt: skip
    file.write_text("\n".join(fill.pop(line, line) for line in text.split("\n")), encoding="utf-8")
    assert fill == {}
    assert [record.id for record in load(small).interventions] == ["naboaften", "gaardmoede", "sommerfest"]


@pytest.mark.parametrize(
    ("id", "remedy"), [("Fest i gården", "fest-i-gaarden"), ("../ud", "ud"), ("", "sommerfest"), ("naboaften", "et andet id")]
)
def test_an_id_that_cannot_be_is_refused(id: str, remedy: str, small: Path) -> None:
    before = contents(small)
    with pytest.raises(InvalidCatalogue, match=remedy):
        files.new(small, id, "Sommerfest", load(small), TODAY)
    assert contents(small) == before
