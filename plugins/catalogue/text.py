"""What an author may write in a text.

Fields are plain text. Sections are a small part of Markdown: paragraphs, lists, bold, italic, links
and images. What is not on the list is refused, so every renderer knows all it can meet.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from . import source
from .problems import Origin, Problem

ALLOWED = {
    "root", "paragraph", "inline", "bullet_list", "ordered_list", "list_item",
    "text", "softbreak", "hardbreak", "strong", "em", "link", "image",
}  # fmt: skip
REFUSED = {
    "html_block": ("HTML, altså < og > om et ord, kan ikke bruges", "slet tegnene; skriv fed som **ord**"),
    "html_inline": ("HTML, altså < og > om et ord, kan ikke bruges", "slet tegnene; skriv fed som **ord**"),
    "heading": ("overskrifter i et afsnit kan ikke bruges", "skriv linjen med fed i stedet"),
    "fence": ("blokke med kode kan ikke bruges", "slet linjerne med ```"),
    "code_block": ("teksten er rykket fire mellemrum ind", "slet mellemrummene først i linjen"),
    "code_inline": ("tegnet ` kan ikke bruges", "slet tegnet"),
    "blockquote": ("linjer med > kan ikke bruges", "gengiv udsagnet med egne ord"),
    "hr": ("vandrette streger kan ikke bruges", "slet linjen"),
}

RECORD_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
IMAGE_FILE = re.compile(r"[a-z0-9-]+\.(png|jpg|svg|webp)")
WEB_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
# A script or a document in an address: never innocent, wherever it stands.
UNSAFE_ADDRESS = re.compile(r"\b(javascript|vbscript):|\bdata:\w+/\w+|\bfile:/", re.IGNORECASE)
# Day, month, year and four digits: https://cpr.dk/cpr-systemet/opbygning-af-cpr-nummeret
CPR = re.compile(r"(?<!\d)(0[1-9]|[12]\d|3[01])[-./ ]?(0[1-9]|1[0-2])[-./ ]?\d{2} ?[-–]? ?\d{4}(?!\d)")

# What a page written by hand begins with, and what its author may end a heading with: ## Overskrift {#anker}
FRONT_MATTER = re.compile(r"\A---\n((?:.*\n)*?)---\n")
ANCHOR = re.compile(r"\s*\{[^}]*#([\w-]+)[^}]*\}\s*$")

_markdown = MarkdownIt("commonmark", {"html": True})
# Judge every address ourselves: the parser would show an unsafe link as text and say nothing.
_markdown.validateLink = lambda url: True  # type: ignore[method-assign]
_markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]


def parse(text: str) -> SyntaxTreeNode:
    """The tree of a section's Markdown. What ``problems`` has passed holds only ``ALLOWED`` nodes."""
    return SyntaxTreeNode(_markdown.parse(text))


def plain(text: str) -> str:
    """The words of a Markdown text, without its marks; blocks are kept apart by a line break."""
    return "\n".join(_words(token) for token in _markdown.parse(text) if token.type == "inline")


def outline(text: str) -> Iterator[tuple[int, str, str]]:
    """The headings of a Markdown page: level, the heading as it is written, and the words below it.

    What stands before the first heading comes first, at level 1 with no heading.
    """
    level, heading = 1, ""
    words: list[str] = []
    tokens = _markdown.parse(text)
    for before, token in pairwise([None, *tokens]):
        if token is None or token.type != "inline":
            continue
        if before is not None and before.type == "heading_open":
            if heading or words:
                yield level, heading, "\n".join(words)
            level, heading, words = int(before.tag[1:]), token.content, []
        else:
            words.append(_words(token))
    yield level, heading, "\n".join(words)


def _words(token: Token) -> str:
    """The words of a line of Markdown as a reader sees them."""
    breaks = ("softbreak", "hardbreak")
    return "".join(
        " " if child.type in breaks else child.content for child in token.children or () if child.type != "html_inline"
    )


def problems(path: str, node: source.Node) -> Iterator[Problem]:
    """Everything an author may not write, in any text below the node of the file ``path``."""
    for where, text in source.texts(node):
        check = _section if where[:1] == (source.SECTIONS,) else _field
        for offset, message, remedy in check(text.value):
            at = text.line + offset if text.exact else source.line(node, where)
            yield Problem(Origin(path, at), source.name(where), message, remedy)


