"""The real catalogue, as its readers get it. The only test module that reads it."""

import html.parser
import importlib.resources
import posixpath
import re
import urllib.parse
from collections import Counter
from itertools import pairwise
from pathlib import Path

import html5lib
import pytest

from idekatalog.files.load import external_links, load
from idekatalog.language.slug import slug
from idekatalog.records.kinds import kind_of
from places import ROOT


class Page(html.parser.HTMLParser):
    """What a page points to, what can be pointed to in it, what it fetches, and what it says of itself."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.text = file.read_text(encoding="utf-8")
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.ids: list[str] = []
        self.language: str | None = None
        self.headings: list[str] = []
        self.title = self.description = ""
        self.written_in: list[str] = []
        self.reading_title = False
        self.feed(self.text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        if "id" in values:
            self.ids.append(values["id"])
        if tag in ("a", "form"):
            self.links += [values[name] for name in ("href", "action") if name in values]
        elif values.get("rel") != "canonical":
            self.fetched += [values[name] for name in ("href", "src", "poster", "data", "data-data") if name in values]
            self.fetched += [part.split()[0] for part in values.get("srcset", "").split(",") if part.strip()]
        if tag == "html":
            self.language = values.get("lang")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(tag)
        # The title of the page, and not that of a drawing in it.
        self.reading_title = tag == "title" and not self.title
        if tag == "meta" and values.get("name") == "description":
            self.description = values["content"]
        if tag == "style" or (tag == "script" and "src" not in values and "json" not in values.get("type", "")):
            self.written_in.append(f"<{tag}>")
        self.written_in += [name for name in values if name == "style" or name.startswith("on")]

    def handle_endtag(self, tag: str) -> None:
        self.reading_title = False

    def handle_data(self, data: str) -> None:
        self.title += data if self.reading_title else ""


NOT_FOUND = "/404.html"


class Site:
    """The built site: its pages by address, and the addresses of all its other files."""

    def __init__(self, folder: Path) -> None:
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        self.pages = {address(folder, file): Page(file) for file in files if file.suffix == ".html"}
        self.files = {address(folder, file) for file in files if file.suffix != ".html"}
        self.programs = [file.read_text(encoding="utf-8") for file in files if file.suffix in (".js", ".json")]
        self.styles = {address(folder, file): file.read_text(encoding="utf-8") for file in files if file.suffix == ".css"}

    @property
    def found(self) -> dict[str, Page]:
        """The pages but the one for what is not found, which is like no other."""
        return {address: page for address, page in self.pages.items() if address != NOT_FOUND}


def address(folder: Path, file: Path) -> str:
    return "/" + file.relative_to(folder).as_posix().removesuffix("index.html")


@pytest.fixture(scope="module")
def built(site: Path) -> Site:
    return Site(site)


def targets(address: str, links: list[str]) -> list[tuple[str, str]]:
    """Every address within the site among the links of the page, with its anchor."""
    result = []
    for link in links:
        parts = urllib.parse.urlsplit(link)
        if not parts.scheme and not parts.netloc:
            path = posixpath.normpath(posixpath.join(address, parts.path)) if parts.path else address
            path += "/" if parts.path.endswith(("/", "..", ".")) and not path.endswith("/") else ""
            result.append((path, urllib.parse.unquote(parts.fragment)))
    return result


def test_the_eleven_interventions_are_there() -> None:
    assert [(record.number, record.id) for record in load(ROOT).interventions] == [
        (1, "beboermoede"), (2, "faedregruppe"), (3, "medborgerskabsseminar"), (4, "temadage-negativ-social-kontrol"),
        (5, "ejendomsfunktionaerer"), (6, "dialograad"), (7, "turning-tables"), (8, "tryghedsvandringer"),
        (9, "skattejagt"), (10, "opgangsmoeder"), (11, "feedback"),
    ]  # fmt: skip


def reached(built: Site, clicks: int) -> set[str]:
    """Every address that so many clicks from the front page lead to."""
    found = {"/"}
    for _ in range(clicks):
        found |= {target for address in found & built.pages.keys() for target, _ in targets(address, built.pages[address].links)}
    return found


def test_every_guide_and_every_checklist_is_two_clicks_from_the_front_page(built: Site) -> None:
    near = reached(built, 2)
    for record in load(ROOT).interventions:
        assert f"/indsatser/{record.id}/" in near
        assert f"/indsatser/{record.id}/tjekliste/" in near
    assert {f"/metoder/{record.id}/" for record in load(ROOT).methods} <= near


def test_every_page_is_three_clicks_from_the_front_page(built: Site) -> None:
    assert built.found.keys() - reached(built, 3) == set()


def test_no_link_leads_nowhere(built: Site) -> None:
    """Neither to a page, an anchor, a sheet nor a file, nor to a picture, a style or a script that a page fetches."""
    for address, page in built.pages.items():
        for target, anchor in targets(address, page.links + page.fetched):
            assert target in built.pages or target in built.files, f"{address} links to {target}"
            if anchor and target in built.pages:
                assert anchor in built.pages[target].ids, f"{address} links to {target}#{anchor}"


def test_no_style_asks_for_what_is_not_there(built: Site) -> None:
    for address, style in built.styles.items():
        urls = [url for _, url in re.findall(r"url\((['\"]?)(.*?)\1\)", style)]
        fetched = [url for url in urls if not url.startswith(("data:", "#"))]
        assert [url for url in fetched if urllib.parse.urlsplit(url).netloc] == [], address
        assert not re.search(r"@import (?!url\()", style), address
        for target, _ in targets(posixpath.dirname(address), fetched):
            # Leaflet's own style has pictures for parts of it that the map does not use.
            assert target in built.files or target.startswith("/assets/kort/images/"), f"{address} asks for {target}"


def test_no_page_fetches_anything_from_another_host(built: Site) -> None:
    for address, page in built.pages.items():
        for url in page.fetched:
            assert not urllib.parse.urlsplit(url).netloc, f"{address} fetches {url}"


# What hosts, machines that look for pages, phones and licences ask for, pictures that only an address names, the cover of the book,
# the signs that Find draws itself, and what a program finds by a number or by the id of a guide.
UNNAMED = re.compile(
    r"/_headers|.*/del\.png|/assets/images/icon-\d+\.png|/sitemap\.xml(\.gz)?|/404\.html|.*/(OFL|([a-z-]+-)?LICENSE)\.txt"
    r"|/assets/(soeg/(indeks|tekst)|find/guider)/\d+\.json|/assets/(sammenlign|plan)/guider/[a-z0-9-]+\.json"
    r"|/tegninger/(forside|tegn/.*)\.svg"
)


def test_every_file_is_named_by_a_page_a_style_or_a_script(built: Site) -> None:
    named = {target for address, page in built.pages.items() for target, _ in targets(address, page.fetched + page.links)}
    for address, style in built.styles.items():
        named |= {target for target, _ in targets(posixpath.dirname(address), re.findall(r"url\(\"?(.*?)\"?\)", style))}
    called = set(re.findall(r"[\w.-]+\.\w+", " ".join(built.programs)))
    unnamed = {file for file in (built.files | set(built.pages)) - named if posixpath.basename(file) not in called}
    assert {file for file in unnamed if not UNNAMED.fullmatch(file)} == set()


def test_nothing_of_another_theme_is_in_the_site(built: Site) -> None:
    material = importlib.resources.files("material") / "templates/assets"
    theirs = {file.name for file in Path(str(material)).rglob("*") if file.is_file()}
    assert len(theirs) > 40
    assert {file for file in built.files if posixpath.basename(file) in theirs} == set()
    assert [address for address, page in built.pages.items() if re.search(r'class="[^"]*\bmd-', page.text)] == []


def test_every_page_is_danish_with_one_h1_and_no_skipped_level(built: Site) -> None:
    for address, page in built.pages.items():
        assert page.language == "da", address
        assert page.headings.count("h1") == 1, address
        levels = [int(heading[1]) for heading in page.headings]
        assert all(after <= before + 1 for before, after in pairwise(levels)), (address, page.headings)


def test_every_page_is_html_without_an_error(built: Site) -> None:
    """What a checker of HTML finds: errors of the parser, and ids that stand twice or are empty."""
    for address, page in built.pages.items():
        parser = html5lib.HTMLParser()
        parser.parse(page.text)
        assert [error for _, error, _ in parser.errors] == [], address
        assert [id for id, count in Counter(page.ids).items() if count > 1 or not id or " " in id] == [], address


def test_no_two_pages_have_the_same_title_or_description(built: Site) -> None:
    for said in ("title", "description"):
        pages = Counter(getattr(page, said) for page in built.found.values())
        assert [text for text, count in pages.items() if count > 1 or not text.strip()] == []


def test_no_script_and_no_style_is_written_into_a_page(built: Site) -> None:
    assert {address: page.written_in for address, page in built.pages.items() if page.written_in} == {}


def test_accessibility_and_privacy_are_reached_from_every_page_with_a_foot(built: Site) -> None:
    for address, page in built.pages.items():
        if 'class="foot"' in page.text:
            assert {"/tilgaengelighed/", "/privatliv/"} <= {target for target, _ in targets(address, page.links)}, address


def test_every_link_out_of_the_site_is_listed_with_where_it_stands(built: Site) -> None:
    listed = {url for url, _ in external_links(ROOT)}
    linked = {link for page in built.pages.values() for link in page.links if link.startswith("http")}
    assert linked <= listed


def test_every_term_abbreviation_and_name_is_in_the_glossary(built: Site) -> None:
    catalogue = load(ROOT)
    for entry in (*catalogue.glossary, *catalogue.names):
        assert slug(entry.heading) in built.pages["/ordliste/"].ids


def test_every_example_stands_on_its_interventions_and_its_areas_page(built: Site) -> None:
    for example in load(ROOT).examples:
        page = f"/eksempler/{example.id}/"
        for place in (f"/indsatser/{example.intervention}/", f"/omraader/{example.area}/"):
            assert page in {target for target, _ in targets(place, built.pages[place].links)}


def test_every_template_is_reached_from_what_it_belongs_to(built: Site) -> None:
    catalogue = load(ROOT)
    for template in catalogue.templates:
        places = ["/skabeloner/"]
        for other in (*catalogue.practices, *catalogue.examples):
            if other.id in template.belongs:
                page = kind_of(other).address
                places += [f"/{page}/{other.id}/"] + ([f"/{page}/{other.id}/tjekliste/"] if page != "eksempler" else [])
        assert len(places) > 1
        for place in places:
            assert f"/skabeloner/{template.id}/" in {target for target, _ in targets(place, built.pages[place].links)}, place
