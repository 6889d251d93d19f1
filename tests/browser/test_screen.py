"""The checklist on the screen: what people write comes back tomorrow, on this device and nowhere else."""

import gzip
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Response, Route, expect
from pypdf import PdfReader

URL = "/indsatser/beboermoede/tjekliste/"
OTHER = "/indsatser/feedback/tjekliste/"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor of their own: tabs of one context share a device."""
    context = browser.new_context(locale="da-DK", viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def tab(context: BrowserContext, address: str) -> Callable[[str], Page]:
    def open(url: str = URL) -> Page:
        page = context.new_page()
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(address + url)
        unfold(page)
        return page

    return open


def unfold(page: Page) -> None:
    """Opens every field, and what can be done with the list: they are closed so that the steps come first."""
    page.get_by_role("button", name="Udfyld", exact=True).click()
    page.get_by_text("Slet lister", exact=True).click()


def steps(page: Page) -> list[str]:
    return page.eval_on_selector_all("tr[data-tekst]", "rows => rows.map(row => row.dataset.tekst)")


def field(page: Page, column: str, step: str) -> Locator:
    """The field in this column, in the row that the step names."""
    return page.get_by_role("row").filter(has=page.get_by_text(step, exact=True)).get_by_label(column, exact=True)


def type_in(field: Locator, text: str) -> None:
    """Key by key, and on to the next field: of what is put there at once, Firefox does not say that it has changed."""
    field.clear()
    field.press_sequentially(text)
    field.press("Tab")


def stored(page: Page) -> list[str]:
    return page.evaluate("Object.keys(localStorage)")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def said(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.locator("#besked")).to_have_text(text)


def begin(page: Page, name: str) -> str:
    """A plan with this name, and something written at its first step, saved; the step."""
    step = steps(page)[0]
    page.get_by_label("Navn på listen").fill(name)
    field(page, "Hvem", step).fill("Mona")
    press(page, "Gem på denne enhed")
    said(page, "Gemt på denne enhed.")
    return step


def test_nothing_is_stored_before_somebody_asks_and_slet_removes_it(tab: Callable[..., Page]) -> None:
    page = tab()
    step = steps(page)[0]
    field(page, "Note", step).fill("Bestil lokalet")
    page.get_by_role("checkbox", name=step).check()
    assert stored(page) == []
    press(page, "Gem på denne enhed")
    assert len(stored(page)) == 1
    field(page, "Hvem", step).fill("Mona")
    page.reload()
    unfold(page)
    expect(field(page, "Hvem", step)).to_have_value("Mona")
    expect(field(page, "Note", step)).to_have_value("Bestil lokalet")
    expect(page.get_by_role("checkbox", name=step)).to_be_checked()
    press(page, "Slet listen")
    assert stored(page) == []
    expect(field(page, "Hvem", step)).to_have_value("")
    assert page.context.cookies() == []


def test_plans_stand_side_by_side_and_all_can_be_deleted_at_once(tab: Callable[..., Page]) -> None:
    page = tab()
    step = begin(page, "Grantoften, forår")
    press(page, "Ny liste")
    expect(field(page, "Hvem", step)).to_have_value("")
    page.get_by_label("Navn på listen").fill("Nygårdsterrasserne")
    press(page, "Gem på denne enhed")
    page.get_by_role("combobox", name="Jeres liste").select_option("Grantoften, forår")
    expect(field(page, "Hvem", step)).to_have_value("Mona")
    begin(tab(OTHER), "En anden liste")
    # What one tab stores is there for another in a moment, and not at once.
    page.wait_for_function("localStorage.length === 3")
    press(page, "Slet alle lister på denne enhed")
    assert stored(page) == []


def test_two_tabs_do_not_overwrite_each_other(tab: Callable[..., Page]) -> None:
    first = tab()
    begin(first, "Grantoften")
    second = tab()
    one, other = steps(first)[:2]
    field(first, "Note", one).fill("fra den ene")
    field(second, "Note", other).fill("fra den anden")
    field(second, "Hvem", one).fill("Ali")
    for page in (first, second, tab()):
        expect(field(page, "Note", one)).to_have_value("fra den ene")
        expect(field(page, "Note", other)).to_have_value("fra den anden")
        expect(field(page, "Hvem", one)).to_have_value("Ali")


def test_what_one_tab_deletes_another_does_not_put_back(tab: Callable[..., Page]) -> None:
    first = tab()
    step = begin(first, "Grantoften")
    second = tab()
    press(first, "Slet listen")
    said(second, re.compile("slettet i en anden fane"))
    field(second, "Hvem", step).fill("Ali")
    assert stored(second) == []


def test_a_plan_is_saved_to_a_file_and_opened_on_another_device(
    tab: Callable[..., Page], browser: Browser, address: str, tmp_path: Path
) -> None:
    page = tab()
    step = begin(page, "Grantoften, forår")
    with page.expect_download() as download:
        press(page, "Gem som fil")
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert json.loads(file.read_text(encoding="utf-8"))["udgave"] == 1
    elsewhere = browser.new_context()
    other = elsewhere.new_page()
    other.goto(address + URL)
    unfold(other)
    other.get_by_label("Åbn fil").set_input_files(file)
    said(other, "Åbnet fra fil: Grantoften, forår.")
    expect(field(other, "Hvem", step)).to_have_value("Mona")
    assert stored(other) == []
    elsewhere.close()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\x00\xff ikke json", "beskadiget"),
        (b"", "beskadiget"),
        (b'{"slags": "noget andet"}', "ikke gemt fra en tjekliste"),
        (b'{"slags": "tjekliste-plan", "udgave": 2, "plan": {}}', "anden udgave"),
        (b'{"slags": "tjekliste-plan", "udgave": 1, "plan": {"post": "beboermoede", "felter": []}}', "mangler eller er forkert"),
        (b'{"slags": "tjekliste-plan", "udgave": 1, "plan": {}, "mere": 1}', "mangler eller er forkert"),
        (
            b'{"slags": "tjekliste-plan", "udgave": 1, "plan": {"id": "1", "post": "feedback", "felter": {},'
            b' "kendt": {"tekst": {}, "udgaaet": {}, "tid": 0}}}',
            "en anden tjekliste: feedback",
        ),
        (b" " * 1_000_001, "for stor"),
    ],
)
def test_a_damaged_or_foreign_file_is_refused_and_changes_nothing(tab: Callable[..., Page], content: bytes, reason: str) -> None:
    page = tab()
    step = begin(page, "Grantoften")
    before = page.evaluate("JSON.stringify(localStorage)")
    page.get_by_label("Åbn fil").set_input_files({"name": "fil.json", "mimeType": "application/json", "buffer": content})
    said(page, re.compile(f"{reason}.* Intet er ændret"))
    assert page.evaluate("JSON.stringify(localStorage)") == before
    expect(field(page, "Hvem", step)).to_have_value("Mona")


def test_what_people_write_is_text_and_never_markup(tab: Callable[..., Page]) -> None:
    page = tab()
    page.get_by_label("Navn på listen").fill("<img src=x onerror=alert(1)>")
    page.get_by_label("Note").first.fill("<b>fed</b>")
    press(page, "Gem på denne enhed")
    assert page.locator("main img, main b").count() == 0


def test_when_the_record_changes_the_plan_says_so_and_keeps_what_was_written(tab: Callable[..., Page]) -> None:
    page = tab()
    gone, kept = steps(page)[:2]
    field(page, "Hvem", kept).fill("Ali")
    begin(page, "Grantoften")

    def next_year(route: Route) -> None:
        text = route.fetch().text()
        row = re.search(rf'<tr data-punkt="\w+" data-tekst="{re.escape(gone)}">.*?</tr>', text, re.DOTALL)
        assert row is not None
        new = re.sub(r'(data-punkt="|trin-)\w+"', r'\g<1>0000abcd"', row[0]).replace(gone, "Ring til naboerne")
        route.fulfill(body=text.replace(row[0], new), content_type="text/html; charset=utf-8")

    page.route(f"**{URL}", next_year)
    page.reload()
    changes = page.locator("#aendret")
    expect(changes).to_contain_text("Nyt: Ring til naboerne")
    expect(changes).to_contain_text(f"Udgået: {gone}")
    expect(page.locator("#udgaaet")).to_contain_text(f"{gone} (Mona)")
    expect(field(page, "Hvem", "Ring til naboerne")).to_have_value("")
    expect(field(page, "Hvem", kept)).to_have_value("Ali")
    press(page, "Vi har set ændringerne")
    page.reload()
    expect(changes).to_be_hidden()
    expect(page.locator("#udgaaet")).to_contain_text(f"{gone} (Mona)")


def test_deadlines_come_as_a_calendar_that_keeps_the_standard(tab: Callable[..., Page], tmp_path: Path) -> None:
    page = tab()
    step = steps(page)[0]
    press(page, "Hent frister til kalenderen (.ics)")
    said(page, re.compile("Skriv en dato"))
    day = field(page, "Hvornår", step)
    type_in(day, "1. maj 2026")
    expect(day).to_have_value("1.5.2026")
    field(page, "Note", step).fill("Æbler, pærer; og \\ streg\nnæste linje " + "ø" * 100)
    with page.expect_download() as download:
        press(page, "Hent frister til kalenderen (.ics)")
    assert download.value.suggested_filename == "tjekliste-beboermoede.ics"
    file = tmp_path / "frister.ics"
    download.value.save_as(file)
    raw = file.read_bytes()
    lines = raw.split(b"\r\n")
    assert lines.pop() == b""
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert all(len(line) <= 75 and line.decode() for line in lines)
    text = raw.decode().replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20260501\r\n" in text
    assert "Note: Æbler\\, pærer\\; og \\\\ streg\\nnæste linje " + "ø" * 100 + "\r\n" in text
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == text.count("UID:") == text.count("DTSTAMP:") == 1


def printed(page: Page) -> str:
    leaves = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    return re.sub(r"\s+", "", "".join(leaf.extract_text() for leaf in leaves))


def test_the_sheet_is_printed_with_or_without_what_was_written(tab: Callable[..., Page]) -> None:
    page = tab()
    begin(page, "Grantoften, forår")
    page.get_by_label("Note").first.fill("En lang note, der skal stå helt på papiret, " * 5)
    assert "Mona" in printed(page)
    assert printed(page).count("derskalståheltpåpapiret") == 5
    assert "Grantoften" in printed(page)
    # A browser under test opens no print dialog: what the button leaves for it to print is looked at instead.
    page.evaluate("window.print = () => {}")
    press(page, "Print tom liste")
    blank = printed(page)
    assert not any(word in blank for word in ("Mona", "Grantoften", "Gempådenneenhed"))


def test_by_keyboard_every_control_is_reached_and_says_column_and_row(tab: Callable[..., Page]) -> None:
    page = tab()
    names = page.locator("main").aria_snapshot()
    for step in steps(page):
        for label in ("Hvem", "Hvornår", "Note"):
            expect(field(page, label, step)).to_have_accessible_description(step)
        # Said once, as the name of the row, and not again with each of its fields.
        assert len(re.findall(rf"""^ *- '?checkbox ".*{re.escape(step)}""", names, re.MULTILINE)) == 1
        assert not re.search(rf"""^ *- '?textbox ".*{re.escape(step)}""", names, re.MULTILINE)
    page.get_by_label("Navn på listen").focus()
    page.keyboard.type("Grantoften")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Gem på denne enhed")).to_be_focused()
    page.keyboard.press("Enter")
    said(page, "Gemt på denne enhed.")
    expect(page.get_by_role("combobox", name="Jeres liste")).to_be_focused()
    first = page.locator("tr input[type=checkbox]").first
    first.focus()
    page.keyboard.press("Space")
    said(page, f"1 af {len(steps(page))} trin er gjort.")