def references(text: str) -> Iterator[tuple[str, str, int]]:
    """What a section points to within the catalogue: ``link`` or ``image``, its target, lines below the start."""
    if "]" not in text:
        # Neither a link nor an image can do without, and most sections point nowhere.
        return
    for node, offset in nodes(parse(text)):
        if node.type == "link" and RECORD_ID.fullmatch(target := str(node.attrs["href"])):
            yield "link", target, offset
        elif node.type == "image" and IMAGE_FILE.fullmatch(target := str(node.attrs["src"])):
            yield "image", target, offset


def web_addresses(text: str) -> Iterator[tuple[str, int]]:
    """Every web address in a text of whatever kind, with how many lines below the start it stands."""
    for offset, row in enumerate(text.split("\n")):
        # The namespace of a drawing is a name, not an address.
        for found in WEB_ADDRESS.finditer(row.replace('xmlns="http', "")):
            url = found[0].rstrip(".,;:!?*_`")
            # What closes a link or a sentence is not the address's own.
            while url.endswith(")") and url.count(")") > url.count("("):
                url = url[:-1].rstrip(".,;:!?*_`")
            yield url, offset


def paragraphs(root: SyntaxTreeNode) -> Iterator[tuple[int, str]]:
    """The words of every paragraph, heading and item as a reader sees them, with how many lines below the start they stand."""
    shown = {"text": None, "code_inline": None, "softbreak": "\n", "hardbreak": "\n"}
    for node, offset in nodes(root):
        if node.type == "inline":
            parts = (shown[part.type] or part.content for part in node.walk() if part.type in shown)
            yield offset, "".join(parts)


def nodes(root: SyntaxTreeNode, offset: int = 0) -> Iterator[tuple[SyntaxTreeNode, int]]:
    """Every node in the order of the text, with how many lines below the start it stands."""
    for node in root.children:
        here = node.map[0] if node.map else offset
        if node.type == "inline":
            # Nodes within a line have no place of their own: count the line breaks passed.
            for part in node.walk(include_self=True):
                yield part, here
                here += part.type in ("softbreak", "hardbreak")
        else:
            yield node, here
            yield from nodes(node, here)


Finding = tuple[int, str, str]


def _everywhere(text: str) -> Iterator[Finding]:
    for number, row in enumerate(text.split("\n")):
        if found := source.INVISIBLE.search(row):
            # Typed as an escape, "\\x07", since the file itself has been searched.
            yield number, f"har det usynlige tegn U+{ord(found[0]):04X}", "slet tegnet"
        if CPR.search(row):
            yield number, "ligner et CPR-nummer", "slet det, for her må ikke stå oplysninger om enkeltpersoner"
        if found := UNSAFE_ADDRESS.search(row):
            yield number, f"adressen {found[0]} kan ikke bruges", "brug en adresse, der begynder med https://"


def _field(text: str) -> Iterator[Finding]:
    yield from _everywhere(text)
    if "<" not in text and "[" not in text:
        # Nine fields of ten: there is no tag and no link to look for.
        return
    for node, _ in nodes(parse(text)):
        if node.type in ("html_block", "html_inline"):
            yield 0, "HTML, altså < og > om et ord, kan ikke bruges", "slet tegnene"
        elif node.type in ("link", "image") and node.markup != "autolink":
            yield 0, "links og billeder kan kun stå i afsnittene", "skriv ordene uden [ ] og ( )"


def _section(text: str) -> Iterator[Finding]:
    yield from _everywhere(text)
    for node, offset in nodes(parse(text)):
        if node.type not in ALLOWED:
            yield offset, *REFUSED[node.type]
        elif node.type == "link":
            href = str(node.attrs["href"])
            if not (WEB_ADDRESS.fullmatch(href) or RECORD_ID.fullmatch(href)) and not UNSAFE_ADDRESS.search(href):
                yield offset, f"linket '{href}' kan ikke bruges", "skriv en adresse med https:// eller id'et på en anden post"
        elif node.type == "image":
            if not node.content.strip():
                yield offset, "billedet mangler en tekst", "skriv i [ ], hvad billedet viser"
            if not IMAGE_FILE.fullmatch(str(node.attrs["src"])):
                yield (
                    offset,
                    f"billedet '{node.attrs['src']}' kan ikke bruges",
                    "læg det i content/billeder, og skriv kun filens navn",
                )
