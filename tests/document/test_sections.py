"""A document as what it says."""

from idekatalog.document import read
from idekatalog.document.nodes import (
    Block,
    Drawing,
    Facts,
    Medium,
    Strong,
    To,
    Web,
    bullets,
    document,
    line,
    only,
    paragraph,
    section,
    steps,
)
from idekatalog.document.nodes import Emphasis as Small
from idekatalog.document.sections import Part, links, parts, write


def said(*blocks: Block) -> Part:
    (part,) = parts(blocks)
    return part


def test_each_section_has_its_key_and_the_sentences_below_it_but_not_those_of_a_smaller_one() -> None:
    how = section("Sådan gør I", paragraph("Begynd i god tid."), section("Før", steps([line("Inviter naboerne.")]), level=3))
    page = document("x.md", "Fest", "En fest.", [paragraph(Strong(line("En fest."))), how])
    assert write(page) == (
        Part("", "", "", ""),
        Part("Sådan gør I", "saadan-goer-i", "Begynd i god tid.", ""),
        Part("Før", "foer", "Inviter naboerne.", ""),
    )


def test_two_sections_that_are_called_the_same_have_the_keys_of_the_page() -> None:
    page = document("x.md", "Fest", "", [section("Pas på", paragraph("Ild.")), section("Pas på", paragraph("Vand."))])
    assert [part.anchor for part in write(page)] == ["", "pas-paa", "pas-paa_1"]


def test_a_row_of_words_is_a_label_and_a_row_that_ends_as_a_sentence_is_one() -> None:
    rows = (("For hvem", line("Unge, ", To("a.md", line("Naboer")))), ("Tid", line("To timer om aftenen.")))
    assert said(Facts(rows)) == Part("", "", "Tid: To timer om aftenen.", "Unge, Naboer")


def test_what_leads_in_and_what_is_said_small_behind_a_step_are_labels() -> None:
    step = line(Strong(line("Dæk bord.")), " ", Small(line("Hvem: Naboer")))
    assert said(paragraph("I tal:"), steps([step])) == Part("", "", "Dæk bord.", "I tal:\nHvem: Naboer")


def test_what_only_leads_elsewhere_says_nothing_but_what_a_link_out_of_the_catalogue_is_called() -> None:
    ways = only(Medium.SCREEN, paragraph("Indsats 1", " · ", To("b.md", line("Alle"))), paragraph(To("a.md", line("Ark"))))
    assert said(ways, Drawing("<svg/>", "Et bord", "Bordet"), bullets([line(Web("https://x.dk", line("En film")))])) == Part(
        "", "", "", "Indsats 1 · Alle\nEn film"
    )


def test_a_link_within_a_sentence_is_part_of_it() -> None:
    assert said(paragraph("Læs ", To("a.md", line("guiden")), " først.")).text == "Læs guiden først."


def test_the_links_out_of_the_catalogue_are_found_in_lists_too() -> None:
    web = Web("https://x.dk", line("En film"))
    assert list(links((paragraph("Se ", web), bullets([line(web)])))) == ["En film", "En film"]


def test_a_page_written_by_hand_has_its_smaller_sections_within_the_larger() -> None:
    markdown = "# Titel\n\nA.\n\n## To {#t}\n\nB.\n\n#### Fire\n\nC.\n\n### Tre\n\nD.\n\n## To igen\n"
    _, *rest = read.page(markdown, "x.md")
    assert [(part.heading, part.anchor, part.text) for part in parts(rest)] == [
        ("", "", "A."),
        ("To", "t", "B."),
        ("Fire", "fire", "C."),
        ("Tre", "tre", "D."),
        ("To igen", "to-igen", ""),
    ]
