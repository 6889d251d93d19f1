"""What is kept between builds is data, whole and its own, or it is made again; and nobody but this machine fills it."""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idekatalog.files.load import load, published
from idekatalog.paper import press as press_module
from idekatalog.publishing import cache
from idekatalog.publishing.artefacts import publish
from idekatalog.publishing.cache import CACHE_FOLDER, Cache, Store, cached
from idekatalog.reading.memory import BYTES, TEXT, nothing, recalling
from idekatalog.reading.problems import InvalidCatalogue
from idekatalog.search.found import FOUND
from idekatalog.search.words import everything
from properties import examples


class Bomb:
    """Fails the test where anybody unpickles it."""

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return pytest.fail, ("it was run",)


def files(root: Path) -> list[Path]:
    return sorted((root / CACHE_FOLDER).iterdir())


def test_a_record_that_was_kept_is_the_record(small: Path) -> None:
    fresh = load(small)
    first, second = (load(small, Cache(Store(small))) for _ in range(2))
    assert first == second == fresh
    for record in fresh.shown:
        again = second.by_id[record.id]
        assert (again.digest, again.references) == (record.digest, record.references)
        assert [str(again.origin(*where)) for where, _ in again.texts()] == [
            str(record.origin(*where)) for where, _ in record.texts()
        ]
    assert [a.content for a in publish(second)] == [a.content for a in publish(fresh)]