PHONE = {"width": 390, "height": 844}


def test_on_a_phone_a_step_is_a_tick_and_a_text_and_its_fields_are_a_tap_away(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
    page.goto(address + URL)
    step = steps(page)[0]
    box = page.get_by_text(step, exact=True).bounding_box()
    assert box is not None
    assert box["y"] < 600
    assert page.evaluate("document.documentElement.scrollHeight") <= 2500
    expect(page.get_by_role("button", name="Print", exact=True)).to_be_in_viewport(ratio=1)
    expect(page.get_by_label("Note").first).to_be_hidden()
    page.get_by_role("button", name=f"Skriv til: {step}").click()
    expect(field(page, "Hvem", step)).to_be_focused()
    field(page, "Note", step).fill("Bestil lokalet")
    page.get_by_role("button", name=f"Skriv til: {step}").click()
    # Folded again, it says what is written.
    expect(field(page, "Note", step)).to_be_hidden()
    expect(page.locator("td .skrevet", has_text="Bestil lokalet")).to_be_visible()
    page.close()


def test_what_would_be_lost_says_so_until_it_is_saved(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
    page.goto(address + URL)
    expect(page.get_by_role("button", name="Gem på denne enhed")).to_be_hidden()
    page.get_by_role("checkbox", name=steps(page)[0]).check()
    expect(page.get_by_text("Ikke gemt. Det forsvinder, når I lukker siden.")).to_be_in_viewport(ratio=1)
    press(page, "Gem på denne enhed")
    expect(page.get_by_text("Liste uden navn er gemt på denne enhed.")).to_be_visible()
    page.close()


def test_everything_one_touches_on_a_phone_is_large_enough(tab: Callable[..., Page]) -> None:
    page = tab()
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    small = """[...document.querySelectorAll("#ark :is(button, select, summary, .felt, label:has(input))")]
      .filter(element => element.checkVisibility() && element.getBoundingClientRect().height < 40).map(element => element.outerHTML)"""
    assert page.evaluate(small) == []


def test_a_day_that_is_none_is_told_and_stays_on_the_paper(tab: Callable[..., Page]) -> None:
    page = tab()
    day = field(page, "Hvornår", steps(page)[0])
    type_in(day, "medio maj")
    said(page, re.compile("Skriv dagen som 10/12 eller 10.12.2026"))
    expect(day).to_have_attribute("aria-invalid", "true")
    assert "mediomaj" in printed(page)
    type_in(day, "10/12-2026")
    expect(day).to_have_value("10.12.2026")
    said(page, re.compile("torsdag.*10. december 2026"))
    assert day.get_attribute("aria-invalid") is None


def test_the_next_step_is_written_saved_and_printed_and_a_file_without_it_still_opens(tab: Callable[..., Page]) -> None:
    page = tab()
    page.get_by_label("Hvem gør hvad, og hvornår?").fill("Vi mødes igen,\nog Mona ringer")
    press(page, "Gem på denne enhed")
    page.reload()
    expect(page.get_by_label("Hvem gør hvad, og hvornår?")).to_have_value("Vi mødes igen,\nog Mona ringer")
    assert "Vimødesigen,ogMonaringer" in printed(page)
    unfold(page)
    old = {"id": "1", "post": "beboermoede", "felter": {}, "kendt": {"tekst": {}, "udgaaet": {}, "tid": 0}}
    file = json.dumps({"slags": "tjekliste-plan", "udgave": 1, "plan": old}).encode()
    page.get_by_label("Åbn fil").set_input_files({"name": "fil.json", "mimeType": "application/json", "buffer": file})
    said(page, re.compile("Åbnet fra fil"))
    expect(page.get_by_label("Hvem gør hvad, og hvornår?")).to_have_value("")


@pytest.mark.parametrize("width", [320, 360])
def test_on_a_phone_every_field_is_there_and_nothing_sticks_out(tab: Callable[..., Page], width: int) -> None:
    page = tab()
    page.set_viewport_size({"width": width, "height": 740})
    for fold in page.locator("button.fold").all():
        fold.click()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    for field in page.locator(".felt").all():
        expect(field).to_be_visible()


@pytest.mark.parametrize(
    ("url", "most"),
    [
        (URL, 46_000),
        # With two guides, and without their drawings.
        ("/plan/?valg=beboermoede,feedback", 54_000),
        ("/skabeloner/ruteark-tryghedsvandring/", 40_000),
    ],
)
def test_what_a_sheet_weighs_for_somebody_who_has_never_been_here(page: Page, address: str, url: str, most: int) -> None:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(address + url, wait_until="networkidle")
    bodies = {answer.url: answer.body() for answer in answers}
    weights = [
        len(body if url.endswith(".woff2") else gzip.compress(body)) for url, body in bodies.items() if not url.endswith(".svg")
    ]
    assert 20_000 < sum(weights) <= most


def test_without_a_script_there_are_no_controls(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + URL)
    expect(page.locator("#panel")).to_be_hidden()
    assert page.locator("table .felt").count() == 0
    context.close()


def strict(route: Route) -> None:
    answer = route.fetch()
    policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'"
    route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})


