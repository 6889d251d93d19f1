"""The gate: whatever anybody types in any string of any file is shown as text, or refused with file and line.

The strings are found by walking the files, so a new field, list or setting is covered by itself.
"""

import contextlib
import csv
import io
import json
import re
import shutil
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import html5lib
import pymupdf
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from idekatalog.files.load import load
from idekatalog.reading import source, wording
from idekatalog.reading.glyphs import JOINER
from idekatalog.reading.problems import InvalidCatalogue, Problem
from places import CASES, lines
from properties import examples

SETTINGS = """\
site_name: Et lille katalog
site_description: Et katalog til test
site_url: https://example.org/katalog/
copyright: Nogen har retten
docs_dir: content
theme: idekatalog
plugins: [idekatalog]
nav: [{Start: index.md}, {Indsatser: [indsatser/index.md, {Roller: roller/index.md}]}, {Om os: om.md}]
extra: {footer: [om.md]}
"""
PAGE = """\
---
title: Om os
description: Hvem vi er
---

# Hvem er vi?

Vi er nogen.

- Et punkt

## En overskrift {#anker}

| Hvem | Hvad |
| --- | --- |
| Vi | Alt |

<!-- udgiver -->
"""
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 700"><title>Gården</title><text x="9" y="9">Torv</text></svg>'
)
PLACES: dict[str, Any] = {
    "type": "FeatureCollection",
    "navn": "Gården",
    "oplyst": "Opdigtet.",
    "features": [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [100, 200]},
            "properties": {"navn": "Bænken", "slags": kind, "kategori": "sted", "sagt": "Her er rart."},
        }
        for kind in ("ressource",)
    ],
}
CATEGORY = "- vaerdi: sted\n  navn: Sted\n  forklaring: Et sted.\n"

Place = tuple[str, tuple[str | int, ...]]
"""A string of the catalogue: the path of its file, and the keys and indices that lead to it."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small catalogue with something of every kind."""
    folder = tmp_path_factory.mktemp("gate") / "katalog"
    shutil.copytree(CASES / "small/catalogue", folder)
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "content/om.md").write_text(PAGE, encoding="utf-8")
    (folder / "data/map").mkdir()
    (folder / "data/map/omraade.svg").write_text(DRAWING, encoding="utf-8")
    (folder / "data/map/omraade.geojson").write_text(json.dumps(PLACES, ensure_ascii=False), encoding="utf-8")
    for name in ("kortressourcer", "kortudfordringer"):
        (folder / f"data/vocabulary/{name}.yml").write_text(CATEGORY, encoding="utf-8")
    (folder / "data/book.yml").write_text("- om.md\n", encoding="utf-8")
    (folder / "data/udgiver.yml").write_text("navn: Byen\nmail: a@b.example\ntelefon: 12 34 56 78\n", encoding="utf-8")
    load(folder)
    return folder


def files(root: Path) -> Iterator[str]:
    """Every file that somebody writes words in."""
    for file in sorted(root.rglob("*")):
        path = file.relative_to(root)
        if file.suffix in (".md", ".yml", ".geojson", ".svg") and path.parts[0] in (
            "interventions",
            "data",
            "content",
            "mkdocs.yml",
        ):
            yield path.as_posix()


def strings(root: Path) -> dict[Place, int]:
    """Every string of every file, with its line."""
    found: dict[Place, int] = {}
    for path in files(root):
        raw = (root / path).read_bytes()
        if path == "mkdocs.yml":
            node: source.Node | None = wording._node(wording.yaml.compose(raw, Loader=source.LOADER))
            assert isinstance(node, source.Fields)
            node = source.Fields(1, {key: child for key, child in node.nodes.items() if key in wording.SHOWN}, node.lines)
        elif path.startswith("content/") or path.endswith(".svg"):
            # Words of a page or of a drawing, not what they are put between.
            for number, row in enumerate(raw.decode().split("\n"), 1):
                words_of = r"(?<![\w/#{.])[A-ZÆØÅ][\w .?]*\w" if path.endswith(".md") else r"(?<=>)[\w ]+(?=<)"
                for words in re.finditer(words_of, row):
                    found[path, (number, words.start(), words.end())] = number
            continue
        else:
            node = (source.record if path.endswith(".md") else source.data)(path, raw, [])
        assert node is not None, path
        for where, text in source.texts(node):
            # In the settings, the files of the navigation and the site's address are no words.
            if path != "mkdocs.yml" or not re.search(r"\.md$|^https:", text.value):
                found[path, where] = text.line
        for where, line in source.keys(node):
            if where[-2:-1] == ("ord",):
                found[path, (*where, "KEY")] = line
    return found


