"""A document as the data that Typst sets on paper: blocks and runs as dictionaries, each with its ``kind``.

What paper shows of them is in the templates of ``paper/templates``.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from .. import addresses
from ..language.words import _
from .nodes import (
    Also,
    Anchor,
    Blocks,
    Break,
    Bullets,
    Callout,
    Cards,
    Chips,
    Code,
    Columns,
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
    Section,
    Share,
    Signs,
    Step,
    Steps,
    Strong,
    Style,
    Switch,
    Term,
    Text,
    To,
    Toolbar,
    Voice,
    Web,
    join,
)
from .says import MARK, MARKED, duty, minutes, told
from .terms import anchor

# What stands out from the text around it wherever it is.
PANELS = (Style.GOOD, Style.CARE, Style.ASK, Style.FACTS)

Block = dict[str, Any]
Run = dict[str, Any]
Split = Callable[[str], list[Run]]
"""A text as runs, so that the words of a glossary can be found in it."""


def text(words: str) -> Run:
    return {"kind": "text", "text": words}


def plain(runs: Sequence[Run]) -> str:
    """The words of the runs alone, a line for every line."""

    def words(run: Run) -> str:
        if run["kind"] == "break":
            return "\n"
        return run["text"] if "text" in run else plain(run.get("body", ()))

    return "".join(map(words, runs))


def write(
    blocks: Blocks, address: str, site: str, split: Split = lambda words: [text(words)], glossary: bool = False
) -> list[Block]:
    """The blocks of the page at the address; ids and links are addresses from the site's root.

    ``site`` is the address of the site, "" where nobody knows. Where the ``glossary`` is printed too, its words lead there.
    """
    return list(Writer(address, site, split, glossary).blocks(blocks))


class Writer:
    """The blocks and lines of the page at an address."""

    def __init__(self, address: str, site: str, split: Split, glossary: bool) -> None:
        self._address, self._site, self._split, self._glossary = address, site.rstrip("/"), split, glossary
        self._ids: set[str] = set()

    def blocks(self, blocks: Blocks) -> Iterator[Block]:
        for block in blocks:
            match block:
                case Section(key, heading, below, level, style):
                    # A heading stands in the contents and above every page too: its words are no places in the text.
                    body = list(self._runs(heading, lambda words: [text(words)]))
                    title = {"kind": "heading", "level": level, "body": body, "id": self._id(key)}
                    if level == 2 or style in PANELS:
                        yield {
                            **title,
                            "kind": "section",
                            "style": style.value if style else "depth" if below and all(map(_is_folded, below)) else "",
                            "blocks": list(self.blocks(below)),
                        }
                    else:
                        yield title
                        yield from self.blocks(below)
                case Paragraph(body):
                    yield self._paragraph(body)
                case Bullets(items) | Steps(items):
                    written = [list(self.blocks(item)) for item in items]
                    yield {"kind": "list", "ordered": isinstance(block, Steps), "items": written}
                case Facts(rows):
                    facts = [[self._paragraph((Strong((Text(f"{name}:"),)), Text(" "), *said))] for name, said in rows]
                    yield {"kind": "list", "ordered": False, "items": facts}
                case Cards(cards):
                    yield {"kind": "list", "ordered": False, "items": [[self._paragraph(told(card))] for card in cards]}
                case Filtered(_, cards):
                    yield from self.blocks((cards,))
                case Duties(duties):
                    yield {"kind": "list", "ordered": False, "items": [list(self.blocks(duty(one))) for one in duties]}
                case Drawing(svg, described, caption):
                    yield {"kind": "drawing", "svg": svg, "described": described, "caption": caption}
                case Only(medium, inner):
                    yield from self.blocks(inner) if medium is Medium.PAPER else ()
                case Opening(first, beside):
                    yield from self.blocks((*first, *beside))
                case Columns(columns):
                    yield from (inner for column in columns for inner in self.blocks(column))
                case Switch(_, views):
                    yield from (inner for _, view in views for inner in self.blocks(view))
                case Callout(name, body):
                    yield {"kind": "callout", "name": name, "body": self.line(body)}
                case Chips(name, items):
                    yield self._paragraph((Strong((Text(name),)), Text(": "), *join(", ", items)))
                case Signs(signs):
                    yield {"kind": "facts", "facts": list(map(self._fact, signs))}
                case Procedure(runs):
                    taken = [{"who": run.who, "steps": list(map(self._step, run.steps))} for run in runs]
                    yield {"kind": "procedure", "runs": taken}
                case Lanes(_, lanes):
                    yield {"kind": "lanes", "rows": list(map(self._lane, lanes))}
                case Numbers(numbers):
                    yield {"kind": "numbers", "items": list(map(_number, numbers))}
                case Voice(who, says):
                    yield {"kind": "voice", "who": who, "says": self.line((Text(says),))}
                case Minutes():
                    yield from self.blocks((minutes(block),))
                case Downloads() | Html() | Toolbar() | Share():
                    pass

    def _fact(self, fact: Fact) -> Block:
        return {"name": fact.name, "said": self.line(fact.said), "more": self.line(fact.more)}

    def _step(self, step: Step) -> Block:
        said = {"action": self.line(step.action), "detail": self.line(step.detail), "notes": step.notes}
        return {"number": step.number, "optional": step.optional, **said}

    def _lane(self, lane: Lane) -> Block:
        """A role and its task; of its steps, which are told with the procedure, the numbers."""
        numbers = [str(step.number) for cell in lane.cells for step in cell]
        return {"who": self.line(lane.who), "presence": lane.presence, "task": lane.task, "steps": ", ".join(numbers)}

    def _paragraph(self, body: Line) -> Block:
        return {"kind": "paragraph", "body": self.line(body)}

    def line(self, body: Line) -> list[Run]:
        return list(self._runs(body, self._split))

    def _runs(self, body: Iterable[Inline], split: Split) -> Iterator[Run]:
        """The runs of a line, the texts that follow each other as one."""
        words = ""
        for part in _shown(body):
            match part:
                case Text(said) | Code(said):
                    words += said
                    continue
                case Mark():
                    words += MARK
                    continue
            if words:
                yield from split(words)
                words = ""
            yield self._run(part, split)
        if words:
            yield from split(words)

    def _run(self, part: Inline, split: Split) -> Run:
        match part:
            case Strong(body):
                return {"kind": "strong", "body": list(self._runs(body, split))}
            case Emphasis(body):
                return {"kind": "em", "body": list(self._runs(body, split))}
            case Marked():
                return {"kind": "em", "body": split(_(MARKED))}
            case To(address, body):
                return {"kind": "link", **self._to(address), "body": list(self._runs(body, split))}
            case Web(url, body):
                return {"kind": "link", "to": url, "url": url, "body": list(self._runs(body, split))}
            case Term(said, key):
                leads = {"to": entry(key), "url": ""} if self._glossary else self._to(f"{self._address}#{anchor(part)}")
                return {"kind": "link", **leads, "body": split(said)}
            case Break():
                return {"kind": "break"}
            case Anchor(key):
                return {"kind": "anchor", "id": self._id(key)}
            case Picture(address, described):
                return {"kind": "image", **self._to(address), "described": described}
        raise AssertionError(f"{part} is not for paper")

    def _to(self, address: str) -> dict[str, str]:
        page, hash, key = address.partition("#")
        return {"to": address, "url": f"{self._site}{addresses.path(page)}{hash}{key}" if self._site else ""}

    def _id(self, key: str) -> str | None:
        """The address of a place; None for one that is there already, as may be on a page written by hand."""
        if not key or key in self._ids:
            return None
        self._ids.add(key)
        return f"{self._address}#{key}"


def _is_folded(block: object) -> bool:
    return isinstance(block, Section) and block.style is Style.FOLD


def _number(item: tuple[str, str]) -> Block:
    return {"number": item[0], "meaning": item[1]}


def _shown(body: Iterable[Inline]) -> Iterator[Inline]:
    """The parts of a line that paper shows."""
    for part in body:
        match part:
            case OnlyLine(medium, inner):
                yield from _shown(inner) if medium is Medium.PAPER else ()
            case Also():
                pass
            case _:
                yield part


def entry(word: str) -> str:
    """Where the glossary explains the word with the key."""
    return f"{addresses.GLOSSARY}#{word}"


def places(content: object) -> Iterator[str]:
    """The id of every place in the blocks, in the order of the text."""
    if isinstance(content, dict):
        if content.get("id"):
            yield content["id"]
        content = list(content.values())
    if isinstance(content, Sequence) and not isinstance(content, str):
        for part in content:
            yield from places(part)
