"""What CONTRIBUTING, the README and the workflow files tell people to do."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from places import CASES, ROOT, contents

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
WORKFLOWS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / ".github/workflows").glob("*.yml"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")

SHOW = """\
import sys
from pathlib import Path
from idekatalog.files.load import load
from idekatalog.publishing.artefacts import publish
made = {file.uri: file for file in publish(load(Path(".")))}
print("\\0".join(made[uri].content.decode() for uri in sys.argv[1:]))
"""


def example(name: str, house: Path) -> None:
    """Does to the copy of the repository what the section of CONTRIBUTING does."""
    section = re.search(rf"^#### {name}\n(.*?)^###", CONTRIBUTING, re.DOTALL | re.MULTILINE)
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


def test_a_field_is_added_as_it_is_told(house: Path) -> None:
    example("Add a field", house)
    record = house / "interventions/naboaften.md"
    record.write_text(
        record.read_text(encoding="utf-8").replace("temaer:", "forberedelse: To uger.\ntemaer:", 1), encoding="utf-8"
    )
    assert "**Forberedelse:** To uger." in shown(house, "indsatser/naboaften/index.md")[0]


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
    example("Add a kind of record", house)
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
    assert "[Læs mere: Naboskabspuljen](naboskabspuljen/index.md)" in listing
    assert json.loads(data)["puljer"][0]["frist"] == "Hvert forår"
    assert json.loads(index)["kinds"]["pulje"][0] == "Pulje"


def test_a_document_is_added_as_it_is_told(house: Path) -> None:
    example("Add a document", house)
    assert "<h1>Indkøb: Naboaften</h1>" in shown(house, "indsatser/naboaften/indkoeb/index.html")[0]


@pytest.mark.parametrize(
    "document",
    [
        "CONTRIBUTING.md",
        "README.md",
        "SECURITY.md",
        ".gitlab-ci.yml",
        ".pre-commit-config.yaml",
        "deploy/Containerfile",
        *WORKFLOWS,
    ],
)
def test_every_command_that_is_named_is_there(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
    assert set(re.findall(r"(?:`|^|run: |- |RUN |entry: )make ([a-z]+)\b", text, re.MULTILINE)) <= targets


def test_every_file_that_is_named_is_there() -> None:
    named = {path for text in (CONTRIBUTING, README) for path in re.findall(r"\]\((?!https?:|#)([^)#]+)\)", text)}
    named |= set(re.findall(r"^\| `([\w/.-]+)`", README, re.MULTILINE))
    named -= {"opgangsmoeder"}
    assert [path for path in named if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("workflow", [".github/workflows/pages.yml", ".gitlab-ci.yml"])
def test_a_workflow_builds_with_the_address_of_its_host(workflow: str) -> None:
    text = (ROOT / workflow).read_text(encoding="utf-8")
    for expected in ("SITE_URL", "REPO_URL", "make check", "make build"):
        assert expected in text


def test_nothing_is_published_before_lint_and_all_tests_have_passed() -> None:
    github = {name: yaml.safe_load((ROOT / name).read_text(encoding="utf-8")) for name in WORKFLOWS}
    jobs = github[".github/workflows/pages.yml"]["jobs"]
    assert (jobs["publish"]["needs"], jobs["build"]["needs"]) == ("build", "test")
    assert jobs["test"]["uses"] == "./.github/workflows/test.yml"
    tests = github[".github/workflows/test.yml"]["jobs"]
    run = {step["run"] for job in tests.values() for step in job["steps"] if "run" in step}
    assert {"make lint", "make test"} <= run
    assert tests["test"]["strategy"]["matrix"]["python"][0] == "3.11"
    gitlab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert gitlab["stages"].index(gitlab["pages"]["stage"]) > gitlab["stages"].index(gitlab["test"]["stage"])
    assert gitlab["lint"]["stage"] == gitlab["test"]["stage"]


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_actions_are_pinned_by_commit_and_may_only_read(workflow: str) -> None:
    text = (ROOT / workflow).read_text(encoding="utf-8")
    used = re.findall(r"uses: (\S+)", text)
    assert [action for action in used if not re.fullmatch(r"\./.*|[\w./-]+@[0-9a-f]{40}", action)] == []
    whole = yaml.safe_load(text)
    assert whole["permissions"] == {"contents": "read"}
    writing = {name for name, job in whole["jobs"].items() if "write" in (job.get("permissions") or {}).values()}
    assert writing <= {"publish"}


def test_what_the_container_copies_is_there() -> None:
    text = (ROOT / "deploy/Containerfile").read_text(encoding="utf-8")
    sources = [words for line in re.findall(r"^COPY (?!--from)(.*)", text, re.MULTILINE) for words in line.split()[:-1]]
    assert sources
    assert [path for path in sources if not (ROOT / path).exists()] == []


def test_another_municipality_needs_the_engine_and_its_own_folders(small: Path, tmp_path: Path) -> None:
    """As the README tells it: install from the repository; own records, data, pages and mkdocs.yml."""
    source, engine = tmp_path / "source", tmp_path / "engine"
    source.mkdir()
    shutil.copytree(ROOT / "plugins", source / "plugins", ignore=shutil.ignore_patterns("*.egg-info", "__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-TEXTS"):
        shutil.copy(ROOT / name, source)
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "--target",
        engine,
        source,
    ]
    done = subprocess.run(install, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert list(engine.rglob("dom.js"))
    assert not list(engine.rglob("*.test.js"))
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = re.sub(r"^nav:\n.*?\n\n", "", config, flags=re.DOTALL | re.MULTILINE).replace("  - plugins\n", "")
    (small / "mkdocs.yml").write_text(config, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(engine), "NO_MKDOCS_2_WARNING": "1"}
    for command in (["idekatalog", "check", "interventions"], ["mkdocs", "build", "--strict", "--quiet"]):
        done = subprocess.run(
            [sys.executable, "-m", *command], cwd=small, env=environment, capture_output=True, text=True, timeout=300
        )
        assert (done.returncode, done.stderr) == (0, ""), done.stdout
    for file in ("indsatser/naboaften/index.html", "assets/stylesheets/base.css", "assets/ark.css"):
        assert (small / "site" / file).is_file()
