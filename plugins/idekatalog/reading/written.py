"""The one way that fields are written in YAML: what is quoted, what is folded, and the comments that were there."""

import io
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.emitter import Emitter

from . import slips

# Longer lines are folded; a list of words that fits stands in one line.
WIDTH = 104
INDENT = "  "
# Knows which texts YAML can take without quotation marks. It writes nowhere.
_EMITTER: Any = Emitter(io.StringIO(), allow_unicode=True)
_RESOLVER: Any = yaml.SafeLoader("")
_FOLDED = re.compile(r"[|>][-+\d]*\s+(#.*)")
_TEXT = "tag:yaml.org,2002:str"


@dataclass(frozen=True)
class Comment:
    """A comment: its line, how far in it stands, its text, whether it has the line alone, and whether an empty one is above.

    Or whether it stands behind a hyphen, in the place of the first field of an item.
    """

    line: int
    column: int
    text: str
    alone: bool
    apart: bool
    first: bool = False


def comments(text: str, loader: Any) -> Iterator[Comment]:
    """Every comment of a YAML text: what stands between the tokens that the parser of ``loader`` finds and begins with #."""
    rows = text.split("\n")
    read = []
    for token in yaml.scan(text, loader):
        read.append((token.start_mark, token.end_mark))
        row, column = token.start_mark.line, token.start_mark.column
        # To the parser, what stands behind the sign of a folded text is part of it.
        if isinstance(token, yaml.ScalarToken) and token.style and (found := _FOLDED.match(rows[row], column)):
            yield Comment(row + 1, found.start(1), found[1].rstrip(), alone=False, apart=False)
    ends = [(0, 0), *((end.line, end.column) for _, end in read)]
    begins = [*((start.line, start.column) for start, _ in read), (len(rows), 0)]
    done = (0, 0)
    for end, begin in zip(ends, begins, strict=True):
        done = max(done, end)
        for row in range(done[0], min(begin[0] + 1, len(rows))):
            left = done[1] if row == done[0] else 0
            gap = rows[row][left : begin[1] if row == begin[0] else None]
            if found := re.match(r"\s*(#.*)", gap):
                before = rows[row][: left + found.start(1)].strip()
                apart = not before and row > 0 and not rows[row - 1].strip()
                yield Comment(row + 1, left + found.start(1), found[1].rstrip(), not before, apart, before == "-")
        done = max(done, begin)


def scalar(text: str, in_flow: bool = False, typed: bool = False) -> str:
    """A text of one line, quoted where YAML would take it for something else.

    Between the brackets of a list, ``in_flow``, more signs mean something. What is ``typed`` is meant as a number or a date.
    """
    said = _EMITTER.analyze_scalar(text)
    plain = said.allow_flow_plain if in_flow else said.allow_block_plain
    if plain and not slips.QUOTED.fullmatch(text) and not slips.RUN_ON.match(text) and (typed or _is_text(text)):
        return text
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'


def _is_text(text: str) -> bool:
    """Whether every reader of YAML takes it for a text: no number, date, Boolean or null."""
    return bool(_RESOLVER.resolve(yaml.ScalarNode, text, (True, False)) == _TEXT)


def folded(text: str, indent: str) -> list[str]:
    """A text over as many lines as it needs, which YAML reads as one; too long a word has its own."""
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
