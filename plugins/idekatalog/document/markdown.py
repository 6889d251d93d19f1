"""A document as Markdown that means the same to every parser: CommonMark, Python-Markdown and their extensions."""

import re
from collections.abc import Iterable, Sequence

from .. import addresses
from ..language.words import _
from .download import Download, beside
from .html import embedded
from .nodes import (
    Also,
    Anchor,
    Block,
    Blocks,
    Break,
    Bullets,
    Callout,
    Card,
    Cards,
    Chips,
    Code,
    Columns,
    Document,
    Downloads,
    Drawing,
    Duties,
    Emphasis,
    Fact,
    Facts,
    Filtered,
    Html,
    Inline,
    Lane,
    Lanes,
    Line,
    Mark,
    Marked,
    Medium,
    Minutes,
    Numbers,
    Only,
    OnlyLine,
    Opening,
    Paragraph,
    Picture,
    Procedure,
    Run,
    Section,
    Share,
    Signs,
    Step,
    Steps,
    Strong,
    Switch,
    Term,
    Text,
    To,
    Toolbar,
    Voice,
    Web,
)
from .says import MARK, MARKED, duty, minutes, told
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


_LISTS = Bullets | Steps | Facts | Downloads | Cards | Signs | Lanes | Minutes | Numbers | Toolbar


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
            case Section(_, heading, content, level, _, note):
                # The anchor of what is folded elsewhere is made of the heading here.
                said = f" {_escaped(note)}" if note else ""
                return _apart([f"{'#' * level} {guarded(self.line(heading))}{said}", *self.blocks(content)])
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
            case Opening(first, aside):
                return _apart(self.blocks((*first, *aside)))
            case Columns(columns):
                return _apart(self.blocks(tuple(inner for column in columns for inner in column)))
            case Switch(_, views):
                return _apart(self.blocks(tuple(inner for _, view in views for inner in view)))
            case Callout(name, body):
                return f"<strong>{_escaped(name)}</strong> {self.line(body)}"
            case Chips(name, items):
                return f"<strong>{_escaped(name)}</strong> " + " ".join(map(self.line, items))
            case Signs(signs):
                return self._list(("-" for _ in signs), map(self._fact, signs), False)
            case Procedure(runs):
                return _apart(self._run(run) for run in runs)
            case Lanes(_, lanes):
                return self._list(("-" for _ in lanes), map(self._lane, lanes), False)
            case Numbers(numbers):
                return self._list(("-" for _ in numbers), map(_number, numbers), False)
            case Voice(who, says):
                return f"<strong>{_escaped(who)}</strong> {_escaped(says)}"
            case Toolbar(actions):
                ways = [*(self._inline(to) for _, to in actions), *map(self._download, self._downloads)]
                return self._list(("-" for _ in ways), ways, False)
            case Minutes():
                return self._block(minutes(block))
            case Share(title, text, links):
                return _apart([f"<strong>{_escaped(title)}</strong>", _escaped(text), *map(self._inline, links)])
            case Drawing():
                raise AssertionError("a drawing is for paper")

    def _fact(self, fact: Fact) -> str:
        more = (Text(" "), *fact.more) if fact.more else ()
        return f"<strong>{_escaped(fact.name)}</strong> {self.line((*fact.said, *more))}"

    def _run(self, run: Run) -> str:
        said = self._list((f"{step.number}." for step in run.steps), map(self._step, run.steps), False)
        # A comment keeps it from going on with the list before.
        return _apart([f"<strong>{_escaped(run.who)}</strong>" if run.who else "<!-- -->", said])

    def _step(self, step: Step) -> str:
        notes = f"<small>{_escaped(step.notes)}</small>" if step.notes else ""
        return " ".join(filter(None, (f"<strong>{self.line(step.action)}</strong>", notes, self.line(step.detail))))

    def _lane(self, lane: Lane) -> str:
        # Its steps are told with the procedure.
        said = (f"<strong>{self.line(lane.who)}</strong>", _escaped(lane.presence), _escaped(lane.task))
        return " ".join(filter(None, said))

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
                return f"<em>{_(MARKED)}</em>"
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


def _number(item: tuple[str, str]) -> str:
    return f"<strong>{_escaped(item[0])}</strong> {_escaped(item[1])}"


def _apart(parts: Iterable[str]) -> str:
    return "\n\n".join(filter(None, parts))


def _escaped(text: str) -> str:
    return _MARKUP.sub(lambda found: f"&#{ord(found[0])};", text)


def _target(url: str) -> str:
    """A web address as the target of a link."""
    return re.sub(r"[()\\`\[\]]", lambda found: f"%{ord(found[0]):02X}", url)
