"""The start page: what it shows where its author asks for it."""

from dataclasses import replace

import pytest

from idekatalog.checking.rules import the_start_page_asks_for_what_there_is
from idekatalog.files.load import load
from idekatalog.frames.start import filled
from idekatalog.views.start import MOST, start
from places import CASES

SMALL = load(CASES / "small/catalogue")


def test_without_a_wish_the_words_are_those_that_most_interventions_carry() -> None:
    roles = [card.title for card in start(SMALL).cards["roller"].cards]
    assert roles[0] == "Vært"
    assert len(roles) <= MOST["roller"] + 1


def test_the_author_says_which_words_and_in_which_order() -> None:
    asked = replace(SMALL, written={"index.md": "# Hej\n\n<!-- roller: politi -->\n\n<!-- proev: mørk sti -->\n"})
    view = start(asked)
    assert view.cards["roller"].cards[0].title == "Politi"
    assert view.tries == (("mørk sti", "soeg/?q=m%C3%B8rk%20sti"),)


@pytest.mark.parametrize(
    ("html", "kept"), [("<!-- en note -->", True), ("<!-- roller -->", False), ("<!-- roller: politi -->", False)]
)
def test_a_comment_that_asks_for_nothing_stays(html: str, kept: bool) -> None:
    assert (filled(html, start(SMALL)) == html) is kept


def test_a_word_that_is_not_there_is_told_with_its_line() -> None:
    asked = replace(SMALL, written={"index.md": "# Hej\n\n<!-- roller: poliiti -->\n"})
    (problem,) = the_start_page_asks_for_what_there_is(asked)
    assert (problem.origin.path, problem.origin.line) == ("content/index.md", 3)
    assert "mente du politi?" in str(problem)
