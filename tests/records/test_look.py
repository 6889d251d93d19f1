"""The colours of a catalogue: one given makes all, and what nobody could read is refused with what would do."""

from pathlib import Path

import pytest

from idekatalog.files.load import load
from idekatalog.reading.problems import InvalidCatalogue
from idekatalog.records.colour import contrast, nearest, shade, written
from idekatalog.records.look import DARK, LIGHT, LOOK, PAIRS, Look, Palette

# Of every hue, pale and strong, and a grey; all dark enough to be read.
BRANDS = ["#8f3a1f", "#0b4f71", "#006b3c", "#7a1fa2", "#6b5900", "#b3001b", "#333333", "#000000", "#00507d"]


def look(root: Path, text: str) -> Look:
    (root / LOOK).write_text(text, encoding="utf-8")
    return load(root).look


def told(root: Path, text: str) -> str:
    with pytest.raises(InvalidCatalogue) as invalid:
        look(root, text)
    return str(invalid.value)


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colour", [*BRANDS, "#ffffff", "#ff0000", "#00ff00", "#fbf7f0"])
def test_a_colour_taken_apart_is_put_together_again(colour: str) -> None:
    assert written(shade(colour)) == colour


def test_the_nearest_colour_is_only_as_much_darker_as_it_takes() -> None:
    found = nearest("#ffd500", [("#ffffff", 4.5)])
    assert found is not None
    assert 4.5 <= contrast(found, "#ffffff") < 4.6
    assert nearest("#0b4f71", [("#ffffff", 4.5)]) == "#0b4f71"
    assert nearest("#888888", [("#000000", 7), ("#ffffff", 7)]) is None


@pytest.mark.parametrize("text", ["", "# Intet endnu.\n", "farve:\n"])
def test_a_file_that_gives_no_colour_changes_none(small: Path, text: str) -> None:
    assert look(small, text).palette == Palette(LIGHT, DARK)


@pytest.mark.parametrize("brand", BRANDS)
def test_one_colour_makes_all_and_everybody_can_read_them(small: Path, brand: str) -> None:
    palette = look(small, f'farve: "{brand}"\n').palette
    assert palette.light["brick"] == palette.light["green"] == brand
    assert palette.dark["brick"] != DARK["brick"] or brand == LIGHT["brick"]
    for colours, white in ((palette.light, {"white": "#ffffff"}), (palette.dark, {})):
        found = {**colours, **white}
        for colour, ground, least in PAIRS:
            assert ground not in found or contrast(found[colour], found[ground]) >= least, f"{colour} on {ground}"


def test_what_is_given_is_taken_and_the_rest_made_of_it(small: Path) -> None:
    palette = look(small, 'farve: 0B4F71\nlys:\n  bund: "#fff"\n  tegn: "#17692d"\nmoerk:\n  bund: "#000"\n').palette
    assert [palette.light[name] for name in ("paper", "brick", "green")] == ["#ffffff", "#0b4f71", "#17692d"]
    assert palette.dark["paper"] == "#000000"
    # Both schemes are written without a colour that belonged to the engine alone.
    assert palette.dark["green"] not in (DARK["green"], palette.dark["brick"])


def test_what_is_suggested_is_taken(small: Path) -> None:
    for text in ('farve: "#ffd500"\n', 'lys:\n  bund: "#777"\n', 'moerk:\n  links: "#444"\n'):
        better = told(small, text).partition('skriv fx "')[2][:7]
        assert look(small, text.partition('"')[0] + f'"{better}"\n').palette != Palette()


def test_a_style_sheet_is_painted_by_day_and_by_night(small: Path) -> None:
    palette = look(small, 'farve: "#0b4f71"\n').palette
    style = "a { --brick: #8f3a1f; --x: 0 #2a231e14; } @media screen and (prefers-color-scheme: dark) { b { --brick: #f0a98c; } }"
    assert palette.paint(style) == (
        f"a {{ --brick: #0b4f71; --x: 0 {palette.light['ink']}14; }} "
        f"@media screen and (prefers-color-scheme: dark) {{ b {{ --brick: {palette.dark['brick']}; }} }}"
    )
    assert Palette().paint(style) == style
