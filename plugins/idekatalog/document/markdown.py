"""A document as Markdown that means the same to every parser: CommonMark, Python-Markdown and their extensions."""

import re
from collections.abc import Iterable, Sequence

from .. import addresses
from .download import Download, beside
from .html import embedded
from .nodes import (
    Also,
    Anchor,
    Block,
    Blocks,
    Break,
    Bullets,
    Card,
    Cards,
    Code,
    Document,
    Downloads,
    Drawing,
    Duties,
    Emphasis,
    Facts,
    Filtered,
    Html,
    Inline,
    Line,
    Mark,
    Marked,
    Medium,
    Only,
    OnlyLine,
    Paragraph,
    Picture,
    Section,
    Steps,
    Strong,
    Term,
    Text,
    To,
    Web,
)
from .says import MARK, MARKED, duty, told
from .terms import anchor

# Whatever any parser or extension could read as markup within a line.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>&#|~^=$]")
# Whatever could begin a block: a bullet, a definition, an admonition, a number with a full stop.
_BLOCK_START = re.compile(r"\s*(?:[-+:!?%]|\d+[.)](?=\s|$))")


def write(document: Document, downloads: Sequence[Download] = ()) -> str:
    """The document as a Markdown file; ``downloads`` are the documents that stand beside it."""
    writer = _Writer(document.address, downloads)
    fields = {"title": document.title, "description": document.summary, "kind": document.kind, "id": document.id}
    head = ["---", *(f"{name}: {embedded(value)}" for name, value in fields.items() if value), "---"]
    data = (f'<script type="application/ld+json">{embedded(data)}</script>' for data in document.data)
    return _apart(["\n".join(head), f"# {literal(document.title)}", *writer.blocks(document.blocks), *data]) + "\n"


def blocks(content: Blocks, address: str) -> str:
    """Blocks as a part of the page at the address."""
    return _apart(_Writer(address, ()).blocks(content))


def literal(text: str) -> str:
    """A plain text as one line that shows it to the letter."""
    return guarded(_escaped(re.sub(r"\s+", " ", text)))


def guarded(line: str) -> str:
    """The line with its first character harmless, so that it stays a paragraph."""
    found = _BLOCK_START.match(line)
    return line if not found else line[: found.end() - 1] + f"&#{ord(line[found.end() - 1])};" + line[found.end() :]


_LISTS = Bullets | Steps | Facts | Downloads | Cards


class _Writer:
    def __init__(self, address: str, downloads: Sequence[Download]) -> None:
        self._address, self._downloads = address, downloads

    def blocks(self, content: Blocks) -> list[str]:
        result: list[str] = []
        before: Block | None = None
        for block in content:
            if isinstance(block, _LISTS) and isinstance(before, _LISTS):
                # A comment keeps two lists apart that would otherwise become one.
                result.append("<!-- -->")
            if written := self._block(block):
                result.append(written)
                before = block
        return result

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph(body):
                line = self.line(body)
                return guarded(line) if body and isinstance(body[0], Text) else line
            case Bullets(items, loose):
                return self._list(("-" for _ in items), map(self._item, items), loose)
            case Steps(items, loose):
                return self._list((f"{number}." for number in range(1, len(items) + 1)), map(self._item, items), loose)
            case Facts(rows):
                facts = (f"**{_escaped(name)}:** {self.line(said)}" for name, said in rows)
                return self._list(("-" for _ in rows), facts, False)
            case Section(_, heading, content, level):
                return _apart([f"{'#' * level} {guarded(self.line(heading))}", *self.blocks(content)])
            case Downloads(lists):
                found = beside(self._downloads, self._address if lists else "")
                return "\n".join(f"- {self._download(download)}" for download in found)
            case Cards(cards):
                return self._list(("-" for _ in cards), (self._card(card) for card in cards), False)
            case Filtered(_, cards):
                return self._block(cards)
            case Duties(duties):
                return self._list(("-" for _ in duties), (self._item(duty(one)) for one in duties), True)
            case Html(markup):
                # An empty line would end it.
                return "\n".join(line for line in markup.splitlines() if line.strip())
            case Only(medium, content):
                return _apart(self.blocks(content)) if medium is Medium.SCREEN else ""
            case Drawing():
                raise AssertionError("a drawing is for paper")

    def line(self, body: Line) -> str:
        return "".join(map(self._inline, body))

    def _inline(self, part: Inline) -> str:
        match part:
            case Text(text):
                return _escaped(text)
            case Strong(body):
                return f"<strong>{self.line(body)}</strong>"
            case Emphasis(body):
                # Not stars: the parsers disagree about where those that touch begin and end.
                return f"<em>{self.line(body)}</em>"
            case Term(text, _):
                return f"[{_escaped(text)}](#{anchor(part)})"
            case To(address, body):
                return f"[{self.line(body)}]({addresses.relative(self._address, address)})"
            case Web(url, body):
                return f"[{self.line(body)}]({_target(url)})"
            case Marked():
                return f"<em>{MARKED}</em>"
            case Mark():
                return _escaped(MARK)
            case Break():
                return "<br>"
            case Anchor(key):
                return f'<span id="{key}"></span>'
            case Code(text):
                return f"`{text}`"
            case Picture(address, described):
                return f"![{_escaped(described)}]({addresses.relative(self._address, address)})"
            case Also(page):
                return "".join(f" · {self._download(download)}" for download in beside(self._downloads, page))
            case OnlyLine(medium, body):
                return self.line(body) if medium is Medium.SCREEN else ""

    def _card(self, card: Card) -> str:
        more = self.line(card.more).removeprefix(" · ")
        return self.line(told(card)) + (f" {more}" if more else "")

    def _download(self, download: Download) -> str:
        return self._inline(To(download.address, (Text(download.name),)))

    def _item(self, item: Blocks) -> str:
        return _apart(self.blocks(item))

    def _list(self, marks: Iterable[str], items: Iterable[str], loose: bool) -> str:
        written = (f"{mark:<4}" + item.replace("\n", "\n    ") for mark, item in zip(marks, items, strict=True))
        return ("\n\n" if loose else "\n").join(written)


def _apart(parts: Iterable[str]) -> str:
    return "\n\n".join(filter(None, parts))


def _escaped(text: str) -> str:
    return _MARKUP.sub(lambda found: f"&#{ord(found[0])};", text)


def _target(url: str) -> str:
    """A web address as the target of a link."""
    return re.sub(r"[()\\`\[\]]", lambda found: f"%{ord(found[0]):02X}", url)
