"""The real catalogue, as its readers get it. The only test module that reads it."""

import html.parser
import posixpath
import re
import urllib.parse
from itertools import pairwise
from pathlib import Path

import pytest

from catalogue.load import load
from catalogue.slug import slug
from places import ROOT


class Page(html.parser.HTMLParser):
    """What a page points to, what can be pointed to in it, and what it fetches."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.ids: set[str] = set()
        self.language: str | None = None
        self.headings: list[str] = []
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        if "id" in values:
            self.ids.add(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag in ("script", "img", "iframe", "source") and "src" in values:
            self.fetched.append(values["src"])
        if tag == "link" and values.get("rel") in ("stylesheet", "icon", "preload", "preconnect"):
            self.fetched.append(values["href"])
        if tag == "html":
            self.language = values.get("lang")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(tag)


class Site:
    """The built site: its pages by address, and the addresses of all its other files."""

    def __init__(self, folder: Path) -> None:
        files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "404.html")
        self.pages = {address(folder, file): Page(file) for file in files if file.suffix == ".html"}
        self.files = {address(folder, file) for file in files if file.suffix != ".html"}


def address(folder: Path, file: Path) -> str:
    return "/" + file.relative_to(folder).as_posix().removesuffix("index.html")


@pytest.fixture(scope="module")
def built(site: Path) -> Site:
    return Site(site)


def targets(address: str, page: Page) -> list[tuple[str, str]]:
    """Every address within the site that the page links to, with its anchor."""
    result = []
    for link in page.links:
        parts = urllib.parse.urlsplit(link)
        if not parts.scheme and not parts.netloc:
            path = posixpath.normpath(posixpath.join(address, parts.path)) if parts.path else address
            path += "/" if (parts.path.endswith(("/", "..", ".")) or not parts.path) and not path.endswith("/") else ""
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
        found |= {target for address in found & built.pages.keys() for target, _ in targets(address, built.pages[address])}
    return found


def test_every_guide_and_every_checklist_is_two_clicks_from_the_front_page(built: Site) -> None:
    near = reached(built, 2)
    for record in load(ROOT).interventions:
        assert f"/indsatser/{record.id}/" in near
        assert f"/indsatser/{record.id}/tjekliste/" in near
    assert {f"/metoder/{record.id}/" for record in load(ROOT).methods} <= near


def test_every_page_is_three_clicks_from_the_front_page(built: Site) -> None:
    assert built.pages.keys() - reached(built, 3) == set()


def test_no_link_leads_nowhere(built: Site) -> None:
    for address, page in built.pages.items():
        for target, anchor in targets(address, page):
            assert target in built.pages or target in built.files, f"{address} links to {target}"
            if anchor and target in built.pages:
                assert anchor in built.pages[target].ids, f"{address} links to {target}#{anchor}"


def test_no_page_fetches_anything_from_another_host(built: Site) -> None:
    for address, page in built.pages.items():
        for url in page.fetched:
            assert not urllib.parse.urlsplit(url).netloc, f"{address} fetches {url}"


def test_every_page_is_danish_with_one_h1_and_no_skipped_level(built: Site) -> None:
    for address, page in built.pages.items():
        assert page.language == "da", address
        assert page.headings.count("h1") == 1, address
        levels = [int(heading[1]) for heading in page.headings]
        assert all(after <= before + 1 for before, after in pairwise(levels)), (address, page.headings)


def test_every_term_abbreviation_and_name_is_in_the_glossary(built: Site) -> None:
    catalogue = load(ROOT)
    for entry in (*catalogue.glossary, *catalogue.names):
        assert slug(entry.heading) in built.pages["/ordliste/"].ids


def test_every_example_stands_on_its_interventions_and_its_areas_page(built: Site) -> None:
    for example in load(ROOT).examples:
        page = f"/eksempler/{example.id}/"
        for place in (f"/indsatser/{example.intervention}/", f"/omraader/{example.area}/"):
            assert page in {target for target, _ in targets(place, built.pages[place])}


def test_every_template_is_reached_from_what_it_belongs_to(built: Site) -> None:
    catalogue = load(ROOT)
    for template in catalogue.templates:
        places = ["/skabeloner/"]
        for other in (*catalogue.practices, *catalogue.examples):
            if other.id in template.belongs:
                page = {"indsats": "indsatser", "metode": "metoder", "eksempel": "eksempler"}[other.noun]
                places += [f"/{page}/{other.id}/"] + ([f"/{page}/{other.id}/tjekliste/"] if page != "eksempler" else [])
        assert len(places) > 1
        for place in places:
            assert f"/skabeloner/{template.id}/" in {target for target, _ in targets(place, built.pages[place])}, place
