"""The JSON Schema of a record, for an editor that helps while one writes."""

from collections.abc import Collection, Mapping
from typing import Any

from .. import source
from .practice import Intervention


def schema(words: Mapping[str, Collection[str]]) -> dict[str, Any]:
    """The JSON Schema of an intervention's front matter, its vocabularies filled in."""
    result = Intervention.model_json_schema(by_alias=True)
    result["required"].remove(source.SECTIONS)
    del result["properties"][source.SECTIONS], result["$defs"]["PracticeSections"]

    def fill(node: Any) -> None:
        match node:
            case dict():
                if (name := node.pop("vocabulary", None)) in words:
                    node["enum"] = list(words[name])
                for child in node.values():
                    fill(child)
            case list():
                for child in node:
                    fill(child)

    fill(result)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **result}
