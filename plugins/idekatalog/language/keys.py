"""What authors write in records and data, in the language of the catalogue: keys, headings, and words to choose.

All of the code and every file in Danish has the Danish ones; ``keys/<language>.toml`` has what may be written instead.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from . import words

KEYS = Path(__file__).parent / "keys"


@cache
def table(language: str, part: str) -> Mapping[str, str]:
    """The ``keys``, ``headings`` or ``words`` of a language: the Danish, and what is written instead; none in Danish."""
    if language == words.DANISH:
        return {}
    found: dict[str, dict[str, str]] = tomllib.loads((KEYS / f"{language}.toml").read_text(encoding="utf-8"))
    return found[part]


def key(danish: str) -> str:
    """A key as authors write it in the language of the catalogue."""
    return table(words.code(), "keys").get(danish, danish)


def heading(danish: str) -> str:
    """The heading of a section as authors write it."""
    return table(words.code(), "headings").get(danish, danish)


def word(danish: str) -> str:
    """A word of a choice as authors write it: ``published`` for ``udgivet``."""
    return table(words.code(), "words").get(danish, danish)


def field(danish: str) -> str:
    """What a message calls a field: ``steps[2].phase`` for ``trin[2].fase``, ``## Why`` for ``## Hvorfor``."""
    if danish.startswith("## "):
        return f"## {heading(danish[3:])}"
    return re.sub(r"\w+", lambda name: key(name[0]), danish)
