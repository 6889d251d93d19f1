"""Markdown that an author wrote, parsed once: to nodes."""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from .. import addresses
from ..language.slug import slug
from ..reading import text
from .nodes import (
    Anchor,
    Block,
    Blocks,
    Break,
    Bullets,
    Code,
    Drawing,
    Emphasis,
    Inline,
    Line,
    Paragraph,
    Picture,
    Section,
    Steps,
    Strong,
    Text,
    To,
    Web,
    words,
)
from .terms import Terms

Leads = Callable[[str], str | None]
"""The address that a target leads to; None for one on the web."""

_MARKDOWN = MarkdownIt("commonmark")
_TAG = re.compile(r"<(/?)(\w+)(?:[^>]*?\bid=\"([^\"]*)\")?[^>]*>")
_FIGURE = re.compile(r"<svg.*?</svg>", re.DOTALL)
_DESCRIPTION = re.compile(r"<desc[^>]*>(.*?)</desc>", re.DOTALL)
_CAPTION = re.compile(r"<figcaption>(.*?)</figcaption>", re.DOTALL)
DEEPEST = 6
"""The level of the smallest heading of Markdown."""

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def prose(markdown: str, targets: Mapping[str, str], terms: Terms) -> Blocks:
    """A section of a record; ``targets`` are the addresses of the records it names by id."""

    def leads(target: str) -> str | None:
        return None if text.WEB_ADDRESS.fullmatch(target) else targets[target]

    return tuple(_blocks(text.parse(markdown).children, leads, addresses.image, terms.told))


def page(markdown: str, address: str) -> Blocks:
    """A page written by hand, without its front matter; its title is a section of level 1."""

    def leads(target: str) -> str | None:
        if _ELSEWHERE.match(target):
            return None
        path, hash, anchor = target.partition("#")
        return (posixpath.normpath(posixpath.join(posixpath.dirname(address), path)) if path else address) + hash + anchor

    tree = SyntaxTreeNode(_MARKDOWN.parse(text.FRONT_MATTER.sub("", markdown.lstrip("\n"))))
    return tuple(_nested(list(_blocks(tree.children, leads, lambda target: leads(target) or target, _plain))))


def _nested(blocks: Sequence[Block], level: int = 2) -> Iterator[Block]:
    """The blocks with those that follow a heading of the level, or of a lower one, put into its section."""
    starts = [at for at, block in enumerate(blocks) if isinstance(block, Section) and block.level <= level]
    before = blocks[: starts[0]] if starts else blocks
    yield from _nested(before, level + 1) if level < DEEPEST else before
    for start, end in pairwise([*starts, len(blocks)]):
        heading, below = blocks[start], tuple(_nested(blocks[start + 1 : end], level + 1))
        assert isinstance(heading, Section)
        # The title of the page holds nothing: what follows is the page.
        yield from (heading, *below) if heading.level == 1 else (replace(heading, blocks=below),)


def _plain(text: str) -> Line:
    return (Text(text),)


def _blocks(
    nodes: Sequence[SyntaxTreeNode], leads: Leads, image: Callable[[str], str], told: Callable[[str], Line]
) -> Iterator[Block]:
    line = partial(_line, leads=leads, image=image, told=told)
    for node in nodes:
        match node.type:
            case "heading":
                yield _heading(line(node.children[0].children), int(node.tag[1]))
            case "paragraph":
                yield Paragraph(line(node.children[0].children))
            case "bullet_list" | "ordered_list":
                loose = any(not child.hidden for item in node.children for child in item.children if child.type == "paragraph")
                items = tuple(tuple(_blocks(item.children, leads, image, told)) for item in node.children)
                yield (Bullets if node.type == "bullet_list" else Steps)(items, loose)
            case "html_block" if drawing := _FIGURE.search(node.content):
                description, caption = _DESCRIPTION.search(node.content), _CAPTION.search(node.content)
                yield Drawing(drawing[0], description[1] if description else "", caption[1] if caption else "")
            case "blockquote":
                yield from _blocks(node.children, leads, image, told)
            case "code_block" | "fence":
                yield Paragraph((Text(node.content),))
            case _:
                pass  # A comment, a rule across the page.


def _heading(heading: Line, level: int) -> Section:
    """A heading with the anchor that its author gave it, or else that of its words."""
    found = text.ANCHOR.search(words(heading))
    last = heading[-1] if heading else None
    if found and isinstance(last, Text):
        heading = (*heading[:-1], Text(text.ANCHOR.sub("", last.text)))
    return Section(found[1] if found else slug(words(heading)), heading, (), level)


def _line(nodes: Sequence[SyntaxTreeNode], leads: Leads, image: Callable[[str], str], told: Callable[[str], Line]) -> Line:
    """Tags within a line open and close as in HTML: of those, a page written by hand may have some."""
    inner = partial(_line, leads=leads, image=image, told=told)
    opened: list[tuple[str, list[Inline]]] = [("", [])]
    for node in nodes:
        here = opened[-1][1]
        match node.type:
            case "text":
                here += told(node.content)
            case "softbreak":
                here.append(Text(" "))
            case "code_inline":
                here.append(Code(node.content))
            case "hardbreak":
                here.append(Break())
            case "strong":
                here.append(Strong(inner(node.children)))
            case "em":
                here.append(Emphasis(inner(node.children)))
            case "link":
                # What a link leads to explains itself.
                body, target = _line(node.children, leads, image, _plain), str(node.attrs["href"])
                address = leads(target)
                here.append(Web(target, body) if address is None else To(address, body))
            case "image":
                here.append(Picture(image(str(node.attrs["src"])), node.content))
            case "html_inline":
                tag = _TAG.fullmatch(node.content)
                if tag is None:
                    continue  # A comment.
                if tag[2] == "br":
                    here.append(Break())
                elif not tag[1]:
                    opened.append((tag[2], [Anchor(tag[3])] if tag[3] else []))
                elif len(opened) > 1:
                    name, body_of = opened.pop()
                    body = tuple(body_of)
                    opened[-1][1].extend([Strong(body)] if name == "strong" else [Emphasis(body)] if name == "em" else body)
            case _:
                raise AssertionError(f"{node.type} is no part of a line")
    return tuple(opened[0][1])
