"""A page written by hand, as search reads it: its title, and the text under each of its headings."""

import re
from dataclasses import dataclass

from . import source, text
from .problems import Problem
from .slug import slug

# The anchor an author gives a heading: ## Overskrift {#anker}
_ANCHOR = re.compile(r"\s*\{#([\w-]+)\}\s*$")


@dataclass(frozen=True)
class PageSection:
    """The words below one ``##`` heading, smaller headings with them."""

    heading: str
    anchor: str
    headings: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class HandPage:
    """A Markdown page of ``content/``; ``path`` is relative to that folder."""

    path: str
    title: str
    summary: str
    introduction: str
    sections: tuple[PageSection, ...]


def read(path: str, folder: str, raw: bytes, problems: list[Problem]) -> HandPage | None:
    """The page in the file ``path`` of ``folder``; None, and the problems, where it cannot be read."""
    found: list[Problem] = []
    head, body = source.page(f"{folder}/{path}", raw, found)
    problems.extend(found)
    if found or body is None:
        return None
    title, introduction, sections = "", [], []
    for level, heading, words in text.outline(body):
        anchor = _ANCHOR.search(heading)
        name = _ANCHOR.sub("", heading)
        if level == 1:
            title = name
            introduction.append(words)
        elif level == 2:
            sections.append((name, anchor[1] if anchor else slug(name), [], [words]))
        elif sections:
            sections[-1][2].append(name)
            sections[-1][3].append(words)
        else:
            introduction.append(words)
    return HandPage(
        path=path,
        title=head.get("title") or title,
        summary=head.get("description", ""),
        introduction=" ".join(introduction),
        sections=tuple(
            PageSection(name, anchor, tuple(headings), " ".join(filter(None, words))) for name, anchor, headings, words in sections
        ),
    )
