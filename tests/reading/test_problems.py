"""Messages: one line each, and nothing in it but what is seen."""

import pytest

from idekatalog.reading.problems import InvalidCatalogue, Origin, Problem


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("å ø", "å ø"),
        ("\x1b[2J\x1b]0;pwn\x07", r"\x1b[2J\x1b]0;pwn\x07"),
        ("a\n::error file=x::pwn", r"a\n::error file=x::pwn"),
        ("\u202eabc\u200b\u2028\x85\ud800", r"\u202eabc\u200b\u2028\x85\ud800"),
        ("##[add-mask]x ##vso[x] ## x", r"#\x23[add-mask]x #\x23vso[x] ## x"),
        ("x" * 1_000, "x" * 600 + "…"),
    ],
)
def test_nothing_an_author_writes_speaks_to_a_terminal_or_a_log(typed: str, shown: str) -> None:
    problem = Problem(Origin(f"content/{typed}", 1), typed, typed, typed)
    assert (
        str(InvalidCatalogue([problem]))
        == (f"content/{shown}"[:601] if len(typed) < 600 else f"content/{'x' * 592}…") + f":1: {shown}: {shown}; {shown}"
    )
