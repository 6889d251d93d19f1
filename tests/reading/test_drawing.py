"""Drawings: every SVG of a catalogue shows, and does nothing else."""

import pytest

from idekatalog.reading import drawing
from idekatalog.reading.problems import Problem

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
PATTERN = '<pattern id="{}"><rect {}/></pattern>'


def told(drawn: str) -> list[str]:
    problems: list[Problem] = []
    drawing.read("content/billeder/x.svg", drawn.encode(), problems)
    return [f"{problem.origin.line}: {problem.field}: {problem.message}" for problem in problems]


@pytest.mark.parametrize(
    "drawn",
    [
        '<g id="lag" fill="rgb(1, 2, 3)" transform="translate(1 2) rotate(3)"><path id="a" d="M0 0" style="fill:#fff;stroke:url(#b)"/></g>',
        '<defs><path id="a" d="M0 0"/></defs><use href="#a"/><use xlink:href="#a"/>',
        '<defs><pattern id="a"><path d="M0 0"/></pattern></defs><rect id="b" fill="url(#a)"/>',
        '<title>Torvet (gammelt), tlf. 12 34 56 78</title><text x="1" y="2" font-family="Arial, sans-serif">Torv</text>',
        '<polyline points="10 10 20 1234"/>',
        "<style>.a{fill:#fff}@media (prefers-color-scheme: dark){.a{fill:#000}}</style>",
    ],
)  # fmt: skip
def test_a_drawing_of_shapes_and_words_is_taken(drawn: str) -> None:
    assert told(SVG.format(drawn)) == []


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ("<script>alert(1)</script>", "svg: elementet script kan ikke bruges"),
        ("<foreignObject/>", "svg: elementet foreignObject kan ikke bruges"),
        ("<style>@import 'x'</style>", "style: henviser til noget andet"),
        ("<style>.a{fill:url(#b)}</style>", "style: henviser til noget andet"),
        ("<style>.a{fill:u\\72l(x)}</style>", "style: henviser til noget andet"),
        ('<image href="x.png"/>', "svg: elementet image kan ikke bruges"),
        ("<animate/>", "svg: elementet animate kan ikke bruges"),
        ('<rect onload="x()"/>', "onload: kan ikke bruges"),
        ("<rect fill=\"image-set('https://evil.example/x.png' 1x)\"/>", "fill: henviser til noget uden for tegningen"),
        ("<rect style=\"fill: src('https://evil.example/')\"/>", "style: henviser til noget uden for tegningen"),
        ("<rect style=\"fill: -webkit-image-set('x')\"/>", "style: henviser til noget uden for tegningen"),
        ('<rect fill="url(//evil.example/x)"/>', "fill: henviser til noget uden for tegningen"),
        ('<rect fill="URL (x.svg#a)"/>', "fill: henviser til noget uden for tegningen"),
        ("<rect fill=\"url('#a' x)\"/>", "fill: henviser til noget uden for tegningen"),
        ('<rect style="fill:u\\72l(x)"/>', "style: henviser til noget uden for tegningen"),
        ('<rect style="fill:ur/**/l(x)"/>', "style: henviser til noget uden for tegningen"),
        ('<rect style="@import x"/>', "style: henviser til noget uden for tegningen"),
        ('<use href="andet.svg#a"/>', "href: henviser til noget uden for tegningen"),
        ('<g xml:base="https://evil.example/"/>', "base: henviser til noget uden for tegningen"),
        ('<g id="a"><use href="#b"/><use href="#b"/></g>', "use: tegner igen noget, som selv kan tegnes igen"),
        ('<use id="a" href="#a"/>', "use: tegner igen noget, som selv kan tegnes igen"),
        ('<symbol><use href="#b"/></symbol>', "use: tegner igen noget, som selv kan tegnes igen"),
        (PATTERN.format("a", 'fill="url(#b)"') + PATTERN.format("b", 'fill="url(#a)"'), "svg: et mønster henter selv et mønster"),
        ("<g/>" * 20_000, "svg: har for mange dele"),
        ('<path id="a"/>' * 2_000 + '<use href="#a"/>' * 2_000, "svg: har for mange dele"),
        ("<g>" * 5_000 + "</g>" * 5_000, "svg: har for mange dele"),
        ("<text>Ole 010190-1234</text>", "tekst: ligner et CPR-nummer"),
        ("<text><tspan>010190</tspan>-<tspan>1234</tspan></text>", "tekst: ligner et CPR-nummer"),
        ('<rect aria-label="010190-1234"/>', "aria-label: ligner et CPR-nummer"),
        ("<text>a\u202eb</text>", "tekst: har det usynlige tegn U+202E"),
    ],
)  # fmt: skip
def test_a_drawing_that_does_more_is_refused(drawn: str, expected: str) -> None:
    assert f"1: {expected}" in told(SVG.format(drawn))


def test_a_drawing_is_read_here_as_a_browser_reads_it() -> None:
    assert told('<?xml version="1.0" encoding="utf-8"?>\n' + SVG.format("")) == []
    assert told('<?xml version="1.0" encoding="Big5"?>\n' + SVG.format("")) == ["1: svg: er ikke UTF-8"]


def test_a_number_in_a_drawing_has_its_own_line() -> None:
    assert told(SVG.format("\n<text>Torv</text>\n<text>\nOle 010190-1234</text>")) == ["4: tekst: ligner et CPR-nummer"]


def test_every_line_of_a_long_text_is_read_once() -> None:
    """A megabyte of line breaks, each of which the parser gives on its own."""
    assert told(SVG.format("<text>" + "\n" * 900_000 + "010190-1234</text>")) == ["900001: tekst: ligner et CPR-nummer"]


def test_a_drawing_says_what_it_shows() -> None:
    drawn = drawing.read("x.svg", SVG.format("<title>En dør,\n  der er åben</title><g><title>Dør</title></g>").encode(), [])
    assert drawn
    assert drawn.title == "En dør, der er åben"
