"""What docs/developing.md tells those who build on the engine: the house as it is, and changes that can be made as they stand."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from places import CASES, ROOT, contents
from test_architecture import INSIDE, ROOMS

DEVELOPING = (ROOT / "docs/developing.md").read_text(encoding="utf-8")

SHOW = """\
import sys
from pathlib import Path
from idekatalog.files.load import load
from idekatalog.publishing.artefacts import publish
made = {file.uri: file for file in publish(load(Path(".")))}
print("\\0".join(made[uri].content.decode() for uri in sys.argv[1:]))
"""


def test_every_room_and_every_module_is_named_in_the_order_of_the_house() -> None:
    rows = re.findall(r"^\| (?:`(\w+)`)? \| (?:`(\w+)`)? \| ", DEVELOPING, re.MULTILINE)
    named, room = list[tuple[str, str]](), ""
    for first, module in rows:
        room = first or room
        named.append((room, module))
    assert named == [(room, module) for room in ROOMS for module in INSIDE.get(room, [""])]


def test_every_decision_has_its_reasons_on_a_page() -> None:
    files = sorted((ROOT / "docs/decisions").iterdir())
    assert [int(file.name[:4]) for file in files] == list(range(1, len(files) + 1))
    for number, file in enumerate(files, 1):
        text = file.read_text(encoding="utf-8")
        assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"], file.name
        assert text.startswith(f"# {number}. ")
        assert len(text) < 4000, file.name


def example(name: str, house: Path) -> None:
    """Does to the copy of the repository what the section does."""
    section = re.search(rf"^### {name}\n(.*?)^##", DEVELOPING, re.DOTALL | re.MULTILINE)
    assert section
    file = house
    for path, block in re.findall(r"^`(\S+)`$|^```diff\n(.*?)^```$", section[1], re.DOTALL | re.MULTILINE):
        if path:
            file = house / path
            continue
        lines = block.splitlines()
        before, after = ("".join(f"{line[1:]}\n" for line in lines if line[:1] in ("", " ", sign)) for sign in "-+")
        if not before.strip():
            file.write_text(after, encoding="utf-8")
            continue
        text = file.read_text(encoding="utf-8")
        assert text.count(f"\n{before}") == 1, (file, before)
        file.write_text(text.replace(f"\n{before}", f"\n{after}"), encoding="utf-8")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the engine, with the small catalogue beside it."""
    shutil.copytree(ROOT / "plugins", tmp_path / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(CASES / "small" / "catalogue", tmp_path, dirs_exist_ok=True)
    return tmp_path


def shown(house: Path, *uris: str) -> list[str]:
    """The files of those addresses, as the engine in the copy makes them."""
    environment = {**os.environ, "PYTHONPATH": str(house / "plugins"), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", SHOW, *uris]
    done = subprocess.run(command, cwd=house, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.split("\0")


def terms(coded: str) -> set[str]:
    """The terms of an index: each row says how many letters its term has from the one before, and the rest of it."""
    found = [""]
    for row in coded.split("\n"):
        found.append(found[-1][: int(row[0], 36)] + row[1:])
    return set(found)


def test_a_field_reaches_page_pdf_word_search_and_data(house: Path) -> None:
    example("Add a field", house)
    record = house / "interventions/naboaften.md"
    step = "    tekst: Bank på hos naboerne\n"
    written = record.read_text(encoding="utf-8").replace(step, f"{step}    sted: Ved kiosken\n")
    record.write_text(written, encoding="utf-8")
    folder = "indsatser/naboaften"
    page, pdf, word, search, data = shown(
        house,
        f"{folder}/index.md",
        f"{folder}/guide.pdf",
        f"{folder}/tjekliste.docx",
        "assets/soeg/indeks.json",
        "katalog.json",
    )
    assert "<small>Ved kiosken</small>" in page
    assert "Ved kiosken" in pdf
    assert "Ved kiosken" in word
    assert "kiosk" in terms(json.loads(search)["terms"][0])
    assert json.loads(data)["indsatser"][0]["trin"][0]["sted"] == "Ved kiosken"


def test_a_view_is_added_as_it_is_told(house: Path) -> None:
    example("Add a view", house)
    assert "Vælg et sted, og se, hvad I kan gøre der." in shown(house, "rammer/index.md")[0]


GRANT = """\
---
titel: Naboskabspuljen
resume: En fond giver penge til fester.
frist: Hvert forår
status: udgivet
gennemgaaet: 2026-11-22
gennemgaaet_af: redaktionen
version: "1.0"
---

## Det støtter den

Borde og lygter.
"""


def test_a_kind_is_a_row_a_class_and_a_view(house: Path) -> None:
    """Two files of the engine change and two are new; the lists, the search and the data know the kind by its row."""
    before = contents(house)
    example("Add a kind", house)
    after = contents(house)
    assert {path for path in after if path not in before} == {
        "plugins/idekatalog/records/grant.py",
        "plugins/idekatalog/views/grant.py",
        "data/chapters/puljer.md",
    }
    assert {path for path in before if before[path] != after[path]} == {
        "plugins/idekatalog/records/kinds.py",
        "plugins/idekatalog/publishing/artefacts.py",
    }
    (house / "data/grants").mkdir()
    (house / "data/grants/naboskabspuljen.md").write_text(GRANT, encoding="utf-8")
    page, listing, data, index = shown(
        house, "puljer/naboskabspuljen/index.md", "puljer/index.md", "katalog.json", "assets/soeg/indeks.json"
    )
    assert "Frist: Hvert forår" in page
    assert "[Naboskabspuljen](naboskabspuljen/index.md)" in listing
    assert json.loads(data)["puljer"][0]["frist"] == "Hvert forår"
    assert json.loads(index)["kinds"]["pulje"][0] == "Pulje"


def test_a_document_is_added_as_it_is_told(house: Path) -> None:
    example("Add a document", house)
    assert "<h1>Indkøb: Naboaften</h1>" in shown(house, "indsatser/naboaften/indkoeb/index.html")[0]


def test_a_medium_is_a_function_over_the_tree(house: Path) -> None:
    """One file is new and one line of the table of contents; no view and no record changes."""
    before = contents(house)
    example("Add a medium", house)
    after = contents(house)
    assert {path for path in after if after[path] != before.get(path)} == {
        "plugins/idekatalog/document/plain_text.py",
        "plugins/idekatalog/publishing/artefacts.py",
    }
    (text,) = shown(house, "indsatser/naboaften/guide.txt")
    assert text.startswith("Naboaften\n\nSÅDAN GØR I\n\nFØR\n\n")
    assert "1. Bank på hos naboerne. En nabo åbner gerne for en nabo." in text
    # Any medium's markup is left out.
    assert not re.search(r"Tjekliste til print|</|\*\*|\]\(", text)
