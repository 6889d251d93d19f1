"""The register from A to Å."""

from catalogue.records.kinds import Result
from catalogue.views.register import register
from catalogue.views.search import Found


def found(title: str, *synonyms: str) -> Found:
    return Found(title, Result("indsats", "Indsats", 1), f"{title}.md", title, synonyms, "", ())


def test_letters_stand_in_danish_order_and_numbers_under_one_heading() -> None:
    letters = register([found("Åben dør"), found("Ærlig snak"), found("70 beboere"), found("15 år"), found("abe")]).letters
    assert [letter.letter for letter in letters] == ["0-9", "A", "Æ", "Å"]
    assert [entry.word for entry in letters[0].entries] == ["15 år", "70 beboere"]


def test_a_word_leads_to_all_that_is_called_so_and_first_to_what_is_named_so() -> None:
    (letter,) = register([found("Pedeller", "pedel"), found("Pedel")]).letters
    entry = letter.entries[0]
    assert [target.title for target in entry.targets] == ["Pedel", "Pedeller"]
