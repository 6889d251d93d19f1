"""The register from A to Å."""

from idekatalog.document import markdown
from idekatalog.document.nodes import Style, words
from idekatalog.records.kinds import Result
from idekatalog.search.found import Found
from idekatalog.search.register import register


def found(title: str, *synonyms: str) -> Found:
    return Found(title, Result("indsats", "Indsats", 1), f"{title}.md", title, synonyms, "", ())


def test_letters_stand_in_danish_order_and_numbers_under_one_heading() -> None:
    page = register([found("Åben dør"), found("Ærlig snak"), found("70 beboere"), found("15 år"), found("abe")])
    assert [words(letter.heading) for letter in page.sections] == ["0-9", "A", "Æ", "Å"]
    assert [(letter.style, letter.note) for letter in page.sections][:2] == [(Style.FOLD, "2 ord"), (Style.FOLD, "1 ord")]
    assert [link.split("]")[0] for link in markdown.blocks(page.blocks, page.address).split("[")[2:4]] == ["15 år", "70 beboere"]


def test_a_word_leads_to_all_that_is_called_so_and_first_to_what_is_named_so() -> None:
    (letter,) = register([found("Pedeller", "pedel"), found("Pedel")]).sections
    assert "-   pedel: [Pedel](../Pedel.md), [Pedeller](../Pedeller.md)" in markdown.blocks((letter,), "a-aa/index.md")
