"""What a catalogue brings of a look of its own wins: files in a folder, a logo, an icon; and nothing of ours stands in for it."""

import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from idekatalog.paper.picture import png
from idekatalog.records.look import LIGHT

CONFIG = """\
site_name: Lillerup
docs_dir: content
theme:
  name: idekatalog
{theme}plugins: [idekatalog: {{documents: false}}]
markdown_extensions:
  - toc:
      slugify: !!python/name:idekatalog.language.slug.slug
"""
OWN_MAIN = """\
{% extends "idekatalog/main.html" %}
{% block extrahead %}<meta name="x" content="egen">{% endblock %}
{% block header %}<p>Før alt andet</p>{{ super() }}{% endblock %}
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><title>Lillerup</title><path d="M0 0h40v40H0z" fill="#0b4f71"/></svg>\n'


def built(root: Path, **theme: str) -> Path:
    """The site of the catalogue with these settings below ``theme``."""
    lines = "".join(f"  {key}: {value}\n" for key, value in theme.items())
    (root / "mkdocs.yml").write_text(CONFIG.format(theme=lines), encoding="utf-8")
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"))
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    return root / "site"


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def test_without_a_sign_of_its_own_a_catalogue_has_its_name(small: Path) -> None:
    site = built(small)
    header = re.search(r'<a class="brand".*?</a>', (site / "index.html").read_text(encoding="utf-8"), re.DOTALL)
    assert header
    assert re.sub(r"<[^>]+>|\s", "", header[0]) == "Lillerup"
    assert "<svg" not in header[0]
    assert "<img" not in header[0]
    icon = (site / "assets/images/favicon.svg").read_text(encoding="utf-8")
    assert ">L</text>" in icon
    assert LIGHT["brick"] in icon
    # No other picture is made while nothing is printed, and none is asked for.
    assert "apple-touch-icon" not in (site / "index.html").read_text(encoding="utf-8")
    assert "icon-192" not in (site / "manifest.webmanifest").read_text(encoding="utf-8")


def test_the_files_of_a_catalogue_go_before_those_of_the_theme_and_the_engine(small: Path) -> None:
    write(
        small / "mit",
        {
            "partials/footer.html": "<footer>Lillerup alene</footer>\n",
            "main.html": OWN_MAIN,
            ".icons/logo.svg": "<svg id='eget'></svg>",
            "assets/stylesheets/tokens.css": ":root { --brick: #8f3a1f; }\n",
            "assets/ark.css": "/* eget ark */\n",
        },
    )
    write(small, {"data/udseende.yml": 'farve: "#0b4f71"\n'})
    site = built(small, custom_dir="mit")
    page = (site / "indsatser/naboaften/index.html").read_text(encoding="utf-8")
    assert "<footer>Lillerup alene</footer>" in page
    # What is in no block of its own is the theme's.
    assert '<meta name="x" content="egen">\n  </head>' in page
    assert re.search(r"<p>Før alt andet</p>\s*<header", page)
    assert '<article id="indholdet"' in page
    assert "<svg id='eget'></svg>" in page
    # Not painted: it is as its author wants it.
    assert LIGHT["brick"] in (site / "assets/stylesheets/tokens.css").read_text(encoding="utf-8")
    assert (site / "assets/ark.css").read_text(encoding="utf-8") == "/* eget ark */\n"


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_a_logo_stands_on_every_page_sheet_and_slide(small: Path, kind: str) -> None:
    write(small, {"content/billeder/logo.svg": LOGO})
    (small / "content/billeder/logo.png").write_bytes(png(LOGO))
    write(small, {"content/billeder/ikon.svg": LOGO})
    site = built(small, logo=f"billeder/logo.{kind}", favicon="billeder/ikon.svg")
    page = (site / "indsatser/naboaften/index.html").read_text(encoding="utf-8")
    assert f'<img class="logo" src="../../billeder/logo.{kind}" alt="">' in page
    assert '<link rel="icon" href="../../billeder/ikon.svg">' in page
    sheet = (site / "indsatser/naboaften/tjekliste/index.html").read_text(encoding="utf-8")
    assert f'<img class="logo paper" src="../../../billeder/logo.{kind}" alt="">' in sheet
    slides = (site / "undervisning/gaarden/dias/index.html").read_text(encoding="utf-8")
    assert f'<img class="logo" src="../../../billeder/logo.{kind}" alt="">' in slides
    assert '<link rel="icon" href="../../../billeder/ikon.svg">' in slides
    assert '"src": "billeder/ikon.svg"' in (site / "manifest.webmanifest").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("logo", "told"),
    [
        ("billeder/logoet.svg", "'billeder/logoet.svg' findes ikke; skriv navnet på en fil i content, fx billeder/logo.svg"),
        ("index.md", "'index.md' er af en slags, som ikke kan trykkes; brug en af disse: .svg, .png, .jpg, .jpeg"),
    ],
)
def test_a_logo_that_cannot_be_shown_is_told(small: Path, logo: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Abort):
        built(small, logo=logo)
    assert f"mkdocs.yml:5: theme.logo: {told}" in capsys.readouterr().err
