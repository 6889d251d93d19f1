"""The pages written by hand: whether what they link to is there."""

import difflib
import html.parser
import posixpath
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from .. import addresses
from ..language.slug import slug
from ..language.words import _
from ..reading import text as markup
from ..reading.problems import Origin, Problem

ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)

_markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
_markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]


class _Tags(html.parser.HTMLParser):
    """The ids and the links of a piece of HTML, each link with how many lines below the start it stands."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[tuple[int, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name in ("href", "src") and value:
                self.links.append((self.getpos()[0] - 1, value))


def dead_links(written: Mapping[str, str], files: Mapping[str, Callable[[], bytes]], folder: str) -> Iterator[Problem]:
    """A problem for every link that leads nowhere on the pages ``written`` by hand.

    Both map a file's path from the site's root to its Markdown; ``files`` are all files of the site, and only those that
    a link leads into are asked for theirs, which is empty for what is no Markdown. ``folder`` is where the pages lie.
    """
    anchors = cache(lambda file: set(_anchors(files[file]().decode())))
    for page, text in written.items():
        for line, target, as_file in _links(text):
            path, _hash, anchor = unquote(target).partition("#")
            if as_file:
                found = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
            else:
                found = _file(page, path, files)
            origin = Origin(f"{folder}/{page}", line)
            if path.startswith("/"):
                yield Problem(
                    origin, "link", _("linket '{target}' begynder med /").format(target=target), _("skriv det uden / først")
                )
            elif found not in files:
                yield Problem(
                    origin,
                    "link",
                    _("linket '{target}' fører ingen steder hen").format(target=target),
                    _nearest(page, found, files),
                )
            elif anchor and anchor not in anchors(found):
                near = difflib.get_close_matches(anchor, anchors(found), n=1)
                remedy = (
                    _("mente du #{near}?").format(near=near[0])
                    if near
                    else _("vælg en overskrift, der er på siden, eller slet alt fra #")
                )
                yield Problem(
                    origin, "link", _("stedet '#{anchor}' er ikke på siden {found}").format(anchor=anchor, found=found), remedy
                )


def _links(text: str) -> Iterator[tuple[int, str, bool]]:
    """Every link within the site: its line, its target, and whether it names a file, as Markdown does, or an address."""
    for node, line in _nodes(text):
        if node.type in ("link", "image"):
            target = str(node.attrs["href" if node.type == "link" else "src"])
            if target and not ELSEWHERE.match(target):
                yield line, target, True
        elif node.type in ("html_block", "html_inline"):
            for offset, target in _Tags(node.content).links:
                if not ELSEWHERE.match(target):
                    yield line + offset, target, False


def _anchors(text: str) -> Iterator[str]:
    """What can be linked to on a page: its headings by their own anchor or by their words, and the ids of its HTML."""
    for node, _line in _nodes(text):
        if node.type == "heading":
            words = node.children[0].content
            own = markup.ANCHOR.search(words)
            yield own[1] if own else slug(re.sub(r"\]\([^)]*\)|&#?\w+;", " ", words))
        elif node.type in ("html_block", "html_inline"):
            yield from _Tags(node.content).ids


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """The words of every paragraph, heading and cell of a page, with its line in the file."""
    return ((offset + 1, markup.ANCHOR.sub("", words)) for offset, words in markup.paragraphs(_tree(text)))


def _nodes(text: str) -> Iterator[tuple[SyntaxTreeNode, int]]:
    """Every node of a page with its line in the file."""
    return ((node, offset + 1) for node, offset in markup.nodes(_tree(text)))


@cache
def _tree(text: str) -> SyntaxTreeNode:
    """The page without its front matter, in whose place stand as many empty lines."""
    head = markup.FRONT_MATTER.match(text)
    return SyntaxTreeNode(_markdown.parse("\n" * head[0].count("\n") + text[head.end() :] if head else text))


def _file(page: str, path: str, files: Collection[str]) -> str:
    """The file behind an address as a browser follows it from the page; the address itself where there is none."""
    address = posixpath.normpath(posixpath.join(addresses.path(page), path)) if path else addresses.path(page)
    return next((file for file in files if addresses.path(file).rstrip("/") == address.rstrip("/")), address)


def _nearest(page: str, found: str, files: Collection[str]) -> str:
    links = [addresses.relative(page, file) for file in files if file.endswith(".md")]
    near = difflib.get_close_matches(addresses.relative(page, found), links, n=1)
    return (
        _("mente du {near}?").format(near=near[0])
        if near
        else _("skriv en fil, der findes, fx indsatser/index.md; en kladde ser læserne ikke")
    )
