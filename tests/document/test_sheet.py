"""A sheet is told once: what the writers for screen and paper make of the same blocks."""

import json
from typing import get_args

import pytest

from idekatalog.catalogue import Drawing
from idekatalog.document import sheet, sheet_html, sheet_paper
from idekatalog.document.nodes import Mark, bullets, line, paragraph
from idekatalog.records.template import Sign

ADDRESS = "skabeloner/x/index.html"
SAID = line("Bank på", Mark())
CARDS = (sheet.Card("Naboer", SAID),)
TASKS = sheet.Tasks((sheet.Task("1a", "Bank på", True, "hvis I vil", "Husk kaffe"), sheet.Task("eget-2")), "foer")
# A block of every kind, each with the same words.
BLOCKS: tuple[sheet.Fill, ...] = (
    sheet.Part(SAID, (paragraph("Før"),), "foer"),
    sheet.Part(line("Pas på"), (bullets([SAID]),), look="care"),
    sheet.Heading(SAID, new_page=True),
    sheet.Together((paragraph(*SAID),)),
    sheet.Origin((paragraph(*SAID),)),
    sheet.Large(SAID),
    sheet.Blanks((sheet.Blank(SAID, "dato", date=True),)),
    sheet.Ticks((sheet.Tick("Bank på", True),), across=2),
    TASKS,
    sheet.Together((sheet.Part(SAID, (sheet.Lines(2, "naeste"),)),)),
    sheet.Ask(SAID, 2),
    sheet.Questions((SAID,), 2),
    sheet.Choice(SAID, ("Ja", "Nej")),
    sheet.Frame(SAID, 2),
    sheet.Legend(((Sign.RED, SAID),)),
    sheet.Table(SAID, (sheet.Column("Hvem", 50, ()), sheet.Column("Farve", 50, (Sign.RED,))), (("Ida", ""), ("", "")), 2),
    sheet.Deck(CARDS),
    sheet.Deck(CARDS, talk=True),
    sheet.Leaf("brev", "Kom til møde", None, (paragraph(*SAID),)),
)
# Says what it shows, and nothing else.
EMBLEM = sheet.Emblem(Drawing("tegninger/x.svg", "Naboer ved et bord", "", svg="<svg/>"))
ON_SCREEN: tuple[sheet.Fill, ...] = (
    sheet.Hint(SAID),
    sheet.Slides((sheet.Slide("Mål", SAID),)),
    sheet.Part(SAID, (), "udgaaet", hidden=True),
)


def on_paper(*blocks: sheet.Fill, pocket: bool = False) -> str:
    return json.dumps(sheet_paper.write(blocks, ADDRESS, "https://example.org", pocket), ensure_ascii=False)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_every_block_says_the_same_on_screen_and_paper_and_marks_what_the_editors_suggest(block: sheet.Fill) -> None:
    # A program names the box of a task by its words alone.
    assert "Bank på*" in sheet_html.write((block,), ADDRESS).replace("</span>*", "*")
    assert "Bank på*" in on_paper(block)


@pytest.mark.parametrize("block", ON_SCREEN, ids=lambda block: type(block).__name__)
def test_what_only_a_screen_has_a_use_for_is_not_printed(block: sheet.Fill) -> None:
    assert "Bank på*" in sheet_html.write((block,), ADDRESS)
    assert on_paper(block) == "[]"


def test_no_kind_of_block_is_left_out_above() -> None:
    assert {type(block) for block in (*BLOCKS, *ON_SCREEN, EMBLEM, sheet.Lines(2))} == set(get_args(sheet.Fill))


def test_whatever_an_author_wrote_is_text() -> None:
    evil = '"><b>x</b>'
    written = sheet_html.write(
        (
            sheet.Ticks((sheet.Tick(evil, False, "1a"),), 1),
            sheet.Tasks((sheet.Task("1a", evil, False, evil, evil),), "foer"),
            sheet.Choice(line(evil), (evil,)),
            sheet.Table(line(evil), (sheet.Column(evil, 100, ()),), ((evil,),), 1),
            sheet.Deck((sheet.Card(evil, line(evil)),)),
            sheet.Slides((sheet.Slide(evil, line(evil), (line(evil),), ((evil, evil),)),)),
            sheet.Leaf("brev", evil, Drawing("tegninger/x.svg", evil, ""), ()),
        ),
        ADDRESS,
    )
    assert "<b>x" not in written
    assert 'data-tekst=""' not in written


def test_a_pocket_has_no_column_for_notes() -> None:
    assert '"Note"' in on_paper(TASKS)
    assert '"Note"' not in on_paper(TASKS, pocket=True)


def test_a_card_is_heard_once_however_many_are_cut_out() -> None:
    written = sheet_html.write((sheet.Deck(CARDS * 3),), ADDRESS)
    assert written.count("<li") == 3
    assert written.count('<li aria-hidden="true">') == 2


def test_what_is_handed_out_shows_its_drawing_and_says_what_it_shows() -> None:
    leaf = sheet.Leaf("brev", "Kom til møde", Drawing("tegninger/indsatser/x.svg", "Naboer ved et bord", "", svg="<svg/>"), ())
    written = sheet_html.write((leaf,), ADDRESS)
    assert 'src="../../tegninger/indsatser/x.svg" alt="Naboer ved et bord"' in written
    assert '{"svg": "<svg/>", "described": "Naboer ved et bord"}' in on_paper(leaf)


def test_an_emblem_says_what_it_shows_on_screen_and_paper() -> None:
    assert 'alt="Naboer ved et bord"' in sheet_html.write((EMBLEM,), ADDRESS)
    assert '"described": "Naboer ved et bord"' in on_paper(EMBLEM)


def test_a_note_is_heard_once_and_two_of_them_are_a_page() -> None:
    notes = tuple(sheet.Leaf("seddel", "Kom til møde", None, (sheet.Large(SAID),), copy=number > 0) for number in range(3))
    written = sheet_html.write(notes, ADDRESS)
    assert written.count('class="handout seddel"') == 3
    assert written.count('class="handout seddel" aria-hidden="true"') == 2
    assert [block["kind"] for block in sheet_paper.write(notes, ADDRESS, "")] == ["break", "leaf", "leaf", "break", "leaf"]


def test_nine_cards_to_talk_about_are_two_pages() -> None:
    pages = sheet_paper.write((sheet.Deck(CARDS * 9, talk=True),), ADDRESS, "")
    assert [len(page["cards"]) for page in pages] == [8, 1]