@pytest.mark.parametrize("url", [URL, "/plan/?valg=beboermoede,feedback"])
def test_a_strict_policy_leaves_the_pages_whole(page: Page, address: str, url: str) -> None:
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.route(f"{address}{url}", strict)
    page.add_init_script(
        "window.refused = []; addEventListener('securitypolicyviolation', event => refused.push(event.blockedURI))"
    )
    page.goto(address + url, wait_until="networkidle")
    expect(page.get_by_role("button", name="Udfyld", exact=True)).to_be_visible()
    if url == URL:
        unfold(page)
        with page.expect_download():
            press(page, "Gem som fil")
    assert [blocked for blocked in page.evaluate("refused") if not blocked.endswith("favicon.ico")] == []
    assert failed == []


def test_on_a_phone_one_row_is_opened_at_a_time(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(address + URL)
    page.get_by_role("button", name="Udfyld", exact=True).click()
    expect(page.get_by_label("Navn på listen")).to_be_visible()
    fields = page.locator("tr[data-tekst]").get_by_label("Hvem", exact=True)
    assert not any(one.is_visible() for one in fields.all())
    page.get_by_role("button", name=f"Skriv til: {steps(page)[1]}", exact=True).click()
    expect(field(page, "Hvem", steps(page)[1])).to_be_focused()
    page.keyboard.type("Ane")
    page.get_by_role("button", name=f"Skriv til: {steps(page)[1]}", exact=True).click()
    # What is written is read where the row is folded.
    assert [one.is_visible() for one in fields.all()].count(True) == 0
    expect(page.locator("tr[data-tekst]").nth(1).get_by_text("Ane", exact=True)).to_be_visible()
    page.close()
