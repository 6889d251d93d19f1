"""Places what the engine publishes among the files of MkDocs. It has no opinion about a record."""

import contextlib
import gc
import hashlib
import json
import os
import posixpath
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from catalogue import wording
from catalogue.collection import Catalogue
from catalogue.load import load, published
from catalogue.memory import BYTES, Memory, recalling
from catalogue.problems import InvalidCatalogue
from catalogue.publish import Artefact, explained, publish
from catalogue.publishing.cache import CACHE_FOLDER, Cache, Store, cached
from catalogue.publishing.lock import Busy, lock
from catalogue.publishing.pool import side_by_side
from catalogue.publishing.swap import put_aside, put_back, remove_others, restore
from catalogue.unexpected import about, debugging, line, problem
from catalogue.walk import CONTENT, LINK
from catalogue_mkdocs.chapters import Chapter, beside, chapters, entry, folder, section
from catalogue_mkdocs.layout import RecordFile, give_page, lay_out, listed, place, plain_titles, quiet
from catalogue_mkdocs.notice import notice, on_top
from catalogue_mkdocs.on_request import on_request
from catalogue_mkdocs.watcher import Watcher

HERE = Path(__file__).parent
ENGINE = HERE.parent / "catalogue"
# Of the folders of a catalogue, those that a build must not empty.
NO_SITE = ("interventions", "data", CONTENT, "plugins", CACHE_FOLDER, ".git")


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
        # The site, from when it is written in until the build is over.
        self.half: Path | None = None
        # Lets other builds into the site's folder.
        self.let_go: Callable[[], None] = lambda: None
        self.complete = False
        self.notice = ""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if not config.repo_url:
            # Without a repository "Rediger" would lead nowhere.
            config.edit_uri = None
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        # Here, and not when files are gathered: MkDocs empties the site folder in between.
        root = Path(config.config_file_path).parent
        if not self.writing:
            self.take(root, Path(config.site_dir))
            own = [Path(folder) for folder in (config.theme.custom_dir,) if folder]
            try:
                self.store = Store(root)
                self.memory = self.kept = Cache(self.store, ENGINE, HERE, *own)
                self.publish(self.checked(published(root, self.memory), config), config)
            except InvalidCatalogue as invalid:
                # MkDocs shows this one without a traceback, and adds nothing to it.
                _tell(invalid)
                raise Abort("Der er ikke bygget noget. Ret fejlene, og prøv igen.") from None
        else:
            try:
                self.publish(self.checked(load(root, self.memory), config), config)
                self.complete, self.notice = True, ""
            except Exception as error:
                found = error if isinstance(error, InvalidCatalogue) else InvalidCatalogue([problem(error, "katalog")])
                _tell(found)
                if any(one.message == LINK and one.origin.path.split("/")[0] == CONTENT for one in found.problems):
                    # MkDocs would follow it, and show what it leads to.
                    raise Abort("Siden kan ikke vises, før linket er væk.") from None
                self.notice = notice(found.problems, self.meanwhile(root, config))
        if not self.writing:
            self.aside = Path(config.site_dir)
            put_aside(self.aside)

    def take(self, root: Path, site: Path) -> None:
        """Takes the site's folder, so that nobody else builds in it; Abort where that cannot be."""
        if not re.fullmatch(r"\d{1,11}", epoch := os.environ.get("SOURCE_DATE_EPOCH", "0")):
            raise Abort(f"SOURCE_DATE_EPOCH: {epoch!r} er ikke et antal sekunder siden 1970; ret det, eller slet det")
        # Not Path.resolve, which fails where a link leads to itself.
        place, home = Path(os.path.realpath(site)), Path(os.path.realpath(root))
        if home.is_relative_to(place) or any(place.is_relative_to(home / folder) for folder in NO_SITE):
            raise Abort(f"{site}: der kan ikke bygges i en mappe, som kataloget ligger i; vælg en anden, fx site")
        try:
            self.let_go = lock(root, site)
        except Busy as busy:
            raise Abort(str(busy)) from None

    def checked(self, catalogue: Catalogue, config: MkDocsConfig) -> Catalogue:
        """The catalogue, where what the settings and the theme give its pages is in order too; else InvalidCatalogue."""
        found = [
            *wording.problems(Path(config.config_file_path)),
            *wording.unknown_templates(catalogue.written, config.theme.dirs),
        ]
        if found:
            raise InvalidCatalogue(found)
        return catalogue

    def publish(self, catalogue: Catalogue, config: MkDocsConfig) -> None:
        press = None
        if self.config.documents:
            press = cached(Store(Path(config.config_file_path).parent) if self.writing else self.store)
        # Whoever writes wants to see the page, and a document only when they ask for it.
        self.artefacts = publish(catalogue, config.site_url or "", press, not self.writing, self.memory)
        self.catalogue = catalogue

    def meanwhile(self, root: Path, config: MkDocsConfig) -> str:
        """Sees to it that the site shows what it can while somebody mends the catalogue, and says what."""
        if self.complete:
            return "Siden viser det, den viste før."
        try:
            self.publish(published(root, self.memory), config)
        except Exception:
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
        with about(f"{CONTENT}/{page.file.src_uri}"):
            return markdown if told else explained(markdown, str(page.title), page.file.src_uri, self.catalogue)

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        # What has been checked is what is shown; and what it was before, while somebody mends it.
        return self.catalogue.written.get(page.file.src_uri) if self.artefacts else None

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        plain_titles(page)
        return Markup(quiet(html))

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        # Whatever a template shows is text, unless it is marked as HTML. MkDocs itself escapes nothing.
        env.autoescape = True
        # Here, and not earlier: now every page written by hand has been read, and its title is known.
        self.chapters = chapters({folder(file): page for file in files if (page := listed(file))})
        env.globals["chapters"] = self.chapters
        named = (files.get_file_from_path(uri) for uri in config.extra.get("footer", ()))
        env.globals["footer"] = tuple(entry(file.page) for file in named if file and file.page)
        env.globals["publisher"] = self.catalogue.publisher if self.artefacts else None
        self.lay_out = partial(lay_out, config=config, files=files, nav=self.nav, env=env, around=self.with_chapter)
        self.frame = self.name_of_frame(config, env)
        if not self.writing:
            self.names = {file.src_uri: self.name(file) for file in self.files if file.artefact.key}
            missing = {uri for uri, name in self.names.items() if not self.kept.knows(name)}
            side_by_side(self.finished, [file for file in self.files if file.src_uri in missing])
            site, self.aside = Path(config.site_dir), None
            put_back(site)
            self.half = site
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
            self.store.forget()
        self.let_go()

    def on_build_error(self, *, error: Exception) -> None:
        if self.aside:
            # What cannot be moved now is found by the next build.
            with contextlib.suppress(OSError):
                restore(self.aside)
        self.let_go()
        if isinstance(error, InvalidCatalogue):
            _tell(error)
            raise Abort("Der er ikke bygget noget. Ret fejlene, og prøv igen.")
        # What MkDocs itself has to say, it says without a traceback.
        if not isinstance(error, MkDocsException) and not debugging():
            half = f" Mappen {self.half.name} er halvt skrevet: ret fejlen, og byg den igen." if self.half else ""
            raise Abort(f"{line(error)}\nSiden er ikke bygget færdig.{half}")

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        # What the first build has read is there to stay: looking through it for garbage can take longer than a build.
        gc.freeze()
        server.observer = Watcher(server.observer)  # type: ignore[assignment]
        return on_request(server, lambda: self.files)

    def finished(self, file: RecordFile) -> bytes:
        """The file as it stands in the site."""
        make = partial(self.lay_out, file) if file.is_page else file.artefact.make
        name = self.names.get(file.src_uri)
        with about(file.artefact.source):
            content = self.memory(name, make, BYTES) if name else make()
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


def _tell(invalid: InvalidCatalogue) -> None:
    # Printed, not logged: MkDocs logs the same words only once, but an author may make the same mistake twice.
    print(f"Kataloget har fejl:\n{invalid}", file=sys.stderr)


def _setting(value: object) -> object:
    """A setting as something that two builds write alike."""
    return dict(value) if isinstance(value, Mapping) else getattr(value, "__qualname__", type(value).__name__)
