"""The files of the engine among those of MkDocs, and the theme around its pages.

MkDocs reads and lays out every page at every build. These it only knows of, so that a page that is as it was costs nothing.
"""

import hashlib
import json
import os
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc
from mkdocs.utils.templates import TemplateContext

from idekatalog import frames
from idekatalog.language.words import _
from idekatalog.publishing.artefacts import Artefact
from idekatalog.publishing.build import Output, Published
from idekatalog.publishing.trail import Entry, above, folder, picture
from mkdocs_idekatalog.menu import FOOTER, Item, menu

THEME = Path(__file__).parent / "theme"
STYLES = "assets/stylesheets/"
ICONS = "assets/images/"


class RecordFile(File):
    """A file that the engine makes and writes; its edit link opens the ``record`` it was made from."""

    def __init__(self, artefact: Artefact, record: str | None, site_dir: str, use_directory_urls: bool) -> None:
        target = artefact.uri.removesuffix(".md") + ".html" if artefact.uri.endswith(".md") else artefact.uri
        super().__init__(artefact.uri, None, site_dir, use_directory_urls, dest_uri=target, inclusion=InclusionLevel.INCLUDED)
        self.artefact, self.edit_uri = artefact, record

    @property
    def src_path(self) -> str:
        """Its path as the system writes it."""
        return os.path.normpath(self.src_uri)

    @src_path.setter
    def src_path(self, value: str) -> None:
        # An address is what MkDocs would make of it, which takes most of the time of a file.
        self.src_uri = value

    @property
    def is_page(self) -> bool:
        """Whether the theme is laid around it."""
        return self.artefact.page is not None

    def is_documentation_page(self) -> bool:
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing: the engine writes it."""


def place(artefacts: Iterable[Artefact], config: MkDocsConfig) -> Iterator[RecordFile]:
    """The artefacts as files of the site."""
    root = posixpath.relpath(Path(config.config_file_path).parent.as_posix(), Path(config.docs_dir).as_posix())
    # Asked once: a setting of MkDocs takes its time to answer.
    site_dir, use_directory_urls = config.site_dir, config.use_directory_urls
    for artefact in artefacts:
        record = f"{root}/{artefact.source}" if artefact.source else None
        yield RecordFile(artefact, record, site_dir, use_directory_urls)


def bare(files: Files, config: MkDocsConfig, paint: Callable[[str], str]) -> None:
    """Replaces the style sheets of the theme by what a browser needs of them.

    Those that are the theme's own are painted; what a folder of the catalogue has in their place is as its author wants it.
    """
    for file in [file for file in files.css_files() if file.abs_src_path and file.src_uri.startswith(STYLES)]:
        files.remove(file)
        source = Path(file.abs_src_path or "")
        text = source.read_text(encoding="utf-8")
        text = paint(text) if source.is_relative_to(THEME) else text
        files.append(File.generated(config, file.src_uri, content=frames.bare(text)))


def only_a_start_page(files: Files, config: MkDocsConfig) -> Files:
    """The files without what is written by hand and named in the navigation: it leads to records that are not there."""
    config.nav = None
    for file in files.documentation_pages():
        files.remove(file)
    files.append(File.generated(config, "index.md", content=f"# {_('Kataloget')}\n"))
    return files


def default_menu(files: Files, config: MkDocsConfig) -> list[Item]:
    """The navigation of a site that has none in its settings."""
    titles = {file.src_uri: file.artefact.title for file in files if isinstance(file, RecordFile) and file.is_page}
    return menu(titles, [file.src_uri for file in files.documentation_pages()], _footer(config))


def _footer(config: MkDocsConfig) -> Sequence[str]:
    """The pages that every page leads to at its foot: those of the settings, or those that every catalogue may have."""
    named: Sequence[str] = config.extra.get("footer", FOOTER)
    return named


def give_page(file: RecordFile, config: MkDocsConfig) -> Page:
    """The page of a file, with what the navigation, lists and the sitemap ask of it, without reading it."""
    page = file.page or Page(None, file, config)
    if file.artefact.title:
        page.markdown, page.meta = "", {"title": file.artefact.title, "description": file.artefact.summary}
    return page


def entry(page: Page) -> Entry:
    """The page as a link shows it."""
    return Entry(str(page.title), page.url)


def linked(file: File) -> Entry | None:
    """A page as a link shows it; None for a file that is none."""
    if file.page:
        return entry(file.page)
    if isinstance(file, RecordFile) and file.is_page:
        return Entry(file.artefact.title, file.url)
    return None


def in_chapter(chapter: Section) -> Iterator[tuple[Entry, Page]]:
    """The pages of a chapter that ``mkdocs.yml`` names, each with the first of them, under the name of the chapter."""
    pages = [page for page in chapter.children if isinstance(page, Page)]
    for page in pages:
        yield Entry(chapter.title, pages[0].url), page


def rooted(html: str, site: str | None) -> Markup:
    """The HTML, made for the start page, with links from the root of the site: what is not found has any address."""
    root = urlsplit(site or "").path.rstrip("/")
    return Markup(str(html).replace('href="', f'href="{root}/').replace('src="', f'src="{root}/'))


class Frame:
    """The theme around the pages of one build."""

    def __init__(
        self, config: MkDocsConfig, files: Files, nav: Navigation, env: Environment, options: Config, site: Published
    ) -> None:
        """Made when every page written by hand has been read, and its title is known."""
        self._config, self._files, self._nav, self._env = config, files, nav, env
        # Whatever a template shows is text, unless it is marked as HTML. MkDocs itself escapes nothing.
        env.autoescape = True
        # So that a file that takes the place of one of the theme's can be made of it: {% extends "idekatalog/main.html" %}.
        own = PrefixLoader({"idekatalog": FileSystemLoader(THEME)})
        env.loader = ChoiceLoader([env.loader, own] if env.loader else [own])
        sections = [item for item in nav if isinstance(item, Section)]
        self._chapters = {folder(page.file.src_uri): first for section in sections for first, page in in_chapter(section)}
        self._addresses = {file.src_uri for file in files}
        self._pages = {folder(file.src_uri): page for file in files if (page := linked(file))}
        named = (files.get_file_from_path(uri) for uri in _footer(config))
        footer = tuple(found for file in named if file and (found := linked(file)))
        records = site.shown
        env.globals |= {
            "footer": footer,
            "publisher": site.publisher,
            "planned": "plan/index.html" in self._addresses,
            "colours": site.palette.light,
            "icons": {file.src_uri for file in files if file.src_uri.startswith(ICONS)},
            **records,
            "doors": rooted(str(records["doors"]), config.site_url),
        }
        # The digest of all that a page shows besides its record: two builds with the same settings and navigation have the same.
        settings = {key: value for key, value in {**config, **options}.items() if key != "site_dir"}
        shown = (json.dumps(settings, default=_setting), str(nav), footer, site.publisher)
        self._digest = hashlib.sha256(repr(shown).encode()).hexdigest()

    @property
    def pages(self) -> list[RecordFile]:
        """The files with a page that MkDocs does not know as one; the sitemap names them too."""
        return [file for file in self._files if isinstance(file, RecordFile) and file.page]

    def output(self, file: RecordFile) -> Output:
        """The file as it stands in the site."""
        artefact = file.artefact

        def key() -> str:
            crumbs = repr(self._crumbs(file.page)) if file.page else ""
            return f"{artefact.uri} {artefact.key} {self._digest} {crumbs}" if artefact.digest else ""

        make = partial(self._lay_out, file) if file.is_page else artefact.make
        return Output(file.dest_uri, make, key, artefact.source, artefact.too, artefact.further)

    def around(self, context: TemplateContext, page: Page) -> TemplateContext:
        """What the theme knows of a page: the pages that lead to it, and its picture."""
        return {**context, "crumbs": self._crumbs(page), "picture": picture(folder(page.file.src_uri), self._addresses)}  # type: ignore[typeddict-unknown-key]

    def _crumbs(self, page: Page) -> tuple[Entry, ...]:
        """The pages that lead to a page, the start page first; none to that one itself."""
        if page.is_homepage:
            return ()
        home = (Entry(_("Start"), self._nav.homepage.url),) if self._nav.homepage else ()
        return home + above(folder(page.file.src_uri), self._pages, self._chapters)

    def _lay_out(self, file: RecordFile) -> bytes:
        """The page as MkDocs would build it."""
        page = file.page or give_page(file, self._config)
        assert file.artefact.page, f"{file.src_uri} is no page"
        written = file.artefact.page()
        page.markdown, page.meta = "", {**written.fields}
        page.content, page.toc = Markup(written.html), get_toc(written.contents)
        page.active = True
        try:
            context = self.around(get_context(self._nav, [], self._config, page), page)
            return self._env.get_template("main.html").render(context).encode()
        finally:
            page.active = False


def plain_titles(page: Page) -> None:
    """Makes the titles that MkDocs takes from the headings of a page what those from its fields are: text, not HTML."""

    def plain(items: Iterable[AnchorLink]) -> None:
        for item in items:
            item.title = Markup(item.title).striptags()
            plain(item.children)

    plain(page.toc)
    if "title" not in page.meta and (page.content or "").startswith("<h1"):
        page.meta["title"] = Markup(page.title).striptags()


# What the extension "toc" puts into every heading.
_ANCHOR = re.compile(r'<a class="headerlink"([^>]*)>[^<]*</a>')


def quiet(content: str) -> str:
    """A page whose headings are heard without their anchors, which only a mouse has a use for; their sign is in the style."""
    return _ANCHOR.sub(r'<a class="headerlink"\1 aria-hidden="true" tabindex="-1"></a>', content)


# What Markdown makes of a numbered list whose points begin with a bold link, alone in its line.
_WAY = "<ol>\n<li>\n<p><strong><a "


def drawn(content: str) -> str:
    """A page whose numbered lists of bold links have a class: they are a way through something, and are drawn as a loop."""
    return content.replace(_WAY, _WAY.replace("<ol>", '<ol class="loop">'))


def _setting(value: object) -> object:
    """A setting as something that two builds write alike."""
    return dict(value) if isinstance(value, Mapping) else getattr(value, "__qualname__", type(value).__name__)
