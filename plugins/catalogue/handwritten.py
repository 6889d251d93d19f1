"""A page written by hand, as search reads it: its title, and the text under each of its headings."""

from dataclasses import dataclass

import yaml

from . import text
from .slug import slug


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


def read(path: str, markdown: str) -> HandPage:
    """The page with the Markdown; the generator itself tells what is wrong with it."""
    head = text.FRONT_MATTER.match(markdown)
    values = _values(head[1]) if head else {}
    body = markdown[head.end() :] if head else markdown
    title = ""
    introduction: list[str] = []
    sections: list[tuple[str, str, list[str], list[str]]] = []
    for level, heading, words in text.outline(body):
        anchor = text.ANCHOR.search(heading)
        name = text.ANCHOR.sub("", heading)
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
        title=values.get("title", title),
        summary=values.get("description", ""),
        introduction=" ".join(introduction),
        sections=tuple(
            PageSection(name, anchor, tuple(headings), " ".join(filter(None, words)))
            for name, anchor, headings, words in sections
        ),
    )


def _values(front_matter: str) -> dict[str, str]:
    try:
        values = yaml.safe_load(front_matter)
    except yaml.YAMLError:
        return {}
    return {key: str(value) for key, value in values.items()} if isinstance(values, dict) else {}
