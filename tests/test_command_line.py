"""What is typed, what is answered, and the exit code."""

import json
from datetime import date
from pathlib import Path

import pytest

from idekatalog.cli import main

TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _in_the_catalogue(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small)


@pytest.mark.parametrize(
    ("started", "shown"),
    [
        ("/usr/bin/idekatalog", "idekatalog"),
        ("idekatalog.exe", "idekatalog"),
        ("/x/idekatalog/__main__.py", "python -m idekatalog"),
        ("/x/mkdocs_idekatalog/__main__.py", "python -m mkdocs_idekatalog"),
    ],
)
def test_help_calls_itself_as_it_was_started(
    started: str, shown: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", [started])
    with pytest.raises(SystemExit):
        main(["--help"])
    assert capsys.readouterr().out.startswith(f"usage: {shown} [-h]")


def test_check_is_silent_where_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"], TODAY) == 0
    assert capsys.readouterr() == ("", "")


def test_check_shows_every_problem_of_every_record(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("naboaften", "gaardmoede"):
        file = small / "interventions" / f"{name}.md"
        file.write_text(file.read_text(encoding="utf-8").replace("titel:", "title:"), encoding="utf-8")
    assert main(["check"], TODAY) == 1
    assert capsys.readouterr().out.splitlines() == [
        "interventions/gaardmoede.md:2: titel: feltet mangler; skriv en linje, der begynder med titel:",
        "interventions/gaardmoede.md:3: title: feltet kendes ikke; mente du titel?",
        "interventions/naboaften.md:2: titel: feltet mangler; skriv en linje, der begynder med titel:",
        "interventions/naboaften.md:3: title: feltet kendes ikke; mente du titel?",
        "interventions/naboaften.md:68: links[1].titel: feltet mangler; skriv en linje, der begynder med titel:",
        "interventions/naboaften.md:68: links[1].title: feltet kendes ikke; mente du titel?",
    ]


def test_check_looks_at_the_settings_too(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = small / "mkdocs.yml"
    for written, told in (
        ("site_name: X\n\tplugins: [\n", "mkdocs.yml:2: yaml: linjen er rykket ind med tabulator; ryk ind med mellemrum\n"),
        ("- x\n", "mkdocs.yml:1: fil: har ingen felter; skriv dem som navn: værdi, fx site_name: Kataloget\n"),
        ("[" * 50_000, "mkdocs.yml:1: yaml: listerne ligger for dybt i hinanden; se på indrykning og kantede parenteser\n"),
        ("a: &a [x]\nb: [*a, *a]\n", "mkdocs.yml:2: yaml: henvisninger med & og * kan ikke bruges; skriv teksten ud, eller sæt den i anførselstegn\n"),
        ("repo_url: javascript://x/%0a\n", "mkdocs.yml:1: repo_url: adressen 'javascript://x/%0a' kan ikke bruges; skriv navnet på en side eller en adresse, der begynder med https://\n"),
        ("nav:\n- A: a.md\n- B: [C: 'data:x']\n", "mkdocs.yml:3: nav[2].B[1].C: adressen 'data:x' kan ikke bruges; skriv navnet på en side eller en adresse, der begynder med https://\n"),
        ("site_name: X\ndocs_dir: ../sider\n", "mkdocs.yml:2: docs_dir: her kan siderne ikke ligge; læg dem i en mappe for sig, fx content\n"),
        ("docs_dir: data/sider\n", "mkdocs.yml:1: docs_dir: her kan siderne ikke ligge; læg dem i en mappe for sig, fx content\n"),
    ):  # fmt: skip
        settings.write_text(written, encoding="utf-8")
        assert main(["check"], TODAY) == 1
        assert capsys.readouterr().out == told
    settings.write_text(
        "site_url: !ENV [SITE_URL, '']\nnav: [A: 'https://example.org', B: 'mailto:a@b.dk', C: om.md]\n", encoding="utf-8"
    )
    assert main(["check"], TODAY) == 0


def test_check_can_look_at_one_file(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = small / "interventions/gaardmoede.md"
    file.write_text(file.read_text(encoding="utf-8").replace("nummer: 2", "nummer: to"), encoding="utf-8")
    assert main(["check", "interventions/naboaften.md"], TODAY) == 0
    assert main(["check", "interventions/gaardmoede.md", "data"], TODAY) == 1
    assert (
        capsys.readouterr().out
        == "interventions/gaardmoede.md:2: nummer: 'to' er ikke et helt tal; skriv tallet med cifre, fx 8\n"
    )


def test_check_advises_apart_and_fails_nobody(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "interventions/gaardmoede.md"], date(2028, 1, 1)) == 0
    assert capsys.readouterr().out.splitlines() == [
        "",
        "Råd, som ikke standser noget:",
        "interventions/gaardmoede.md:25: gennemgaaet: posten blev sidst læst igennem for 405 dage siden; læs den igennem, og skriv dagens dato",
    ]
    (small / "data/vocabulary/roller.yml").write_text("nej", encoding="utf-8")
    assert main(["check"], date(2028, 1, 1)) == 1
    assert "Råd" not in capsys.readouterr().out


def test_a_folder_without_a_catalogue_is_said_to_be_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path)]) == 2
    assert "her er intet katalog" in capsys.readouterr().err


