"""The files of the engine among those of MkDocs, and the theme around its pages.

MkDocs reads and lays out every page at every build. These it only copies, so that a page that is as it was costs nothing.
"""

import posixpath
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data
from mkdocs.utils.templates import TemplateContext

from catalogue.publish import Artefact


class RecordFile(File):
    """A file that the engine makes; its edit link opens the record it was made from."""

    artefact: Artefact
    finished: Callable[["RecordFile"], bytes]
    """Its bytes as they stand in the site."""
    at_once: bool
    record: str | None = None

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
    site, directory_urls = config.site_dir, config.use_directory_urls
    root = posixpath.relpath(Path(config.config_file_path).parent.as_posix(), Path(config.docs_dir).as_posix())
    for artefact in artefacts:
        uri = artefact.uri
        target = uri.removesuffix(".md") + ".html" if uri.endswith(".md") else uri
        file = RecordFile(uri, None, site, directory_urls, dest_uri=target)
        file.artefact, file.finished, file.at_once = artefact, finished, at_once
        if artefact.source:
            file.record = f"{root}/{artefact.source}"
        yield file


def give_page(file: RecordFile, config: MkDocsConfig) -> None:
    """What lists, the navigation and the sitemap ask of a page, without reading it."""
    page = file.page or Page(None, file, config)
    if file.artefact.title:
        page.markdown, page.meta = "", {"title": file.artefact.title, "description": file.artefact.summary}


def lay_out(
    file: RecordFile,
    config: MkDocsConfig,
    files: Files,
    nav: Navigation,
    env: Environment,
    around: Callable[[TemplateContext, Page], TemplateContext],
) -> bytes:
    """The page as MkDocs would build it; ``around`` adds to what the theme knows of it."""
    page = file.page
    assert page is not None
    page.markdown, page.meta = get_data(file.artefact.content.decode())
    page.render(config, files)
    page.active = True
    try:
        return env.get_template("main.html").render(around(get_context(nav, [], config, page), page)).encode()
    finally:
        page.active = False
