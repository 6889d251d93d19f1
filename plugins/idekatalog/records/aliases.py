"""The keys, headings and words that an author has written in the language of the catalogue, as the Danish ones of the models.

Danish may always be written, also in one file with the other. All that is read goes through ``in_danish``, so that nothing behind
it knows of any other language.
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from ..language import keys, words
from ..language.words import _
from ..reading import source
from ..reading.problems import Origin, Problem
from .fields import Part, kinds_of, part_of


def in_danish(kind: type[Part], path: str, node: source.Node | None, problems: list[Problem]) -> source.Node | None:
    """The node of the file ``path``, or a list of such, as a ``kind`` has it.

    What has been written in both languages is a problem.
    """
    if words.code() == words.DANISH:
        return node
    match node:
        case source.Items():
            return source.Items(node.line, tuple(in_danish(kind, path, item, problems) or item for item in node.items))
        case source.Fields():
            return _part(kind.model_fields, path, node, problems)
    return node


def written(fields: Mapping[str, FieldInfo], node: source.Fields) -> dict[str, FieldInfo]:
    """The fields under the names that the node has for them, and the Danish ones under those that it has not."""
    return {
        name: field
        for danish, field in fields.items()
        for name in dict.fromkeys((danish, called(danish)))
        if name in node.nodes or name == danish
    }


def called(danish: str) -> str:
    """A key or a heading as authors write it in the language of the catalogue."""
    return keys.heading(keys.key(danish))


def headings(kind: type[Part]) -> list[str]:
    """The headings of a kind of record in the order of its model: each in Danish, and as else authors write it."""
    sections = part_of(kind.model_fields["sections"]) or Part
    danish = (field.alias or name for name, field in sections.model_fields.items())
    return list(dict.fromkeys(name for one in danish for name in (one, called(one))))


def part_in(field: FieldInfo, node: source.Fields) -> type[Part] | None:
    """The part that a node of a field is; of those that a list may mix, the one that the node says."""
    said = node.nodes.get("slags", node.nodes.get(called("slags")))
    kinds = {name: part for danish, part in kinds_of(field).items() for name in (danish, keys.word(danish))}
    return kinds.get(said.value) if kinds and isinstance(said, source.Text) else part_of(field)


def choices(field: FieldInfo) -> Iterator[str]:
    """The words of the engine that a field may hold, in Danish."""
    yield from _choices(field.annotation)


def _choices(annotation: Any) -> Iterator[str]:
    if annotation is bool:
        yield from ("ja", "nej")
    elif isinstance(annotation, type) and issubclass(annotation, Enum):
        yield from (choice.value for choice in annotation)
    elif get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for inner in get_args(annotation):
            yield from _choices(inner)


def _part(known: Mapping[str, FieldInfo], path: str, node: source.Fields, problems: list[Problem]) -> source.Fields:
    fields = {field.alias or name: field for name, field in known.items()}
    danish = {name: alias for alias in fields for name in (called(alias), alias)}
    result = source.Fields(node.line)
    for name, child in node.nodes.items():
        key, line = danish.get(name, name), node.lines[name]
        if key in result.nodes:
            twice = _("feltet står to gange")
            remedy = _("slet det ene (det første står i linje {first})").format(first=result.lines[key])
            problems.append(Problem(Origin(path, line), f"## {name}" if name[:1].isupper() else name, twice, remedy))
        else:
            result.nodes[key] = _value(fields[key], path, child, problems) if key in fields else child
            result.lines[key] = line
    return result


def _value(field: FieldInfo, path: str, node: source.Node, problems: list[Problem]) -> source.Node:
    match node:
        case source.Items():
            return source.Items(node.line, tuple(_value(field, path, item, problems) for item in node.items))
        case source.Fields():
            # Of a kind that there is not, the first: that it is none is told by the Danish key.
            part = part_in(field, node) or next(iter(kinds_of(field).values()), None)
            return _part(part.model_fields, path, node, problems) if part else node
        case source.Text():
            # As in Danish, yes and no may begin with a capital letter.
            meant = {keys.word(danish).casefold(): danish for danish in choices(field)}
            return source.Text(node.line, meant.get(node.value.casefold(), node.value), node.exact)
    return node
