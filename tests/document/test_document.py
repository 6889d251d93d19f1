"""One document, many writers: what each of them makes of the same nodes."""

import pytest

from idekatalog.document import html, markdown, paper, read, sheet_html
from idekatalog.document.download import Download
from idekatalog.document.nodes import (
    Also,
    Anchor,
    Block,
    Card,
    Cards,
    Document,
    Downloads,
    Drawing,
    Facts,
    Marked,
    Medium,
    OnlyLine,
    Paragraph,
    Picture,
    Section,
    Sign,
    Strong,
    Term,
    Text,
    To,
    Web,
    document,
    line,
    only,
    paragraph,
    section,
    steps,
)

ADDRESS = "indsatser/x/index.md"


def page(*blocks: Block) -> Document:
    return document(ADDRESS, "Naboaften", "Kort.", blocks, kind="indsats", id="x")


def test_two_sections_of_one_name_have_a_key_each_in_every_writing() -> None:
    inner = section("Kilder", level=3)
    written = page(section("Naboaften"), section("Sådan gør I", inner), only(Medium.SCREEN, section("Kilder")))
    keys = [heading["id"] for heading in html.write(written).contents[0]["children"]]
    assert keys == ["naboaften_1", "saadan-goer-i", "kilder_1"]
    assert 'id="kilder"' in html.write(written).html
    assert 'id="kilder_1"' in html.write(written).html
    assert list(paper.places(paper.write(written.blocks, ADDRESS, ""))) == [
        f"{ADDRESS}#naboaften_1",
        f"{ADDRESS}#saadan-goer-i",
        f"{ADDRESS}#kilder",
    ]


def test_a_heading_without_a_letter_still_has_a_key() -> None:
    assert [part.key for part in page(section("!"), section("?")).sections] == ["_1", "_2"]


def test_a_link_leads_to_the_same_place_from_every_medium() -> None:
    blocks = (paragraph(To("roller/index.md#vaert", line("Vært"))), paragraph(To("plan/index.html?valg=x", line("Plan"))))
    assert 'href="../../roller/#vaert"' in sheet_html.write(blocks, ADDRESS)
    assert 'href="../../plan/?valg=x"' in sheet_html.write(blocks, ADDRESS)
    assert "(../../roller/index.md#vaert)" in markdown.blocks(blocks, ADDRESS)
    (run,) = paper.write(blocks, ADDRESS, "https://example.org/k/")[0]["body"]
    assert (run["to"], run["url"]) == ("roller/index.md#vaert", "https://example.org/k/roller/#vaert")
    (run,) = paper.write(blocks, ADDRESS, "")[0]["body"]
    assert run["url"] == ""


def test_a_word_leads_to_where_the_page_explains_it_and_in_a_book_to_the_glossary() -> None:
    blocks = (paragraph("En ", Term("nabo", "nabo"), "."), paragraph(Anchor("ord-nabo"), Strong(line("nabo"))))
    assert '<a href="#ord-nabo">nabo</a>' in sheet_html.write(blocks, ADDRESS)
    assert '<span id="ord-nabo"></span>' in sheet_html.write(blocks, ADDRESS)
    alone = paper.write(blocks, ADDRESS, "")
    assert alone[0]["body"][1]["to"] == alone[1]["body"][0]["id"] == f"{ADDRESS}#ord-nabo"
    assert paper.write(blocks, ADDRESS, "", glossary=True)[0]["body"][1]["to"] == "ordliste/index.md#nabo"


def test_what_belongs_to_one_medium_is_in_no_other() -> None:
    said = (OnlyLine(Medium.SCREEN, line("skærm")), OnlyLine(Medium.PAPER, line("papir")))
    blocks = (Paragraph(said), only(Medium.SCREEN, paragraph("Klik")), only(Medium.PAPER, Drawing("<svg/>", "En gård", "")))
    assert sheet_html.write(blocks, ADDRESS) == '<p><span class="screen">skærm</span></p>\n<p>Klik</p>'
    assert markdown.blocks(blocks, ADDRESS) == "skærm\n\nKlik"
    assert paper.write(blocks, ADDRESS, "") == [
        {"kind": "paragraph", "body": [{"kind": "text", "text": "papir"}]},
        {"kind": "drawing", "svg": "<svg/>", "described": "En gård", "caption": ""},
    ]


def test_what_the_editors_add_says_so() -> None:
    blocks = (steps([line("Bank på ", Marked())]),)
    assert sheet_html.write(blocks, ADDRESS) == "<ol>\n<li>Bank på <em>Redaktionens forslag</em></li>\n</ol>"
    assert markdown.blocks(blocks, ADDRESS) == "1.  Bank på <em>Redaktionens forslag</em>"


