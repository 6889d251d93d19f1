"""Lists: cards, filters, and the page of a word."""

from pathlib import Path

import pytest

from idekatalog import addresses
from idekatalog.catalogue import Catalogue
from idekatalog.document import html
from idekatalog.document.nodes import Card, Cards, Document, Duties, Filtered
from idekatalog.files.load import load
from idekatalog.records.area import Area
from idekatalog.records.practice import Intervention
from idekatalog.records.template import Template
from idekatalog.views.card import card
from idekatalog.views.list_page import list_page
from idekatalog.views.listing import FINDS, gathered, group, grouped, listed, part

PRACTICE = "interventions/naboaften.md"


def with_fields(root: Path, file: str, *fields: str) -> None:
    path = root / file
    path.write_text(path.read_text(encoding="utf-8").replace("status:", "\n".join((*fields, "status:")), 1), encoding="utf-8")


def with_group(root: Path, vocabulary: str, value: str, name: str) -> None:
    path = root / f"data/vocabulary/{vocabulary}.yml"
    text = path.read_text(encoding="utf-8")
    assert f"vaerdi: {value}\n" in text
    path.write_text(text.replace(f"vaerdi: {value}\n", f"vaerdi: {value}\n  gruppe: {name}\n"), encoding="utf-8")


def cards(page: Document) -> tuple[Card, ...]:
    return next(block.cards for block in page.blocks if isinstance(block, Cards))


def test_a_card_says_only_what_its_record_says(small: Path) -> None:
    plain = card(load(small).intervention("gaardmoede"), load(small))
    assert [sign.name for sign in plain.signs] == ["proevet"]
    assert plain.ground == 0
    assert plain.picture is None
    with_fields(small, "interventions/gaardmoede.md", "skilte:", "  tid: En time")
    signs = card(load(small).intervention("gaardmoede"), load(small)).signs
    assert [(sign.name, sign.text) for sign in signs] == [("tid", "En time"), ("proevet", "Solgården")]


def test_the_ground_of_a_card_says_in_which_group_of_places_it_happens(small: Path) -> None:
    with_group(small, "rammer", "gaard", "Ude")
    catalogue = load(small)
    (setting,) = catalogue.intervention("naboaften").settings
    assert setting == "gaard"
    assert card(catalogue.intervention("naboaften"), catalogue).ground == 1


def test_a_drawing_of_the_kind_stands_in_for_what_nobody_has_drawn(small: Path) -> None:
    folder = small / "content/tegninger/omraader"
    folder.mkdir(parents=True)
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 15"><title>Huse</title><path d="M0 0h1"/></svg>'
    (folder / "standard.svg").write_text(drawing, encoding="utf-8")
    catalogue = load(small)
    shown = cards(list_page(listed(Area, catalogue)))[0].picture
    assert shown is not None
    assert (shown.address, shown.size, shown.described) == ("tegninger/omraader/standard.svg", (24, 15), "")


def test_without_groups_there_is_no_filter(small: Path) -> None:
    page = list_page(listed(Intervention, load(small)))
    assert not [block for block in page.blocks if isinstance(block, Filtered)]
    assert cards(page)[-1].marks == FINDS


def test_a_filter_has_the_groups_that_some_intervention_is_in(small: Path) -> None:
    with_group(small, "maalgrupper", "beboere", "Naboer")
    with_group(small, "maalgrupper", "unge", "Unge & andre")
    with_fields(small, PRACTICE, "rytme: loebende")
    page = list_page(listed(Intervention, load(small)))
    filtered = next(block for block in page.blocks if isinstance(block, Filtered))
    # Rhythm has one choice only, since one of the two interventions does not say.
    assert [(one.legend, one.options) for one in filtered.filters] == [("Hvem", ("Naboer", "Unge & andre"))]
    written = html.write(page).html
    assert '<input type="radio" name="f1" id="f1-0" checked><label for="f1-0">Alle</label>' in written
    assert '<label for="f1-2">Unge &amp; andre</label>' in written
    groups = {"beboere": "f1-1", "unge": "f1-2"}
    for record, shown in zip(load(small).interventions, filtered.cards.cards, strict=False):
        assert set(shown.marks) == {groups[group] for group in record.target_groups}
    assert "Viser <span></span> af 2." in written, "the way to Find is no intervention"


def test_a_list_of_several_pages_has_no_filters(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_group(small, "maalgrupper", "beboere", "Naboer")
    with_group(small, "maalgrupper", "unge", "Unge")
    whole = listed(Intervention, load(small))
    assert whole.filters
    monkeypatch.setattr("idekatalog.views.listing.LONG", 1)
    assert not part(whole, 1).filters
    assert len(part(whole, 1).cards) == len(part(whole, 2).cards) == 1


def host(catalogue: Catalogue) -> Document:
    return list_page(group("roller", "vaert", catalogue))


def test_the_page_of_a_role_has_its_task_in_every_guide_and_its_steps_by_phase(small: Path) -> None:
    page = host(load(small))
    assert (page.address, page.title, page.kind) == ("roller/vaert/index.md", "Vært", "rolle")
    duties = next(block.duties for block in page.blocks if isinstance(block, Duties))
    assert [duty.card.title for duty in duties] == ["Naboaften", "Gårdmøde", "Gårdtælling"]
    written = html.write(page).html
    assert "Byder velkommen." in written
    assert '<div class="phase-foer"><h3>Før</h3><ul>\n<li>Bank på hos naboerne</li>' in written
    assert '<p class="over">Metode</p>' in written
    assert 'href="../../plan/?valg=naboaften,gaardmoede,gaardtaelling"' in written


def test_what_a_role_is_always_part_of_comes_first(small: Path) -> None:
    file = small / PRACTICE
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("med: altid", "med: eventuelt", 1), encoding="utf-8")
    duties = next(block.duties for block in host(load(small)).blocks if isinstance(block, Duties))
    assert [duty.card.title for duty in duties] == ["Gårdmøde", "Gårdtælling", "Naboaften"]
    assert duties[-1].part == "Eventuelt med"


def test_the_list_of_words_leads_to_the_page_of_each_and_keeps_its_old_anchors(small: Path) -> None:
    tiles = cards(list_page(grouped("roller", load(small))))
    assert [(tile.address, tile.key, tile.note) for tile in tiles] == [
        (addresses.group("roller", "vaert"), "vaert", "3 guider"),
        (addresses.group("roller", "politi"), "politi", "2 guider"),
    ]


def test_the_printed_catalogue_has_all_guides_below_the_words(small: Path) -> None:
    page = list_page(gathered("udfordringer", load(small)))
    assert [section.key for section in page.sections] == ["utryghed", "larm"]
    assert all(isinstance(section.blocks[-1], Cards) for section in page.sections)


def test_sheets_stand_under_when_they_are_used_and_those_that_do_not_say_come_under_a_heading_too(small: Path) -> None:
    alone = list_page(listed(Template, load(small)))
    assert not list(alone.sections)
    sheet = small / "data/templates/naboaften-ark.md"
    text = sheet.read_text(encoding="utf-8")
    other = text.replace("nummer: 1", "nummer: 2").replace("titel: Ark til naboaften", "titel: Et ark til")
    (small / "data/templates/et-ark-til.md").write_text(other, encoding="utf-8")
    with_fields(small, "data/templates/naboaften-ark.md", "bruges: På mødet")
    page = list_page(listed(Template, load(small)))
    assert [section.key for section in page.sections] == ["paa-moedet", "andre-ark"]
    assert 'src="naboaften-ark/forside.png"' in html.write(page).html
    assert "forside.png" not in html.write(page, printed=False).html
