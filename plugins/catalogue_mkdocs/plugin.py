"""Places what the engine publishes among the files of MkDocs. It has no opinion about a record."""

import fnmatch
import posixpath
import sys
from functools import cache
from pathlib import Path

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from catalogue.collection import Catalogue
from catalogue.files import keeping
from catalogue.load import load, published
from catalogue.problems import InvalidCatalogue
from catalogue.publish import Artefact, explained, publish
from catalogue_mkdocs.chapters import beside, chapters, entry, folder, section
from catalogue_mkdocs.notice import notice, on_top

THEME = Path(__file__).parent / "theme"


class RecordFile(File):
    """A generated file whose edit link opens the record it was made from."""

    record: str | None = None

    @property
    def edit_uri(self) -> str | None:
        return self.record


class Options(Config):  # type: ignore[no-untyped-call]
    """``documents: false`` in ``mkdocs.yml`` leaves PDF and Word out, and every link to them."""

    documents = config_options.Type(bool, default=True)


class CataloguePlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Reads the catalogue beside ``mkdocs.yml`` and publishes it into the site."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.writing = command == "serve"
        self.artefacts: tuple[Artefact, ...] = ()
        self.complete = False
        self.notice = ""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if config.theme.name == "material":
            config.theme.dirs.insert(0, str(THEME))
        if not config.repo_url:
            # Without a repository "Rediger" would lead nowhere.
            config.edit_uri = None
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        # Here, and not when files are gathered: MkDocs empties the site folder in between.
        root = Path(config.config_file_path).parent
        try:
            self.publish(load(root) if self.writing else published(root), config)
            self.complete, self.notice = True, ""
        except InvalidCatalogue as invalid:
            # Printed, not logged: MkDocs logs the same words only once, but an author may make the same mistake twice.
            print(f"Kataloget har fejl:\n{invalid}", file=sys.stderr)
            if not self.writing:
                # MkDocs shows this one without a traceback.
                raise PluginError("Der er ikke bygget noget. Ret fejlene, og prøv igen.") from None
            self.notice = notice(invalid.problems, self.meanwhile(root, config))

    def publish(self, catalogue: Catalogue, config: MkDocsConfig) -> None:
        press = keeping(Path(config.config_file_path).parent) if self.config.documents else None
        self.artefacts = tuple(publish(catalogue, config.site_url or "", press))
        self.catalogue = catalogue

    def meanwhile(self, root: Path, config: MkDocsConfig) -> str:
        """Sees to it that the site shows what it can while somebody mends the catalogue, and says what."""
        if self.complete:
            return "Siden viser det, den viste før."
        try:
            self.publish(published(root), config)
        except InvalidCatalogue:
            return "Siden er tom så længe."
        return "Siden viser så længe kun det, der er udgivet."

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for artefact in self.artefacts:
            files.append(place(artefact, config, self.notice))
        if not self.artefacts:
            # What is written by hand and named in the navigation leads to records that are not there.
            config.nav = None
            for file in files.documentation_pages():
                files.remove(file)
            files.append(File.generated(config, "index.md", content="# Kataloget\n"))
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
        env.globals["publisher"] = self.catalogue.publisher if self.artefacts else None
        # Its name has a hash in it, which changes with every version of the theme.
        env.globals["theme_file"] = cache(lambda pattern: next(iter(fnmatch.filter(files.src_uris, pattern))))
        return env

    def on_page_context(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
        chapter = section(page.parent) if page.parent else self.chapters.get(posixpath.dirname(folder(page)))
        return {**context, "chapter": chapter and beside(chapter, page)}  # type: ignore[typeddict-unknown-key]

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        return on_top(output, self.notice)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        # MkDocs reloads pages, but not the one that says a page does not exist: it must look for itself.
        again = '<meta http-equiv="refresh" content="3">' if self.notice else ""
        return on_top(output_content.replace("<head>", f"<head>{again}", 1), self.notice)


def place(artefact: Artefact, config: MkDocsConfig, notice: str = "") -> File:
    """The artefact as a file of the site; a page that no theme lays out carries the notice itself."""
    content = artefact.content
    if notice and artefact.uri.endswith(".html"):
        content = on_top(content.decode(), notice).encode()
    file = RecordFile.generated(config, artefact.uri, content=content)
    assert isinstance(file, RecordFile)
    if artefact.source:
        root = posixpath.relpath(Path(config.config_file_path).parent.as_posix(), Path(config.docs_dir).as_posix())
        file.record = posixpath.join(root, artefact.source)
    return file
