"""What somebody hears who does not see the page: read from top to bottom, as the browser tells it to a screen reader.

The pages are those of the small catalogue with a map, so that a word changed in a record changes no case here. ``make golden``
writes them anew: read the difference aloud before you keep it.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from places import CASES

pytestmark = pytest.mark.chromium_only("only Chromium's driver tells what a screen reader is told")
HEARD = CASES / "heard"
CONFIG = """\
site_name: Et lille katalog
docs_dir: content
theme: idekatalog
nav: [index.md]
plugins: [{idekatalog: {documents: false}}]
"""
SITE = "http://katalog.example/"
# A page of every kind, and what is on it when its scripts have filled it in.
PAGES = {
    "start": ("", "h1"),
    "liste": ("indsatser/", "h1"),
    "guide": ("indsatser/naboaften/", "h1"),
    "tjekliste": ("indsatser/naboaften/tjekliste/", "tr button"),
    "eksempel": ("eksempler/naboaften-solgaarden/", "h1"),
    "boligomraade": ("omraader/solgaarden/", "h1"),
    "roller": ("roller/", "h1"),
    "ordliste": ("ordliste/", "h1"),
    "register": ("a-aa/", "h1"),
    "film": ("undervisning/gaarden/", "h1"),
    "dias": ("undervisning/gaarden/dias/", "h1"),
    "elevark": ("undervisning/gaarden/elevark-1/", "h1"),
    "samtalekort": ("undervisning/gaarden/samtalekort/", "h1"),
    "skabelon": ("skabeloner/naboaften-ark/", "h1"),
    "find": ("find/?udfordringer=larm&sammenlign=naboaften,gaardmoede", ".find-svar ol > li"),
    "sammenlign": ("sammenlign/?sammenlign=naboaften,gaardmoede", "[role=table]"),
    "soeg": ("soeg/?q=naboaften", "#soegeresultater li"),
    "plan": ("plan/?valg=naboaften,gaardmoede", "#samlet table"),
    "kort": ("kort/", ".kort-knap"),
    "ikke-fundet": ("404.html", "h1"),
}

# What is said where it stands, and what only holds others.
INLINE = {"StaticText", "link", "emphasis", "strong", "mark", "LineBreak", "code", "time", "Abbr", "superscript", "ListMarker"}
SILENT = {"generic", "none", "paragraph", "rowgroup", "Iframe", "Figcaption", "LayoutTable", "Details"}
SILENT |= {"sectionheader", "sectionfooter"}
# What is written on them is the name of what they label.
LABELS = {"LabelText", "Legend", "caption", "Caption"}
SILENT |= LABELS
NAMED_BY_CONTENT = {"link", "button", "heading", "option", "checkbox", "radio", "DisclosureTriangle", "columnheader"}
NO_NAME = {"row", "cell", "gridcell", "rowheader", "listitem", "term", "definition", "status", "alert"}
TAKES_A_HEADING = {"table", "navigation", "region", "list"}
NEVER_NAMELESS = NAMED_BY_CONTENT - {"columnheader"} | {
    "textbox",
    "searchbox",
    "combobox",
    "Date",
    "table",
    "region",
    "navigation",
}
DANISH = {
    "banner": "sidehoved", "contentinfo": "sidefod", "main": "indhold", "navigation": "navigation", "region": "område",
    "search": "søgning", "form": "formular", "link": "link", "button": "knap", "heading": "overskrift", "list": "liste",
    "listitem": "punkt", "table": "tabel", "row": "række", "cell": "celle", "gridcell": "celle", "columnheader": "kolonne",
    "rowheader": "rækkehoved", "checkbox": "afkrydsning", "textbox": "felt", "searchbox": "søgefelt", "combobox": "søgefelt med forslag",
    "Date": "dato", "DisclosureTriangle": "fold ud", "group": "gruppe", "article": "artikel", "image": "billede", "status": "melding",
    "alert": "besked", "term": "ord", "definition": "forklaring", "DescriptionList": "ordliste",
    "option": "valg", "complementary": "supplement", "SvgRoot": "tegning", "graphics-document": "tegning", "separator": "skillelinje",
    "blockquote": "citat", "dialog": "dialog", "listbox": "liste med forslag",
}  # fmt: skip


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small catalogue, with a map."""
    root = tmp_path_factory.mktemp("heard") / "katalog"
    shutil.copytree(CASES / "small/catalogue", root)
    shutil.copytree(HEARD / "catalogue", root, dirs_exist_ok=True)
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    command = [Path(sys.executable).parent / "mkdocs", "build", "--strict", "--quiet"]
    done = subprocess.run(
        command, cwd=root, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, timeout=120
    )
    assert (done.returncode, done.stderr) == (0, "")
    return root / "site"


