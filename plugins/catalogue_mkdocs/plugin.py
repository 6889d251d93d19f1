"""Places what the engine publishes among the files of MkDocs. It has no opinion about a record."""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from catalogue.load import load
from catalogue.problems import InvalidCatalogue
from catalogue.publish import Artefact, publish

THEME = Path(__file__).parent / "theme"


class RecordFile(File):
    """A generated file whose edit link opens the record it was made from."""

    record: str | None = None

    @property
    def edit_uri(self) -> str | None:
        return self.record


class CataloguePlugin(BasePlugin):  # type: ignore[no-untyped-call]
    """Reads the catalogue beside ``mkdocs.yml`` and publishes it into the site."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.drafts = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if config.theme.name == "material":
            config.theme.dirs.insert(0, str(THEME))
        if not config.repo_url:
            # Without a repository "Rediger" would lead nowhere.
            config.edit_uri = None
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        # Here, and not when files are gathered: MkDocs empties the site folder in between.
        self.artefacts = artefacts(Path(config.config_file_path).parent, config.site_url or "", self.drafts)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for artefact in self.artefacts:
            files.append(place(artefact, config))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        # Here, and not earlier: now every page has been read, and its title is known.
        self.chapters = chapters(file.page for file in files.documentation_pages() if file.page)
        env.globals["chapters"] = self.chapters
        return env

    def on_page_context(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
        chapter = section(page.parent) if page.parent else self.chapters.get(posixpath.dirname(folder(page)))
        return {**context, "chapter": chapter}  # type: ignore[typeddict-unknown-key]


@dataclass(frozen=True)
class Entry:
    """A page as a list shows it; ``id`` is the last part of its address."""

    id: str
    title: str
    summary: str
    url: str


@dataclass(frozen=True)
class Chapter:
    """Pages that belong together; ``url`` is that of the page which leads to them, "" where none does."""

    title: str
    url: str
    entries: tuple[Entry, ...]


def artefacts(root: Path, site: str, drafts: bool) -> tuple[Artefact, ...]:
    """Everything the catalogue in ``root`` publishes; drafts only where somebody is writing.

    Raises PluginError, which MkDocs shows without a traceback, with every problem of the catalogue.
    """
    try:
        catalogue = load(root)
        return tuple(publish(catalogue if drafts else catalogue.published(), site))
    except InvalidCatalogue as invalid:
        raise PluginError(f"Kataloget har fejl, og der er ikke bygget noget:\n{invalid}") from None


def place(artefact: Artefact, config: MkDocsConfig) -> File:
    """The artefact as a file of the site."""
    file = RecordFile.generated(config, artefact.uri, content=artefact.content)
    assert isinstance(file, RecordFile)
    if artefact.source:
        root = posixpath.relpath(Path(config.config_file_path).parent.as_posix(), Path(config.docs_dir).as_posix())
        file.record = posixpath.join(root, artefact.source)
    return file


def chapters(pages: Iterable[Page]) -> dict[str, Chapter]:
    """Every page that others lie below, under its address, with those others in the order of their publishing."""
    entries = {folder(page): entry(page) for page in pages}
    return {
        address: Chapter(index.title, index.url, below)
        for address, index in entries.items()
        if (below := tuple(entry for other, entry in entries.items() if address and posixpath.dirname(other) == address))
    }


def section(part: Section) -> Chapter:
    """A part of the navigation that ``mkdocs.yml`` names, with its pages."""
    return Chapter(part.title, "", tuple(entry(page) for page in part.children if isinstance(page, Page)))


def entry(page: Page) -> Entry:
    """The page as a list shows it."""
    return Entry(posixpath.basename(folder(page)), str(page.title), str(page.meta.get("description", "")), page.url)


def folder(page: Page) -> str:
    """The address of a page without slashes at its ends: ``indsatser/x`` for ``indsatser/x/index.md``."""
    return posixpath.normpath("/" + page.file.src_uri.removesuffix(".md").removesuffix("index")).strip("/")
