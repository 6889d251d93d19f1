"""What Windows and a program with forms write is read as what an author would have written."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from idekatalog.catalogue import Catalogue
from idekatalog.files.load import load, published

EMPTY = (
    "rammer: []", "deltagere: {}", "skilte: null", "rytme: ~", 'stemmer: ""', "afproevet:", "tal: Null",
    "skilte:\n  tid: null\n  hvem: ''", "links: [ ]",
)  # fmt: skip


def said(catalogue: Catalogue) -> dict[str, object]:
    """What the records say, wherever and however that is written."""
    return {record.path: record.model_dump() for record in catalogue.records}


def changed(root: Path, change: Callable[[str], str]) -> None:
    for file in (*root.rglob("*.md"), *root.rglob("*.yml"), *root.rglob("*.svg")):
        file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8", newline="")


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text.replace("\n", "\r\n"),
        lambda text: re.sub(r"\bja$", "true", text, flags=re.MULTILINE),
        lambda text: re.sub(r"\bja$", "Ja", text, flags=re.MULTILINE),
        lambda text: re.sub(r"\bnej$", "False", text, flags=re.MULTILINE),
        lambda text: re.sub(r"^(gennemgaaet: .*)$", r"\1T00:00:00.000Z", text, flags=re.MULTILINE),
        lambda text: re.sub(r"^(gennemgaaet: .*)$", r"\1 12:30:00+01:00", text, flags=re.MULTILINE),
    ],
    ids=["BOM", "CRLF", "both", "true", "Ja", "False", "a date with a time", "a date with the time of a place"],
)
def test_what_can_mean_one_thing_only_is_taken_without_a_word(change: Callable[[str], str], small: Path) -> None:
    before = load(small)
    changed(small, change)
    after = load(small)
    assert said(after) == said(before)
    assert (after.vocabulary, after.written, after.glossary) == (before.vocabulary, before.written, before.glossary)
    assert [drawing.svg for drawing in after.drawings.values()] == [drawing.svg for drawing in before.drawings.values()]
    assert said(published(small)) == said(before)


@pytest.mark.parametrize("empty", EMPTY)
def test_an_optional_field_that_is_empty_is_one_that_is_left_out(empty: str, small: Path) -> None:
    file = small / "interventions/gaardmoede.md"
    before = load(small)
    assert not re.search(rf"^{empty.split(':')[0]}:", file.read_text(encoding="utf-8"), re.MULTILINE)
    file.write_text(file.read_text(encoding="utf-8").replace("titel:", f"{empty}\ntitel:", 1), encoding="utf-8")
    assert said(load(small)) == said(before)


def test_what_is_written_in_quotation_marks_is_a_word(small: Path) -> None:
    file = small / "interventions/gaardmoede.md"
    file.write_text(re.sub(r"titel: .*", 'titel: "null"', file.read_text(encoding="utf-8")), encoding="utf-8")
    assert load(small).by_id["gaardmoede"].title == "null"


def test_the_drafts_of_windows_are_drafts(small: Path) -> None:
    (small / "interventions/kladden.md").write_bytes(b"\xef\xbb\xbf---\r\nstatus: kladde\r\n---\r\n")
    assert "kladden" not in [record.id for record in published(small).interventions]
