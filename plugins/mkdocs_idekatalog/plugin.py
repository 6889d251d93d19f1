"""Places what the engine publishes among the files of MkDocs. It has no opinion about a record."""

import gc
import os
from pathlib import Path

from jinja2 import Environment, TemplateNotFound
from markupsafe import Markup
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from idekatalog.language.words import LANGUAGES, use
from idekatalog.publishing.build import Build, Job, Refused
from idekatalog.publishing.notice import on_top, reloading
from idekatalog.publishing.preview import Preview
from idekatalog.reading.wording import NO_LOOK, Pages
from mkdocs_idekatalog import beside
from mkdocs_idekatalog.layout import (
    Frame,
    RecordFile,
    bare,
    default_menu,
    drawn,
    give_page,
    only_a_start_page,
    place,
    plain_titles,
    quiet,
)
from mkdocs_idekatalog.observer import Observer
from mkdocs_idekatalog.settings import complete, watch_records

HERE = Path(__file__).parent


class Options(Config):  # type: ignore[no-untyped-call]
    """What may stand below the plugin in ``mkdocs.yml``; docs/options.md says what each does."""

    documents = config_options.Type(bool, default=True)
    language = config_options.Choice(LANGUAGES, default=LANGUAGES[0])
    look = config_options.Choice(("full", NO_LOOK), default="full")


class CataloguePlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Reads the catalogue beside ``mkdocs.yml`` and publishes it into the site."""

    @property
    def beside(self) -> bool:
        """Whether the catalogue stands in a site that has a look of its own."""
        return self.config.look == NO_LOOK

    def on_startup(self, *, command: str, dirty: bool) -> None:
        # What a build reads it keeps to its end. To look through it for garbage again and again costs a quarter of the time.
        gc.set_threshold(200_000, 50, 100)
        self.site = Preview() if command == "serve" else Build()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        use(self.config.language)
        watch_records(config)
        if not self.beside:
            complete(config, self.config.language)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        # Here, and not when files are gathered: MkDocs empties the site folder in between.
        settings, own = Path(config.config_file_path), config.theme.custom_dir
        pages = Path(os.path.relpath(config.docs_dir, settings.parent))
        try:
            self.site.start(Job(
                root=settings.parent, folder=Path(config.site_dir), settings=settings, name=config.site_name,
                site=config.site_url or "", documents=self.config.documents, language=self.config.language,
                programs=[HERE, *([Path(own)] if own else [])],
                # Where they lie elsewhere, the check of the settings tells.
                pages=None if pages.parts[0] == ".." else Pages(pages.as_posix(), self.beside),
                # The logo and the icon of another site are none of the catalogue's.
                logo="" if self.beside else config.theme.get("logo") or "",
                icon="" if self.beside else config.theme.get("favicon") or "",
                places=[Path(config.docs_dir), *map(Path, config.theme.dirs)],
            ))  # fmt: skip
        except Refused as refused:
            raise Abort(str(refused)) from None

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        if self.beside:
            beside.add(files, self.site.artefacts, config, self.site.palette.paint)
            return files
        own = config.theme.custom_dir
        for file in place(self.site.artefacts, config):
            # What a catalogue has a file of its own for is not made.
            if not (own and not file.is_page and (Path(own) / file.src_uri).is_file()):
                files.append(file)
        bare(files, config, self.site.palette.paint)
        if not config.nav and config.theme.name == "idekatalog":
            config.nav = default_menu(files, config)
        return files if self.site.artefacts else only_a_start_page(files, config)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        for file in files:
            # While somebody writes, a page that is not in the navigation waits until a browser asks for it.
            if isinstance(file, RecordFile) and file.is_page and (file.page or not isinstance(self.site, Preview)):
                give_page(file, config)
        self.nav = nav
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        return markdown if page.is_homepage or self.beside else self.site.explained(markdown, str(page.title), page.file.src_uri)

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        # What has been checked is what is shown; and what it was before, while somebody mends it.
        return self.site.written(page.file.src_uri)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        if self.beside:
            beside.give_contents(page)
            return html
        plain_titles(page)
        shown = drawn(quiet(html))
        return Markup(self.site.filled(shown) if page.is_homepage else shown)

    # The last of all plugins: here our pages are laid out.
    @event_priority(-100)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        if self.beside:
            self.site.write(beside.outputs(files, config, self.config.documents))
            return env
        self.frame = Frame(config, files, self.nav, env, self.config, self.site)
        self.site.write([self.frame.output(file) for file in files if isinstance(file, RecordFile)])
        return env

    def on_page_context(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
        return context if self.beside else self.frame.around(context, page)

    def on_template_context(self, context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> TemplateContext:
        return context if self.beside else {**context, "pages": [*context["pages"], *self.frame.pages]}

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        return on_top(output, self.site.notice)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        return reloading(output_content, self.site.notice)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        self.site.finish()

    def on_build_error(self, *, error: Exception) -> None:
        said = self.site.abandon(error)
        if isinstance(error, TemplateNotFound):
            # An OSError, but none of the system's.
            raise Abort(f"Temaet har ikke skabelonen {error.name}. Slet det plugin, der beder om den, eller brug dets eget tema.")
        # What MkDocs itself has to say, it says without a traceback.
        if said and not isinstance(error, MkDocsException):
            raise Abort(said)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        # What the first build has read is there to stay: looking through it for garbage can take longer than a build.
        gc.freeze()
        server.observer = Observer(server.observer)  # type: ignore[assignment]
        if isinstance(self.site, Preview):
            app, server.builder = self.site.on_demand(server.serve_request, server.builder, server.mount_path)
            server.set_app(app)
        return server
