"""The look: what can be computed of it without a browser."""

import re

import pytest

from idekatalog.records.colour import contrast
from idekatalog.records.look import DARK, LIGHT, PAIRS
from places import PLUGINS

THEME = PLUGINS / "mkdocs_idekatalog/theme"
ASSETS = THEME / "assets"
STYLES = ASSETS / "stylesheets"
TOKENS = (STYLES / "tokens.css").read_text(encoding="utf-8")


def test_paper_follows_no_rule_made_for_a_narrow_screen() -> None:
    """A5, or large print, is as narrow as a phone; a phone hides what paper must show."""
    files = [file for file in PLUGINS.rglob("*") if file.suffix in (".css", ".j2", ".html") and "vendor" not in file.parts]
    rules = [(file.name, rule) for file in files for rule in re.findall(r"@media([^{]+)", file.read_text(encoding="utf-8"))]
    assert len(rules) > 20
    assert [
        rule
        for rule in rules
        if "width" in rule[1] and not all("screen" in part or part.strip() == "print" for part in rule[1].split(","))
    ] == []


def test_the_tokens_are_the_colours_that_the_engine_knows() -> None:
    light, dark = TOKENS.split("@media screen and (prefers-color-scheme: dark)")
    assert dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light)) == LIGHT
    assert LIGHT | dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", dark)) == DARK


@pytest.mark.parametrize(("palette", "grounds"), [(LIGHT, {"white": "#ffffff"}), (DARK, {})])
def test_every_text_can_be_read_and_every_graphic_seen(palette: dict[str, str], grounds: dict[str, str]) -> None:
    found = palette | grounds
    for colour, ground, least in PAIRS:
        assert ground not in found or contrast(found[colour], found[ground]) >= least, f"{colour} on {ground}"


def test_a_colour_has_one_home() -> None:
    for sheet in STYLES.glob("*.css"):
        if sheet.name not in ("tokens.css", "print.css"):
            text = re.sub(r"url\(.*?\)", "", sheet.read_text(encoding="utf-8"))
            assert not re.findall(r"#[0-9a-f]{3,8}\b", text), sheet.name


def test_letters_lie_here_with_their_licence_and_are_light() -> None:
    fonts = list((ASSETS / "fonts").glob("*.woff2"))
    assert {font.name for font in fonts} == set(re.findall(r"fonts/([a-z-]+\.woff2)", TOKENS))
    assert "SIL OPEN FONT LICENSE Version 1.1" in (ASSETS / "fonts/OFL.txt").read_text(encoding="utf-8")
    assert sum(font.stat().st_size for font in fonts) < 40_000


def test_no_sheet_asks_another_host() -> None:
    for file in THEME.rglob("*"):
        if file.suffix in (".css", ".js", ".html"):
            text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
            assert not re.search(r"(url\(|src=|href=)[\"']?(https?:)?//", text), file
