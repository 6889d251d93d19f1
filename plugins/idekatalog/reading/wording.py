"""The words of ``mkdocs.yml`` that pages show, the addresses they lead to, and the language of the site."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from ..language import words
from ..language.words import _
from . import slips, source, text
from .problems import Origin, Problem
from .unexpected import reason

SETTINGS = "mkdocs.yml"
# Where the pages written by hand lie, and where MkDocs looks for them when the settings do not say.
PAGES = "content"
DEFAULT_PAGES = "docs"
# What our plugin is called, and what it is told where the site has a look of its own.
PLUGIN = "idekatalog"
NO_LOOK = "none"
# Folders that have files of other kinds.
TAKEN = ("data", "interventions")
SHOWN = ("site_name", "site_description", "site_author", "site_url", "repo_url", "repo_name", "copyright", "nav")
# Of the settings, those that pages lead to.
ADDRESSES = ("site_url", "repo_url", "edit_uri", "edit_uri_template", "nav")
MAX_DEPTH = 50
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True)
class Pages:
    """The pages written by hand: the ``folder`` they lie in, from the catalogue's root, and whether they are the catalogue's.

    Those of a site that the catalogue only lies ``beside`` keep rules of their own.
    """

    folder: str = PAGES
    beside: bool = False


def pages(path: Path) -> Pages:
    """The pages written by hand of which the settings of the file ``path`` tell, from the folder the file is in.

    Their folder is ``PAGES`` where there is no such file, where it says none and there are no ``DEFAULT_PAGES``, or where it says
    one that cannot be used, which ``problems`` tells.
    """
    settings = _settings(path)
    if not isinstance(settings, source.Fields):
        return Pages()
    return Pages(_said_folder(path, settings) or PAGES, _is_beside(settings))


def _said_folder(path: Path, settings: source.Fields) -> str | None:
    """The folder of the pages written by hand; None where it cannot be that."""
    said = settings.nodes.get("docs_dir")
    # What !ENV takes from the environment is a list of words here.
    if not isinstance(said, source.Text):
        return DEFAULT_PAGES if (path.parent / DEFAULT_PAGES).is_dir() else PAGES
    folder = Path(os.path.relpath(path.parent / said.value, path.parent))
    return folder.as_posix() if folder.parts and folder.parts[0] not in ("..", *TAKEN) else None


def problems(path: Path) -> Iterator[Problem]:
    """Everything that must not stand in the settings of the file ``path`` which pages show: they pass the gate of every text."""
    found: list[Problem] = []
    try:
        text_of_file = source.decode(path.name, path.read_bytes(), found) or ""
    except OSError as error:
        why, remedy = reason(error)
        yield Problem(Origin(path.name, 1), "fil", _("kan ikke læses: {why}").format(why=why), remedy)
        return
    yield from found
    # Composed only: what its tags call is none of our business.
    try:
        if wrong := _grows(text_of_file):
            yield Problem(Origin(path.name, wrong[0]), "yaml", *wrong[1:])
            return
        settings = _node(yaml.compose(text_of_file, Loader=source.LOADER))
    except yaml.YAMLError as error:
        yield slips.problem(path.name, text_of_file, error)
        return
    if isinstance(settings, source.Fields):
        if not _is_beside(settings):
            shown = {key: node for key, node in settings.nodes.items() if key in SHOWN}
            yield from text.problems(path.name, source.Fields(1, shown, {key: settings.lines[key] for key in shown}))
            yield from _addresses(path.name, settings)
        yield from _language(path.name, settings)
        if _said_folder(path, settings) is None:
            origin = Origin(path.name, settings.lines["docs_dir"])
            yield Problem(
                origin,
                "docs_dir",
                _("her kan siderne ikke ligge"),
                _("læg dem i en mappe for sig, fx {pages}").format(pages=PAGES),
            )
    elif not found:
        yield Problem(Origin(path.name, 1), "fil", _("har ingen felter"), _("skriv dem som navn: værdi, fx site_name: Kataloget"))


def language(path: Path) -> str:
    """The language that the settings of the file ``path`` give the site; Danish where they give none, or cannot be read."""
    found = _option(_settings(path), "language")
    return found.value if found and found.value in words.LANGUAGES else words.DANISH


def _settings(path: Path) -> source.Node | None:
    """The settings of a file; None where they cannot be read, which ``problems`` tells."""
    try:
        text_of_file = path.read_text(encoding="utf-8-sig")
        # Composed only where that is a tree one can climb.
        return None if _grows(text_of_file) else _node(yaml.compose(text_of_file, Loader=source.LOADER))
    except (OSError, ValueError, yaml.YAMLError):
        return None


def _option(settings: source.Node | None, name: str) -> source.Text | None:
    """What stands below the plugin under a name; None where nothing does."""
    plugins = settings.nodes.get("plugins") if isinstance(settings, source.Fields) else None
    rows = plugins.items if isinstance(plugins, source.Items) else [plugins]
    for row in rows:
        options = row.nodes.get(PLUGIN) if isinstance(row, source.Fields) else None
        found = options.nodes.get(name) if isinstance(options, source.Fields) else None
        if isinstance(found, source.Text):
            return found
    return None


def _is_beside(settings: source.Node) -> bool:
    """Whether the plugin is told that the site has a look of its own."""
    said = _option(settings, "look")
    return said is not None and said.value == NO_LOOK


def _language(path: str, settings: source.Fields) -> Iterator[Problem]:
    found = _option(settings, "language")
    if found and found.value not in words.LANGUAGES:
        message = _("'{value}' kendes ikke").format(value=found.value)
        remedy = _("vælg {words} eller {last}").format(words=", ".join(words.LANGUAGES[:-1]), last=words.LANGUAGES[-1])
        yield Problem(Origin(path, found.line), f"plugins.{PLUGIN}.language", message, remedy)


def _grows(settings: str) -> text.Finding | None:
    """What would make a tree of the settings too deep, or larger than they are: line, message and remedy."""
    depth = 0
    for event in yaml.parse(settings, Loader=source.LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        at = event.start_mark.line + 1 if event.start_mark else 1
        if depth > MAX_DEPTH:
            return at, _("listerne ligger for dybt i hinanden"), _("se på indrykning og kantede parenteser")
        if isinstance(event, yaml.AliasEvent):
            return at, _("henvisninger med & og * kan ikke bruges"), _("skriv teksten ud, eller sæt den i anførselstegn")
    return None


def _addresses(path: str, settings: source.Fields) -> Iterator[Problem]:
    """A problem for every place that the settings lead to and that is neither a page nor on the web."""
    for key in ADDRESSES:
        node = settings.nodes.get(key, source.Fields(1))
        # What !ENV takes from the environment is no more than a list of words here.
        leads = source.texts(node) if key == "nav" or isinstance(node, source.Text) else ()
        for where, found in leads:
            scheme = _SCHEME.match("".join(found.value.split()))
            if scheme and scheme[0].lower() not in ("https:", "http:", "mailto:"):
                message = _("adressen '{value}' kan ikke bruges").format(value=found.value)
                remedy = _("skriv navnet på en side eller en adresse, der begynder med https://")
                yield Problem(Origin(path, found.line), source.name((key, *where)), message, remedy)


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
