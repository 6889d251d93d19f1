"""The slips of a hand that YAML cannot be read for, told to an author."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from ..language.words import _, marked
from .problems import Origin, Problem

NO_BLANK = (marked("der mangler et mellemrum efter bindestregen"), marked("skriv et mellemrum efter den"))
# A whole list of such items is a text to YAML; one that begins with a number is one, such as -5 grader.
RUN_ON = re.compile(r"-[^\s\d-]")
TABULATOR = r"[ -]*\t"
# What an author does not see in a line, and what to do about it. Asked for only where YAML cannot be read.
SLIPS = (
    (TABULATOR, marked("linjen er rykket ind med tabulator"), marked("ryk ind med mellemrum")),
    (r"\s*-[^\s-]", *NO_BLANK),
    (r"\s*[–—]", marked("linjen begynder med en tankestreg"), marked("brug en bindestreg")),
    (r"\s*(- +)?\w+:(?!//)[^\s:]", marked("der mangler et mellemrum efter kolonet"), marked("skriv et mellemrum efter det")),
    (r"\s*(- +)?(\w+: +)?(\"[^\"]*\"|'[^']*') *[^\s#]", marked("teksten går videre efter det sidste anførselstegn"),
     marked("sæt den anden slags, ' eller \", om hele teksten")),
)  # fmt: skip
CURLY = (marked("anførselstegnet er af en slags, der ikke gælder her"), marked('brug de lige, "'))
# A whole text between them: they were meant for the program, and would be shown to readers.
OPENED = re.compile(r"[“”„»]")
QUOTED = re.compile(r"[“”„»«‘’‚][^“”„»«]*[“”„»«‘’]")
# Signs that a text may begin with elsewhere: a slip only where the parser stopped.
FIRST_SIGNS = (
    (r"\s*(- +)?(\w+: +)?[“”„»]", *CURLY),
    (r"\s*(- +)?(\w+: +)?[@%`?!&*|>]", marked("teksten begynder med et tegn, der betyder noget andet her"),
     marked("sæt hele teksten i anførselstegn")),
)  # fmt: skip
FIELD = re.compile(r"\s*(- +)*\w+(?=:(\s|$))")


# So many slips of a file are told at once.
MOST = 10


def problems(path: str, text: str, error: yaml.YAMLError, loader: Any) -> Iterator[Problem]:
    """What the YAML parser, that of ``loader``, stumbled over first, and what else it does without the fields told of."""
    for _time in range(MOST):
        found = problem(path, text, error)
        yield found
        text, before = _without_field(text, found.origin.line - 1), text
        if text == before:
            return
        try:
            for _event in yaml.parse(text, loader):
                pass
            return
        except yaml.YAMLError as next_error:
            error = next_error


def _without_field(text: str, row: int) -> str:
    """The text with the field, or the item of a list, that the row belongs to as empty lines."""
    rows = text.split("\n")
    is_list = next((line for line in rows if line.strip() and not line.startswith(("#", "---"))), "").startswith("- ")
    begins = [number for number, line in enumerate(rows) if re.match(r"- " if is_list else r"[^\s#-]", line)]
    begin = next((number for number in reversed(begins) if number <= row), row)
    end = next((number for number in begins if number > row), len(rows))
    return "\n".join("" if begin <= number < end else line for number, line in enumerate(rows))


def problem(path: str, text: str, error: yaml.YAMLError) -> Problem:
    """What the YAML parser stumbled over in the text of a file, with its line and what to do, in Danish."""
    if isinstance(error, yaml.MarkedYAMLError):
        # What is not closed, or not a field, is noticed where the next thing begins; look where it began itself.
        began = any(word in str(error.context) for word in ("flow", "quoted", "simple key"))
        mark = (error.context_mark if began else None) or error.problem_mark
        place = (mark.line, mark.column) if mark else (0, 0)
        return _problem(path, text, *place, f"{error.context} {error.problem}")
    return _problem(path, text, 0, 0, "")


def _problem(path: str, text: str, row: int, column: int, said: str) -> Problem:
    """The slip at or before the place where the parser stopped, which counts rows and columns from 0; else what it ``said``."""
    rows = text.split("\n")
    row = min(row, len(rows) - 1)
    before = next((number for number in range(row - 1, -1, -1) if rows[number].strip()), row)
    tabs = [number for number, line in enumerate(rows) if re.match(TABULATOR, line)]
    for number in (*tabs[:1], before, row):
        for pattern, message, remedy in (*SLIPS, *(FIRST_SIGNS if number == row else ())):
            if re.match(pattern, rows[number]):
                return Problem(Origin(path, number + 1), "yaml", _(message), _(remedy))
    field = FIELD.match(rows[row])
    closed_here = rows[row][max(column - 1, 0) : column]
    if closed_here in ('"', "'") and (
        opened := [n for n in range(row) if re.search(rf"[:-] +{closed_here}[^{closed_here}]*$", rows[n])]
    ):
        row, message, remedy = opened[-1], _("et anførselstegn er ikke lukket"), _("sæt anførselstegn både før og efter teksten")
    elif field and ("block" in said or "document start" in said or ("mapping values" in said and column <= field.end())):
        message, remedy = _("linjen er rykket anderledes ind end linjen over"), _("ryk felter, der hører sammen, lige langt ind")
    elif "mapping values" in said:
        message, remedy = _("der står et kolon midt i en tekst"), _("sæt hele teksten i anførselstegn")
    elif "expected ':'" in said:
        message = _("linjen mangler et kolon efter feltets navn")
        remedy = _("skriv feltet som navn: værdi, eller ryk linjen ind, hvis den hører til teksten over")
    elif "flow" in said:
        message, remedy = _("en kantet parentes er ikke lukket"), _("sæt ] efter det sidste ord i listen")
    elif "quoted scalar" in said:
        message, remedy = _("et anførselstegn er ikke lukket"), _("sæt anførselstegn både før og efter teksten")
    else:
        message, remedy = _("linjen kan ikke læses som YAML"), _("se på indrykning, kolon, bindestreger og anførselstegn")
    return Problem(Origin(path, min(row + 1, text.count("\n") or 1)), "yaml", message, remedy)
