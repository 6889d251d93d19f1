"""The programs that run on the page: what of ``browser/`` is published, and where."""

import posixpath
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from idekatalog.files.load import load
from idekatalog.frames import asset, place_map
from idekatalog.language import words
from idekatalog.publishing.artefacts import publish
from places import PLUGINS

BROWSER = PLUGINS / "idekatalog/browser"
NAMED = re.compile(r"""(?:from|import\(|new URL\() ?"(\.\.?/[^"]+|[a-z]+\.js)\"""")
PROGRAMS = sorted(
    file.relative_to(BROWSER).as_posix()
    for file in BROWSER.rglob("*.js")
    if "vendor" not in file.parts and not file.name.endswith(".test.js")
)


@pytest.fixture(params=words.LANGUAGES)
def published(small: Path, request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """Every program of a site in a language by its address; the small catalogue has no map, and so none of that."""
    words.use(request.param)
    artefacts = [(one.uri, one.make) for one in publish(load(small), press=None)]
    artefacts += [(address, partial(asset, file)) for address, file in place_map.ASSETS.items() if file.startswith("map/")]
    yield {address: make().decode() for address, make in artefacts if address.endswith(".js")}
    words.use(words.DANISH)


def test_what_a_program_imports_lies_where_it_looks_for_it(published: dict[str, str]) -> None:
    named = {
        (address, posixpath.normpath(posixpath.join(posixpath.dirname(address), name)))
        for address, text in published.items()
        for name in NAMED.findall(text)
        if name.endswith(".js")
    }
    assert len(named) > 10
    assert [f"{address}: {name}" for address, name in sorted(named) if name not in published] == []


def test_every_program_is_published(published: dict[str, str]) -> None:
    stems = f"search/stems-{words.code()}.js"
    own = [file for file in PROGRAMS if file != "words.js" and (file == stems or not file.startswith("search/stems-"))]
    assert {asset(file).decode() for file in own} <= set(published.values())
    assert ("Browseren" in published["assets/words.js"]) == (words.code() != words.DANISH)


def test_a_program_is_published_without_its_comments_and_with_all_its_code() -> None:
    for file in PROGRAMS:
        shown = asset(file).decode().splitlines()
        assert not [line for line in shown if line.lstrip().startswith(("//", "/*", "* "))], file
        lines, comment = [], False
        for line in (BROWSER / file).read_text(encoding="utf-8").splitlines():
            comment = comment or line.lstrip().startswith(("//", "/*"))
            if not comment:
                lines.append(line)
            comment = comment and not line.lstrip().startswith("//") and not line.rstrip().endswith("*/")
        assert shown == [line.lstrip() for line in lines], file


def test_no_text_in_a_program_has_an_indented_line_for_that_is_not_published() -> None:
    for file in PROGRAMS:
        in_text = False
        for line in (BROWSER / file).read_text(encoding="utf-8").splitlines():
            assert not (in_text and line.startswith((" ", "\t"))), f"{file}: {line}"
            if not line.lstrip().startswith(("//", "/*", "*")):
                in_text ^= line.count("`") % 2 == 1
        assert not in_text, file
