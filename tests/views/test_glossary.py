"""The glossary as a page."""

from pathlib import Path

from idekatalog.document import html
from idekatalog.files.load import load
from idekatalog.views.glossary import glossary, initial


def test_a_link_leads_to_the_first_word_of_each_letter(small: Path) -> None:
    catalogue = load(small)
    written = html.write(glossary(catalogue)).html
    for letter in {initial(entry.word) for entry in catalogue.glossary}:
        first = next(entry for entry in catalogue.glossary if initial(entry.word) == letter)
        assert f">{letter}</a>" in written
        assert f">{first.word}<" in written


def test_danish_letters_and_numbers_have_a_place_of_their_own() -> None:
    assert [initial(word) for word in ("åben dør", "Ærlig", "øl", "70 beboere", "abe")] == ["Å", "Æ", "Ø", "0-9", "A"]