def changed(root: Path, to: Path, places: set[Place], change: Callable[[str], str]) -> dict[tuple[str, int], Place]:
    """The catalogue in another folder, the strings changed; which of them stands in what line of what file there."""
    shutil.copytree(root, to, dirs_exist_ok=True)
    lines: dict[tuple[str, int], Place] = {}
    for path in {path for path, _ in places}:
        raw = (root / path).read_bytes()
        mine = {where for other, where in places if other == path}
        if path == "mkdocs.yml":
            text = raw.decode()
            node = wording._node(wording.yaml.compose(raw, Loader=source.LOADER))
            for where in mine:
                value = at(source.plain(node), where)
                text = re.sub(
                    rf"(?<=[ \[{{]){re.escape(value)}(?=[,:\]}}\n])",
                    lambda _, value=value: json.dumps(change(value), ensure_ascii=False),
                    text,
                    count=1,
                )
                lines[path, source.line(node, where)] = (path, where)
            (to / path).write_text(text, encoding="utf-8", errors="surrogatepass")
        elif path.startswith("content/") or path.endswith(".svg"):
            rows = raw.decode().split("\n")
            for number, start, end in sorted(mine, reverse=True):  # type: ignore[misc]
                row = rows[number - 1]
                words = change(row[start:end])
                if row.startswith(("title:", "description:")):
                    words = json.dumps(words, ensure_ascii=False)
                elif row.startswith("|"):
                    # What parts the cells of a table is written so where it is a word.
                    words = words.replace("|", "\\|")
                rows[number - 1] = row[:start] + words + row[end:]
                lines[path, number] = (path, (number, start, end))
            (to / path).write_text("\n".join(rows), encoding="utf-8", errors="surrogatepass")
        else:
            node = (source.record if path.endswith(".md") else source.data)(path, raw, [])
            assert node is not None
            plain: Any = source.plain(node)
            for where in sorted(mine, key=lambda where: (where[-1] == "KEY", len(where)), reverse=False):
                if where[-1] == "KEY":
                    holder = at(plain, where[:-2])
                    holder[change(str(where[-2]))] = holder.pop(where[-2])
                else:
                    at(plain, where[:-1])[where[-1]] = change(at(plain, where))
            sections = plain.pop(source.SECTIONS) if path.endswith(".md") else {}
            text = json.dumps(plain, ensure_ascii=False, indent=1)
            if path.endswith(".md"):
                text = f"---\n{text}\n---\n" + "".join(f"\n## {heading}\n\n{words}\n" for heading, words in sections.items())
            (to / path).write_text(text, encoding="utf-8", errors="surrogatepass")
            written = (source.record if path.endswith(".md") else source.data)(path, text.encode("utf-8", "surrogatepass"), [])
            if written is not None:
                for where in mine:
                    renamed = {place[:-1] for place in mine if place[-1] == "KEY"}
                    real = tuple(
                        # As the reader leaves it, which has told of what is not seen.
                        json.loads(source.INVISIBLE.sub("", json.dumps(change(str(step)), ensure_ascii=False)))
                        if where[: i + 1] in renamed
                        else step
                        for i, step in enumerate(where)
                        if step != "KEY"
                    )
                    lines[path, source.line(written, real)] = (path, where)
    return lines


def at(plain: Any, where: tuple[str | int, ...]) -> Any:
    for step in where:
        plain = plain[step]
    return plain


def told(root: Path) -> tuple[Problem, ...]:
    """What is wrong with the catalogue and its settings."""
    found = list(wording.problems(root / "mkdocs.yml"))
    try:
        load(root)
    except InvalidCatalogue as invalid:
        found += invalid.problems
    for problem in found:
        assert JOINER.sub("", str(problem)).isprintable()
        assert (root / problem.origin.path).is_file(), problem
        assert 1 <= problem.origin.line <= lines((root / problem.origin.path).read_bytes()), problem
    return tuple(found)


