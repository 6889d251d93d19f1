"""A collection of methods that somebody else wrote, in English and in another shape: all of it becomes a catalogue, and no more."""

import html
import io
import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdf
import pytest

from foreign import METHODS, OURS, PHASES, SETTINGS, SOURCE, Method, build, convert
from idekatalog.files.load import load
from idekatalog.language import words
from idekatalog.language.danish import term
from idekatalog.language.danish import words as found_words
from idekatalog.language.slug import slug
from idekatalog.paper.press import press
from idekatalog.publishing.artefacts import publish
from language.test_every_word import known, said, texts
from test_catalogue import Site, targets


@dataclass
class Built:
    """The site, its folder, and what was said while it was built."""

    root: Path
    site: Site
    said: list[str]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    root = tmp_path_factory.mktemp("ways")
    convert(root)
    said: list[str] = []
    listener = logging.Handler()
    listener.emit = lambda message: said.append(message.getMessage())  # type: ignore[method-assign]
    log = logging.getLogger("mkdocs")
    log.addHandler(listener)
    try:
        site = Site(build(root))
    finally:
        log.removeHandler(listener)
    yield Built(root, site, said)
    words.use(words.DANISH)


def read(text: str) -> str:
    """The words of a text, whatever stands between them."""
    return " ".join(re.findall(r"\w+", html.unescape(text).casefold()))


def written(value: object) -> Iterator[str]:
    """Every text of the source below a value."""
    match value:
        case str():
            yield value
        case list():
            for one in value:
                yield from written(one)
        case dict():
            for key, one in value.items():
                yield from (() if key in PHASES or key in ("do", "with") else (key,))
                yield from written(one)


def said_by(method: Method) -> list[str]:
    """All that the source says of a method; for the number of people and the category the engine has words of its own."""
    people = method.get("people") if isinstance(method.get("people"), dict) else []
    return [*written([method[key] for key in ("name", "summary", "time", "what_you_need", "how", "why")]), *written(people)]


def test_the_build_has_nothing_to_say(built: Built) -> None:
    assert [text for text in built.said if not text.startswith(("Cleaning", "Building", "Documentation built"))] == []


@pytest.mark.parametrize("method", METHODS, ids=lambda method: slug(method["name"]))
def test_a_guide_says_all_of_its_source(built: Built, method: Method) -> None:
    page = read("\n".join(texts(built.site.pages[f"/indsatser/{slug(method['name'])}/"].text)))
    assert [text for text in said_by(method) if read(text) not in page] == []


def test_a_guide_says_how_many_there_are(built: Built) -> None:
    numbered = {slug(method["name"]): method["people"] for method in METHODS if isinstance(method.get("people"), str)}
    assert {"2", "5-6"} < {*numbered.values()}
    for name, people in numbered.items():
        page = built.site.pages[f"/indsatser/{name}/"].text
        assert f"<strong>Number of participants:</strong> {people.replace('-', ' to ')}<" in page


def test_a_step_leads_to_the_method_it_names(built: Built) -> None:
    there = 0
    for method in METHODS:
        address = f"/indsatser/{slug(method['name'])}/"
        named = {line["with"] for line in method["how"] if isinstance(line, dict) and "with" in line}
        leads = {target for target, _ in targets(address, built.site.pages[address].links)}
        assert {f"/indsatser/{slug(name)}/" for name in named} <= leads
        there += len(named)
    assert there > 6


def test_the_search_holds_all_of_the_source(built: Built) -> None:
    """A sentence stands in the passages that are shown, a need or a length in the index alone; every word is a term of that."""
    search = built.root / "site/assets/soeg"
    passages = read(" ".join(written([json.loads(file.read_text("utf-8")) for file in search.glob("tekst/*.json")])))
    index = json.loads((search / "indeks.json").read_text("utf-8"))
    titles = [found[3] for found in index["found"]]
    terms, before = set(), ""
    for line in "\n".join(index["terms"]).splitlines():
        before = before[: int(line[0], 36)] + line[1:]
        terms.add(before)
    for method in METHODS:
        assert method["name"] in titles
        assert [text for text in written([method[key] for key in ("summary", "how", "why")]) if read(text) not in passages] == []
        assert {term(word) for text in said_by(method) for word in found_words(text)} - terms == set()


def test_nothing_of_ours_is_in_it(built: Built) -> None:
    files = [
        path for path in (built.root / "site").rglob("*") if path.suffix in (".html", ".json", ".webmanifest", ".txt", ".xml")
    ]
    ours = re.compile(rf"{OURS.pattern}|CC BY|licenses/by/", re.IGNORECASE)
    assert {path.name: found for path in files if (found := set(ours.findall(path.read_text("utf-8"))))} == {}


@pytest.fixture(scope="module")
def danish() -> set[str]:
    """The words that the engine says in Danish, without those that are English too."""
    english = words.translations("en")
    found = known(" ".join(written([*map(list_of, english)]))) - known(" ".join(written([*map(list_of, english.values())])))
    found -= known(json.dumps(SOURCE)) | known(SETTINGS)
    assert len(found) > 500
    return found


def list_of(text: str | tuple[str, str]) -> list[str]:
    return [text] if isinstance(text, str) else [*text]


def test_every_page_is_in_english(built: Built, danish: set[str]) -> None:
    for address, page in built.site.pages.items():
        assert page.language == "en", address
        assert known(re.sub(r"https?://\S+", "", "\n".join(texts(page.text)))) & danish == set(), address


@pytest.fixture(scope="module")
def papers(built: Built) -> dict[str, bytes]:
    """What every document is printed from, by its address."""
    return {made.uri: made.content for made in publish(load(built.root), "https://ways.example/") if made.uri.endswith(".pdf")}


def test_every_paper_is_in_english_and_says_all_of_its_source(papers: dict[str, bytes], danish: set[str]) -> None:
    printed = {address: "\n".join(said(json.loads(data))) for address, data in papers.items()}
    assert {address: found for address, text in printed.items() if (found := known(text) & danish)} == {}
    for method in METHODS:
        page = read(printed[f"indsatser/{slug(method['name'])}/guide.pdf"])
        assert [text for text in said_by(method) if read(text) not in page] == [], method["name"]


def test_a_guide_is_printed_in_english(built: Built, danish: set[str]) -> None:
    made = {one.uri: one for one in publish(load(built.root), "https://ways.example/", press, at_once=False)}
    printed = pypdf.PdfReader(io.BytesIO(made["indsatser/world-cafe/guide.pdf"].content))
    text = "".join(page.extract_text() for page in printed.pages)
    assert str(printed.trailer["/Root"]["/Lang"]).startswith("en")
    assert "Write on the cloth" in text
    # Addresses are the same in every language.
    assert known(re.sub(r"\S*ways\.example/\S*", "", text)) & danish == set()


def test_no_page_is_empty_and_no_link_leads_nowhere(built: Built) -> None:
    assert len(built.site.found) > 2 * len(METHODS)
    for address, page in built.site.found.items():
        main = page.text.partition("<main")[2].partition("</main>")[0]
        assert len(re.sub(r"<[^>]+>", " ", main).split()) > 12, address
        for target, anchor in targets(address, page.links + page.fetched):
            assert target in built.site.pages or target in built.site.files, (address, target)
            assert not anchor or target not in built.site.pages or anchor in built.site.pages[target].ids, (
                address,
                target,
                anchor,
            )


def test_no_sentence_ends_twice(built: Built) -> None:
    for address, page in built.site.pages.items():
        assert re.findall(r"\w+\.\.(?!\.)", "\n".join(texts(page.text))) == [], address
