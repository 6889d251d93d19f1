"""A site of somebody else's, with a look of its own, and the catalogue beside what it has: nothing of it is lost."""

import html.parser
import json
import logging
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from idekatalog.cli import main
from places import CASES, PLUGINS, contents

NAV = """\
      - Ideas:
          - indsatser/index.md
          - An evening: indsatser/naboaften.md
"""
GUIDE = "indsatser/naboaften/index.html"


def build(root: Path, site: str) -> Path:
    # Whoever has built quietly in this process has left MkDocs silent, and then it counts no warning.
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    config = load_config(str(root / "mkdocs.yml"), strict=True, site_dir=str(root / site))
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    return root / site


def put_beside(root: Path) -> None:
    """Puts a small catalogue into the folder of a site."""
    catalogue = CASES / "small/catalogue"
    for folder in ("data", "interventions"):
        shutil.copytree(catalogue / folder, root / folder)
    shutil.copytree(catalogue / "content/billeder", root / "docs/billeder")


@dataclass
class Sites:
    """The folder of both, the site as it was, and with the catalogue."""

    root: Path
    plain: Path
    both: Path


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    root = tmp_path_factory.mktemp("harbour") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "0")
        shutil.copytree(CASES / "beside", root)
        plain = build(root, "plain")
        put_beside(root)
        settings = (root / "mkdocs.yml").read_text(encoding="utf-8") + "  - idekatalog: {look: none}\n"
        (root / "mkdocs.yml").write_text(settings.replace("  - News:", f"{NAV}  - News:"), encoding="utf-8")
        yield Sites(root, plain, build(root, "both"))


class WithoutMenus(html.parser.HTMLParser):
    """All of a page but its menus."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.said: list[object] = []
        self.inside = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside += tag == "nav"
        # The page before and the page behind are the menu's.
        if dict(attrs).get("rel") not in ("prev", "next"):
            self._say((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self._say(tag)
        self.inside -= tag == "nav"

    def handle_data(self, data: str) -> None:
        self._say(data.strip())

    def _say(self, what: object) -> None:
        if what and not self.inside:
            self.said.append(what)


def test_all_that_the_site_had_is_there_as_it_was(sites: Sites) -> None:
    before, after = contents(sites.plain), contents(sites.both)
    assert before.keys() <= after.keys()
    # Those list all pages there are.
    lists = {"search/search_index.json", "sitemap.xml", "sitemap.xml.gz", "tags/index.html", "tags.json"}
    for name in before.keys() - lists:
        if name.endswith(".html"):
            assert WithoutMenus(before[name].decode()).said == WithoutMenus(after[name].decode()).said, name
        else:
            assert before[name] == after[name], name


def test_its_menu_leads_to_guides_where_it_says(sites: Sites) -> None:
    page = (sites.both / "guides/index.html").read_text(encoding="utf-8")
    assert re.search(r'href="\.\./indsatser/naboaften/"[^>]*>\s*(<[^>]*>\s*)*An evening', page)
    assert "Gårdmøde" not in page


def test_guides_stand_in_the_frame_of_the_site(sites: Sites) -> None:
    page = (sites.both / GUIDE).read_text(encoding="utf-8")
    assert '<html lang="en"' in page
    assert "Harbour Lane Residents, and nobody else" in page
    assert '<meta name="description" content="Naboer spiser sammen og aftaler, hvordan de hjælper hinanden.">' in page
    assert '<link rel="canonical" href="https://harbour.example/indsatser/naboaften/">' in page
    assert re.search(r'<a href="#saadan-goer-i" class="md-nav__link">', page)
    assert "ld+json" not in page


def test_its_search_finds_guides_too(sites: Sites) -> None:
    found = [json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"] for site in (sites.plain, sites.both)]
    before, after = ({entry["location"]: entry for entry in entries} for entries in found)
    assert {place: after.get(place) for place in before if place != "tags/"} == {
        place: entry for place, entry in before.items() if place != "tags/"
    }
    assert (after["indsatser/naboaften/#pas-paa"]["title"], after["indsatser/naboaften/#pas-paa"]["text"]) == (
        "Pas på",
        "<ul> <li>Spørg, før I tager billeder.</li> </ul>",
    )
    assert after["indsatser/naboaften/"]["text"] == ""


def test_its_tags_lead_to_guides_too(sites: Sites) -> None:
    page = (sites.both / "tags/index.html").read_text(encoding="utf-8")
    assert 'href="../guides/onboarding/first-week/"' in page
    assert re.search(r'id="tag:tryghed".*?href="\.\./indsatser/naboaften/"', page, re.DOTALL)


def test_nothing_comes_along_that_would_rule_the_site(sites: Sites) -> None:
    ours = contents(sites.both).keys() - contents(sites.plain).keys()
    assert not [name for name in ours if name.startswith(("soeg/", "a-aa/", "assets/soeg", "manifest", "_headers"))]
    assert not [name for name in ours if name.endswith("del.png")]
    assert {f"indsatser/naboaften/{name}" for name in ("guide.pdf", "tjekliste.docx", "tjekliste/index.html")} <= ours


class Targets(html.parser.HTMLParser):
    """What a page asks for or leads to, and its anchors."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.leads: set[str] = set()
        self.ids = {""}
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.leads.add(value)
            elif name == "id" and value:
                self.ids.add(value)