def taken(root: Path, to: Path, places: set[Place], change: Callable[[str], str]) -> set[Place]:
    """The strings that may be changed like this: the others are refused, each with its file and line."""
    while True:
        shutil.rmtree(to, ignore_errors=True)
        lines = changed(root, to, places, change)
        problems = told(to)
        if not problems:
            return places
        refused = {place for problem in problems for place in near(problem, lines)}
        assert refused, problems[:5]
        places = places - refused


def near(problem: Problem, lines: dict[tuple[str, int], Place]) -> set[Place]:
    """The changed strings that a problem names: by their line, by their field or, within a section, by the line it begins at."""
    if (problem.origin.path, problem.origin.line) not in lines and problem.field != "fil":
        below = {
            place
            for place in lines.values()
            if place[0] == problem.origin.path and source.name(place[1]).startswith(problem.field)
        }
        if below:
            return below
    above = [line for path, line in lines if path == problem.origin.path and line <= problem.origin.line]
    return {lines[problem.origin.path, max(above)]} if above else {p for key, p in lines.items() if key[0] == problem.origin.path}


# What nobody may type anywhere, since to some reader it is no text.
REFUSED = [
    "<img/src/onerror=x>", "<script/src=/x.js>", "</p", "<!--", "<?php", "<a", "<x:y", "<svg/onload=x>", "<plaintext>",
    "\u202e", "\u200b", "\u00ad", "\u3164", "\ue000400;", "\U000e0041", "\ufeff", "\u0301\u0301\u0301", "\x1b[2J", "\u2028",
    "010190-1234", "010190\u20111234", "cpr 01 01 90 12 34", "(610190)1234", "a\u200db",
]  # fmt: skip


@examples(4)
@given(st.randoms(use_true_random=False))
def test_what_no_reader_may_take_for_anything_but_text_is_refused_in_every_string(
    root: Path, tmp_path: Path, random: Random
) -> None:
    """Something else in every string, and every string is named."""
    places = set(strings(root))
    typed: dict[str, str] = {}

    def change(words: str) -> str:
        return typed.setdefault(words, f"{words} {random.choice(REFUSED)}")

    folder = tmp_path / "k"
    shutil.rmtree(folder, ignore_errors=True)
    lines = changed(root, folder, places, change)
    named = {place for problem in told(folder) for place in near(problem, lines)}
    assert set(lines.values()) - named == set(), typed


# What lists, the glossary and bold words are made of.
WORDS = ("a", "li", "ul", "ol", "p", "h2", "h3", "dt", "dd", "span", "div", "em", "strong", "code", "br")


# What search reads is cut into pieces of a size: longer words, more pieces.
PIECES = re.compile(r"assets/soeg/(indeks|tekst)/\d+\.json")


class Shape:
    """What a site is made of, words apart."""

    def __init__(self, site: Path) -> None:
        files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
        read = {uri: getattr(self, f"_{file.suffix[1:]}", None) for uri, file in files.items()}
        made = {uri: read[uri](file.read_bytes()) for uri, file in files.items() if read[uri]}
        self.files = sorted(re.sub(r"[0-9a-f]{8}", "", uri) for uri in files if not PIECES.fullmatch(uri))
        self.parts: dict[str, object] = {uri: part for uri, part in made.items() if not PIECES.fullmatch(uri)}

    @staticmethod
    def _html(raw: bytes) -> Counter[str]:
        """Every kind of element with its attributes, and with whatever scheme it leads to."""
        found: Counter[str] = Counter()
        for element in html5lib.parse(raw, namespaceHTMLElements=False).iter():
            leads = [
                str(value).split(":")[0]
                for name, value in element.attrib.items()
                if name in ("href", "src") and ":" in str(value)
            ]
            kind = str(element.tag)
            # Of these there may be more or less, since another word sorts and is explained in another way.
            found[f"{kind} {sorted(element.attrib)} {leads}"] += bool(leads) or kind not in WORDS
        return found

    @staticmethod
    def _json(raw: bytes) -> str:
        return type(json.loads(raw)).__name__

    @staticmethod
    def _csv(raw: bytes) -> list[int]:
        rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
        assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r")]
        return [len(row) for row in rows]

    @staticmethod
    def _pdf(raw: bytes) -> object:
        with pymupdf.open(stream=raw) as document:
            assert document.embfile_count() == 0
            return sorted({str(link.get("uri", "")) for page in document for link in page.get_links()})

    @staticmethod
    def _docx(raw: bytes) -> object:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            text = parts.read("word/document.xml").decode()
            tags = Counter(
                re.findall(r"<(w:(?:hyperlink|tbl|tr|p|drawing|fldSimple|instrText|object|pict|sdt|bookmarkStart))\b", text)
            )
            return parts.namelist(), tags


