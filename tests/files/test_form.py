"""The one form of a record's file: what it says stays the same, and so do its comments."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idekatalog.cli import main
from idekatalog.files.form import unformed
from idekatalog.files.load import load
from idekatalog.reading import source
from idekatalog.reading.problems import Problem
from idekatalog.records.form import formed
from idekatalog.records.kinds import KINDS
from idekatalog.records.practice import Intervention
from places import CASES, ROOT

KIND = KINDS[Intervention]
SMALL = CASES / "small/catalogue"
RECORDS = sorted(path for kind in KINDS.values() for path in (SMALL / kind.folder).glob("*.md"))


def form(raw: str) -> str:
    problems: list[Problem] = []
    found = formed(KIND, "interventions/x.md", raw.encode(), problems)
    assert found is not None, problems
    assert formed(KIND, "interventions/x.md", found, problems) == found
    return found.decode()


def fields(raw: str) -> object:
    node = source.record("x.md", raw.encode(), [])
    assert node is not None
    return source.plain(node)


def test_every_record_here_is_in_the_form() -> None:
    problems: list[Problem] = []
    assert [path for path, _ in unformed(ROOT, problems)] == []
    assert problems == []


def test_what_records_say_is_the_same_in_the_form(small: Path) -> None:
    before = load(small)
    assert main(["format", str(small)]) == 0
    after = load(small)
    assert {record.path: record.model_dump() for record in after.records} == {
        record.path: record.model_dump() for record in before.records
    }
    assert list(unformed(small, [])) == []


def test_the_order_the_folds_and_the_quotation_marks_are_always_the_same() -> None:
    assert form(
        """---
version: 1.0
gennemgaaet: 2026-11-22T00:00:00.000Z
"titel":   'Naboaften'
synonymer: []
skilte: {hvem: null}
temaer:
- naboskab
- "tryghed"
opmaerksomhed: ["Spørg, før I tager billeder.", 'ja: "nej"']
trin:
    - tekst: "Bank på hos naboerne i opgangen, og sig, hvad I vil, hvornår det er, og hvem der kommer, så alle ved det."
      valgfrit: True
      fase: foer
      redaktion: ''
ukendt: 012
nummer: "7"
---
## Hvorfor
Fordi.


## Hvad det er ##

Et møde.
\t
Og mad.
"""
    ) == (
        """---
nummer: 7
titel: Naboaften
temaer: [naboskab, tryghed]
trin:
  - fase: foer
    tekst: >-
      Bank på hos naboerne i opgangen, og sig, hvad I vil, hvornår det er, og hvem der kommer, så alle
      ved det.
    valgfrit: ja
opmaerksomhed:
  - Spørg, før I tager billeder.
  - 'ja: "nej"'
gennemgaaet: 2026-11-22
version: "1.0"
ukendt: "012"
---

## Hvad det er

Et møde.

Og mad.

## Hvorfor

Fordi.
"""
    )


def test_comments_stay_with_what_they_stand_above() -> None:
    text = form(
        """---
# Øverst.

# Om titlen.
titel: "Fest"  # og bag den
resume: >-  # bag folden
  Ord.
nummer: 7
trin:  # bag navnet
  # Om trinnet.
  - tekst: Spis
    # Om fasen.
    fase: foer
    # uddybning:
synonymer: [
  fest,  # om ordet
  gilde]
links: []

