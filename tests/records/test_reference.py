"""docs/records.md: every field of every record and list, as the model has it. ``make golden`` writes it anew."""

from collections.abc import Iterator
from typing import Any

import pytest

from idekatalog.reading import source
from idekatalog.records.fields import Part, kinds_of, part_of
from idekatalog.records.glossary import Entry, Name
from idekatalog.records.kinds import KINDS
from idekatalog.records.look import Look
from idekatalog.records.publisher import Publisher
from idekatalog.records.record import Reviewed
from idekatalog.records.vocabulary import SearchWords, Term
from places import ROOT

REFERENCE = ROOT / "docs/records.md"
LISTS = {
    "data/vocabulary/*.yml": Term,
    "data/vocabulary/soegeord.yml`, `engelsk.yml` and `nabosprog.yml": SearchWords,
    "data/glossary.yml": Entry,
    "data/organisations.yml": Name,
    "data/udgiver.yml": Publisher,
    "data/udseende.yml": Look,
}
HEAD = """\
# Records

Every field of every kind of record, written from the model (`plugins/idekatalog/records`) by `make golden`. The keys and what to write
there are Danish, as their authors meet them; the names beside them are those of the code. A record is a file `<id>.md`: its fields
stand as YAML between two lines `---`, and its sections below, each under a heading `##`. `make new SLAGS=<kind> ID=<id>` writes an
empty one, and `make schema SLAGS=<kind>` the JSON Schema."""


def reference() -> str:
    """The whole of docs/records.md."""
    shown: dict[tuple[str, ...], str] = {}
    parts: dict[type[Part], None] = {}
    lines = [HEAD]
    for kind in KINDS.values():
        lines += ["", f"## {kind.noun}", "", f"`{kind.record.__name__}`, in `{kind.folder}/`."]
        table = tuple(fields(kind.record))
        if table in shown:
            lines += [f"Its fields are those of [{shown[table]}](#{shown[table]})."]
            continue
        shown[table] = kind.noun
        lines += ["", *table]
        gather(kind.record, parts)
    lines += ["", "## Lists"]
    for files, part in LISTS.items():
        lines += ["", f"### {part.__name__}", "", f"In `{files}`.", "", *fields(part)]
        gather(part, parts)
    lines += ["", "## Parts", "", "What the records above are made of."]
    for part in parts:
        lines += ["", f"### {part.__name__}", "", *fields(part)]
    return "\n".join(lines) + "\n"


def fields(part: type[Part]) -> Iterator[str]:
    """The fields of a part as a table; of a record first its own, then those of every reviewed record, then its sections."""
    yield "| key | in code | type | required | what to write |"
    yield "| --- | --- | --- | --- | --- |"
    schema = part.model_json_schema(by_alias=True)
    own = next(one for one in (schema, *schema.get("anyOf", ())) if "properties" in one)
    for name, field in sorted(part.model_fields.items(), key=lambda item: item[0] in Reviewed.model_fields):
        if field.alias == source.SECTIONS:
            continue
        kind = told(own["properties"][field.alias], schema.get("$defs", {}))
        yield f"| `{field.alias}` | `{name}` | {kind} | {'yes' if field.is_required() else ''} | {field.description} |"
    sections = part_of(part.model_fields["sections"]) if "sections" in part.model_fields else None
    for name, field in sections.model_fields.items() if sections else ():
        required = "yes" if field.is_required() else ""
        yield f"| `## {field.alias}` | `sections.{name}` | Markdown | {required} | {field.description} |"


def told(schema: dict[str, Any], parts: dict[str, Any]) -> str:
    """What may be written, in English."""
    match schema:
        case {"anyOf": [inner, {"type": "null"}]}:
            return told(inner, parts)
        case {"$ref": where}:
            name = where.rpartition("/")[2]
            if "enum" in parts[name]:
                return told(parts[name], parts)
            plain = "text or " if "anyOf" in parts[name] else ""
            return f"{plain}[{name}](#{name.lower()})"
        case {"oneOf": kinds}:
            return " or ".join(told(kind, parts) for kind in kinds)
        case {"enum": words}:
            return " or ".join(f"`{word}`" for word in words)
        case {"const": word}:
            return f"`{word}`"
        case {"vocabulary": name}:
            return f"a word of [{name}](../data/vocabulary/{name}.yml)"
        case {"type": "array", "items": item}:
            return f"list{most(schema, 'maxItems')} of {told(item, parts)}"
        case {"type": "object", "additionalProperties": value}:
            return f"words, each with a {told(value, parts)}"
        case {"format": "date"}:
            return "date"
        case {"type": "integer"}:
            return f"number{most(schema, 'le')}"
    assert schema["type"] == "string"
    return f"text{most(schema, 'maxLength')}"


def most(schema: dict[str, Any], limit: str) -> str:
    return f" (at most {schema[limit]})" if limit in schema else ""


def gather(part: type[Part], parts: dict[type[Part], None]) -> None:
    """Adds the parts that a part is made of, in the order they are met."""
    for field in part.model_fields.values():
        if field.alias == source.SECTIONS:
            continue
        inner = part_of(field)
        for one in (*([inner] if inner else []), *kinds_of(field).values()):
            parts.setdefault(one)
            gather(one, parts)


def test_the_reference_is_what_the_model_says(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--golden"):
        REFERENCE.write_text(reference(), encoding="utf-8")
    assert REFERENCE.read_text(encoding="utf-8") == reference()


def test_no_two_headings_are_alike() -> None:
    headings = [line.lower() for line in reference().splitlines() if line.startswith("##")]
    assert len({heading.lstrip("#") for heading in headings}) == len(headings)
