"""A document as what it says: the running text of each section, and apart from it the words that only label something."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .nodes import (
    Block,
    Bullets,
    Callout,
    Chips,
    Document,
    Duties,
    Emphasis,
    Facts,
    Inline,
    Lanes,
    Line,
    Minutes,
    Numbers,
    Only,
    OnlyLine,
    Paragraph,
    Picture,
    Procedure,
    Section,
    Signs,
    Steps,
    Strong,
    Term,
    Text,
    To,
    Voice,
    Web,
    arranged,
    words,
)
from .says import stretch

BETWEEN = Text(" · ")
_LETTER = re.compile(r"\w")
_SENTENCE = re.compile(r"[.!?][)\"']*$")


@dataclass(frozen=True)
class Part:
    """A section: its heading, its anchor ("" for the top of the page), and what it says.

    ``text`` are its sentences, a line each block. ``labels`` are words one may look for that are no sentence: rows of words,
    what leads in, what is said small, where a link leads.
    """

    heading: str
    anchor: str
    text: str
    labels: str = ""
    names: str = ""
    """What the section is called besides its heading."""


def write(document: Document) -> tuple[Part, ...]:
    """The top of the page and its sections, those within others too, in the order of the page.

    What only leads elsewhere says nothing of the page: a line that is all links, cards, documents to fetch, drawings. The summary
    is the document's own, so the paragraph that shows it is left out.
    """
    return parts(block for block in arranged(document.blocks) if not _is(block, document.summary))


def parts(blocks: Iterable[Block], heading: str = "", anchor: str = "") -> tuple[Part, ...]:
    """The same of blocks below a heading."""
    return tuple(_parts(heading, anchor, blocks))


def links(blocks: Iterable[Block]) -> Iterator[str]:
    """What the links out of the catalogue are called."""
    for block in arranged(blocks):
        match block:
            case Paragraph(body):
                yield from (words(part.body) for part in body if isinstance(part, Web))
            case Bullets(items):
                yield from (link for item in items for link in links(item))


def _is(block: Block, summary: str) -> bool:
    return isinstance(block, Paragraph) and words(block.body) == summary


def _parts(heading: str, key: str, blocks: Iterable[Block]) -> Iterator[Part]:
    below = list(_shown(blocks))
    said = [(text, sentence) for block in below for text, sentence in _rows(block) if text]
    yield Part(
        heading,
        key,
        "\n".join(text for text, sentence in said if sentence),
        "\n".join(text for text, sentence in said if not sentence),
    )
    for block in below:
        if isinstance(block, Section):
            yield from _parts(words(block.heading), block.key, block.blocks)


def _shown(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in arranged(blocks):
        if isinstance(block, Only):
            yield from _shown(block.blocks)
        else:
            yield block


def is_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return bool(_SENTENCE.search(text))


Row = tuple[str, bool]
"""A text, and whether it is a sentence."""


def _rows(block: Block) -> Iterator[Row]:
    match block:
        case Paragraph(body):
            yield from ((text, sentence and is_sentence(text)) for text, sentence in _line(body))
        case Bullets(items) | Steps(items):
            # An item need not end as a sentence to be read as one.
            for inner in _shown(block for item in items for block in item):
                yield from _line(inner.body) if isinstance(inner, Paragraph) else _rows(inner)
        case Duties(duties):
            for duty in duties:
                yield words(duty.task), True
                yield from ((words(step), True) for _, _, steps in duty.phases for step in steps)
        case Facts(facts):
            for name, said in facts:
                text = words(said)
                yield (f"{name}: {text}", True) if is_sentence(text) else (text, False)
        case Callout(_, body):
            yield words(body), True
        case Chips(_, items):
            yield ", ".join(map(words, items)), False
        case Signs(signs):
            yield from ((words(fact.said), False) for fact in signs)
        case Procedure(runs):
            for run in runs:
                yield run.who, False
                for step in run.steps:
                    yield words((*step.action, Text(" "), *step.detail)).strip(), True
                    yield step.notes, False
        case Minutes(_, stretches):
            for one in stretches:
                yield words(stretch(one)), True
        case Lanes(_, rows):
            # The steps stand in the procedure.
            yield from ((f"{words(lane.who)}: {lane.task}", True) for lane in rows if lane.task)
        case Numbers(numbers):
            yield from ((f"{number} {meaning}", True) for number, meaning in numbers)
        case Voice(who, says):
            yield f"{who} {says}", True


def _line(body: Line) -> Iterator[Row]:
    """A line as a sentence, and what is said small behind it; nothing where it is all links within the catalogue."""
    yield from ((described, False) for part in body if isinstance(part, Picture) and (described := part.described))
    while body and isinstance(body[-1], Emphasis) and len(body) > 1:
        yield words((body[-1],)), False
        body = body[:-1]
    if BETWEEN in body:
        # Ways on from here, side by side.
        yield words(body), False
    elif _LETTER.search("".join(_own(body))):
        text = words(body).strip()
        yield text, not text.endswith(":")
    else:
        yield from ((words(part.body), False) for part in body if isinstance(part, Web))


def _own(body: Iterable[Inline]) -> Iterator[str]:
    """What a line says beside its links."""
    for part in body:
        match part:
            case Text(text) | Term(text, _):
                yield text
            case Strong(inner) | Emphasis(inner) | OnlyLine(_, inner):
                yield from _own(inner)
            case To() | Web():
                pass