def test_new_makes_a_record_and_says_what_to_do(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "sommerfest", "--titel", "Sommerfest"]) == 0
    assert capsys.readouterr().out == "interventions/sommerfest.md er klar: udfyld felterne, og kør idekatalog check\n"
    assert main(["new", "sommerfest"]) == 1
    assert (small / "interventions/sommerfest.md").is_file()


def test_new_does_not_wait_for_other_records_to_be_finished(small: Path) -> None:
    assert main(["new", "sommerfest"]) == 0
    assert main(["new", "vinterfest"]) == 0
    assert "nummer: 4" in (small / "interventions/vinterfest.md").read_text(encoding="utf-8")


def test_export_writes_a_folder_once(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path / "ud")]) == 0
    assert (tmp_path / "ud/indsatser/naboaften/index.md").is_file()
    assert main(["export", str(tmp_path / "ud")]) == 2
    assert "er ikke tom" in capsys.readouterr().err


def test_links_out_of_the_catalogue_are_listed_with_where_they_stand(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / "content/om.md").write_text(
        "# Om\n\nSe [hos os](https://example.org/a_(b)), <https://example.org/c>.\n"
        'Og (https://example.org/d).\n\n<svg xmlns="http://www.w3.org/2000/svg"></svg>\n',
        encoding="utf-8",
    )
    assert main(["links"]) == 0
    lines = capsys.readouterr().out.splitlines()
    for url, line in (("https://example.org/a_(b)", 3), ("https://example.org/c", 3), ("https://example.org/d", 4)):
        assert lines[lines.index(url) + 1] == f"  content/om.md:{line}"
    assert "http://www.w3.org/2000/svg" not in lines
    assert any(line.startswith("  interventions/naboaften.md:") for line in lines)


def test_schema_knows_the_words_of_the_catalogue(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["properties"]["temaer"]["items"]["enum"] == ["tryghed", "naboskab"]
    assert schema["$defs"]["Step"]["properties"]["valgfrit"]["enum"] == ["ja", "nej"]
    assert schema["$defs"]["Presence"]["enum"] == ["altid", "fx", "eventuelt"]
    # A line, or a line with fields.
    assert [form["type"] for form in schema["$defs"]["Item"]["anyOf"]] == ["string", "object"]
    assert schema["properties"]["resume"]["description"].startswith("Højst 300 tegn")
    assert schema["required"] == ["status", "gennemgaaet", "titel", "resume"]
    assert "afsnit" not in schema["properties"]


def test_schema_takes_nothing_from_a_list_that_is_not_there(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / "data/vocabulary/temaer.yml").unlink()
    main(["schema"])
    assert json.loads(capsys.readouterr().out)["properties"]["temaer"]["items"]["enum"] == []


@pytest.mark.parametrize("kind", ["metode", "eksempel", "boligomraade", "film", "skabelon", "kapitel"])
def test_every_kind_has_a_schema_and_is_made_by_new(kind: str, small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--slags", kind]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert {"titel", "resume"} <= set(schema["required"])
    assert "afsnit" not in schema["properties"]
    assert main(["new", "sommerfest", "--slags", kind]) == 0
    path = capsys.readouterr().out.split()[0]
    assert path.startswith("data/")
    assert (small / path).is_file()


def test_a_disk_that_says_no_gives_a_sentence(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(path: str) -> bytes:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("idekatalog.files.new.blank", lambda *_: refuse("interventions/sommerfest.md"))
    assert main(["new", "sommerfest"], TODAY) == 2
    assert capsys.readouterr().err == (
        "interventions/sommerfest.md: kan ikke læses eller skrives: det har du ikke lov til; se på rettighederne\n"
    )
