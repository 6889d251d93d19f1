"""Places what the engine publishes among the files of MkDocs. It has no opinion about a record."""

import fnmatch
import posixpath
import sys
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from catalogue.files import keeping
from catalogue.load import load
from catalogue.problems import InvalidCatalogue
from catalogue.publish import Artefact, explained, publish
from catalogue_mkdocs.chapters import chapters, entry, folder, section

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
        self.artefacts: tuple[Artefact, ...] = ()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if config.theme.name == "material":
            config.theme.dirs.insert(0, str(THEME))
        if not config.repo_url:
            # Without a repository "Rediger" would lead nowhere.
            config.edit_uri = None
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        # Here, and not when files are gathered: MkDocs empties the site folder in between.
        try:
            root = Path(config.config_file_path).parent
            catalogue = load(root)
            catalogue = catalogue if self.drafts else catalogue.published()
            self.artefacts = tuple(publish(catalogue, config.site_url or "", keeping(root)))
            self.catalogue = catalogue
        except InvalidCatalogue as invalid:
            # Printed, not logged: MkDocs logs the same words only once, but an author may make the same mistake twice.
            print(f"Kataloget har fejl:\n{invalid}", file=sys.stderr)
            if not self.artefacts:
                # MkDocs shows this one without a traceback.
                raise PluginError("Der er ikke bygget noget. Ret fejlene, og prøv igen.") from None
            print("Siden viser det, den viste før. Ret fejlene, og gem igen.", file=sys.stderr)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for artefact in self.artefacts:
            files.append(place(artefact, config))
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        by_hand = page.file.generated_by is None and not page.is_homepage
        return explained(markdown, str(page.title), page.file.src_uri, self.catalogue) if by_hand else markdown

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        # Here, and not earlier: now every page has been read, and its title is known.
        self.chapters = chapters(file.page for file in files.documentation_pages() if file.page)
        env.globals["chapters"] = self.chapters
        named = (files.get_file_from_path(uri) for uri in config.extra.get("footer", ()))
        env.globals["footer"] = tuple(entry(file.page) for file in named if file and file.page)
        env.globals["publisher"] = self.catalogue.publisher
        # Its name has a hash in it, which changes with every version of the theme.
        env.globals["theme_file"] = lambda pattern: next(iter(fnmatch.filter(files.src_uris, pattern)))
        return env

    def on_page_context(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
        chapter = section(page.parent) if page.parent else self.chapters.get(posixpath.dirname(folder(page)))
        return {**context, "chapter": chapter}  # type: ignore[typeddict-unknown-key]


def place(artefact: Artefact, config: MkDocsConfig) -> File:
    """The artefact as a file of the site."""
    file = RecordFile.generated(config, artefact.uri, content=artefact.content)
    assert isinstance(file, RecordFile)
    if artefact.source:
        root = posixpath.relpath(Path(config.config_file_path).parent.as_posix(), Path(config.docs_dir).as_posix())
        file.record = posixpath.join(root, artefact.source)
    return file
