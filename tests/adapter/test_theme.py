"""The look: what can be computed of it without a browser."""

import re
from itertools import product

import pytest

from places import PLUGINS

THEME = PLUGINS / "mkdocs_idekatalog/theme"
ASSETS = THEME / "assets"
STYLES = ASSETS / "stylesheets"
TOKENS = (STYLES / "tokens.css").read_text(encoding="utf-8")

GROUNDS = ("paper", "surface", "sand")
# Which colour meets which ground, and what it must reach there.
TEXT = [
    *product(("ink", "ink-quiet", "brick", "brick-deep"), GROUNDS),
    *product(("ink", "brick"), ("straw", "blush")),
    *product(("ink", "ink-quiet"), ("leaf", "sky", "straw", "blush", "dawn")),
    *product(("green",), GROUNDS),
    ("on-green", "green"),
    *product(("on-door",), ("door-yellow", "door-green", "door-blue", "door-rose")),
    ("green", "leaf"),
    *product(("on-brick",), ("brick", "brick-deep")),
]
GRAPHICS = [*product(("edge", "focus"), GROUNDS), ("green", "leaf"), ("amber", "straw"), ("amber", "paper"), ("focus", "straw")]


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


def colours(scheme: str) -> dict[str, str]:
    """The colours of a scheme; what the dark one does not name it has from the light."""
    light, dark = TOKENS.split("@media screen and (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light))
    return found | (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", dark)) if scheme == "dark" else {})


def luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read_and_every_graphic_seen(scheme: str) -> None:
    palette = colours(scheme)
    for pairs, least in ((TEXT, 4.5), (GRAPHICS, 3.0)):
        for colour, ground in pairs:
            assert contrast(palette[colour], palette[ground]) >= least, f"{colour} on {ground}, {scheme}"


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
