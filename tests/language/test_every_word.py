"""No word that a reader meets is said in one language only: each is a text of the engine's, which is translated, or an author's."""

import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest

from idekatalog.files.load import load
from idekatalog.language import words
from idekatalog.publishing.artefacts import publish
from places import CASES, PLUGINS

SMALL = CASES / "small" / "catalogue"
SITE = "https://katalog.example/"
# What a reader hears or sees besides the texts between the tags.
SAID = {"alt", "aria-label", "title", "placeholder", "content", "data-column", "data-navn"}
# The same in every language: names, formats, and what a program reads.
NEUTRAL = {
    "qr",
    "pdf",
    "word",
    "csv",
    "zip",
    "svg",
    "geojson",
    "kb",
    "mb",
    "javascript",
    "https",
    "http",
    "katalog",
    "example",
    "index",
    "html",
    "md",
    "json",
    "utf",
    "width",
    "device",
    "initial",
    "scale",
    "light",
    "dark",
    "viewport",
    "charset",
    "doc",
    "data",
}


class Pseudo(Mapping[object, object]):
    """A language that puts every text between brackets."""

    def __getitem__(self, text: object) -> object:
        return tuple(f"⟦{one}⟧" for one in text) if isinstance(text, tuple) else f"⟦{text}⟧"

    def __iter__(self) -> Iterator[object]:
        return iter(())

    def __len__(self) -> int:
        return 0


class Heard(HTMLParser):
    """All that a page says."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("script", "style")
        self.texts += [value for name, value in attrs if name in SAID and value]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.texts.append(data)


def texts(html: str) -> list[str]:
    page = Heard()
    page.feed(html)
    return page.texts


def known(text: str) -> set[str]:
    return set(re.findall(r"[a-zæøåéü]{2,}", text.lower()))


def untranslated(text: str) -> set[str]:
    """The words outside of the brackets; a translated text may stand in another."""
    text = re.sub(r"https?://\S+", "", text)
    while (less := re.sub(r"⟦[^⟦⟧]*⟧", " ", text)) != text:
        text = less
    return known(text)


# What an entry of a paper's data says to the program that prints it.
UNSAID = {
    "kind", "id", "svg", "to", "url", "look", "size", "sign", "word", "labels", "qr", "place", "style", "name",
}  # fmt: skip


def said(node: object) -> Iterator[str]:
    """Every text in the data of a paper that is printed."""
    match node:
        case dict():
            for key, value in node.items():
                if key not in UNSAID:
                    yield from said(value)
        case list():
            for value in node:
                yield from said(value)
        case str():
            yield node


@pytest.fixture(scope="module")
def pseudo() -> Iterator[dict[str, str]]:
    """Every page and sheet of the small catalogue in the pseudo-language: its HTML, or what it is printed from, by its address."""
    words.use("en", Pseudo())  # type: ignore[arg-type]
    made = {}
    for artefact in publish(load(SMALL), SITE):
        if artefact.page:
            made[artefact.uri] = artefact.page().html
        elif artefact.uri.endswith((".html", ".pdf")):
            made[artefact.uri] = artefact.content.decode()
    yield made
    words.use(words.DANISH)


@pytest.fixture(scope="module")
def authors() -> set[str]:
    """Every word that the authors of the small catalogue have written, in files, their names and the terms of vocabularies."""
    files = [file for file in SMALL.rglob("*") if file.suffix in (".md", ".yml", ".svg", ".json", ".txt")]
    return NEUTRAL.union(*(known(f"{file.stem} {file.read_text(encoding='utf-8')}") for file in files))


def test_every_word_on_the_screen_is_translated_or_an_authors(pseudo: dict[str, str], authors: set[str]) -> None:
    pages = {uri: html for uri, html in pseudo.items() if not uri.endswith(".pdf")}
    assert len(pages) > 20
    assert {uri: found for uri, html in pages.items() if (found := untranslated("\n".join(texts(html))) - authors)} == {}


def test_every_word_on_paper_is_translated_or_an_authors(pseudo: dict[str, str], authors: set[str]) -> None:
    papers = {uri: json.loads(data) for uri, data in pseudo.items() if uri.endswith(".pdf")}
    assert len(papers) > 5
    assert {uri: found for uri, data in papers.items() if (found := untranslated("\n".join(said(data))) - authors)} == {}


FRAMES = [
    *(PLUGINS / "idekatalog/frames/templates").rglob("*.j2"),
    *(PLUGINS / "mkdocs_idekatalog/theme").rglob("*.html"),
]


@pytest.mark.parametrize("file", FRAMES, ids=lambda file: file.name)
def test_a_frame_has_no_word_of_its_own(file: Path) -> None:
    plain = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert known(" ".join(texts(plain))) - NEUTRAL <= {
        "article", "website", "noindex", "max", "image", "form", "todo", "talk", "page", "bottom", "left", "content",
    }  # fmt: skip


PROGRAMS = [
    file
    for file in sorted((PLUGINS / "idekatalog/browser").rglob("*.js"))
    if "vendor" not in file.parts and not file.name.endswith(".test.js") and file.name not in ("danish.js", "forms.js")
]


@pytest.mark.parametrize("file", PROGRAMS, ids=lambda file: file.name)
def test_a_program_says_nothing_that_is_not_translated(file: Path) -> None:
    code = re.sub(r"/\*.*?\*/|^\s*//.*$", "", file.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    # The texts of a call may stand on several lines.
    code = re.sub(r"""\b(?:_|plural)\(\s*(?:(?:"[^"]*"|'[^']*')\s*,?\s*)+""", "(", code)
    said = re.findall(r'"([^"\n]*)"|`([^`]*)`', code)
    found = {text for pair in said for text in pair if re.search(r"[æøåÆØÅ]|^[A-ZÆØÅ][a-zæøå]+ [a-zæøå]+", text)}
    assert {text for text in found if not text.startswith(("a ", "BEGIN"))} == set()


@pytest.mark.parametrize("language", words.LANGUAGES[1:])
def test_a_part_of_a_page_has_the_same_anchor_in_every_language(language: str) -> None:
    def anchors() -> dict[str, set[str]]:
        pages = {one.uri: one.page().html for one in publish(load(SMALL), press=None) if one.page}
        return {uri: set(re.findall(r'<(?:h2|section|details)[^>]* id="([^"]+)"', html)) for uri, html in pages.items()}

    danish = anchors()
    words.use(language)
    try:
        assert anchors() == danish
    finally:
        words.use(words.DANISH)
