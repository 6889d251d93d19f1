"""The files of the engine among those of MkDocs, and the theme around its pages.

MkDocs reads and lays out every page at every build. These it only copies, so that a page that is as it was costs nothing.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc
from mkdocs.utils.templates import TemplateContext

from catalogue.publish import Artefact
from catalogue_mkdocs.chapters import Entry, entry, folder


class RecordFile(File):
    """A file that the engine makes; its edit link opens the record it was made from."""

    def __init__(
        self,
        artefact: Artefact,
        record: str | None,
        finished: Callable[["RecordFile"], bytes],
        at_once: bool,
        site_dir: str,
        use_directory_urls: bool,
    ) -> None:
        """``record`` is what its edit link opens, ``finished`` gives its bytes as they stand in the site, at once or later."""
        # What MkDocs would work out of the path of a file, and of the patterns for what to leave out.
        self.src_uri, self.src_dir = artefact.uri, None
        self.dest_uri = artefact.uri.removesuffix(".md") + ".html" if artefact.uri.endswith(".md") else artefact.uri
        self.dest_dir, self.use_directory_urls = site_dir, use_directory_urls
        self.inclusion = InclusionLevel.INCLUDED
        self.artefact, self.record, self.finished, self.at_once = artefact, record, finished, at_once

    @property
    def edit_uri(self) -> str | None:
        return self.record

    @property
    def is_page(self) -> bool:
        """Whether the theme is laid around it."""
        return self.src_uri.endswith(".md")

    def is_documentation_page(self) -> bool:
        return False

    def copy_file(self, dirty: bool = False) -> None:
        if self.at_once:
            self.write()

    def write(self) -> None:
        content, target = self.finished(self), Path(self.abs_dest_path)
        try:
            stands = target.read_bytes() == content
        except OSError:
            stands = False
        if not stands:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def place(
    artefacts: Iterable[Artefact], config: MkDocsConfig, finished: Callable[[RecordFile], bytes], at_once: bool
) -> Iterator[RecordFile]:
    """The artefacts as files of the site, which MkDocs writes at once, or which wait until somebody asks for them."""
    root = posixpath.relpath(Path(config.config_file_path).parent.as_posix(), Path(config.docs_dir).as_posix())
    # Asked once: a setting of MkDocs takes its time to answer.
    site_dir, use_directory_urls = config.site_dir, config.use_directory_urls
    for artefact in artefacts:
        record = f"{root}/{artefact.source}" if artefact.source else None
        yield RecordFile(artefact, record, finished, at_once, site_dir, use_directory_urls)


def give_page(file: RecordFile, config: MkDocsConfig) -> Page:
    """The page of a file, with what the navigation, lists and the sitemap ask of it, without reading it."""
    page = file.page or Page(None, file, config)
    if file.artefact.title:
        page.markdown, page.meta = "", {"title": file.artefact.title, "description": file.artefact.summary}
    return page


def listed(file: File) -> Entry | None:
    """A page as a list shows it; None for a file that is none."""
    if file.page:
        return entry(file.page)
    if isinstance(file, RecordFile) and file.is_page:
        return Entry(posixpath.basename(folder(file)), file.artefact.title, file.artefact.summary, file.url)
    return None


def plain_titles(page: Page) -> None:
    """Makes the titles that MkDocs takes from the headings of a page what those from its fields are: text, not HTML."""

    def plain(items: Iterable[AnchorLink]) -> None:
        for item in items:
            item.title = Markup(item.title).striptags()
            plain(item.children)

    plain(page.toc)
    if page._title_from_render is not None and "title" not in page.meta:
        page.meta["title"] = Markup(page._title_from_render).striptags()


def lay_out(
    file: RecordFile,
    config: MkDocsConfig,
    files: Files,
    nav: Navigation,
    env: Environment,
    around: Callable[[TemplateContext, Page], TemplateContext],
) -> bytes:
    """The page as MkDocs would build it; ``around`` adds to what the theme knows of it."""
    page = file.page or give_page(file, config)
    assert file.artefact.page, f"{file.src_uri} is no page"
    written = file.artefact.page()
    page.markdown, page.meta = "", {**written.fields}
    page.content, page.toc = Markup(written.html), get_toc(written.contents)
    page.active = True
    try:
        return env.get_template("main.html").render(around(get_context(nav, [], config, page), page)).encode()
    finally:
        page.active = False


# What the extension "toc" puts into every heading.
_ANCHOR = re.compile(r'<a class="headerlink"([^>]*)>[^<]*</a>')


def quiet(content: str) -> str:
    """A page whose headings are heard without their anchors, which only a mouse has a use for; their sign is in the style."""
    return _ANCHOR.sub(r'<a class="headerlink"\1 aria-hidden="true" tabindex="-1"></a>', content)