def test_a_document_is_listed_beside_its_page_and_by_a_list_only_where_it_stands_first() -> None:
    downloads = [Download("indsatser/x/guide.pdf", "Guide", ADDRESS), Download("indsatser/bog.pdf", "Bog", "indsatser/index.md")]
    mine = html.write(page(Downloads()), downloads).html
    assert ('href="guide.pdf"' in mine, 'href="../bog.pdf"' in mine) == (True, True)
    listed = document("indsatser/index.md", "Alle", "", [Downloads(lists=True), paragraph("x", Also(ADDRESS))])
    assert html.write(listed, downloads).html.endswith(
        '<ul>\n<li><a href="bog.pdf">Bog</a></li>\n</ul>\n<p>x · <a href="x/guide.pdf">Guide</a></p>'
    )
    assert "<ul>" not in html.write(page(Downloads())).html


@pytest.mark.parametrize("text", ['</script><b> & "x"', "*a* _b_ `c` [d](e)", "1. x", "- x", "{{ x }}"])
def test_a_text_is_shown_to_the_letter(text: str) -> None:
    written = document(ADDRESS, text, text, [paragraph(text), Facts(((text, line(text)),))], data=({"name": text},))
    for page in (html.write(written).html, markdown.write(written)):
        assert "<b>" not in page
        assert page.count("</script>") == 1
    assert paper.write(written.blocks, ADDRESS, "")[0]["body"] == [{"kind": "text", "text": text}]


def test_a_web_address_cannot_leave_its_attribute() -> None:
    blocks = (paragraph(Web('https://example.org/?a=1&b="x"', line("x"))),)
    assert sheet_html.write(blocks, ADDRESS) == '<p><a href="https://example.org/?a=1&amp;b=&quot;x&quot;">x</a></p>'


def test_lists_that_follow_each_other_stay_two_in_markdown() -> None:
    blocks = (steps([line("a")]), Facts((("b", line("c")),)))
    assert markdown.blocks(blocks, ADDRESS) == "1.  a\n\n<!-- -->\n\n-   **b:** c"


def test_a_page_written_by_hand_is_read_into_sections() -> None:
    title, intro, part = read.page(
        '---\ntitle: x\n---\n# Om\n\nSe [her](../x.md#y), [mail](mailto:a@b.dk).\n\n## Del {#min}\n\n<b id="z">Ja</b> `c`\n\n### Mere\n',
        "om/index.md",
    )
    assert isinstance(title, Section)
    assert (title.level, title.key) == (1, "om")
    assert intro == paragraph("Se ", To("x.md#y", line("her")), ", ", Web("mailto:a@b.dk", line("mail")), ".")
    assert isinstance(part, Section)
    assert (part.key, part.heading) == ("min", (Text("Del"),))
    assert [block.key for block in part.blocks if isinstance(block, Section)] == ["mere"]
    assert isinstance(part.blocks[0], Paragraph)
    assert part.blocks[0].body[:2] == (Anchor("z"), Text("Ja"))


CARD = Card(
    "indsatser/y/index.md",
    "Gård & møde",
    line("Der er larm."),
    lead="Brug den, når:",
    over="Bygger på",
    picture=Picture("tegninger/y.svg", "", (240, 150)),
    ground=2,
    figures=(("70", "kom"),),
    signs=(Sign("tid", "Tid", "To timer"),),
    key="y",
    marks=("f1-2",),
)


def test_a_card_is_one_link_with_its_drawing_and_its_signs() -> None:
    written = html.write(page(Cards((CARD,), level=3))).html
    assert '<li class="card f1-2" id="y">' in written
    assert '<img alt="" src="../../tegninger/y.svg" width="240" height="150">' in written
    assert '<h3><a href="../y/">Gård &amp; møde</a></h3>' in written
    assert '<span class="heard">Brug den, når: </span>Der er larm.' in written
    assert '<li class="sign-tid"><span class="heard">Tid: </span>To timer</li>' in written
    assert written.count("<a ") == 2, "the title of the page has an anchor, the card one link"


def test_the_pictures_of_a_long_list_are_fetched_when_they_come_near() -> None:
    written = html.write(page(Cards((CARD,) * (html.AT_ONCE + 1)))).html
    assert written.count(' loading="lazy"') == 1


def test_a_card_is_a_line_of_a_list_where_there_are_no_pictures() -> None:
    told = "Brug den, når: Der er larm. (70 kom; Tid: To timer)"
    assert f"-   Bygger på: [Gård &#38; møde](../y/index.md): {told}" in markdown.write(page(Cards((CARD,))))
    (block,) = paper.write((Cards((CARD,)),), ADDRESS, "")
    assert paper.plain(block["items"][0][0]["body"]) == f"Bygger på: Gård & møde: {told}"
