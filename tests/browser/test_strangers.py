"""What strangers send: files, addresses, and what lies on the device. Nothing runs, nothing is taken, and no page dies of it."""

import copy
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

URL = "/indsatser/beboermoede/tjekliste/"
POINT = "0123abcd"
PLAN = {
    "id": "1-2-3",
    "post": "beboermoede",
    "felter": {
        f"{POINT}/gjort": {"vaerdi": True, "tid": 1},
        f"{POINT}/hvornaar": {"vaerdi": "2026-05-01", "tid": 1},
        f"{POINT}/note": {"vaerdi": "Husk kaffe", "tid": 1},
        "hoved/navn": {"vaerdi": "Grantoften", "tid": 1},
    },
    "kendt": {"tekst": {POINT: "Bestil et lokale"}, "udgaaet": {}, "tid": 0},
}
LONG = "x" * 501


def changed(path: str, value: object) -> dict[str, Any]:
    """The plan with one thing in it put to something else; a name in front of "=" is put in."""
    plan = copy.deepcopy(PLAN)
    *steps, last = path.split(".")
    place: Any = plan
    for step in steps:
        place = place[step]
    place[last] = value
    return plan


# Where it is changed, to what, and what is said of it.
BAD = [
    ("id", ["1-2-3"], "nummer"),
    ("id", 1, "nummer"),
    ("id", {"toString": 1}, "nummer"),
    ("id", "1" * 41, "nummer"),
    ("post", {"toString": 1}, "hvilken tjekliste"),
    ("post", "Ring til 12345678", "hvilken tjekliste"),
    ("mere", 1, "mangler eller er forkert"),
    ("felter", [], "felterne mangler"),
    ("felter.constructor", {"vaerdi": "x", "tid": 1}, "ingen tjekliste har"),
    ("felter.__proto__", {"vaerdi": "x", "tid": 1}, "ingen tjekliste har"),
    (f"felter.{POINT}/andet", {"vaerdi": "x", "tid": 1}, "ingen tjekliste har"),
    (f"felter.{POINT}/note", {"vaerdi": LONG, "tid": 1}, "mere end 500 tegn"),
    (f"felter.{POINT}/note", {"vaerdi": True, "tid": 1}, "ikke tekst"),
    (f"felter.{POINT}/note", {"vaerdi": "x", "tid": 1.5}, "et felt er forkert"),
    (f"felter.{POINT}/note", {"vaerdi": "x", "tid": 2**60}, "et felt er forkert"),
    (f"felter.{POINT}/note", {"vaerdi": "x", "tid": 1, "mere": 1}, "et felt er forkert"),
    (f"felter.{POINT}/note", None, "et felt er forkert"),
    (f"felter.{POINT}/gjort", {"vaerdi": "ja", "tid": 1}, "kryds"),
    (f"felter.{POINT}/hvornaar", {"vaerdi": True, "tid": 1}, "ikke tekst"),
    (f"felter.{POINT}/hvornaar", {"vaerdi": "abc", "tid": 1}, "dato"),
    (f"felter.{POINT}/hvornaar", {"vaerdi": "2026-02-30", "tid": 1}, "dato"),
    (f"felter.{POINT}/hvornaar", {"vaerdi": "2026-12-01\r\nATTACH:http://evil.example/x", "tid": 1}, "dato"),
    ("felter.hoved/dato", {"vaerdi": "i morgen", "tid": 1}, "dato"),
    ("felter", {f"{number:08x}/note": {"vaerdi": "x", "tid": 1} for number in range(1001)}, "for meget"),
    ("kendt.tekst", {"<b>": "x"}, "et punkt"),
    ("kendt.tekst", {POINT: 1}, "et punkt"),
    ("kendt.tekst", {f"{number:08x}": "x" for number in range(1001)}, "for meget"),
    ("kendt.udgaaet", [], "et punkt"),
    ("kendt.tid", -1, "mangler eller er forkert"),
]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def tab(context: BrowserContext, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a page, on which no script may fail; ``before`` runs before those of the page."""
    failed: list[str] = []

    def open(url: str = URL, before: str = "") -> Page:
        page = context.new_page()
        page.on("dialog", lambda dialog: dialog.accept())
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.add_init_script(before)
        page.goto(address + url)
        if url == URL:
            page.evaluate("() => { udfyld.click(); ark.querySelector('.farligt').open = true }")
            page.locator(".udfyldes").wait_for()
        return page

    yield open
    assert failed == []


def works(page: Page) -> None:
    """The checklist is alive: what is ticked is counted."""
    page.get_by_role("table", name="Før").get_by_role("checkbox").first.check()
    said(page, re.compile(r"^1 af \d+ trin er gjort\.$"))


def said(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.locator("#besked")).to_have_text(text)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def choose(page: Page, plan: object) -> None:
    content = json.dumps({"slags": "tjekliste-plan", "udgave": 1, "plan": plan}).encode()
    page.get_by_label("Åbn fil").set_input_files({"name": "fil.json", "mimeType": "application/json", "buffer": content})


def test_a_file_is_checked_to_the_last_field_and_refused_in_danish(tab: Callable[..., Page]) -> None:
    page = tab()
    choose(page, PLAN)
    said(page, "Åbnet fra fil: Grantoften.")
    for path, value, reason in BAD:
        page.evaluate("document.querySelector('#besked').textContent = ''")
        choose(page, changed(path, value))
        said(page, re.compile(rf"^Filen er beskadiget: .*{reason}.*\. Intet er ændret\.$"))
    press(page, "Gem på denne enhed")
    [stored] = page.evaluate("Object.values(localStorage).map(JSON.parse)")
    assert stored == PLAN
    assert page.evaluate("({}).vaerdi === undefined && Object.keys(Object.prototype).length === 0")


def test_what_is_right_alone_and_too_much_together_is_not_merged(tab: Callable[..., Page]) -> None:
    page = tab()
    for first, answer in ((0, "Åbnet fra fil: Liste uden navn."), (900, re.compile("for meget.* Intet er ændret"))):
        fields = {f"{number:08x}/note": {"vaerdi": "x", "tid": 1} for number in range(first, first + 900)}
        choose(page, {**PLAN, "felter": fields})
        said(page, answer)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "null",
        "[]",
        '{"id": "1-2-3", "post": "beboermo',
        '{"id": "1-2-3", "post": "beboermoede"}',
        json.dumps(changed(f"felter.{POINT}/hvornaar", {"vaerdi": "2026-12-01\r\nX:1", "tid": 1})),
        json.dumps(changed("kendt.tekst", {POINT: {"toString": 1}})),
        json.dumps({**PLAN, "id": "9"}),
    ],
    ids=["empty", "null", "list", "cut off", "other version", "line break", "object for text", "under another key"],
)
def test_what_lies_on_the_device_is_read_like_a_strangers_file(tab: Callable[..., Page], value: str) -> None:
    place = "tjekliste:beboermoede:1-2-3"
    # The empty page before the first one has no storage in Firefox.
    page = tab(before=f"if (origin !== 'null') localStorage.setItem({json.dumps(place)}, {json.dumps(value)})")
    said(page, re.compile("^En liste på denne enhed kan ikke læses"))
    works(page)
    assert page.evaluate("place => localStorage.getItem(place)", place) == value
    press(page, "Gem på denne enhed")
    said(page, "Gemt på denne enhed.")
    press(page, "Slet alle lister på denne enhed")
    assert page.evaluate("localStorage.length") == 0


BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
THROWING = (
    "for (const name of ['getItem', 'setItem', 'removeItem', 'key']) Storage.prototype[name] = () => { throw new Error('no') }"
)
NULL = "Object.defineProperty(window, 'localStorage', {value: null})"


@pytest.mark.parametrize("storage", [BLOCKED, FULL, THROWING, NULL], ids=["blocked", "full", "throwing", "null"])
def test_where_nothing_can_be_stored_the_page_lives_and_says_so(tab: Callable[..., Page], storage: str) -> None:
    page = tab(before=storage)
    works(page)
    press(page, "Gem på denne enhed")
    said(page, re.compile("kunne ikke gemmes.*Gem som fil"))
    with page.expect_download():
        press(page, "Gem som fil")


@pytest.mark.parametrize("storage", [BLOCKED, NULL], ids=["blocked", "null"])
def test_what_cannot_be_deleted_is_not_said_to_be(tab: Callable[..., Page], storage: str) -> None:
    page = tab(before=storage)
    page.get_by_role("table", name="Før").get_by_label("Note").first.fill("Husk kaffe")
    press(page, "Slet alle lister på denne enhed")
    said(page, re.compile("^Der er ikke slettet noget"))
    expect(page.get_by_role("table", name="Før").get_by_label("Note").first).to_have_value("Husk kaffe")


def test_when_the_device_is_full_in_the_midst_every_change_says_so(tab: Callable[..., Page]) -> None:
    page = tab()
    press(page, "Gem på denne enhed")
    page.evaluate(f"() => {{ {FULL} }}")
    page.get_by_role("table", name="Før").get_by_role("checkbox").first.check()
    said(page, re.compile("kunne ikke gemmes"))
    choose(page, PLAN)
    said(page, "Åbnet fra fil: Grantoften.")


def test_without_crypto_the_page_lives_and_each_list_has_an_id_of_its_own(tab: Callable[..., Page]) -> None:
    page = tab(before="delete Window.prototype.crypto; delete window.crypto")
    assert page.evaluate("typeof crypto") == "undefined"
    for name in ("Grantoften", "Nygård"):
        press(page, "Ny liste")
        page.get_by_label("Navn på listen").fill(name)
        press(page, "Gem på denne enhed")
    assert page.evaluate("localStorage.length") == 2


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("Gem som fil", "URL.createObjectURL = () => { throw new Error('no') }"),
        ("Hent frister til kalenderen (.ics)", "URL.createObjectURL = () => { throw new Error('no') }"),
        ("Print tom liste", "print = () => { throw new Error('no') }"),
        ("Ny liste", "Math.random = () => { throw new Error('no') }"),
    ],
)
def test_a_button_says_what_it_could_not_do(tab: Callable[..., Page], name: str, broken: str) -> None:
    page = tab()
    page.get_by_label("Hvornår").first.fill("2026-05-01")
    page.evaluate(f"() => {{ {broken} }}")
    press(page, name)
    said(page, re.compile("kunne ikke|kan ikke"))


STRANGER = "Ring til 12345678 <img src=x onerror=alert(1)> " * 70


@pytest.mark.parametrize(
    "url",
    ["/soeg/?q={}&slags={}", "/find/?udfordringer={}&sammenlign={}", "/sammenlign/?sammenlign={}#{}",
     "/plan/?valg={}", "/indsatser/beboermoede/?valg={}#{}",
     URL + "?valg={}#{}", "/kort/?valg={}#{}", "/undervisning/film-mit-moede-med-aydin-soei/dias/?x={}#{}"],
)  # fmt: skip
def test_an_address_is_no_place_to_write_on_the_page(tab: Callable[..., Page], url: str) -> None:
    page = tab(url.format(STRANGER, STRANGER))
    page.wait_for_load_state("networkidle")
    text = page.locator("body").inner_text()
    # The field of the search holds what is sought, and what is said of it repeats no more than its beginning.
    assert text.count("Ring til 12345678") <= (2 if "q=" in url else 0)
    assert page.locator("img[onerror], [role=alert]:visible").filter(has_text="Ring").count() == 0
    assert len(page.title()) < 200


def test_two_of_the_same_are_compared_once(tab: Callable[..., Page]) -> None:
    page = tab("/sammenlign/?sammenlign=beboermoede,beboermoede,feedback")
    expect(page.get_by_role("columnheader")).to_have_count(2)


def test_who_cannot_fetch_the_index_is_told(tab: Callable[..., Page], context: BrowserContext) -> None:
    context.route("**/indeks.json", lambda route: route.abort())
    page = tab("/soeg/?q=utryg")
    expect(page.locator("#soegestatus")).to_have_text(re.compile("^Søgningen kunne ikke hentes"))
    expect(page.get_by_role("status").filter(has_text="Søgningen kunne ikke hentes")).to_be_visible()
    context.unroute("**/indeks.json")
    page.locator("#soegeord").fill("utrygge")
    expect(page.locator("#soegeresultater > li").first).to_be_visible()


@pytest.mark.parametrize(("url", "data"), [("/find/", "find.json"), ("/plan/?valg=feedback", "feedback.json")])
def test_where_the_data_does_not_come_there_are_links(browser: Browser, address: str, url: str, data: str) -> None:
    def lost(route: Route) -> None:
        route.abort()

    page = browser.new_page()
    page.route(f"**/{data}", lost)
    page.goto(address + url)
    expect(page.get_by_role("main").get_by_role("checkbox")).to_have_count(0)
    expect(page.get_by_role("main").get_by_role("link").first).to_be_visible()
    page.close()
