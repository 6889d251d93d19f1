"""The one form of a record's file: the order of its fields, how each is written, and nothing that is empty and may be left out.

What a record says is the same before and after; comments stay with what they stand above.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, get_args

from pydantic.fields import FieldInfo

from ..language import keys
from ..reading import source, written
from ..reading.problems import Problem
from ..reading.written import INDENT, WIDTH
from . import aliases
from .fields import Part, kinds_of, part_of
from .kinds import Kind
from .record import in_order

# A longer word of a list is a text of its own, and has a line of its own.
MOST_WORDS = 4


def formed(kind: Kind[Any], path: str, raw: bytes, problems: list[Problem]) -> bytes | None:
    """The file of a record in the one form; None, and the problems, where its fields cannot be read."""
    found: list[Problem] = []
    headings = aliases.headings(kind.record)
    node = source.record(path, raw, found, headings)
    parts = source.parts(path, raw, [])
    if node is None or parts is None:
        problems.extend(found)
        return None
    front, body = parts
    writer = _Writer(node, front)
    fields = {field.alias or "": field for field in in_order(kind.record)}
    lines = ["---", *writer.fields(fields, _without(node, source.SECTIONS), ""), *writer.rest(), "---"]
    return "\n".join([*lines, *_body(node, body, len(front) + 2, headings)]).encode() + b"\n"


def _without(node: source.Fields, key: str) -> source.Fields:
    return source.Fields(node.line, {name: child for name, child in node.nodes.items() if name != key}, node.lines)


def _body(node: source.Fields, body: Sequence[str], first: int, headings: Sequence[str]) -> Iterator[str]:
    """The sections in the order of the model, those it does not know at the end.

    ``first`` is the line of the file that the body begins in.
    """
    sections = node.nodes[source.SECTIONS]
    assert isinstance(sections, source.Fields)
    above = body[: min(sections.lines.values(), default=first + len(body)) - first]
    texts = {heading: child.value for heading, child in sections.nodes.items() if isinstance(child, source.Text)}
    order = (*(one for one in headings if one in texts), *(one for one in texts if one not in headings))
    told = ["\n".join(above), *(f"## {one}\n\n{_trimmed(texts[one])}" for one in order)]
    for text in filter(None, map(_trimmed, told)):
        yield from ("", *text.split("\n"))


def _trimmed(text: str) -> str:
    """The text without empty lines around it, and with nothing in those that are empty."""
    return re.sub(r"^[ \t]+$", "", text, flags=re.MULTILINE).strip("\n").rstrip()


class _Writer:
    """Writes the fields of one file, each with the comments that stand at it."""

    def __init__(self, node: source.Fields, front: Sequence[str]) -> None:
        self.before: dict[int, list[written.Comment]] = {}
        self.after: dict[int, list[written.Comment]] = {}
        lines = sorted({line for path, line in source.keys(node) if path[0] != source.SECTIONS} | set(_items(node)))
        for comment in written.comments("\n".join(front) + "\n", source.LOADER):
            above = [line for line in lines if line <= comment.line]
            below = next((line for line in lines if line > comment.line), None)
            left = _indent(front[below - 1]) if below else -1
            # What stands under a field, and further in than what follows, belongs to that field.
            if comment.alone and above and left < comment.column <= _indent(front[above[-1] - 1], "- "):
                self.after.setdefault(above[-1], []).append(comment)
            elif below and (comment.alone or comment.first):
                self.before.setdefault(below, []).append(comment)
            else:
                self.before.setdefault(above[-1] if above else 0, []).append(comment)

    def fields(self, known: Mapping[str, FieldInfo], node: source.Fields, indent: str) -> Iterator[str]:
        """The fields of a mapping, those that are known first and in their order; without what is empty and may be left out."""
        known = aliases.written(known, node)
        for key in (*(key for key in known if key in node.nodes), *(key for key in node.nodes if key not in known)):
            child, field = node.nodes[key], known.get(key)
            if field is not None and not field.is_required() and source.is_empty(source.plain(child)):
                continue
            line = node.lines[key]
            yield from self.above(line, indent)
            yield from self.value(f"{indent}{key}:", child, field, indent)
            yield from self.below(line)

    def value(self, begin: str, node: source.Node, field: FieldInfo | None, indent: str) -> Iterator[str]:
        """What stands behind a name, or behind the hyphen of an item; ``begin`` is that, and stands ``indent`` in."""
        match node:
            case source.Text():
                text = _typed(" ".join(node.value.split()), field)
                one = f"{begin} {written.scalar(text, typed=_is(field, int, date, bool))}" if text else begin
                lines = written.folded(text, indent + INDENT)
                yield from [one] if len(one) <= WIDTH or len(lines) < 2 else [f"{begin} >-", *lines]
            case source.Fields():
                yield begin if node.nodes else f"{begin} {{}}"
                yield from self.fields(_fields_of(field, node), node, indent + INDENT)
            case source.Items():
                if short := self.short(node, field, begin):
                    # In one line, there is none for a comment.
                    for line in sorted({item.line for item in node.items}):
                        yield from self.above(line, indent)
                    yield short
                else:
                    yield begin
                    for item in node.items:
                        yield from self.item(item, field, indent + INDENT)

    def item(self, node: source.Node, field: FieldInfo | None, indent: str) -> Iterator[str]:
        """An item of a list, behind its hyphen."""
        if not isinstance(node, source.Fields) or not node.nodes:
            yield from self.above(node.line, indent)
            yield from self.value(f"{indent}-", node, field, indent)
            yield from self.below(node.line)
            return
        here = self.before.pop(node.line, [])
        first = [f"{indent}- {comment.text}" for comment in here if comment.first]
        self.before[node.line] = [comment for comment in here if not comment.first]
        yield from self.above(node.line, indent)
        lines = list(self.fields(_fields_of(field, node), node, indent + INDENT))
        while not first and lines and lines[0].lstrip().startswith("#"):
            yield f"{indent}{lines.pop(0).lstrip()}"
        if not first:
            first = [f"{indent}- {lines.pop(0).lstrip()}" if lines else f"{indent}- {{}}"]
        yield from (*first, *lines)

    def short(self, node: source.Items, field: FieldInfo | None, begin: str) -> str | None:
        """The list in one line, where it is one of words and fits."""
        if field and (field.alias == source.ASKED or part_of(field) or kinds_of(field)):
            return None
        texts = [" ".join(item.value.split()) for item in node.items if isinstance(item, source.Text)]
        row = begin.endswith("-")
        if len(texts) < len(node.items) or not (row or all(map(_is_short, texts))):
            return None
        one = f"{begin} [{', '.join(written.scalar(text, in_flow=True) for text in texts)}]"
        return one if len(one) <= WIDTH else None

    def above(self, line: int, indent: str) -> Iterator[str]:
        """The comments that stand above the line of a field."""
        for comment in self.before.pop(line, ()):
            yield from [""] if comment.apart else []
            yield f"{' ' * comment.column if comment.alone else indent}{comment.text}"

    def below(self, line: int) -> Iterator[str]:
        """The comments that stand below a field and belong to it."""
        for comment in self.after.pop(line, ()):
            yield from [""] if comment.apart else []
            yield f"{' ' * comment.column}{comment.text}"

    def rest(self) -> Iterator[str]:
        """The comments of fields that are no longer there."""
        left = [comment for those in (*self.before.values(), *self.after.values()) for comment in those]
        for comment in sorted(left, key=lambda comment: comment.line):
            yield from [""] if comment.apart else []
            yield comment.text


def _indent(row: str, blanks: str = " ") -> int:
    return len(row) - len(row.lstrip(blanks))


def _items(node: source.Node) -> Iterator[int]:
    """The lines of the items of all lists below a node."""
    for _, items in source.lists(node):
        yield from (item.line for item in items.items)


def _fields_of(field: FieldInfo | None, node: source.Fields) -> dict[str, FieldInfo]:
    """The fields of the part that a field holds, by what they are called in a file."""
    if field is None:
        return {}
    part = aliases.part_in(field, node) or Part
    return {inner.alias or name: inner for name, inner in part.model_fields.items()}


def _is_short(text: str) -> bool:
    return len(text.split()) <= MOST_WORDS and not text.endswith((".", "!", "?", "…"))


def _types(annotation: Any) -> Iterator[Any]:
    """The types that a field may be of, without what they are annotated with."""
    if inner := get_args(annotation):
        for one in inner:
            yield from _types(one)
    else:
        yield annotation


def _is(field: FieldInfo | None, *types: type) -> bool:
    """Whether the field is of one of the types."""
    return field is not None and any(isinstance(one, type) and one in types for one in _types(field.annotation))


def _typed(text: str, field: FieldInfo | None) -> str:
    """A text as its field has it: yes for true, and a date without a time."""
    if _is(field, bool):
        return {"true": keys.word("ja"), "false": keys.word("nej")}.get(text.casefold(), text.casefold())
    if _is(field, date) and re.match(r"\d{4}-\d{2}-\d{2}[Tt ]", text):
        return text[:10]
    return text