def test_a_record_that_was_kept_is_not_parsed_again(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load(small, Cache(Store(small)))
    monkeypatch.setattr("idekatalog.files.record._record", lambda kind, path, *_: pytest.fail(f"{path} was parsed"))
    assert load(small, Cache(Store(small))) == first


def test_no_rule_reads_the_file_of_a_record_in_order_again(small: Path) -> None:
    for memory in (nothing, recalling(), Cache(Store(small)), Cache(Store(small))):
        assert not [record.path for record in load(small, memory).records if "node" in vars(record)]


def test_what_was_found_of_a_record_is_found_again(small: Path) -> None:
    for found in everything(load(small)):
        assert FOUND.read(FOUND.write(found) or b"") == found


def test_a_record_read_ahead_is_not_parsed_when_its_turn_comes(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cold = Cache(Store(small))

    def ahead(reads: Mapping[str, Callable[[], object]]) -> None:
        assert not any(map(cold.knows, reads))
        for read in reads.values():
            read()
        assert all(map(cold.knows, reads))
        monkeypatch.setattr("idekatalog.files.record._record", lambda kind, path, *_: pytest.fail(f"{path} was parsed"))

    assert published(small, cold, ahead) == published(small, cold)


def test_what_is_wrong_with_a_record_is_told_at_every_build(small: Path) -> None:
    file = small / "interventions/naboaften.md"
    file.write_text(file.read_text(encoding="utf-8").replace("titel:", "title:"), encoding="utf-8")
    told = []
    for _ in range(2):
        with pytest.raises(InvalidCatalogue) as invalid:
            load(small, Cache(Store(small)))
        told.append(str(invalid.value))
    assert told[0] == told[1]


def test_a_record_in_other_words_of_the_lists_is_read_again(small: Path) -> None:
    load(small, Cache(Store(small)))
    words = small / "data/vocabulary/temaer.yml"
    words.write_text(words.read_text(encoding="utf-8").replace("vaerdi: tryghed", "vaerdi: ro"), encoding="utf-8")
    with pytest.raises(InvalidCatalogue, match="tryghed"):
        load(small, Cache(Store(small)))


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda kept: b"",
    "a byte": lambda kept: b"x",
    "half": lambda kept: kept[: len(kept) // 2],
    "all but the last byte": lambda kept: kept[:-1],
    "a byte more": lambda kept: kept + b"x",
    "a bit of its content": lambda kept: kept[:-1] + bytes([kept[-1] ^ 1]),
    "a bit of its head": lambda kept: bytes([kept[0] ^ 1]) + kept[1:],
    "no head": lambda kept: kept.partition(b"\n")[2],
    "another form": lambda kept: kept.replace(b"gemt 1", b"gemt 2", 1),
    "a pickle": lambda kept: pickle.dumps(Bomb()),
    "a pickle behind its head": lambda kept: kept.partition(b"\n")[0] + b"\n" + pickle.dumps(Bomb()),
    "zeros": lambda kept: bytes(len(kept)),
    "twice": lambda kept: kept + kept,
    "Windows line ends": lambda kept: kept.replace(b"\n", b"\r\n"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_file_that_is_not_whole_is_made_again(name: str, tmp_path: Path) -> None:
    assert Cache(Store(tmp_path))("navn", lambda: "Tryghed i området", TEXT) == "Tryghed i området"
    (file,) = files(tmp_path)
    file.write_bytes(DAMAGE[name](file.read_bytes()))
    assert Cache(Store(tmp_path))("navn", lambda: "lavet igen", TEXT) == "lavet igen"
    assert Cache(Store(tmp_path))("navn", lambda: "huskes", TEXT) == "lavet igen"


@pytest.mark.parametrize(
    "replace", [os.mkfifo, lambda file: file.symlink_to("/dev/zero"), os.mkdir], ids=["pipe", "link", "folder"]
)
def test_what_is_no_file_is_never_read(replace: Callable[[Path], None], tmp_path: Path) -> None:
    Cache(Store(tmp_path))("navn", lambda: "", TEXT)
    (file,) = files(tmp_path)
    file.unlink()
    replace(file)
    assert Cache(Store(tmp_path))("navn", lambda: "lavet igen", TEXT) == "lavet igen"


def test_a_file_under_another_name_is_made_again(tmp_path: Path) -> None:
    for name in ("en", "to"):
        Cache(Store(tmp_path))(name, name.encode, BYTES)
    one, other = files(tmp_path)
    one.write_bytes(other.read_bytes())
    assert {Cache(Store(tmp_path))(name, lambda: b"lavet igen", BYTES) for name in ("en", "to")} >= {b"lavet igen"}


@examples(20)
@given(st.data())
def test_no_damage_gives_other_words(tmp_path: Path, data: st.DataObject) -> None:
    said = b"Tryghed" * 3
    Cache(Store(tmp_path))("navn", lambda: said, BYTES)
    (file,) = files(tmp_path)
    kept = bytearray(file.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        kept[data.draw(st.integers(0, len(kept) - 1))] = data.draw(st.integers(0, 255))
    file.write_bytes(kept[: data.draw(st.integers(0, len(kept)))])
    assert Cache(Store(tmp_path))("navn", lambda: said, BYTES) == said


@pytest.mark.parametrize("content", [b"", b"[1, 2, 3]", b'[{"titel": 1}, [], []]', b"[{}, 1, 1]", b"[" * 9999, b"\xff"])
def test_a_record_kept_in_another_shape_is_read_again(content: bytes, small: Path) -> None:
    first = load(small, Cache(Store(small)))
    for file in files(small):
        Store(small).write(file.name, content)
    assert load(small, Cache(Store(small))) == first


def test_another_version_of_python_or_of_a_package_or_the_engine_forgets_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = tmp_path / "motor"
    engine.mkdir()
    (engine / "a.py").write_text("1")
    made: list[str] = []

    def make() -> str:
        made.append("igen")
        return ""

    for _ in range(2):
        Cache(Store(tmp_path), engine)("navn", make, TEXT)
    assert len(made) == 1
    (engine / "a.py").write_text("2")
    Cache(Store(tmp_path), engine)("navn", make, TEXT)
    assert len(made) == 2
    monkeypatch.setattr(sys, "version", "4.0")
    Cache(Store(tmp_path), engine)("navn", make, TEXT)
    assert len(made) == 3


def test_a_kept_document_that_is_damaged_is_printed_again(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "press", lambda papers, done: [paper.address.encode() for paper in papers])
    first = [artefact.content for artefact in publish(load(small), press=cached(Store(small)))]
    for file in files(small):
        file.write_bytes(file.read_bytes()[:-1] + b"\0")
    assert [artefact.content for artefact in publish(load(small), press=cached(Store(small)))] == first


def test_without_the_programs_that_print_there_is_no_press_and_that_is_told_once(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(press_module, "PROGRAMS", ("typst", "not_installed"))
    cache._can_print.cache_clear()
    assert [cached(Store(small)), cached(Store(small))] == [None, None]
    assert capsys.readouterr() == ("", f"{cache.NO_PRESS}\n")
    cache._can_print.cache_clear()
    addresses = [artefact.uri for artefact in publish(load(small), press=None)]
    assert [uri for uri in addresses if uri.endswith((".pdf", ".docx", ".png"))] == []


def test_what_has_no_form_is_not_kept(tmp_path: Path) -> None:
    assert Cache(Store(tmp_path))("navn", object) is not None
    assert not (tmp_path / CACHE_FOLDER).exists()
    memory = recalling()
    assert memory("navn", object) is memory("navn", object)


def test_a_store_that_git_tracks_is_refused(small: Path) -> None:
    (small / CACHE_FOLDER).mkdir()
    (small / CACHE_FOLDER / "plantet").write_bytes(b"x")
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", "init", "--quiet", small], env=environment, check=True)
    Store(small)
    subprocess.run(["git", "-C", small, "add", "--force", CACHE_FOLDER], env=environment, check=True)
    with pytest.raises(InvalidCatalogue) as invalid:
        Store(small)
    assert str(invalid.value) == (
        ".gemt:1: mappe: ligger i git, så andre kan bestemme, hvad siden viser; kør git rm -r --cached .gemt, og slet mappen"
    )


def test_without_git_nothing_is_refused(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    Store(small)


@pytest.mark.parametrize("in_the_way", ["a file", "a link that leads nowhere", "a folder under the name"])
def test_a_store_that_cannot_be_written_stops_no_build_and_is_told_once(
    in_the_way: str, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if in_the_way == "a file":
        (small / CACHE_FOLDER).write_text("x")
    elif in_the_way == "a link that leads nowhere":
        (small / CACHE_FOLDER).symlink_to("findes-ikke")
    else:
        load(small, Cache(Store(small)))
        for file in files(small):
            file.unlink()
            (file / "x").mkdir(parents=True)
    assert load(small, Cache(Store(small))) == load(small)
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1
    assert told[0].startswith(".gemt: intet gemmes til næste gang, for ")


def test_word_files_are_the_same_in_every_language_of_the_machine(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    papers = []
    publish(load(small), press=lambda found: [papers.extend(found) or b"" for _ in found])
    paper = next(paper for paper in papers if paper.address == "indsatser/naboaften/tjekliste.docx")
    assert "å" in json.loads(paper.data)["identity"]
    made = set()
    for locale in ("C", "C.UTF-8", "da_DK.ISO-8859-1", "findes_ikke"):
        monkeypatch.setenv("LC_ALL", locale)
        made.update(press_module.press([paper]))
    assert len(made) == 1
