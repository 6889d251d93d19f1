"""What holds for every page of the built site, whoever made it: it is walked once, and each test asks about the walk."""

import importlib.resources
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

AXE = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# What the colours of a page decide takes most of the time. It is asked of letters alone, by day and by night.
BY_COLOUR = ["color-contrast", "link-in-text-block"]
COLOURS = {"runOnly": {"type": "rule", "values": BY_COLOUR}, "rules": {}}
BUT_COLOURS = {"runOnly": {"type": "tag", "values": LEVELS}, "rules": {rule: {"enabled": False} for rule in BY_COLOUR}}
# The kinds of letters on the page, each with its elements: their colour, the nearest ground, size and weight decide what those two
# rules find. And the kinds of elements, each with the one around it, its attributes, and whether it is empty. They decide what all
# other rules find, but those about order and double ids, which tests/test_catalogue.py looks for in every page.
KINDS = """() => {
  const all = where => [...document.querySelectorAll(where)]
  const ground = element => {
    const { backgroundColor } = getComputedStyle(element)
    return backgroundColor === "rgba(0, 0, 0, 0)" && element.parentElement ? ground(element.parentElement) : backgroundColor
  }
  const isWritten = element => element.matches("input, select, textarea") || [...element.childNodes].some(({ data }) => data?.trim())
  const kind = element => [element.localName, ...[...element.classList].sort()].join(".")
  const attributes = element => element.getAttributeNames().sort().map(name => name + (element.getAttribute(name) ? "" : "="))
  window.kinds = {
    letters: () => Map.groupBy(all("body *").filter(element => isWritten(element) && element.checkVisibility()), element => {
      const { color, fontSize, fontWeight } = getComputedStyle(element)
      return [color, ground(element), fontSize, fontWeight].join(" ")
    }),
    elements: () => Map.groupBy(all("html, html *"), element =>
      [kind(element.parentElement ?? element), kind(element), ...attributes(element), element.textContent.trim() ? "" : "empty"].join(" ")
    ),
  }
}"""
# Asks axe about the page, or about the elements of some kinds. A menu lies over whatever is below it: it is looked at by itself,
# and the rest without it.
LOOK = """async ({ runOnly, rules, of, these }) => {
  const look = async where => (await axe.run(where, { runOnly, rules, resultTypes: ["violations"], preload: false })).violations
  const menus = [...document.querySelectorAll(".menu, details.tool")].filter(menu => menu.checkVisibility())
  const grouped = these && kinds[of]()
  const asked = these && these.flatMap(kind => grouped.get(kind) ?? [])
  const inMenus = asked ? asked.filter(element => menus.some(menu => menu.contains(element))) : menus
  const found = inMenus.length ? await look(inMenus) : []
  for (const menu of menus) menu.open = false
  const others = asked ? asked.filter(element => !inMenus.includes(element)) : [document]
  if (others.length) found.push(...await look(asked ? others : document))
  for (const menu of menus) menu.open = true
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(" ")).join(", ")}`)
}"""
HAS_A_DARK_SCHEME = "getComputedStyle(document.documentElement).colorScheme.includes('dark')"

# Before any script of the page: what its policy stops.
LISTEN = """window.stopped = []
addEventListener("securitypolicyviolation", event => stopped.push(`${event.effectiveDirective} ${event.blockedURI}`), true)"""
OPEN_ALL = "document.querySelectorAll('details').forEach(details => { details.open = true })"
# A toolbar at the foot of a phone lies over whatever happens to be there, but over nothing at the end of the page.
TO_THE_END = "scrollTo(0, document.documentElement.scrollHeight)"
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"
LETTERS_TWICE_AS_LARGE = """() => {
  const root = document.documentElement
  root.style.fontSize = 2 * parseFloat(getComputedStyle(root).fontSize) + "px"
}"""
# What a reader may set for themselves: https://www.w3.org/TR/WCAG22/#text-spacing
LETTERS_WIDE_APART = """() => {
  document.documentElement.style.fontSize = ""
  const sheet = new CSSStyleSheet()
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }")
  document.adoptedStyleSheets = [sheet]
}"""
# Words that end where their box does. A map, a field and the thumbnail of a sheet are windows on what is larger.
CUT_OFF = """[...document.querySelectorAll("body *")].filter(element => {
  const { overflowX, overflowY, clipPath } = getComputedStyle(element)
  return /hidden|clip/.test(overflowX + overflowY) && clipPath === "none" && element.clientWidth > 1
    && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
    && !element.closest(".leaflet-container, svg, input, .pic")
}).map(element => element.outerHTML.slice(0, 80))"""

PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 800}


@dataclass
class Visit:
    """What was seen on one page."""

    path: str
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    kept: list[object] = field(default_factory=list)


