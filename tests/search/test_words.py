"""What search reads of a catalogue."""

from pathlib import Path

import pytest

from idekatalog.files.load import load
from idekatalog.search.found import SITE, Found
from idekatalog.search.words import everything


@pytest.fixture
def found(small: Path) -> dict[str, Found]:
    return {found.id: found for found in everything(load(small))}


def text(found: Found) -> str:
    return "\n".join(f"{part.text}\n{part.labels}" for part in found.parts)


def test_the_words_of_a_sheet_are_found(found: dict[str, Found]) -> None:
    (sheet,) = found["naboaften-ark"].parts
    assert {"Vi spiser kl. 18.", "Hvad vil I gøre næste gang?"} <= set(sheet.text.split("\n"))
    assert {"Naboer & værter", "Dug", "Rejs bordet", "Måske"} <= set(sheet.labels.split("\n"))


def test_the_tools_and_what_is_printed_of_a_film_are_found(found: dict[str, Found]) -> None:
    assert {"find", "a-aa", "undervisning/gaarden/elevark-1", "undervisning/gaarden/dias"} <= found.keys()


def test_a_result_never_shows_a_row_of_labels(found: dict[str, Found]) -> None:
    glance = next(part for part in found["naboaften"].parts if part.anchor == "findes-under")
    assert "Naboer" in glance.labels
    assert "Naboer" not in glance.text


def test_an_example_told_in_short_and_pages_that_are_listed_are_found_by_themselves(found: dict[str, Found]) -> None:
    assert not [part for part in found["naboaften"].parts if part.heading == found["naboaften-solgaarden"].title]
    assert found["naboaften"].summary not in text(found["eksempler"])


def test_a_page_that_the_printed_catalogue_leaves_out_is_about_the_site(small: Path) -> None:
    for name in ("model", "om"):
        (small / f"content/{name}.md").write_text(
            f"# {name}\n\nTekst.\n\n### Smaat\n\nMere.\n\n## Stort\n\n### Mindre\n\nMest.\n"
        )
    (small / "data/book.yml").write_text("- model.md\n")
    found = {found.id: found for found in everything(load(small))}
    assert [found[id].kind is SITE for id in ("model", "model#stort", "om", "om#stort")] == [False, False, True, True]
    assert [(part.anchor, part.text) for id in ("om", "om#stort") for part in found[id].parts] == [
        ("", "Tekst."),
        ("smaat", "Mere."),
        ("stort", ""),
        ("mindre", "Mest."),
    ]
    # Where nobody says what is printed, every page is the catalogue's own.
    (small / "data/book.yml").unlink()
    assert SITE not in {found.kind for found in everything(load(small))}


def test_the_publisher_is_found_where_readers_are_told(small: Path) -> None:
    (small / "content/om.md").write_text("# Om\n\n## Skriv til os\n\n<!-- udgiver -->\n")
    found = {found.id: found for found in everything(load(small))}
    assert load(small).publisher.name in text(found["om#skriv-til-os"])


def test_the_anchor_that_an_author_gives_a_section_is_its_own_whatever_the_title(small: Path) -> None:
    (small / "content/om.md").write_text("# Om\n\n## Om siderne {#om}\n\nTekst.\n")
    assert "om#om" in {found.id for found in everything(load(small))}


def test_what_people_would_say_is_found_of_a_record_and_of_a_page_written_by_hand(small: Path) -> None:
    (small / "content/om.md").write_text("---\nsoegesaetninger:\n  - hvem er\n    I\n---\n\n# Om\n\n## Os\n")
    start = small / "content/index.md"
    start.write_text("---\ntitle: Start\nsoegesaetninger: [hvor begynder jeg]\n---\n\n# Start\n\nTekst.\n")
    found = {found.id: found for found in everything(load(small))}
    asked = {id: found.asked for id, found in found.items() if found.asked}
    assert asked == {
        "naboaften": ("vi hilser kun på trappen", "noget hyggeligt på fredag"),
        "naboaften-ark": ("noget til at hænge op",),
        "om": ("hvem er I",),
        "index": ("hvor begynder jeg",),
    }
