"""A collection of methods that somebody else wrote, in English and in another shape: all of it becomes a catalogue, and no more."""

import html
import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from idekatalog.language import words
from idekatalog.language.danish import term
from idekatalog.language.danish import words as found_words
from idekatalog.language.slug import slug
from language.test_every_word import known, texts
from places import CASES
from test_catalogue import Site, targets
from test_starter import OURS

Method = dict[str, Any]
SOURCE = yaml.safe_load((CASES / "english/methods.yml").read_text(encoding="utf-8"))
METHODS: list[Method] = SOURCE["methods"]
PHASES = {"Before": "foer", "During": "under", "After": "efter"}
SETTINGS = """\
site_name: Ways with people
site_description: Short methods for whoever works with people.
site_url: https://ways.example/
docs_dir: content
theme: {name: idekatalog}
plugins: [idekatalog: {language: en, documents: false}]
"""
START = "---\ntitle: Start\ndescription: Short methods for whoever works with people.\n---\n\n# Ways with people\n\n<!-- indsatser -->\n"


def steps(line: str | Method) -> Iterator[tuple[Method, str | None]]:
    """What a line of ``how`` becomes, each step with the method that it leads to."""
    match line:
        case str():
            yield {"tekst": line}, None
        case {"do": action, "with": other}:
            yield {"tekst": action}, other
        case dict():
            [(head, below)] = line.items()
            if head in PHASES:
                yield from (({"fase": PHASES[head], "tekst": action}, None) for action in below)
            else:
                yield {"tekst": head, "uddybning": ". ".join(below)}, None


def record(method: Method) -> str:
    """The method as a record of the engine."""
    how, people, need = method["how"], method.get("people"), method["what_you_need"]
    taken = [] if isinstance(how, str) else [step for line in how for step in steps(line)]
    least, _, most = people.partition("-") if isinstance(people, str) else ("", "", "")
    roles = people if isinstance(people, dict) else {}
    fields = {
        "titel": method["name"],
        "resume": method["summary"],
        "temaer": [method["category"]],
        "roller": [{"rolle": slug(role), "opgave": task, "med": "altid"} for role, task in roles.items()],
        "deltagere": {"min": int(least), "maks": int(most or least)} if least else None,
        "tid": [method["time"]],
        "materialer": [need] if isinstance(need, str) else need,
        "trin": [step for step, _ in taken],
        "relateret": [{"id": slug(other), "grund": step["tekst"]} for step, other in taken if other],
        "status": "udgivet",
        "gennemgaaet": "2026-11-28",
    }
    front = yaml.safe_dump({key: value for key, value in fields.items() if value}, allow_unicode=True, sort_keys=False)
    sections = f"## Hvorfor\n\n{method['why']}\n" + (f"\n## Sådan gør I\n\n{how}\n" if isinstance(how, str) else "")
    return f"---\n{front}---\n\n{sections}"


def convert(root: Path) -> None:
    """Writes the collection as a catalogue with a name, a colour and a licence of its own."""
    roles = sorted({role for method in METHODS if isinstance(method.get("people"), dict) for role in method["people"]})
    files = {
        "mkdocs.yml": SETTINGS,
        "content/index.md": START,
        "data/udgiver.yml": 'licens: CC0 1.0\nlicens_adresse: "https://creativecommons.org/publicdomain/zero/1.0/"\n',
        "data/udseende.yml": 'farve: "#0b4f71"\n',
        "data/vocabulary/temaer.yml": terms({name: (name.capitalize(), told) for name, told in SOURCE["categories"].items()}),
        "data/vocabulary/roller.yml": terms({slug(role): (role, "Somebody who has a part in it.") for role in roles}),
        **{f"interventions/{slug(method['name'])}.md": record(method) for method in METHODS},
    }
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")


def terms(of: dict[str, tuple[str, str]]) -> str:
    return yaml.safe_dump([{"vaerdi": value, "navn": name, "forklaring": told} for value, (name, told) in of.items()])


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
    # Whoever has built quietly in this process has left MkDocs silent.
    log.setLevel(logging.INFO)
    try:
        config = load_config(str(root / "mkdocs.yml"), strict=True, site_dir=str(root / "site"))
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    finally:
        log.removeHandler(listener)
    yield Built(root, Site(root / "site"), said)
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


def test_every_page_is_in_english(built: Built) -> None:
    english = words.translations("en")
    danish = known(json.dumps([str(text) for text in english], ensure_ascii=False)) - known(str([*english.values()]))
    own = known(json.dumps(SOURCE)) | known(SETTINGS)
    assert len(danish - own) > 500
    for address, page in built.site.pages.items():
        assert page.language == "en", address
        assert known(re.sub(r"https?://\S+", "", "\n".join(texts(page.text)))) & danish - own == set(), address


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