def built(root: Path) -> Path | None:
    """The folder of the site, built here, so that nobody waits for another process; None where our papers have no shape for a sign."""
    config = load_config(str(root / "mkdocs.yml"), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    with contextlib.redirect_stderr(io.StringIO()) as said:
        try:
            mkdocs_build(config)
        except Abort:
            told = said.getvalue().splitlines()[1:]
            assert told, "no line for an author"
            assert [line for line in told if not re.fullmatch(r"[^:]+:\d+: fil: tegne(t|ne) .* kan ikke trykkes; .*", line)] == []
            return None
    return root / "site"


# What anybody may type, and what means something to one of the readers that text passes on its way.
MARKUP = [
    '"', "'", "&", "&copy", "&lt;b&gt;", "<3", "< b", ">", "{{ x }}", "{% raw %}", "#x", "# x", "\\", "\\n", "$x$", "@x", "*x*", "**x**", "_x_",
    "`x`", "~x~", "^x^", "|", "- x", "+ x", "=1+1", "1. x", ":x:", "]]>", "-->", "!!! x", "[x]", "(x)", "$(x)", "%s", "#let x = 1",
    "#image(\"x\")", "///", "//", "=x", "::x", ";", "--", "...", "\\u003c", "\\x3c", "æøå", "x < y > z",
    "javascript:alert(1)", "data:text/html,x", "https://x.example", "mailto:a@b.example", "❤\ufe0f", "01.06.2026 1600-1800",
]  # fmt: skip


# Sections and pages written by hand are Markdown: there these are text too.
QUIET = [
    '"',
    "'",
    "& &copy",
    "<3",
    "< b",
    "$x$",
    "@x",
    "^",
    "%s",
    "%}",
    "]]&gt;",
    ":x:",
    "x = y",
    ";",
    "--",
    "...",
    "æøå",
    "javascript:alert(1)",
    "❤\ufe0f",
]


@examples(0)
@example(pieces=MARKUP)
@example(pieces=QUIET)
@given(pieces=st.lists(st.sampled_from(MARKUP + QUIET) | st.text(max_size=8), min_size=1, max_size=8))
def test_every_string_of_a_site_is_text(root: Path, tmp_path: Path, pieces: list[str]) -> None:
    """With signs in it no page, paper or file has one element, attribute, link or file more than with words."""
    strings = compare(root, tmp_path, " ".join(pieces))
    if pieces in (MARKUP, QUIET):
        assert strings > 0


def compare(root: Path, folder: Path, typed: str) -> int:
    """How many strings take what is typed; in all of them at once it makes a site of the same shape as a word does.

    A word goes before it: a cell of a table that was empty is empty no more, whatever is typed.
    """
    everything = set(strings(root))
    free = taken(root, folder / "words", everything, lambda words: f"{words} ord")
    free = taken(root, folder / "signs", free, lambda words: f"{words} ord {typed}")
    shutil.rmtree(folder / "words")
    changed(root, folder / "words", free, lambda words: f"{words} ord")
    sites = [built(folder / name) for name in ("words", "signs")]
    assert sites[0]
    if sites[1] is None:
        return len(free)
    words, signs = (Shape(site) for site in sites if site)
    assert signs.files == words.files
    for uri, shape in words.parts.items():
        assert signs.parts[uri] == shape, uri
    return len(free)