def visit(page: Page, address: str, seen: Visit, known: set[str]) -> None:
    """Sees one page; ``known`` are the kinds of elements and letters that axe has looked at on the pages before it."""

    def look(how: str, rules: dict[str, object], of: str = "elements", these: Collection[str] | None = None) -> None:
        if not page.evaluate("'axe' in window"):
            page.evaluate(AXE)
        found = page.evaluate(LOOK, {**rules, "of": of, "these": these and sorted(these)})
        seen.found += [f"{how}: {one}" for one in found]

    def read(how: str) -> None:
        fresh = {kind for kind in page.evaluate("[...kinds.letters().keys()]") if f"{how} {kind}" not in known}
        if fresh:
            look(how, COLOURS, "letters", fresh)
        known.update(f"{how} {kind}" for kind in fresh)

    page.set_viewport_size(PHONE)
    page.goto(address + seen.path)
    page.evaluate(OPEN_ALL)
    page.evaluate(KINDS)
    fresh = set(page.evaluate("[...kinds.elements().keys()]")) - known
    known |= fresh
    dark = page.evaluate(HAS_A_DARK_SCHEME)
    for size in (PHONE, DESK):
        width = f"{size['width']} px"
        page.set_viewport_size(size)
        seen.lost += [f"scrolls sideways at {width}"] if page.evaluate(SIDEWAYS) else []
        page.evaluate(TO_THE_END)
        if fresh:
            look(width, BUT_COLOURS, these=fresh if size is DESK else None)
        for scheme in ("light", "dark") if dark else ("light",):
            page.emulate_media(color_scheme=scheme)
            read(f"{width}, {scheme}")
        page.emulate_media(color_scheme="light")
        page.evaluate("scrollTo(0, 0)")
    page.evaluate(LETTERS_TWICE_AS_LARGE)
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        seen.lost += [f"scrolls sideways with letters twice as large at {size['width']} px"] if page.evaluate(SIDEWAYS) else []
    seen.lost += [f"cut off with letters twice as large: {element}" for element in page.evaluate(CUT_OFF)]
    page.evaluate(LETTERS_WIDE_APART)
    seen.lost += ["scrolls sideways with letters wide apart"] if page.evaluate(SIDEWAYS) else []
    seen.lost += [f"cut off with letters wide apart: {element}" for element in page.evaluate(CUT_OFF)]
    seen.complaints += page.evaluate("stopped")
    seen.kept = [*page.context.cookies(), *page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")]
    seen.kept += page.evaluate("indexedDB.databases()")


def walk(page: Page, address: str, paths: list[str]) -> list[Visit]:
    """The pages, one after the other, on a page that nobody has used."""
    visits: list[Visit] = []
    known: set[str] = set()
    page.add_init_script(LISTEN)
    page.on("request", lambda request: visits[-1].asked.append(request.url))
    page.on("console", lambda said: said.type in ("error", "warning") and visits[-1].complaints.append(said.text))
    page.on("pageerror", lambda error: visits[-1].complaints.append(str(error)))
    for path in paths:
        visits.append(Visit(path))
        visit(page, address, visits[-1], known)
    return visits


# Where more than a few pages stand beside each other, made alike, the shortest and the longest of them are looked at; all of
# them where time is no matter, as in ``make browsers``.
FEW = 4


def shown(site: Path, files: list[Path], every: bool) -> list[Path]:
    """The files to look at, of those of the site in the order of their length."""
    groups: dict[tuple[str, ...], list[Path]] = {}
    for file in files:
        # Of the folders to a page the second is the name of a record or a word: the checklists of all guides are alike.
        folder, *more = file.relative_to(site).parts
        groups.setdefault((folder, *more[1:]), []).append(file)
    alike = [group for group in groups.values() if len(group) > FEW and not every]
    left_out = {file for group in alike for file in group[1:-3]}
    return [file for file in files if file not in left_out]


@pytest.fixture(scope="module")
def visits(site: Path, address: str, browser: Browser, request: pytest.FixtureRequest) -> list[Visit]:
    """Every kind of page, also the one for what is not found."""
    # The longest pages last: nothing in them is new to axe, which would take its time over them.
    files = sorted(site.rglob("*.html"), key=lambda file: (file.stat().st_size, file))
    files = shown(site, files, every=request.config.getoption("--engine") == "firefox")
    paths = [f"/{file.relative_to(site).as_posix().removesuffix('index.html')}" for file in files]
    # Without motion: a colour on its way from day to night is neither.
    with browser.new_context(reduced_motion="reduce") as context:
        return walk(context.new_page(), address, paths)


def told(visits: list[Visit], aspect: Callable[[Visit], list[object]]) -> dict[str, list[object]]:
    """The pages where there is something to tell of."""
    return {seen.path: found for seen in visits if (found := aspect(seen))}


def test_axe_finds_nothing_by_day_or_night_on_a_phone_or_at_a_desk(visits: list[Visit]) -> None:
    assert told(visits, lambda seen: [*seen.found]) == {}


def test_nothing_is_lost_at_400_percent_or_with_letters_twice_as_large_or_wide_apart(visits: list[Visit]) -> None:
    assert told(visits, lambda seen: [*seen.lost]) == {}


def test_no_page_asks_another_host(visits: list[Visit], address: str) -> None:
    assert told(visits, lambda seen: [url for url in seen.asked if not url.startswith((address, "data:", "blob:"))]) == {}


def test_no_page_keeps_anything(visits: list[Visit]) -> None:
    assert told(visits, lambda seen: seen.kept) == {}


def test_the_policy_stops_nothing_and_no_browser_complains(visits: list[Visit]) -> None:
    assert told(visits, lambda seen: [*seen.complaints]) == {}
