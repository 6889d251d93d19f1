"""Writing: a new record to fill in."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from idekatalog import addresses
from idekatalog.files import new
from idekatalog.files.load import load, unfinished
from idekatalog.publishing.artefacts import publish
from idekatalog.reading.problems import InvalidCatalogue
from idekatalog.records.blank import blank
from idekatalog.records.fields import kinds_of, part_of, word_of
from idekatalog.records.kinds import KINDS, Kind
from idekatalog.records.parts import Item
from idekatalog.records.practice import Intervention
from places import contents

TODAY = date(2026, 11, 22)


def test_a_new_record_says_what_to_write_and_what_is_missing(small: Path) -> None:
    file = new.create(small, KINDS[Intervention], "sommerfest", 'Fest: "ja"', load(small), TODAY)
    with pytest.raises(InvalidCatalogue) as invalid:
        load(small)
    problems = [problem for problem in invalid.value.problems if problem.origin.path == "interventions/sommerfest.md"]
    assert problems == list(invalid.value.problems)
    assert {(problem.field, problem.message) for problem in problems} == {
        ("resume", "feltet er tomt"), ("trin[1].tekst", "feltet er tomt"),
    }  # fmt: skip
    assert "nummer: 3" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.noun)
def test_a_new_record_explains_every_field_and_names_every_choice(kind: Kind[Any], small: Path) -> None:
    words = {name: list(terms) for name, terms in load(small).vocabulary.lists.items()}
    text = " ".join(re.sub(r"\n *(# *)+", " ", blank(kind, words, 3, "", TODAY)).split())
    for name, field in kind.record.model_fields.items():
        assert name == "sections" or field.description in text, field.alias
        part = part_of(field)
        for inner in part.model_fields.values() if part and part is not Item else ():
            assert inner.description in text, (field.alias, inner.alias)
        for mixed in kinds_of(field).values():
            for inner in mixed.model_fields.values():
                assert inner.alias in text, (field.alias, inner.alias)
        if word := word_of(field):
            assert all(value in text for value in words[word]), field.alias


def test_a_new_record_does_not_ask_for_what_there_is_no_list_of(small: Path) -> None:
    for name in ("roller", "kilder", "temaer"):
        (small / f"data/vocabulary/{name}.yml").unlink()
    words = {name: list(terms) for name, terms in unfinished(small).vocabulary.lists.items()}
    text = blank(KINDS[Intervention], words, 3, "", TODAY)
    assert set(re.findall(r"\b(roller|rolle|kilder|temaer|udfordringer):", text)) == {"udfordringer"}


# What the tests write behind each key that a new record leaves empty.
ANSWERS = {
    "temaer": "[tryghed]", "udfordringer": "[larm]", "ressourcer": "[naboer]", "modeltrin": "indsats", "niveauer": "[omraade]",
    "maalgrupper": "[beboere]", "rolle": "vaert", "med": "altid", "fase": "under", "viden": "erfaring", "kilde": "katalog",
    "sidetal": "ukendt", "indsats": "naboaften", "omraade": "solgaarden", "nummer": "7", "url": "https://example.org/",
    "minutter": "10",
}  # fmt: skip


def filled(text: str) -> str:
    """A new record with every empty field, item and section filled in, and the explanations gone."""
    head, body = text.split("\n---\n")
    rows = [row for row in head.split("\n") if row and not row.lstrip().startswith("#")]
    depths = [len(row) - len(row.lstrip(" -")) for row in (*rows, "")]
    for index, row in enumerate(rows):
        if row.strip() == "-":
            rows[index] += " naboaften" if rows[index - 1] == "hoerer_til:" else " Dans"
        elif (empty := re.fullmatch(r"( *(?:- )?(\w+):)(?: \[\])?", row)) and depths[index + 1] <= depths[index]:
            rows[index] = f"{empty[1]} {ANSWERS.get(empty[2], 'Dans')}"
    return "\n".join(rows) + "\n---\n" + re.sub(r"^(## .*)$", r"\1\n\nDans.", body, flags=re.MULTILINE)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.noun)
def test_a_filled_record_of_any_kind_is_published(kind: Kind[Any], small: Path) -> None:
    # A chapter belongs to a page that is there.
    id = "sommerfest" if kind.address else "temaer"
    (small / f"{kind.folder}/{id}.md").unlink(missing_ok=True)
    file = new.create(small, kind, id, "Sommerfest", unfinished(small), TODAY)
    file.write_text(filled(file.read_text(encoding="utf-8")), encoding="utf-8")
    catalogue = load(small)
    assert [record.title for record in catalogue.of(kind.record) if record.id == id] == ["Sommerfest"]
    if kind.address:
        assert addresses.page(catalogue.by_id[id]) in {artefact.uri for artefact in publish(catalogue)}


@pytest.mark.parametrize(
    ("id", "remedy"), [("Fest i gården", "fest-i-gaarden"), ("../ud", "ud"), ("", "sommerfest"), ("naboaften", "et andet id")]
)
def test_an_id_that_cannot_be_is_refused(id: str, remedy: str, small: Path) -> None:
    before = contents(small)
    with pytest.raises(InvalidCatalogue, match=remedy):
        new.create(small, KINDS[Intervention], id, "Sommerfest", load(small), TODAY)
    assert contents(small) == before
