"""What is kept between builds: never a wrong page, whatever was edited, and nothing made anew that is as it was."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config

import sites
from idekatalog.catalogue import Catalogue
from idekatalog.files.load import load
from idekatalog.publishing import cache
from idekatalog.publishing.artefacts import publish
from idekatalog.reading.memory import recalling
from idekatalog.reading.problems import InvalidCatalogue
from places import CASES, contents
from properties import examples

SMALL = CASES / "small" / "catalogue"
TEXTS = sorted(path.relative_to(SMALL) for path in SMALL.rglob("*") if path.suffix in (".md", ".yml"))
WORD = re.compile(r"(?<=[ :])[a-zæøå]{4,}\b")

CONFIG = """\
site_name: Et lille katalog
site_url: {site}
docs_dir: content
theme: idekatalog
nav: [index.md, Alle: indsatser/index.md, metoder/index.md]
plugins: [idekatalog: {{documents: {documents}}}]
"""


def change_a_word(root: Path, file: Path, place: int, word: str) -> None:
    """One word of one file becomes another, wherever it stands: in a title, a list of words, a text."""
    target = root / file
    if target.is_file() and (found := list(WORD.finditer(text := target.read_text(encoding="utf-8")))):
        chosen = found[place % len(found)]
        target.write_text(text[: chosen.start()] + word + text[chosen.end() :], encoding="utf-8")


def remove(root: Path, file: Path, place: int, word: str) -> None:
    (root / file).unlink(missing_ok=True)


def put_back(root: Path, file: Path, place: int, word: str) -> None:
    shutil.copy(SMALL / file, root / file)


def copy(root: Path, file: Path, place: int, word: str) -> None:
    """A second record beside the first, with titles and numbers of its own."""
    text = (SMALL / file).read_text(encoding="utf-8")
    text = re.sub(r"^nummer: \d+", f"nummer: {place + 100}", text, flags=re.MULTILINE)
    text = re.sub(r"^titel: ", f"titel: {word} ", text, flags=re.MULTILINE)
    (root / file).with_stem(f"{file.stem}-{word.encode().hex()}").write_text(text, encoding="utf-8")


EDIT = st.tuples(
    st.sampled_from((change_a_word, change_a_word, change_a_word, put_back, copy, remove)),
    st.sampled_from(TEXTS),
    st.integers(0, 500),
    st.text("abcdefæøå", min_size=3, max_size=8),
)


def read(root: Path, **memory: object) -> Catalogue | str:
    try:
        return load(root, **memory)  # type: ignore[arg-type]
    except InvalidCatalogue as invalid:
        return str(invalid)


@examples(4)
@given(st.lists(EDIT, min_size=1, max_size=6))
def test_the_same_name_is_the_same_bytes_after_any_edits(tmp_path_factory: pytest.TempPathFactory, edits: list) -> None:  # type: ignore[type-arg]
    root = tmp_path_factory.mktemp("edited") / "katalog"
    shutil.copytree(SMALL, root)
    memory, kept = recalling(), dict[tuple[str, str], bytes]()
    for step in ((put_back, TEXTS[0], 0, ""), *edits):
        edit, *where = step
        edit(root, *where)
        catalogue = read(root)
        assert read(root, memory=memory) == catalogue
        if isinstance(catalogue, str):
            continue
        try:
            artefacts = publish(catalogue)
        except InvalidCatalogue:
            continue
        for artefact in artefacts:
            if artefact.key:
                for uri, content in artefact.files.items():
                    assert kept.setdefault((uri, artefact.key), content) == content, uri


def test_a_page_is_not_made_anew_by_what_does_not_concern_it(small: Path) -> None:
    before = {artefact.uri: artefact.key for artefact in publish(load(small))}
    change(small / "interventions/gaardmoede.md", "version: ", "version: 9")
    after = {artefact.uri: artefact.key for artefact in publish(load(small))}
    assert after["indsatser/gaardmoede/index.md"] != before["indsatser/gaardmoede/index.md"]
    assert after["metoder/gaardtaelling/index.md"] == before["metoder/gaardtaelling/index.md"]
    # A list shows the title of a record, not its version.
    assert after["indsatser/index.md"] == before["indsatser/index.md"]
    change(small / "interventions/gaardmoede.md", "titel: ", "titel: Det store ")
    renamed = {artefact.uri: artefact.key for artefact in publish(load(small))}
    assert renamed["indsatser/index.md"] != after["indsatser/index.md"]


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def built(root: Path, documents: str = "false", site: str = "https://example.org/k/") -> dict[str, bytes]:
    (root / "mkdocs.yml").write_text(CONFIG.format(site=site, documents=documents), encoding="utf-8")
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return {
        path.relative_to(root / "site").as_posix(): path.read_bytes()
        for path in (root / "site").rglob("*")
        if path.is_file() and not path.name.startswith("sitemap")
    }


EDITS: dict[str, Callable[[Path], None]] = {
    "nothing": lambda root: None,
    "a title": lambda root: change(root / "interventions/gaardmoede.md", "titel: ", "titel: Et andet "),
    "a list": lambda root: change(root / "data/chapters/indsatser.md", "titel: ", "titel: Alle "),
    "a word of a vocabulary": lambda root: change(root / "data/vocabulary/roller.yml", "navn: ", "navn: En anden "),
    "a page written by hand": lambda root: change(root / "content/index.md", "# ", "# Ny "),
    "the name of the site": lambda root: None,
}


def test_a_build_that_remembers_is_a_build_that_does_not(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    for name, edit in EDITS.items():
        edit(small)
        if name == "the name of the site":
            monkeypatch.setitem(globals(), "CONFIG", CONFIG.replace("Et lille", "Et andet"))
        shutil.copytree(small, fresh := tmp_path / name, ignore=shutil.ignore_patterns(cache.CACHE_FOLDER, "site"))
        assert built(small) == built(fresh), name


def test_what_is_as_it_was_is_not_laid_out_again(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = built(small)
    monkeypatch.setattr(
        "mkdocs_idekatalog.layout.Frame._lay_out", lambda frame, file: pytest.fail(f"{file.src_uri} was laid out")
    )
    assert built(small) == first


def test_where_nothing_has_changed_no_file_is_made_and_no_part_of_one_is_read(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sites.built(small)
    made, asked = list[str](), list[str]()
    ask = cache.Cache.__call__

    def watched(memory: cache.Cache, name: str, make: Callable[[], object], form: object = None, /) -> object:
        asked.append(name)
        return ask(memory, name, lambda: made.append(name) or make(), form)  # type: ignore[arg-type, func-returns-value]

    monkeypatch.setattr(cache.Cache, "__call__", watched)
    sites.built(small)
    # What has no form is read anew in every process: a few small files.
    formless = ("written ", "page ", "drawing ", "data ")
    assert [name for name in made if not name.startswith(formless)] == []
    assert [name for name in asked if name.startswith(("found ", "terms ", "paper "))] == []


def kept(root: Path) -> list[Path]:
    """The files of the store, but for the lock of the site."""
    return sorted(file for file in (root / cache.CACHE_FOLDER).iterdir() if not file.name.startswith("optaget-"))


def test_what_was_kept_only_in_part_is_made_again(small: Path) -> None:
    first = contents(sites.built(small))
    for number, file in enumerate(kept(small)):
        file.write_bytes(file.read_bytes()[: number % 2 * 20])
    assert contents(sites.built(small)) == first


def test_what_nobody_asks_for_is_deleted_after_a_month(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sites.built(small)
    there = kept(small)
    cache.Store(small).forget()
    assert kept(small) == there != []
    monkeypatch.setattr(cache, "MONTH", -1)
    cache.Store(small).forget()
    assert kept(small) == []


def test_a_store_that_has_grown_too_large_keeps_what_this_build_asked_for(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sites.built(small)
    now = cache.Store(small)
    one = kept(small)[0]
    now.read(one.name)
    monkeypatch.setattr(cache, "LIMIT", 1000)
    now.forget()
    assert kept(small) == [one]
