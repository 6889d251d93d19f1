"""The JSON Schema of a record, for an editor that helps while one writes."""

from collections.abc import Collection, Mapping
from typing import Any

from ..reading import source
from .fields import part_of
from .kinds import Kind


def schema(kind: Kind[Any], words: Mapping[str, Collection[str]]) -> dict[str, Any]:
    """The JSON Schema of the front matter of a kind of record, its vocabularies filled in."""
    result = kind.record.model_json_schema(by_alias=True)
    sections = part_of(kind.record.model_fields["sections"])
    assert sections is not None
    result["required"].remove(source.SECTIONS)
    del result["properties"][source.SECTIONS], result["$defs"][sections.__name__]

    def fill(node: Any) -> None:
        match node:
            case dict():
                if name := node.pop("vocabulary", None):
                    node["enum"] = list(words.get(name, ()))
                for child in node.values():
                    fill(child)
            case list():
                for child in node:
                    fill(child)

    fill(result)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **result}
