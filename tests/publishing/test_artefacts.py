"""Every file of the site."""

import csv
import io
import json
import posixpath
import re
from itertools import combinations_with_replacement
from pathlib import Path

import pytest

from idekatalog import frames
from idekatalog.files.load import load
from idekatalog.publishing.artefacts import publish
from idekatalog.views import listing
from idekatalog.views.template import STEP, WEIGHTS, shares


def made(root: Path) -> dict[str, str]:
    return {artefact.uri: artefact.content.decode() for artefact in publish(load(root))}


def test_the_same_catalogue_gives_the_same_bytes(small: Path) -> None:
    catalogue = load(small)
    assert made(small) == made(small)
    assert [artefact.key for artefact in publish(catalogue)] == [artefact.key for artefact in publish(load(small))]


def test_a_field_the_source_gives_nothing_for_leaves_no_heading(small: Path) -> None:
    guide = made(small)["indsatser/gaardmoede/index.md"]
    for heading in ("Spørgsmål til gruppearbejdet", "Gode råd", "Pas på", "Læs også"):
        assert heading not in guide
        assert heading in made(small)["indsatser/naboaften/index.md"]


def test_a_draft_is_shown_to_those_who_write_and_to_nobody_else(small: Path) -> None:
    for path in (
        "interventions/naboaften.md",
        "data/examples/naboaften-solgaarden.md",
        "data/films/gaarden.md",
        "data/templates/naboaften-ark.md",
    ):
        file = small / path
        file.write_text(file.read_text(encoding="utf-8").replace("status: udgivet", "status: kladde"), encoding="utf-8")
    catalogue = load(small)
    assert (
        "<strong>Kladde.</strong>"
        in next(a for a in publish(catalogue) if a.uri == "indsatser/naboaften/index.md").content.decode()
    )
    everything = b"".join(artefact.content for artefact in publish(catalogue.published()))
    assert b"aboaften" not in everything


def test_records_as_data_keep_their_authors_keys(small: Path) -> None:
    data = json.loads(made(small)["katalog.json"])
    record = data["indsatser"][0]
    assert (record["id"], record["titel"], record["trin"][0]["fase"]) == ("naboaften", "Naboaften", "foer")
    assert [area["kommune"] for area in data["omraader"]] == ["Lilleby Kommune"]


def test_machines_are_told_what_the_guide_is(small: Path) -> None:
    guide = made(small)["indsatser/naboaften/index.md"]
    start, end = '<script type="application/ld+json">', "</script>"
    how_to = json.loads(guide[guide.index(start) + len(start) : guide.rindex(end)])
    assert how_to["@type"] == "HowTo"
    assert [step["position"] for step in how_to["step"]] == [1, 2, 3]


def test_a_title_cannot_leave_the_place_it_is_put_in(small: Path) -> None:
    """Front matter, JSON, CSS and HTML each have their own way of ending a text."""
    file = small / "interventions/naboaften.md"
    title = r"'A\": </script></style>{{ x }} *b* & c"
    file.write_text(
        file.read_text(encoding="utf-8").replace(
            "titel: Naboaften", f"titel: |\n  {title}".replace("</script></style>", "1 < 2"), 1
        ),
        encoding="utf-8",
    )
    files = made(small)
    assert r"'A\": 1 &lt; 2{{ x }} *b* &amp; c" in files["indsatser/naboaften/tjekliste/index.html"].replace(
        "&#39;", "'"
    ).replace("&#34;", '"')
    assert 'title: "' in files["indsatser/naboaften/index.md"].splitlines()[1]
    assert json.loads(files["indsatser/naboaften/index.md"].splitlines()[1].removeprefix("title: ")) == title.replace(
        "</script></style>", "1 < 2"
    )


def test_danish_excel_opens_a_spreadsheet_with_a_double_click(small: Path) -> None:
    """It looks for a byte order mark, and parts cells at semicolons."""
    content = next(a.content for a in publish(load(small)) if a.uri == "skabeloner/naboaften-ark/naboaften-ark.csv")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert rows == [["Hvad", "Farve", "Hvem; hvornår"], ["Vask op", "", "Politi"], ["Rejs bordet", "", ""]]


def test_the_columns_of_a_table_share_all_of_its_width() -> None:
    for count in range(1, 11):
        for widths in combinations_with_replacement(WEIGHTS.values(), count):
            percent = shares(widths)
            assert sum(percent) == 100, widths
            assert all(share > 0 and share % STEP == 0 for share in percent), widths


def test_a_long_list_goes_on_and_loses_nothing(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "LONG", 1)
    files = made(small)
    catalogue = load(small)
    lists = {uri: text for uri, text in files.items() if uri.endswith(".md") and re.search('kind: "(liste|rolle)"', text)}
    first, second = lists["indsatser/index.md"], lists["indsatser/sider/2/index.md"]
    assert "[Næste side](sider/2/index.md)" in first
    assert "Forrige" not in first
    assert "[Forrige side](../../index.md)" in second
    assert "Næste" not in second
    for number, record in enumerate(catalogue.interventions):
        assert (f"](../../{record.id}/index.md)" in second, f"]({record.id}/index.md)" in first) == (number == 1, number == 0)
    assert "roller/vaert/sider/3/index.md" in lists, "three guides name the host"
    # Every link of a list leads to a file, and every page of a list is led to.
    led_to = set()
    for uri, text in lists.items():
        for target in re.findall(r"\]\((?!https)([^)#?]+)", text):
            led_to.add(posixpath.normpath(posixpath.join(posixpath.dirname(uri), target)))
    assert led_to <= set(files) | {"plan/index.html"}
    assert {uri for uri in lists if uri.count("/") > 1} <= led_to


def test_a_list_that_is_not_long_has_one_page(small: Path) -> None:
    assert not [uri for uri in made(small) if "/sider/" in uri]


@pytest.mark.parametrize("typed", ["=HYPERLINK(1)", "@SUM(1)", "+1", "-1", "\u22121"])
def test_a_cell_is_never_a_formula(small: Path, typed: str) -> None:
    sheet = small / "data/templates/naboaften-ark.md"
    text, name = sheet.read_text(encoding="utf-8"), re.compile(r"(kolonner:\n *- navn: ).*")
    sheet.write_text(name.sub(lambda found: f"{found[1]}{json.dumps(typed)}", text), encoding="utf-8")
    content = next(a.content for a in publish(load(small)) if a.uri == "skabeloner/naboaften-ark/naboaften-ark.csv")
    assert next(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))[0] == f"'{typed}"
    # No paper prints this one, so no record has it; a spreadsheet would reckon with it.
    assert frames._cell("\uff1d1") == "'\uff1d1"