@pytest.fixture
def visit(browser: Browser, catalogue: Path) -> Iterator[Callable[[str, str], Page]]:
    """Opens a page of the small catalogue, which no server needs to send."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="da-DK")

    def send(route: Route) -> None:
        file = catalogue / route.request.url.removeprefix(SITE).partition("?")[0].partition("#")[0]
        file = file / "index.html" if file.is_dir() else file
        if file.is_file():
            route.fulfill(path=file)
        else:
            route.fulfill(status=404)

    context.route(f"{SITE}**", send)

    def open(path: str, filled: str) -> Page:
        page = context.new_page()
        page.add_init_script(LISTEN)
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(SITE + path)
        page.locator(filled).first.wait_for()
        return page

    yield open
    context.close()


class Reader:
    """Reads a page from top to bottom, a line for each thing that is heard at once."""

    def __init__(self, page: Page) -> None:
        session = page.context.new_cdp_session(page)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        self.nodes: dict[str, dict[str, Any]] = {node["nodeId"]: node for node in nodes}
        self.lines: list[str] = []
        self.nameless: list[str] = []
        self.headings = {said(node, "name") for node in nodes if role_of(node) == "heading"}
        self.read(nodes[0], 0)

    def children(self, node: dict[str, Any]) -> list[dict[str, Any]]:
        return [self.nodes[id] for id in node.get("childIds", ()) if id in self.nodes]

    def inline(self, node: dict[str, Any]) -> str | None:
        """The node as part of a line; None where it takes lines of its own."""
        role, name = role_of(node), said(node, "name")
        if role in LABELS:
            return None if list(self.controls(node)) else ""
        if node["ignored"] or role in SILENT:
            return self.inline_children(node)
        if role not in INLINE:
            return None
        if role == "link":
            self.expect_name(role, name)
            return f" [link: {name}{self.more(node)}] "
        if role == "ListMarker":
            return "" if name.startswith("•") else name
        if role == "StaticText":
            return name
        return self.inline_children(node)

    def inline_children(self, node: dict[str, Any]) -> str | None:
        """What the node holds as part of a line: the tree leaves out the white space where one element ends and the next begins."""
        parts = [self.inline(child) for child in self.children(node)]
        return None if None in parts else " ".join(part for part in parts if part)

    def read(self, node: dict[str, Any], depth: int) -> None:
        role, name = role_of(node), said(node, "name")
        if role in ("InlineTextBox", "RootWebArea") or node["ignored"] or role in SILENT:
            if role == "RootWebArea":
                self.say(0, f"side: {name}")
            if role in LABELS:
                for control in self.controls(node):
                    self.read(control, depth)
                return None
            return self.read_children(node, depth)
        told = DANISH.get(role, role)
        if role == "heading":
            level = next(item["value"]["value"] for item in node["properties"] if item["name"] == "level")
            told = f"{told} {level}"
            links = [child for child in self.below(node) if role_of(child) == "link"]
            told += ", link" if [said(link, "name") for link in links] == [name] else ""
        if role in NEVER_NAMELESS:
            self.expect_name(role, name)
        # What takes its name from a heading is read with that heading.
        shown = "" if role in NO_NAME or (role in TAKES_A_HEADING and name in self.headings) else name
        words = f"{told}: {shown}" if shown else told
        if role in NAMED_BY_CONTENT or role in ("textbox", "searchbox", "combobox", "Date", "image"):
            return self.say(depth, words + self.more(node))
        line = self.inline({"ignored": True, "role": {"value": "none"}, "childIds": node.get("childIds", [])})
        if line is not None and not shown:
            if line.strip() or role not in ("status", "alert"):
                self.say(depth, f"{words}: {line}" if line.strip() else words)
            return None
        self.say(depth, words + self.more(node))
        self.read_children(node, depth + 1)
        return None

    def read_children(self, node: dict[str, Any], depth: int) -> None:
        """What the node holds: what stands in one line, in one."""
        line = ""
        for child in self.children(node):
            part = self.inline(child)
            if part is not None and role_of(child) != "paragraph":
                line += f" {part}"
                continue
            self.say(depth, line)
            line = ""
            if part is None:
                self.read(child, depth)
            else:
                self.say(depth, part)
        self.say(depth, line)

    def controls(self, node: dict[str, Any]) -> Iterator[dict[str, Any]]:
        return (
            child for child in self.below(node) if role_of(child) in ("checkbox", "textbox", "searchbox", "combobox", "button")
        )

    def below(self, node: dict[str, Any]) -> Iterator[dict[str, Any]]:
        for child in self.children(node):
            yield child
            yield from self.below(child)

    def more(self, node: dict[str, Any]) -> str:
        """What is said of it besides its name; not what has been read already."""
        state = {item["name"]: item["value"].get("value") for item in node.get("properties", ())}
        words = [
            {"true": "sat", "false": "ikke sat"}.get(str(state.get("checked")).lower(), "")
            if role_of(node) == "checkbox"
            else "",
            {True: "trykket ind", "true": "trykket ind"}.get(state.get("pressed"), ""),  # type: ignore[arg-type]
            {True: "foldet ud", False: "foldet sammen"}.get(state.get("expanded"), ""),  # type: ignore[arg-type]
            "kan ikke vælges" if state.get("disabled") else "",
            said(node, "value") if role_of(node) != "checkbox" else "",
        ]
        description = said(node, "description")
        if description and not any(description in line for line in self.lines):
            words.append(description)
        return "".join(f", {word}" for word in words if word)

    def expect_name(self, role: str, name: str) -> None:
        if not name.strip():
            self.nameless.append(role)

    def say(self, depth: int, words: str) -> None:
        if words.strip():
            words = re.sub(r"(?<=\() | (?=[.,:;)])", "", re.sub(r"\s+", " ", words))
            self.lines.append("  " * depth + words.strip())


def role_of(node: dict[str, Any]) -> str:
    return str(node.get("role", {}).get("value", "none"))


def said(node: dict[str, Any], what: str) -> str:
    return str(node.get(what, {}).get("value", ""))


def golden(request: pytest.FixtureRequest, name: str, lines: list[str]) -> None:
    """What is heard is what the case says."""
    case = HEARD / f"{name}.txt"
    text = "\n".join(lines) + "\n"
    if request.config.getoption("--golden"):
        case.write_text(text, encoding="utf-8")
    assert text == case.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_heard_like_this(visit: Callable[[str, str], Page], request: pytest.FixtureRequest, name: str) -> None:
    page = visit(*PAGES[name])
    reader = Reader(page)
    golden(request, name, reader.lines)
    assert reader.nameless == []
    assert "¶" not in "".join(reader.lines)
    headings = [int(line.split()[1].rstrip(":,")) for line in map(str.strip, reader.lines) if line.startswith("overskrift ")]
    assert headings.count(1) == 1
    # A name leads to one place.
    links = page.get_by_role("link").evaluate_all(
        "links => links.map(link => [link.ariaLabel || link.textContent.trim(), link.href])"
    )
    assert {name for name, href in links if {href} != {other for same, other in links if same == name}} == set()


# Before any script of the page: what is announced, in order.
LISTEN = """window.announced = []
new MutationObserver(changes => {
  const regions = new Set(changes.map(({ target }) => (target.nodeType === 1 ? target : target.parentElement)?.closest("[role=status], [role=alert], [aria-live]")).filter(Boolean))
  for (const region of regions) if (region.textContent.trim()) announced.push(region.textContent.trim())
}).observe(document, { childList: true, characterData: true, subtree: true })"""


def announced(page: Page, begins: str) -> None:
    """Until something that begins so has been announced; a listener hears it once."""
    page.wait_for_function("begins => announced.at(-1)?.match(`^${begins}`)", arg=begins)


def search(page: Page) -> None:
    page.get_by_role("combobox", name="Søg").press_sequentially("naboaften")
    announced(page, "\\d+ resultat")


def search_in_vain(page: Page) -> None:
    page.locator("#soegeord").press_sequentially("xyzzyqwv")
    announced(page, "Ingen resultater")


def plan_a_guide(page: Page) -> None:
    page.get_by_role("link", name="Læg i min plan").first.click()
    announced(page, "Lagt")


def choose_and_compare(page: Page) -> None:
    for box in page.locator(".find-valg details[open] input").all()[:1]:
        box.check()
    page.get_by_role("button", name=re.compile("^Fjern")).first.click()
    for box in page.get_by_role("checkbox", name=re.compile("^Sammenlign")).all()[:2]:
        box.check()
    announced(page, "2 er valgt")


def fill_in_a_checklist(page: Page) -> None:
    page.get_by_role("table", name="Før").get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Udfyld").click()
    page.get_by_role("button", name="Gem på denne enhed").click()
    page.get_by_role("button", name="Hent frister").click()
    page.get_by_label("Hvornår").first.fill("1/5 2026")
    with page.expect_download():
        page.get_by_role("button", name="Hent frister").click()
    page.get_by_label("Åbn fil").set_input_files({"name": "x.json", "mimeType": "application/json", "buffer": b"{}"})
    announced(page, "Filen")
    page.get_by_role("button", name="Ny liste").click()
    page.get_by_text("Slet lister", exact=True).click()
    page.get_by_role("button", name="Slet alle lister").click()
    announced(page, "Alle lister")


def make_a_plan(page: Page) -> None:
    page.locator("fieldset").get_by_role("checkbox").last.check()
    announced(page, "1 guide i planen")


def a_plan_of_what_is_not_there(page: Page) -> None:
    announced(page, "Adressen")


def show_a_part_of_the_map(page: Page) -> None:
    page.locator(".kort-filter input").first.check()
    announced(page, "Viser 1 af 2")


FLOWS: dict[str, tuple[str, str, Callable[[Page], None]]] = {
    "Søg i feltet øverst: naboaften": ("", "h1", search),
    "Søg på søgesiden: xyzzyqwv": ("soeg/", "#soegeord", search_in_vain),
    "Læg en guide i planen": ("indsatser/naboaften/", "h1", plan_a_guide),
    "Vælg, fortryd og sammenlign": ("find/", ".find-svar ol > li", choose_and_compare),
    "Udfyld en tjekliste": ("indsatser/naboaften/tjekliste/", "tr button", fill_in_a_checklist),
    "Saml en plan": ("plan/", "fieldset label", make_a_plan),
    "Åbn en plan med en ukendt guide": ("plan/?valg=ukendt", "fieldset label", a_plan_of_what_is_not_there),
    "Vis en del af kortet": ("kort/", ".kort-knap", show_a_part_of_the_map),
}


def test_what_people_do_is_announced_like_this(visit: Callable[[str, str], Page], request: pytest.FixtureRequest) -> None:
    lines = []
    for title, (path, filled, flow) in FLOWS.items():
        page = visit(path, filled)
        flow(page)
        lines += [f"{title}:", *(f"  {text}" for text in page.evaluate("announced")), ""]
    golden(request, "meldinger", lines[:-1])
