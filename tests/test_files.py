"""Writing: a folder to build elsewhere, and a new record to fill in."""

import contextlib
import gzip
import re
import shutil
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import brotli
import pytest

from catalogue import addresses, files
from catalogue.load import load, unfinished
from catalogue.problems import InvalidCatalogue
from catalogue.publish import publish
from catalogue.records.blank import blank
from catalogue.records.fields import kinds_of, part_of, word_of
from catalogue.records.kinds import KINDS, Kind
from catalogue.records.parts import Item
from catalogue.records.practice import Intervention
from places import contents

TODAY = date(2026, 11, 22)


def test_an_export_holds_every_artefact_and_every_page_written_by_hand(small: Path, tmp_path: Path) -> None:
    files.export(load(small), small, tmp_path / "ud")
    expected = {artefact.uri: artefact.content for artefact in publish(load(small))} | contents(small / "content")
    assert contents(tmp_path / "ud") == expected


def test_an_export_never_touches_a_folder_with_something_in_it(small: Path, tmp_path: Path) -> None:
    (tmp_path / "min.txt").write_text("min")
    with pytest.raises(FileExistsError):
        files.export(load(small), small, tmp_path)
    assert (tmp_path / "min.txt").read_text() == "min"


def test_an_export_that_fails_leaves_nothing_behind(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(tmp_path)

    def fail(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(OSError, match="no space"):
        files.export(load(small), small, tmp_path / "ud")
    monkeypatch.undo()
    assert contents(tmp_path) == before
    assert not (tmp_path / "ud").exists()


def test_a_folder_that_is_replaced_is_never_missing_and_never_half(tmp_path: Path) -> None:
    folder, by = tmp_path / "site", tmp_path / ".site"
    folder.mkdir()
    by.mkdir()
    in_one_step = files._exchange(folder, by)
    by.rmdir()
    (folder / "side").write_text("0")
    missing: list[OSError] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                (folder / "side").read_text()
            except OSError as error:
                missing.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(100):
        by.mkdir(exist_ok=True)
        (by / "side").write_text(str(number))
        files.replace(folder, by)
    done.set()
    reader.join()
    assert contents(tmp_path) == {"site/side": b"99", ".site/side": b"98"}
    assert missing == [] or not in_one_step


@pytest.mark.parametrize("exchange", [True, False])
@pytest.mark.parametrize("calls", range(4))
def test_a_replacing_that_is_interrupted_leaves_a_whole_folder_or_is_mended_by_the_next(
    calls: int, exchange: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, by = tmp_path / "site", tmp_path / ".site"
    for path, text in ((folder, "old"), (by, "new")):
        path.mkdir()
        (path / "side").write_text(text)
    left = iter(range(calls))

    def interrupted(original: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object) -> object:
            if next(left, None) is None:
                raise KeyboardInterrupt
            return original(*arguments)

        return call

    with monkeypatch.context() as broken:
        broken.setattr(Path, "rename", interrupted(Path.rename))
        broken.setattr(shutil, "rmtree", interrupted(shutil.rmtree))
        if not exchange:
            broken.setattr(files, "_exchange", lambda one, other: False)
        with contextlib.suppress(KeyboardInterrupt):
            files.replace(folder, by)
    if exchange:
        assert (folder / "side").read_text() in ("old", "new")
    by.mkdir(exist_ok=True)
    (by / "side").write_text("newer")
    files.replace(folder, by)
    found = contents(tmp_path)
    assert found.pop("site/side") == b"newer"
    assert list(found) == [".site/side"]


def test_a_new_record_says_what_to_write_and_what_is_missing(small: Path) -> None:
    file = files.new(small, KINDS[Intervention], "sommerfest", 'Fest: "ja"', load(small), TODAY)
    with pytest.raises(InvalidCatalogue) as invalid:
        load(small)
    problems = [problem for problem in invalid.value.problems if problem.origin.path == "interventions/sommerfest.md"]
    assert problems == list(invalid.value.problems)
    assert {problem.message for problem in problems} == {"feltet er tomt", "afsnittet er tomt"}
    fields = {problem.field for problem in problems}
    assert {"resume", "problem", "temaer", "trin[1].tekst", "## Hvad det er"} <= fields
    assert not {"nummer", "titel", "status", "version", "gennemgaaet"} & fields
    assert "nummer: 3" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.noun)
def test_a_new_record_explains_every_field_and_names_every_choice(kind: Kind[Any], small: Path) -> None:
    words = {name: list(terms) for name, terms in load(small).vocabulary.lists.items()}
    text = " ".join(re.sub(r"\n *# ", " ", blank(kind, words, 3, "", TODAY)).split())
    for name, field in kind.record.model_fields.items():
        assert name == "sections" or field.description in text, field.alias
        part = part_of(field)
        for inner in part.model_fields.values() if part and part is not Item else ():
            assert inner.description in text, (field.alias, inner.alias)
        for mixed in kinds_of(field).values():
            for inner in mixed.model_fields.values():
                assert inner.alias in text, (field.alias, inner.alias)
        if word := word_of(field):
            assert all(value in text for value in words[word]), field.alias


# What the tests write behind each key that a new record leaves empty.
ANSWERS = {
    "temaer": "[tryghed]", "udfordringer": "[larm]", "ressourcer": "[naboer]", "modeltrin": "indsats", "niveauer": "[omraade]",
    "maalgrupper": "[beboere]", "rolle": "vaert", "med": "altid", "fase": "under", "viden": "erfaring", "kilde": "katalog",
    "sidetal": "ukendt", "indsats": "naboaften", "omraade": "solgaarden", "nummer": "7", "url": "https://example.org/",
    "minutter": "10",
}  # fmt: skip


def filled(text: str) -> str:
    """A new record with every empty field, item and section filled in, and the explanations gone."""
    head, body = text.split("\n---\n")
    rows = [row for row in head.split("\n") if row and not row.lstrip().startswith("#")]
    depths = [len(row) - len(row.lstrip(" -")) for row in (*rows, "")]
    for index, row in enumerate(rows):
        if row.strip() == "-":
            rows[index] += " naboaften" if rows[index - 1] == "hoerer_til:" else " Dans"
        elif (empty := re.fullmatch(r"( *(?:- )?(\w+):)(?: \[\])?", row)) and depths[index + 1] <= depths[index]:
            rows[index] = f"{empty[1]} {ANSWERS.get(empty[2], 'Dans')}"
    return "\n".join(rows) + "\n---\n" + re.sub(r"^(## .*)$", r"\1\n\nDans.", body, flags=re.MULTILINE)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.noun)
def test_a_filled_record_of_any_kind_is_published(kind: Kind[Any], small: Path) -> None:
    # A chapter belongs to a page that is there.
    id = "sommerfest" if kind.address else "temaer"
    (small / f"{kind.folder}/{id}.md").unlink(missing_ok=True)
    file = files.new(small, kind, id, "Sommerfest", unfinished(small), TODAY)
    file.write_text(filled(file.read_text(encoding="utf-8")), encoding="utf-8")
    catalogue = load(small)
    assert [record.title for record in catalogue.of(kind.record) if record.id == id] == ["Sommerfest"]
    if kind.address:
        assert addresses.page(catalogue.by_id[id]) in {artefact.uri for artefact in publish(catalogue)}


@pytest.mark.parametrize(
    ("id", "remedy"), [("Fest i gården", "fest-i-gaarden"), ("../ud", "ud"), ("", "sommerfest"), ("naboaften", "et andet id")]
)
def test_an_id_that_cannot_be_is_refused(id: str, remedy: str, small: Path) -> None:
    before = contents(small)
    with pytest.raises(InvalidCatalogue, match=remedy):
        files.new(small, KINDS[Intervention], id, "Sommerfest", load(small), TODAY)
    assert contents(small) == before


def test_text_has_its_compressed_files_beside_it_and_they_are_the_same_each_time(tmp_path: Path) -> None:
    page, small, picture = (tmp_path / name for name in ("a/index.html", "a/small.css", "a/picture.png"))
    page.parent.mkdir()
    page.write_text("<p>Tryghed i området\n" * 200, encoding="utf-8")
    small.write_text("p {}", encoding="utf-8")
    picture.write_bytes(b"\x89PNG" * 1000)
    files.compress(tmp_path)
    first = contents(tmp_path / "a")
    assert set(first) == {"index.html", "index.html.gz", "index.html.br", "small.css", "picture.png"}
    assert gzip.decompress(first["index.html.gz"]) == brotli.decompress(first["index.html.br"]) == page.read_bytes()
    files.compress(tmp_path)
    assert contents(tmp_path / "a") == first
