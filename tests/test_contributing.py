"""What CONTRIBUTING, the README and the workflow files tell people to do."""

import re
from pathlib import Path

import pytest
import yaml

from idekatalog.language.slug import slug
from idekatalog.records.fields import kinds_of
from idekatalog.records.kinds import KINDS
from idekatalog.records.template import Template
from places import CASES, PLUGINS, ROOT

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = [path.relative_to(ROOT).as_posix() for path in (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md")))]
WORKFLOWS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / ".github/workflows").glob("*.yml"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def section(heading: str) -> str:
    """A section of CONTRIBUTING."""
    found = re.search(rf"^## {heading}\n(.*?)^## ", CONTRIBUTING, re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


@pytest.mark.parametrize(
    "document",
    [
        "CONTRIBUTING.md",
        "docs/developing.md",
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


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_and_heading_that_is_linked_to_is_there(document: str) -> None:
    def missing(link: str) -> bool:
        path, _, heading = link.partition("#")
        file = (ROOT / document).parent / path if path else ROOT / document
        return not file.exists() or (bool(heading) and heading not in anchors(prose(file)))

    named = set(re.findall(r"\]\((?!https?:)([^)]+)\)", prose(ROOT / document)))
    assert {link for link in named if missing(link)} == set()


def prose(document: Path) -> str:
    """What a document says, without code."""
    return re.sub(r"^```.*?^```|`[^`\n]*`", "", document.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)


def anchors(text: str) -> set[str]:
    """The anchors that GitHub and GitLab make of the headings."""
    headings = re.findall(r"^##+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


MESSAGES = re.findall(r"^\| `(.+?)` \|", section("Det betyder beskederne"), re.MULTILINE)
SAID = [
    line.split(": ", 2)[-1]
    for case in sorted((CASES / "problems").glob("*/problems.txt"))
    for line in case.read_text(encoding="utf-8").splitlines()
]
CHECKS = [
    path.read_text(encoding="utf-8")
    for room in ("checking", "paper", "records")
    for path in (PLUGINS / "idekatalog" / room).glob("*.py")
]


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_that_is_explained_is_one_that_is_said(message: str) -> None:
    parts = message.split("…")
    said = re.compile(".+".join(map(re.escape, parts)))
    assert any(map(said.search, SAID)) or any(all(part in check for part in parts) for check in CHECKS)


def test_every_message_is_explained() -> None:
    explained = re.compile("|".join(".+".join(map(re.escape, message.split("…"))) for message in MESSAGES))
    assert [message for message in SAID if not explained.search(message)] == []


def test_every_kind_of_record_is_told_with_its_folder() -> None:
    rows = re.findall(r"^\| `(\w+)` \| .* \| `(\S+)/` \|$", section("Andet end indsatser"), re.MULTILINE)
    assert rows == [(slug(kind.noun), kind.folder) for kind in KINDS.values()]


def test_every_block_of_a_template_is_told() -> None:
    _, *rows = re.findall(r"^\| `(\w+)` \| ", section("Sådan tilføjer du en skabelon"), re.MULTILINE)
    assert rows == list(kinds_of(Template.model_fields["blocks"]))


def test_every_folder_that_the_readme_describes_is_there() -> None:
    assert [path for path in re.findall(r"^\| `([\w/.-]+)`", README, re.MULTILINE) if not (ROOT / path).exists()] == []


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
