"""The pages of the catalogue as pages of MkDocs, in a site that has a look of its own.

MkDocs reads and lays them out as it does those that somebody has written, so every other plugin sees them.
"""

import posixpath
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from idekatalog.publishing.artefacts import Artefact
from idekatalog.publishing.beside import Heading, in_menu, written
from idekatalog.publishing.build import Output
from mkdocs_idekatalog.layout import STYLES, THEME, RecordFile, place

TOKENS = f"{STYLES}tokens.css"


class PageFile(File):
    """A page of the catalogue that MkDocs takes for one of its own; ``contents`` is its table of contents, as it knows it."""

    contents: list[Heading]


def add(files: Files, artefacts: Iterable[Artefact], config: MkDocsConfig, paint: Callable[[str], str]) -> None:
    """Puts the artefacts among the files of the site, and the painted colours of its sheets.

    Raises Abort where one would take the place of a page of the site.
    """
    colours = (THEME / TOKENS).read_text(encoding="utf-8")
    ours = [*_files(artefacts, config), File.generated(config, TOKENS, content=paint(colours))]
    taken = {file.dest_uri: file.src_uri for file in files}
    if doubled := [taken[file.dest_uri] for file in ours if file.dest_uri in taken]:
        raise Abort(f"Kataloget har selv sider med disse adresser: {', '.join(doubled)}. Giv dine filer andre navne.")
    for file in ours:
        files.append(file)
    if config.nav:
        config.nav = _named(config.nav, {file.src_uri for file in ours})


def _files(artefacts: Iterable[Artefact], config: MkDocsConfig) -> Iterator[File]:
    for file in place(artefacts, config):
        if file.artefact.page and file.src_uri.endswith(".md"):
            yield _page(file, config)
        else:
            # A sheet is a document of its own.
            file.artefact = replace(file.artefact, page=None)
            yield file


def _page(file: RecordFile, config: MkDocsConfig) -> PageFile:
    artefact = file.artefact
    assert artefact.page
    page = artefact.page()
    inclusion = InclusionLevel.INCLUDED if in_menu(artefact) and not config.nav else InclusionLevel.NOT_IN_NAV
    made = PageFile.generated(config, artefact.uri, content=written(artefact, page), inclusion=inclusion)
    assert isinstance(made, PageFile)
    made.contents = page.contents
    made.edit_uri = file.edit_uri
    return made


def _named(nav: object, ours: set[str]) -> object:
    """The navigation, where a page may also be named as a file, such as ``indsatser/naboaften.md``."""
    match nav:
        case list():
            return [_named(item, ours) for item in nav]
        case dict():
            return {title: _named(item, ours) for title, item in nav.items()}
        case str() if (page := f"{posixpath.splitext(nav)[0]}/index.md") in ours and nav.endswith(".md"):
            return page
    return nav


def give_contents(page: Page) -> None:
    """Gives a page of the catalogue the table of contents that MkDocs cannot read from it."""
    if isinstance(page.file, PageFile):
        page.toc = get_toc(page.file.contents)


def outputs(files: Files, config: MkDocsConfig, documents: bool) -> list[Output]:
    """What the engine itself writes: all that is no page."""
    # What a sheet shows besides its record.
    around = f"{config.site_url} {documents}"
    return [_output(file, around) for file in files if isinstance(file, RecordFile)]


def _output(file: RecordFile, around: str) -> Output:
    artefact = file.artefact

    def key() -> str:
        return f"beside {artefact.uri} {artefact.key} {around}" if artefact.digest else ""

    return Output(file.dest_uri, artefact.make, key, artefact.source, artefact.too, artefact.further)
