"""Markdown to blocks: what a page says, as plain data that Typst sets on paper.

A block is a dictionary with its ``kind``, a run of words within a line one with ``text`` or with a ``body`` of
more runs. Nothing in them is markup: what an author wrote stays text all the way to the paper.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from .. import text as markup
from ..slug import slug

Block = dict[str, Any]
Run = dict[str, Any]
Link = Callable[[str], dict[str, str]]
"""Where a target, as a page writes it, leads: ``to`` within the catalogue, ``url`` on the web, "" where it is on none."""
Split = Callable[[str], list[Run]]
"""A text as runs, so that the words of a glossary can be found in it."""

_MARKDOWN = MarkdownIt("commonmark")
_TAG = re.compile(r"<(/?)(\w+)[^>]*?(?:id=\"([^\"]*)\")?[^>]*>")
_FIGURE = re.compile(r"<svg.*?</svg>", re.DOTALL)
_DESCRIPTION = re.compile(r"<desc[^>]*>(.*?)</desc>", re.DOTALL)
_CAPTION = re.compile(r"<figcaption>(.*?)</figcaption>", re.DOTALL)


def text(words: str) -> Run:
    return {"kind": "text", "text": words}


def blocks(markdown: str, link: Link, words: Split = lambda words: [text(words)]) -> list[Block]:
    """The blocks of a page, without its front matter; what stands below a heading of level 2 is a section."""
    body = markup.FRONT_MATTER.sub("", markdown.lstrip("\n"))
    result: list[Block] = []
    here = result
    for block in _blocks(_tree(body).children, link, words):
        if block["kind"] == "heading" and block["level"] == 2:
            here = []
            result.append({**block, "kind": "section", "blocks": here})
        else:
            here.append(block)
    return result


@lru_cache(maxsize=512)
def _tree(markdown: str) -> SyntaxTreeNode:
    # Every guide is asked for twice: for itself, and for the book.
    return SyntaxTreeNode(_MARKDOWN.parse(markdown))


def plain(runs: Sequence[Run]) -> str:
    """The words of the runs alone."""
    return "".join(run["text"] if "text" in run else plain(run.get("body", ())) for run in runs)


def _blocks(nodes: Sequence[SyntaxTreeNode], link: Link, words: Split) -> Iterator[Block]:
    for node in nodes:
        match node.type:
            case "heading":
                # A heading stands in the contents and above every page too: its words are no places in the text.
                runs = _inline(node.children[0].children, link, lambda words: [text(words)])
                anchor = markup.ANCHOR.search(plain(runs))
                if anchor:
                    runs[-1] = text(markup.ANCHOR.sub("", runs[-1]["text"]))
                yield {
                    "kind": "heading",
                    "level": int(node.tag[1]),
                    "body": runs,
                    "id": anchor[1] if anchor else slug(plain(runs)),
                }
            case "paragraph":
                yield {"kind": "paragraph", "body": _inline(node.children[0].children, link, words)}
            case "bullet_list" | "ordered_list":
                items = [list(_blocks(item.children, link, words)) for item in node.children]
                yield {"kind": "list", "ordered": node.type == "ordered_list", "items": items}
            case "html_block" if drawing := _FIGURE.search(node.content):
                description, caption = _DESCRIPTION.search(node.content), _CAPTION.search(node.content)
                yield {
                    "kind": "drawing",
                    "svg": drawing[0],
                    "described": description[1] if description else "",
                    "caption": caption[1] if caption else "",
                }
            case "blockquote":
                yield from _blocks(node.children, link, words)
            case "code_block" | "fence":
                yield {"kind": "paragraph", "body": words(node.content)}
            case _:
                pass  # A comment between two lists, data for machines, a rule across the page.


def _inline(nodes: Sequence[SyntaxTreeNode], link: Link, words: Split) -> list[Run]:
    """The runs of a line. Tags within it open and close as in HTML, for so the engine writes bold and italic."""
    open_runs: list[tuple[str, list[Run]]] = [("", [])]
    for node in nodes:
        here = open_runs[-1][1]
        match node.type:
            case "text":
                here += words(node.content)
            case "softbreak":
                here.append(text(" "))
            case "code_inline":
                here.append(text(node.content))
            case "hardbreak":
                here.append({"kind": "break"})
            case "strong" | "em":
                here.append({"kind": node.type, "body": _inline(node.children, link, words)})
            case "link":
                target = str(node.attrs["href"])
                here.append({"kind": "link", **link(target), "body": _inline(node.children, link, words)})
            case "image":
                here.append({"kind": "image", **link(str(node.attrs["src"])), "described": node.content})
            case "html_inline":
                tag = _TAG.fullmatch(node.content)
                if tag is None:
                    continue  # A comment.
                if tag[2] == "br":
                    here.append({"kind": "break"})
                elif not tag[1]:
                    open_runs.append(("em" if tag[2] == "em" else "strong" if tag[2] == "strong" else "anchor", []))
                    if tag[3]:
                        open_runs[-1][1].append({"kind": "anchor", "id": tag[3]})
                elif len(open_runs) > 1:
                    kind, body = open_runs.pop()
                    open_runs[-1][1].extend(body if kind == "anchor" else [{"kind": kind, "body": body}])
            case _:
                raise AssertionError(f"{node.type} is no part of a line")
    return open_runs[0][1]