# Nederst.
---
"""
    )
    rows = text.split("\n")
    for comment in (
        "Øverst.",
        "Om titlen.",
        "og bag den",
        "bag folden",
        "bag navnet",
        "Om trinnet.",
        "Om fasen.",
        "uddybning:",
        "om ordet",
        "Nederst.",
    ):
        assert text.count(comment) == 1, comment
    assert rows[rows.index("titel: Fest") - 1] == "# og bag den"
    assert rows[rows.index("  - fase: foer") - 1 :][:2] == ["  # Om fasen.", "  - fase: foer"]
    assert rows[rows.index("  - fase: foer") + 1] == "    # uddybning:"
    assert "synonymer: [fest, gilde]" in rows


def test_what_cannot_be_seen_is_taken_out_and_windows_too() -> None:
    raw = "\ufeff---\r\ntitel: Nabo\xadaften\u200b i\u00a0gården\x0bigen\r\n---\r\n\r\n##Hvorfor\r\n\r\n\uf0b7\tFordi.\r\n"
    assert form(raw) == "---\ntitel: Naboaften i gården igen\n---\n\n## Hvorfor\n\n- Fordi.\n"


def test_text_above_the_sections_and_sections_nobody_knows_stay() -> None:
    text = "---\ntitel: Fest\n---\n\nFørst.\n\n## Hvorfor\n\nFordi.\n\n## Andet\n\nMere.\n"
    assert form(text) == text


def test_a_new_record_is_in_the_form_with_every_explanation(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small)
    assert main(["new", "fest", "--titel", 'Fest: "nu"']) == 0
    raw = (small / "interventions/fest.md").read_text(encoding="utf-8")
    assert form(raw) == raw


@pytest.mark.parametrize("file", RECORDS, ids=lambda file: file.stem)
def test_a_record_of_every_kind_is_written_alike(file: Path) -> None:
    kind = next(kind for kind in KINDS.values() if file.parent == SMALL / kind.folder)
    raw = file.read_bytes()
    found = formed(kind, "x.md", raw, [])
    assert found is not None
    assert formed(kind, "x.md", found, []) == found
    assert fields(found.decode()) == fields(raw.decode())


def test_check_only_tells_and_a_path_leaves_the_others(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(small)
    assert main(["format"]) == 0
    for name in ("naboaften", "gaardmoede"):
        file = small / f"interventions/{name}.md"
        file.write_text(re.sub("titel: (.*)", r"titel: '\1'", file.read_text(encoding="utf-8")), encoding="utf-8")
    capsys.readouterr()
    assert main(["format", "--check", "interventions/naboaften.md"]) == 1
    said = capsys.readouterr().out
    assert said.startswith("interventions/naboaften.md:1: fil: er ikke i katalogets form; kør ")
    assert "'Naboaften'" in (small / "interventions/naboaften.md").read_text(encoding="utf-8")
    assert main(["format", "interventions/naboaften.md"]) == 0
    assert capsys.readouterr().out == "interventions/naboaften.md er skrevet om\n"
    assert main(["format", "--check"]) == 1
    assert "gaardmoede" in capsys.readouterr().out


def test_a_record_that_cannot_be_read_is_told_and_left(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = small / "interventions/naboaften.md"
    file.write_text("---\ntitel:Fest\nnummer: 1\n---\n", encoding="utf-8")
    assert main(["format", str(small)]) == 1
    assert "interventions/naboaften.md:2: yaml: " in capsys.readouterr().out
    assert file.read_text(encoding="utf-8") == "---\ntitel:Fest\nnummer: 1\n---\n"


WORDS = st.text(alphabet="ab æ:#,'\"[]{}-~?!&*%@|>\\.0123", max_size=40)


@given(WORDS, st.lists(WORDS, max_size=4), st.lists(WORDS, max_size=4), WORDS)
def test_any_text_is_read_back_as_it_was(title: str, items: list[str], words: list[str], long: str) -> None:
    def quoted(text: str) -> str:
        return "'" + text.replace("'", "''") + "'"

    raw = "\n".join(
        ("---", f"titel: {quoted(title)}", f"temaer: [{', '.join(map(quoted, words))}]", "materialer:", *(f"- {quoted(one)}" for one in items),
         f"resume: {quoted(long * 8)}", "---", "")
    )  # fmt: skip

    def said(node: object) -> object:
        match node:
            case str():
                return " ".join(node.split())
            case list():
                return [said(one) for one in node]
            case dict():
                return {key: said(one) for key, one in node.items() if not source.is_empty(one)}
        return node

    assert said(fields(form(raw))) == said(fields(raw))
