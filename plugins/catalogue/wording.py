"""The words of ``mkdocs.yml`` that pages show, and the fields of pages that ask for something of the theme."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import yaml

from . import source, text
from .problems import Origin, Problem

SHOWN = ("site_name", "site_description", "site_author", "site_url", "repo_url", "repo_name", "copyright", "nav")


def problems(path: Path) -> Iterator[Problem]:
    """Everything that must not stand in the settings of the file ``path`` which pages show: they pass the gate of every text."""
    found: list[Problem] = []
    text_of_file = source.decode(path.name, path.read_bytes(), found) or ""
    yield from found
    # Composed only: MkDocs has read the file already, and what its tags call is none of our business.
    settings = _node(yaml.compose(text_of_file, Loader=source.LOADER))
    if isinstance(settings, source.Fields):
        shown = {key: node for key, node in settings.nodes.items() if key in SHOWN}
        yield from text.problems(path.name, source.Fields(1, shown, {key: settings.lines[key] for key in shown}))


def unknown_templates(written: Mapping[str, str], folders: Iterable[str]) -> Iterator[Problem]:
    """A problem for every page that asks for a template which no folder of the theme has."""
    there = {file.name for folder in folders for file in Path(folder).glob("*.html")}
    for page, markdown in written.items():
        head = text.FRONT_MATTER.match(markdown)
        node = source.data(page, f"---\n{head[1] or ''}".encode(), []) if head else None
        asked = node.nodes.get("template") if isinstance(node, source.Fields) else None
        if isinstance(node, source.Fields) and isinstance(asked, source.Text) and asked.value not in there:
            message = f"skabelonen '{asked.value}' findes ikke"
            yield Problem(Origin(f"content/{page}", node.lines["template"]), "template", message, "slet feltet")


def _node(node: yaml.Node | None) -> source.Node:
    match node:
        case yaml.MappingNode():
            fields = source.Fields(_line(node))
            for key, child in node.value:
                if isinstance(key, yaml.ScalarNode):
                    fields.nodes[key.value], fields.lines[key.value] = _node(child), _line(key)
            return fields
        case yaml.SequenceNode():
            return source.Items(_line(node), tuple(map(_node, node.value)))
        case yaml.ScalarNode():
            return source.Text(_line(node), source.in_one_form(node.value))
    return source.Text(1, "")


def _line(node: yaml.Node) -> int:
    assert node.start_mark is not None
    return int(node.start_mark.line) + 1
