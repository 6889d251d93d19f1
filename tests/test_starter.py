"""A new catalogue, as ``docs/jeres-katalog.md`` tells to make it: the very commands, typed in an empty folder."""

import json
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
import yaml

from foreign import OURS
from idekatalog import asking, cli
from idekatalog.files import starter
from idekatalog.files.load import load
from idekatalog.language.words import DANISH, use
from idekatalog.version import VERSION
from mkdocs_idekatalog import command, serving
from places import ROOT, contents
from test_catalogue import Site, targets

DOCS = (ROOT / "docs/jeres-katalog.md").read_text(encoding="utf-8")
# Fetched and begun before the catalogue is.
OUTSIDE = ("python3", ".", "pip")


def said(blocks: str) -> Iterator[tuple[str, str]]:
    """The code blocks of a page: what language each is in, or the file it is, and what it says."""
    for file, language, block in re.findall(r"(?:^`(\S+)`\n\n)?^```(\w+)\n(.*?)^```$", blocks, re.DOTALL | re.MULTILINE):
        yield file or language, block


def answers() -> Iterator[str]:
    """The answers of the page, question by question."""
    rows = re.findall(r"^\| (.+\?) \| (.+?) \| `", DOCS, re.MULTILINE)
    assert [question for question, _ in rows] == [question.asks.partition(" (")[0] for question in asking.QUESTIONS]
    return (answer for _, answer in rows)


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the catalogue when every command of the page has been typed."""
    given = answers()
    served: list[Path] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("tom"))
        patch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        patch.setattr("builtins.input", lambda prompt: next(given))
        patch.setattr(serving, "supervise", lambda *_, **__: served.append(Path.cwd()) or 0)
        patch.setattr("mkdocs_idekatalog.building.os.environ", dict(os.environ))
        for kind, block in said(DOCS):
            if kind != "sh":
                Path(kind).write_text(block, encoding="utf-8")
                continue
            for line in block.splitlines():
                run(shlex.split(line), patch)
        made = Path.cwd()
    assert served == [made]
    return made


def run(words: list[str], patch: pytest.MonkeyPatch) -> None:
    match words:
        case ["cd", folder]:
            patch.chdir(folder)
        case ["rm", file]:
            Path(file).unlink()
        case ["idekatalog", "check"]:
            # What a new record asks for is not filled in before the page has shown how.
            blank = "# " in Path("interventions/kaffemoede.md").read_text(encoding="utf-8").partition("\n## ")[0]
            assert command.main(words[1:]) == int(blank)
        case ["idekatalog", *rest]:
            assert command.main(rest) == 0, words
        case [first, *_]:
            assert first in OUTSIDE, words


@pytest.fixture(scope="module")
def built(typed: Path) -> Site:
    return Site(typed / "site")


def test_the_catalogue_is_what_was_answered(typed: Path, built: Site) -> None:
    catalogue = load(typed)
    assert [record.id for record in catalogue.interventions] == ["kaffemoede"]
    assert (catalogue.publisher.name, catalogue.publisher.licence) == ("Lillerup Bibliotek", "CC BY 4.0")
    assert catalogue.look.colour == "#0b4f71"
    assert "Gode idéer i Lillerup" in built.pages["/"].title
    assert (typed / "site/gode-ideer-i-lillerup.pdf").is_file()


def test_nothing_of_ours_is_in_it(typed: Path, built: Site) -> None:
    words = {address: page.text for address, page in built.pages.items()}
    for path in sorted((typed / "site").rglob("*")):
        name = path.relative_to(typed / "site").as_posix()
        if path.suffix in (".json", ".webmanifest", ".txt", ".xml"):
            words[name] = path.read_text(encoding="utf-8")
        elif path.suffix == ".pdf":
            words[name] = "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    assert {name: found for name, text in words.items() if (found := sorted(set(OURS.findall(text))))} == {}


def test_no_page_is_empty_and_no_link_leads_nowhere(built: Site) -> None:
    for address, page in built.found.items():
        body = re.sub(r"<[^>]+>", " ", page.text.partition("<main")[2].partition("</main>")[0])
        assert len(body.split()) > 12, address
        for target, anchor in targets(address, page.links + page.fetched):
            assert target in built.pages or target in built.files, f"{address} links to {target}"
            assert not anchor or target not in built.pages or anchor in built.pages[target].ids, (
                f"{address} links to {target}#{anchor}"
            )


def test_the_page_in_english_types_the_same() -> None:
    english = (ROOT / "docs/your-catalogue.md").read_text(encoding="utf-8")
    lines = [line for kind, block in said(english) if kind == "sh" for line in block.splitlines()]
    danish = [line for kind, block in said(DOCS) if kind == "sh" for line in block.splitlines()]
    assert lines == danish[: len(lines)]


def begin(folder: Path, *arguments: str) -> int:
    return cli.main(["init", str(folder), *arguments])


@pytest.mark.parametrize("language", starter.LANGUAGES)
def test_every_kind_that_one_may_ask_for_is_in_order(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: use(DANISH))
    assert begin(tmp_path / "alt", "--sprog", language, "--with", ",".join(starter.KINDS)) == 0
    use(language)
    catalogue = load(tmp_path / "alt")
    assert [len(records) for records in catalogue.by_kind.values()].count(1) == len(starter.KINDS)
    assert catalogue.area_map
    assert f"cd {tmp_path / 'alt'}\n  idekatalog serve --open" in capsys.readouterr().out


def test_a_name_may_have_any_signs(tmp_path: Path) -> None:
    name = "Børn & \"unge\" \\ 'z': #1 *"
    assert begin(tmp_path / "x", "--navn", name, "--udgiver", name) == 0
    settings = (tmp_path / "x/mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "").replace("!!python/name:", "")
    assert yaml.safe_load(settings)["site_name"] == name
    assert load(tmp_path / "x").publisher.name == name


def test_a_logo_is_taken_along(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "vores.SVG").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', encoding="utf-8")
    assert begin(tmp_path / "x", "--logo", str(tmp_path / "vores.SVG")) == 0
    assert "logo: billeder/logo.svg}" in (tmp_path / "x/mkdocs.yml").read_text(encoding="utf-8")
    assert (tmp_path / "x/content/billeder/logo.svg").is_file()
    assert begin(tmp_path / "y", "--logo", str(tmp_path / "x/README.md")) == 2
    assert "er ikke et billede" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--farve", "blå"], "--farve: 'blå' er ikke en farve; skriv den som \"#0b4f71\", med anførselstegn"),
        (["--farve", "#b04a4a"], "--farve: #b04a4a kan ikke ses på"),
        (["--mail", "nej"], "--mail: 'nej' er ikke en mailadresse; skriv fx kontakt@katalog.example"),
        (["--licens", "min"], "--licens: 'min' kendes ikke; vælg mellem ingen, CC BY 4.0, CC BY-SA 4.0, CC0 1.0"),
        (["--navn", "<b>"], "--navn: HTML"),
        (["--with", "kort,spil"], "--with: 'spil' kendes ikke; vælg mellem film, kort, metoder, skabeloner"),
    ],
)
def test_what_will_not_do_is_told_and_nothing_is_written(
    arguments: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert begin(tmp_path / "x", *arguments) == 2
    assert capsys.readouterr().err.startswith(told)
    assert list(tmp_path.iterdir()) == []


def test_a_question_is_asked_again_until_its_answer_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = iter(["", "", "nej", "a@b.dk", "", "", "x", ""])
    asked: list[str] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda prompt: (asked.append(prompt), next(given))[1])
    assert begin(tmp_path / "gode-ideer") == 0
    assert asked[0] == "Hvad hedder kataloget? [Gode ideer] "
    assert len(asked) == len(asking.QUESTIONS) + 2
    assert load(tmp_path / "gode-ideer").publisher.mail == "a@b.dk"
    assert "'nej' er ikke en mailadresse" in capsys.readouterr().out


def test_where_nobody_answers_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def end(prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", end)
    assert begin(tmp_path / "x") == 2
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_stays_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x").write_text("x")
    before = contents(tmp_path)
    assert begin(tmp_path) == 2
    assert "er ikke tom" in capsys.readouterr().err
    assert contents(tmp_path) == before


def test_the_engine_is_pinned_to_where_it_came_from(monkeypatch: pytest.MonkeyPatch) -> None:
    class Package:
        told: str | None = json.dumps({"url": "https://git.example/x", "vcs_info": {"vcs": "git", "commit_id": "abc"}})

        def read_text(self, name: str) -> str | None:
            return self.told

    monkeypatch.setattr(starter, "distribution", lambda name: Package())
    assert starter.engine() == "idekatalog[site,documents] @ git+https://git.example/x@abc"
    Package.told = None
    assert starter.engine() == f"idekatalog[site,documents]=={VERSION}"


def test_the_workflows_run_what_ours_run_by_the_same_commits(tmp_path: Path) -> None:
    begin(tmp_path / "x")
    theirs, ours = (
        (root / ".github/workflows" / name).read_text(encoding="utf-8")
        for root, name in ((tmp_path / "x", "katalog.yml"), (ROOT, "pages.yml"))
    )
    used = set(re.findall(r"uses: (.+)", theirs))
    assert used
    assert used <= set(re.findall(r"uses: (.+)", ours))
    for workflow in (theirs, (tmp_path / "x/.gitlab-ci.yml").read_text(encoding="utf-8")):
        for expected in ("SITE_URL", "REPO_URL", "idekatalog check", "idekatalog build"):
            assert expected in workflow
        yaml.safe_load(workflow)
