"""A node to a part or a record; and what pydantic finds wrong with it, in Danish, with file and line."""

import re
from collections.abc import Mapping
from typing import TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from ..language import keys
from ..language.words import _
from ..reading import source
from ..reading.problems import Origin, Problem
from .aliases import called
from .fields import Part, Words, kinds_of, one_of, part_of
from .record import Record

P = TypeVar("P", bound=Part)
R = TypeVar("R", bound=Record)


def build(kind: type[P], path: str, node: source.Node, problems: list[Problem], words: Words, raw: bytes = b"") -> P | None:
    """The node of the file ``path`` as a ``kind``; None, and every problem, where it does not fit.

    ``words`` are the controlled vocabularies. ``raw`` is the file of a record.
    """
    found: dict[Problem, None] = {}
    try:
        part = kind.model_validate(source.plain(node), context=words)
    except ValidationError as errors:
        for error in errors.errors(include_url=False):
            if error["type"] == "too_short" and error["input"] and not isinstance(error["input"], str):
                continue  # A list none of whose items fit: each of them is reported.
            where, fields = _trace(kind, error["loc"])
            if error["type"].startswith("union_tag"):
                where = (*where, "slags")
            if isinstance(_at(node, where[:-1]), source.Text):
                where = where[:-1]  # An item written as a plain line: the field is one that only we know of.
            message, remedy = _explain(fields, node, where, error)
            if error["type"] == "no_list":
                where = _to_delete(kind, where)
            found[Problem(Origin(path, source.line(node, where)), source.name(where), message, remedy)] = None
        problems.extend(found)
        return None
    if isinstance(part, Record):
        part._path = path
        part._raw = raw
    return part


def build_again(kind: type[R], path: str, fields: object, words: Words, raw: bytes) -> R:
    """The record of the file ``path`` from its ``fields`` as ``source.plain`` gives them; ``build`` took them before.

    Raises ValidationError where they do not fit.
    """
    record = kind.model_validate(fields, context=words)
    record._path = path
    record._raw = raw
    return record


def _explain(
    fields: Mapping[str, FieldInfo], node: source.Node, where: tuple[str | int, ...], error: ErrorDetails
) -> tuple[str, str]:
    """What pydantic found, and what to do about it, in Danish; ``fields`` are those of the part it was found in."""
    context = error.get("ctx", {})
    heading = where[:1] == (source.SECTIONS,)
    match error["type"]:
        case "missing" | "union_tag_not_found":
            return _("feltet mangler"), _("skriv en linje, der begynder med {name}:").format(name=called(str(where[-1])))
        case "extra_forbidden":
            known = [called(field.alias or name) for name, field in fields.items()]
            unknown, remedy = (
                (_("afsnittet kendes ikke"), _("slet afsnittet")) if heading else (_("feltet kendes ikke"), _("slet feltet"))
            )
            return unknown, one_of(known, str(where[-1])) if known else remedy
    if where and source.is_empty(source.plain(_at(node, where))):
        if heading:
            return _("afsnittet er tomt"), _("skriv teksten, eller slet overskriften")
        field = next((field for field in fields.values() if field.alias == where[-1]), None)
        return _("feltet er tomt"), _("udfyld det") if field is None or field.is_required() else _("udfyld det, eller slet det")
    match error["type"]:
        case "catalogue":
            return context["message"], context["remedy"]
        case "no_list":
            return _("kataloget har ingen liste {path}").format(path=context["path"]), _("opret den, eller slet feltet")
        case "string_type" | "union_tag_invalid" if not isinstance(source.plain(_at(node, where)), str):
            return _("skal være en tekst"), _("skriv kun en tekst, i anførselstegn hvis den har kolon i sig")
        case "tuple_type":
            return _("skal være en liste"), _("skriv [et, to] eller en linje med bindestreg for hvert punkt")
        case "model_type" | "model_attributes_type":
            return _("skal have felter under sig"), _("skriv dem på hver sin linje, rykket ind, som navn: værdi")
        case "enum":
            choices = re.sub(r"'([\w-]+)'", lambda choice: keys.word(choice[1]), str(context["expected"]))
            choices = choices.replace(" or ", _(" eller "))
            return _("'{value}' kendes ikke").format(value=error["input"]), _("vælg {choices}").format(choices=choices)
        case "union_tag_invalid":
            tags = map(keys.word, re.findall(r"'(\w+)'", context["expected_tags"]))
            return _("'{value}' kendes ikke").format(value=context["tag"]), one_of(list(tags), context["tag"])
        case "too_long" if not isinstance(error["input"], str):
            return _("har {n} punkter").format(n=len(error["input"])), _("lad listen have højst {most}").format(
                most=context["max_length"]
            )
        case "too_long":
            return _("er på {n} tegn").format(n=len(error["input"])), _("skriv det på højst {most}").format(
                most=context["max_length"]
            )
        case "less_than_equal":
            return _("{value} er for meget").format(value=error["input"]), _("skriv højst {most}").format(most=context["le"])
    raise AssertionError(f"no Danish for {error['type']}")


def _at(node: source.Node, where: tuple[str | int, ...]) -> source.Node:
    for step in where:
        match node:
            case source.Fields() if step in node.nodes:
                node = node.nodes[str(step)]
            case source.Items() if isinstance(step, int):
                node = node.items[step]
    return node


def _to_delete(kind: type[Part], where: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """What an author deletes to be rid of a field that cannot be filled: the innermost that may be left out."""
    for end in range(len(where), 1, -1):
        _where, fields = _trace(kind, where[:end])
        field = next((field for field in fields.values() if field.alias == where[end - 1]), None)
        if field and not field.is_required():
            return where[:end]
    return where[:1]


def _trace(kind: type[Part], found: tuple[str | int, ...]) -> tuple[tuple[str | int, ...], dict[str, FieldInfo]]:
    """The keys and indices that lead to what pydantic found, and the fields of the part that holds it.

    Where a list mixes kinds of parts, pydantic names the kind as a step of its own; the file has no such level.
    """
    where: list[str | int] = []
    holder = kind
    kinds: dict[str, type[Part]] = {}
    for step in found:
        if isinstance(step, str) and step in kinds:
            kind, kinds = kinds[step], {}
            continue
        where.append(step)
        holder = kind
        if isinstance(step, str):
            field = next((field for field in kind.model_fields.values() if field.alias == step), None)
            kinds = kinds_of(field) if field else {}
            kind = (part_of(field) if field else None) or Part
    return tuple(where), holder.model_fields
