"""What a catalogue needs of MkDocs' settings, where its ``mkdocs.yml`` does not say otherwise."""

import logging
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from idekatalog.language.slug import slug
from idekatalog.language.words import _

# An anchor of a heading written by hand has the same form as one of the engine.
TOC: dict[str, Any] = {"permalink": True, "slugify": slug}
# Anchors of their own for headings: ## Overskrift {#anker}
ANCHORS = "attr_list"
# How loud MkDocs is about a link, where nothing is said of it.
UNSAID = logging.INFO
LINKS = ("anchors", "absolute_links", "unrecognized_links")
WATCHED = ("interventions", "data")


def complete(config: MkDocsConfig, language: str) -> None:
    """Gives the settings what the pages written by hand need, in a language. What ``mkdocs.yml`` says stays as it is."""
    config["theme"].setdefault("language", language)
    config.mdx_configs["toc"] = {**TOC, "permalink_title": _("Link til afsnittet"), **config.mdx_configs.get("toc", {})}
    if ANCHORS not in config.markdown_extensions:
        config.markdown_extensions.append(ANCHORS)
    found = config.validation
    if found.nav.omitted_files == UNSAID:
        # A guide is reached from the lists; the navigation shows chapters.
        found.nav.omitted_files = logging.DEBUG
    for link in LINKS:
        if found.links[link] == UNSAID:
            found.links[link] = logging.WARNING
    if not config.repo_url:
        # Without a repository "Rediger" would lead nowhere.
        config.edit_uri = None


def watch_records(config: MkDocsConfig) -> None:
    """Sees to it that MkDocs builds anew when a record is saved."""
    root = Path(config.config_file_path).parent
    config.watch.extend(str(root / folder) for folder in WATCHED if (root / folder).is_dir())