def test_no_link_of_any_page_leads_nowhere(sites: Sites) -> None:
    pages = {page: Targets(page) for page in sites.both.rglob("*.html") if page.name != "404.html"}
    for page, found in pages.items():
        for target in found.leads:
            if re.match(r"[a-z]+:|//", target):
                continue
            path, anchor = urldefrag(target)
            file = (page.parent / unquote(path.partition("?")[0])).resolve() if path else page
            file = file / "index.html" if file.is_dir() else file
            assert file.is_file(), (page, target)
            if file.suffix == ".html" and not anchor.startswith("__"):
                assert unquote(anchor) in pages[file].ids, (page, target)


def test_what_others_have_written_is_none_of_our_business(
    sites: Sites, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(sites.root)
    assert main(["check"], date(2026, 11, 28)) == 0
    assert "docs/" not in capsys.readouterr().out


def test_the_style_takes_hold_of_nothing_else() -> None:
    style = (PLUGINS / "idekatalog/browser/beside.css").read_text(encoding="utf-8")
    style = re.sub(r"/\*.*?\*/|@media[^{]*\{", "", style, flags=re.DOTALL)
    selectors = [one.strip() for rule in re.findall(r"([^{}]+)\{", style) for one in re.split(r",(?![^(]*\))", rule)]
    assert len(selectors) > 40
    assert [one for one in selectors if not one.startswith(".idekatalog")] == []


OTHER = """\
site_name: Any site
theme: mkdocs
plugins: [search, idekatalog: {look: none, documents: false}]
validation: {links: {anchors: warn}}
"""


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A site without a menu of its own, in the theme that MkDocs brings."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Home\n\n[Ways](indsatser/naboaften/index.md#saadan-goer-i)\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(OTHER, encoding="utf-8")
    put_beside(tmp_path)
    return tmp_path


def test_any_other_theme_will_do(other: Path) -> None:
    site = build(other, "site")
    home = (site / "index.html").read_text(encoding="utf-8")
    assert '<a href="indsatser/naboaften/#saadan-goer-i">Ways</a>' in home
    # The menu that MkDocs makes has records, and not what they are listed by.
    assert re.search(r'<a href="indsatser/gaardmoede/"[^>]*>Gårdmøde</a>', home)
    assert "temaer/" not in home
    assert "Naboaften" in (site / "search/search_index.json").read_text(encoding="utf-8")


def test_a_dead_link_to_a_guide_is_told_by_mkdocs(other: Path) -> None:
    (other / "docs/index.md").write_text("# Home\n\n[Ways](indsatser/naboaften/index.md#veje)\n", encoding="utf-8")
    with pytest.raises(Abort, match="1 warnings"):
        build(other, "site")


def test_a_page_at_the_address_of_one_of_ours_is_told(other: Path) -> None:
    (other / "docs/indsatser").mkdir()
    (other / "docs/indsatser/naboaften.md").write_text("# Mine\n", encoding="utf-8")
    with pytest.raises(Abort, match=r"sider med disse adresser: indsatser/naboaften\.md"):
        build(other, "site")
