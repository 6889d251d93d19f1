"""Text to nodes that know their line. What authors are told stands in the golden cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idekatalog.reading import source
from idekatalog.reading.problems import Problem


def read(text: str | bytes) -> tuple[source.Fields | None, list[Problem]]:
    problems: list[Problem] = []
    return source.record("x.md", text.encode() if isinstance(text, str) else text, problems), problems


def test_every_scalar_is_the_text_that_was_typed() -> None:
    node, problems = read("---\na: 12:30\nb: no\nc: 012\nd: 1_000\ne: ~\nf: 2026-11-22\ng: 1e3\n---\n")
    assert node is not None
    assert not problems
    assert source.plain(node) == {
        "a": "12:30", "b": "no", "c": "012", "d": "1_000", "e": "", "f": "2026-11-22", "g": "1e3", "afsnit": {},
    }  # fmt: skip


def test_lines_are_those_of_the_file() -> None:
    node, _ = read("---\n# Forklaring\ntitel: Fest\ntrin:\n  - fase: foer\n    tekst: Spis\n---\n\n## Hvorfor\n\nFordi.\n")
    assert node is not None
    assert source.line(node, ("titel",)) == 3
    assert source.line(node, ("trin", 0, "tekst")) == 6
    assert source.line(node, ("trin", 0, "rolle")) == 5
    assert source.line(node, ("afsnit", "Hvorfor")) == 9


def test_paths_read_as_an_author_counts() -> None:
    assert source.name(("trin", 1, "fase")) == "trin[2].fase"
    assert source.name(("afsnit", "Hvorfor")) == "## Hvorfor"


def test_a_bomb_of_aliases_is_refused_before_it_grows() -> None:
    bomb = (
        "---\na: &a [x, x]\n"
        + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
        + "---\n"
    )
    node, problems = read(bomb)
    assert node is None
    assert "henvisninger" in str(problems[0])


def test_a_megabyte_is_refused_unread() -> None:
    node, problems = read("---\na: " + "x" * source.MAX_BYTES + "\n---\n")
    assert node is None
    assert [str(problem) for problem in problems] == ["x.md:1: fil: fylder mere end 1 MB; del teksten i flere filer"]


@pytest.mark.parametrize("heading", ["## a" + " " * 9_000 + "b", "## a" + " \t" * 9_000 + "#" * 9_000 + "b", "##" + " " * 20_000])
def test_blanks_in_a_heading_are_read_once(heading: str) -> None:
    """A pattern that tries them in every way would still be reading when the tests are stopped."""
    node, _ = read(f"---\na: b\n---\n{heading}\n\nOrd.\n")
    assert node is not None


def test_a_list_without_end_is_refused() -> None:
    for text in ("---\na: [" + "x," * 2_000 + "]\n---\n", "---\n" + "".join(f"k{i}: 1\n" for i in range(9_000)) + "---\n"):
        node, problems = read(text)
        assert node is None
        assert "flere end" in str(problems[0])


@given(st.binary())
def test_any_bytes_become_a_node_or_a_problem(raw: bytes) -> None:
    node, problems = read(raw)
    assert node is not None or problems
    assert all(problem.origin.line >= 1 for problem in problems)


@given(st.text(alphabet="---\n a:#'\"[]{}&*!|>,?%@`\t\\", max_size=60))
def test_any_front_matter_becomes_a_node_or_a_problem(text: str) -> None:
    node, problems = read(f"---\n{text}\n---\n")
    assert node is not None or problems
    assert all(1 <= problem.origin.line <= text.count("\n") + 4 for problem in problems)


@pytest.mark.parametrize("key", ['""', '"  "'])
def test_a_field_without_a_name_is_refused_by_its_line(key: str) -> None:
    node, problems = read(f"---\na: b\n{key}: c\n---\n")
    assert node is not None
    assert source.plain(node) == {"a": "b", "afsnit": {}}
    assert [str(problem) for problem in problems] == [
        "x.md:3: yaml: der mangler et navn før kolonet; skriv feltet som navn: værdi"
    ]


def test_a_field_named_like_the_sections_is_refused_and_not_lost() -> None:
    node, problems = read("---\na: b\nafsnit: {Hvorfor: Fordi.}\n---\n\n## Hvorfor\n\nSådan.\n")
    assert node is not None
    assert source.plain(node) == {"a": "b", "afsnit": {"Hvorfor": "\nSådan."}}
    assert [problem.origin.line for problem in problems] == [3]
