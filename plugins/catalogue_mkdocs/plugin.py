"""Places what the engine publishes among the files of MkDocs. It has no opinion about a record."""

import fnmatch
import gc
import hashlib
import json
import posixpath
import sys
from collections.abc import Mapping, Sequence
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from catalogue.collection import Catalogue
from catalogue.files import Kept, forget, keeping
from catalogue.load import Memory, load, published, recalling
from catalogue.problems import InvalidCatalogue
from catalogue.publish import Artefact, explained, publish
from catalogue_mkdocs.chapters import Chapter, beside, chapters, entry, folder, section
from catalogue_mkdocs.layout import RecordFile, give_page, lay_out, listed, place, quiet
from catalogue_mkdocs.notice import notice, on_top
from catalogue_mkdocs.on_request import on_request
from catalogue_mkdocs.side_by_side import side_by_side
from catalogue_mkdocs.standing import put_aside, put_back, remove_others, restore
from catalogue_mkdocs.watcher import Watcher

HERE = Path(__file__).parent
THEME = HERE / "theme"
ENGINE = HERE.parent / "catalogue"


class Options(Config):  # type: ignore[no-untyped-call]
    """``documents: false`` in ``mkdocs.yml`` leaves PDF and Word out, and every link to them."""

    documents = config_options.Type(bool, default=True)


class CataloguePlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Reads the catalogue beside ``mkdocs.yml`` and publishes it into the site."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.writing = command == "serve"
        # What a build reads it keeps to its end. To look through it for garbage again and again costs a quarter of the time.
        gc.set_threshold(200_000, 50, 100)
        self.memory: Memory = recalling()
        self.artefacts: Sequence[Artefact] = ()
        self.files: list[RecordFile] = []
        # By the path of a file that is kept between builds: a name for all that goes into it.
        self.names: dict[str, str] = {}
        # The site, while MkDocs must not empty it.
        self.aside: Path | None = None
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
        if not self.writing:
            own = [Path(folder) for folder in (config.theme.custom_dir,) if folder]
            self.memory = self.kept = Kept(root, ENGINE, HERE, *own)
        try:
            self.publish(load(root, self.memory) if self.writing else published(root, self.memory), config)
            self.complete, self.notice = True, ""
        except InvalidCatalogue as invalid:
            # Printed, not logged: MkDocs logs the same words only once, but an author may make the same mistake twice.
            print(f"Kataloget har fejl:\n{invalid}", file=sys.stderr)
            if not self.writing:
                # MkDocs shows this one without a traceback.
                raise PluginError("Der er ikke bygget noget. Ret fejlene, og prøv igen.") from None
            self.notice = notice(invalid.problems, self.meanwhile(root, config))
        if not self.writing:
            self.aside = Path(config.site_dir)
            put_aside(self.aside)

    def publish(self, catalogue: Catalogue, config: MkDocsConfig) -> None:
        press = keeping(Path(config.config_file_path).parent) if self.config.documents else None
        # Whoever writes wants to see the page, and a document only when they ask for it.
        self.artefacts = publish(catalogue, config.site_url or "", press, not self.writing, self.memory)
        self.catalogue = catalogue

    def meanwhile(self, root: Path, config: MkDocsConfig) -> str:
        """Sees to it that the site shows what it can while somebody mends the catalogue, and says what."""
        if self.complete:
            return "Siden viser det, den viste før."
        try:
            self.publish(published(root, self.memory), config)
        except InvalidCatalogue:
            return "Siden er tom så længe."
        return "Siden viser så længe kun det, der er udgivet."

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        self.files = list(place(self.artefacts, config, self.finished, at_once=not self.writing))
        for record in self.files:
            files.append(record)
        if not self.artefacts:
            # What is written by hand and named in the navigation leads to records that are not there.
            config.nav = None
            for file in files.documentation_pages():
                files.remove(file)
            files.append(File.generated(config, "index.md", content="# Kataloget\n"))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        for file in self.files:
            # While somebody writes, a page that is not in the navigation waits until a browser asks for it.
            if file.is_page and (file.page or not self.writing):
                give_page(file, config)
        self.nav = nav
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        told = not self.artefacts or page.is_homepage
        return markdown if told else explained(markdown, str(page.title), page.file.src_uri, self.catalogue)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        return quiet(html)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        # Here, and not earlier: now every page written by hand has been read, and its title is known.
        self.chapters = chapters({folder(file): page for file in files if (page := listed(file))})
        env.globals["chapters"] = self.chapters
        named = (files.get_file_from_path(uri) for uri in config.extra.get("footer", ()))
        env.globals["footer"] = tuple(entry(file.page) for file in named if file and file.page)
        env.globals["publisher"] = self.catalogue.publisher if self.artefacts else None
        # Its name has a hash in it, which changes with every version of the theme.
        env.globals["theme_file"] = cache(lambda pattern: next(iter(fnmatch.filter(files.src_uris, pattern))))
        self.lay_out = partial(lay_out, config=config, files=files, nav=self.nav, env=env, around=self.with_chapter)
        self.frame = self.name_of_frame(config, env)
        if not self.writing:
            self.names = {file.src_uri: self.name(file) for file in self.files if file.artefact.key}
            missing = {uri for uri, name in self.names.items() if not self.kept.knows(name)}
            side_by_side(self.finished, [file for file in self.files if file.src_uri in missing])
            site, self.aside = Path(config.site_dir), None
            put_back(site)
            remove_others(site, {file.dest_uri for file in self.files})
        return env

    def on_page_context(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
        return self.with_chapter(context, page)

    def on_template_context(self, context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> TemplateContext:
        # The sitemap knows every page that is there.
        return {**context, "pages": [*context["pages"], *(file for file in self.files if file.page)]}

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        return on_top(output, self.notice)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        # MkDocs reloads pages, but not the one that says a page does not exist: it must look for itself.
        again = '<meta http-equiv="refresh" content="3">' if self.notice else ""
        return on_top(output_content.replace("<head>", f"<head>{again}", 1), self.notice)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if not self.writing:
            forget(Path(config.config_file_path).parent)

    def on_build_error(self, *, error: Exception) -> None:
        if self.aside:
            restore(self.aside)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        # What the first build has read is there to stay: looking through it for garbage can take longer than a build.
        gc.freeze()
        server.observer = Watcher(server.observer)  # type: ignore[assignment]
        return on_request(server, lambda: self.files)

    def finished(self, file: RecordFile) -> bytes:
        """The file as it stands in the site."""
        make = partial(self.lay_out, file) if file.is_page else file.artefact.make
        name = self.names.get(file.src_uri)
        content = self.memory(name, make) if name else make()
        # A page that no theme lays out carries the notice too.
        return on_top(content.decode(), self.notice).encode() if self.notice and file.dest_uri.endswith(".html") else content

    def name(self, file: RecordFile) -> str:
        """A name for all that goes into the file as it stands in the site."""
        beside = repr(self.chapter(file.page)) if file.page else ""
        return f"{file.artefact.uri} {file.artefact.key} {self.frame} {beside}"

    def name_of_frame(self, config: MkDocsConfig, env: Environment) -> str:
        """A name for all that a page shows besides its record: the same for two builds with the same settings and navigation."""
        settings = {key: value for key, value in {**config, **self.config}.items() if key != "site_dir"}
        shown = (json.dumps(settings, default=_setting), str(self.nav), env.globals["footer"], env.globals["publisher"])
        return hashlib.sha256(repr(shown).encode()).hexdigest()

    def chapter(self, page: Page) -> Chapter | None:
        """What stands beside the page."""
        chapter = section(page.parent) if page.parent else self.chapters.get(posixpath.dirname(folder(page.file)))
        return chapter and beside(chapter, page)

    def with_chapter(self, context: TemplateContext, page: Page) -> TemplateContext:
        return {**context, "chapter": self.chapter(page)}  # type: ignore[typeddict-unknown-key]


def _setting(value: object) -> object:
    """A setting as something that two builds write alike."""
    return dict(value) if isinstance(value, Mapping) else getattr(value, "__qualname__", type(value).__name__)
