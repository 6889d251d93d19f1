"""My plan: one action plan of the guides that the address names."""

import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from idekatalog.files.load import load
from idekatalog.records.practice import Practice, Presence
from papers import bare
from places import ROOT

CATALOGUE = load(ROOT).published()
CHOSEN = [record for record in CATALOGUE.practices if record.id in ("beboermoede", "feedback")]
URL = "/plan/?valg=beboermoede,feedback"


def test_what_is_put_in_the_plan_on_one_page_comes_along_to_the_next(page: Page, address: str) -> None:
    page.goto(f"{address}/indsatser/beboermoede/", wait_until="networkidle")
    page.get_by_role("link", name="Læg i min plan").click()
    expect(page).to_have_url(f"{address}/indsatser/beboermoede/?valg=beboermoede")
    expect(page.get_by_role("link", name="Se min plan")).to_be_focused()
    expect(page.locator("#sagt")).to_have_text("Lagt i min plan. Der er 1 guide i den.")
    page.get_by_role("navigation", name="Du er her").get_by_role("link", name="Indsatser").click()
    # The way of a link is another one once the script is there.
    expect(page.get_by_role("link", name="Min plan 1 guide")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Feedback", exact=True).click()
    page.get_by_role("link", name="Læg i min plan").click()
    expect(page.get_by_role("link", name="Min plan 2 guider")).to_be_visible()
    page.get_by_role("link", name="Tjekliste", exact=True).click()
    crumb = page.get_by_role("navigation", name="Du er her").get_by_role("link", name="Feedback")
    expect(crumb).to_have_attribute("href", re.compile("valg="))
    crumb.click()
    expect(page.get_by_role("link", name="Min plan 2 guider")).to_be_visible()
    page.get_by_role("combobox", name="Søg").fill("skattejagt")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/soeg/\?"))
    expect(page.get_by_role("link", name="Min plan 2 guider")).to_be_visible()
    page.get_by_role("link", name="Læg i min plan: Skattejagt").click()
    expect(page).to_have_url(f"{address}/soeg/?valg=beboermoede,feedback,skattejagt&q=skattejagt")
    page.get_by_role("link", name="Min plan 3 guider").click()
    expect(page).to_have_url(f"{address}/plan/?valg=beboermoede,feedback,skattejagt")
    page.get_by_role("navigation", name="Hovedmenu").get_by_role("link", name="Find", exact=True).click()
    page.get_by_role("checkbox", name="Beboere er utrygge").check()
    page.locator(".find-svar").get_by_role("link", name="Læg i min plan").first.click()
    expect(page.get_by_role("link", name="Min plan 4 guider")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/find/\?valg=beboermoede,feedback,skattejagt,[a-z-]+&udfordringer=utryghed"))
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert page.context.cookies() == []


@pytest.mark.parametrize(
    ("path", "put"),
    [
        ("indsatser/beboermoede", "beboermoede"),
        ("metoder/kortlaegning-beboere", "kortlaegning-beboere"),
        (
            "roller/lokalpoliti",
            ",".join(record.id for record in CATALOGUE.practices if "lokalpoliti" in {r.role for r in record.roles}),
        ),
    ],
)
def test_a_guide_and_a_role_have_the_way_into_the_plan(browser: Browser, address: str, path: str, put: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}/{path}/")
    page.get_by_role("main").get_by_role("link", name="Læg i min plan").first.click()
    expect(page).to_have_url(f"{address}/plan/?valg={put}")
    page.close()


def test_who_makes_no_plan_fetches_nothing_for_it(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/indsatser/skattejagt/", wait_until="networkidle")
    assert not [url for url in asked if "/plan/" in url]
    assert len([url for url in asked if not url.endswith((".svg", ".png"))]) <= 16


def test_what_is_chosen_stands_in_the_address_and_a_colleague_sees_the_same(browser: Browser, page: Page, address: str) -> None:
    page.goto(f"{address}/plan/")
    for record in CHOSEN:
        page.locator("fieldset").get_by_label(record.title, exact=True).check()
    expect(page).to_have_url(address + URL)
    expect(page.locator("#besked")).to_have_text("2 guider i planen.")
    colleague = browser.new_context()
    other = colleague.new_page()
    other.goto(page.url)
    expect(other.locator("#samlet table")).to_have_count(5)
    assert other.locator("#samlet").inner_text() == page.locator("#samlet").inner_text()
    assert other.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert colleague.cookies() == []
    colleague.close()
    page.get_by_role("button", name=f"Fjern {CHOSEN[0].title}").click()
    expect(page).to_have_url(f"{address}/plan/?valg={CHOSEN[1].id}")
    page.go_back()
    expect(page.locator("fieldset").get_by_label(CHOSEN[0].title, exact=True)).to_be_checked()


def expected(record: Practice) -> list[str]:
    return [
        record.title,
        *(step.action for step in record.steps),
        *(f"{'' if role.presence is Presence.ALWAYS else f'({role.presence.value}) '}{role.task}" for role in record.roles),
        *(item.text for item in (*record.materials, *record.care)),
        *(CATALOGUE.vocabulary.label("udfordringer", challenge) for challenge in record.challenges),
    ]


def test_on_paper_every_step_role_and_coupling_is_there_and_no_controls(page: Page, address: str) -> None:
    page.goto(address + URL, wait_until="networkidle")
    text = bare("".join(leaf.extract_text() for leaf in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages))
    for record in CHOSEN:
        for line in expected(record):
            assert bare(line) in text, line
    assert "Udfyld" not in text
    assert bare(page.url) in text
    assert bare("Fra Inspiration til det forebyggende arbejde i boligområder. Tekst: CC BY 4.0.") in text
    assert bare(f"version {CHOSEN[0].version}, gennemgået {CHOSEN[0].reviewed.day}.") in text


def test_steps_are_merged_by_phase_and_say_whose_they_are(page: Page, address: str) -> None:
    page.goto(address + URL, wait_until="networkidle")
    before = page.get_by_role("table", name="Før")
    for record in CHOSEN:
        for step in (step for step in record.steps if step.phase.value == "foer"):
            row = before.get_by_role("row", name=step.action)
            occasion = step.occasion.word if step.occasion else ""
            note = ("hvis I vil" if step.skippable else "", occasion)
            expect(row).to_contain_text(" · ".join(filter(None, note)))
            expect(row.locator(".heard")).to_have_text(f"{record.title}: ")
            if step.on_paper:
                expect(row).to_contain_text(step.on_paper)


def test_an_unknown_id_is_told_and_not_repeated(page: Page, address: str) -> None:
    stranger = "Ring straks til 12345678 <b>x</b>" * 100
    page.goto(f"{address}/plan/?valg=feedback,{stranger},beboermoede&andet={stranger}", wait_until="networkidle")
    expect(page.get_by_role("alert")).to_have_text("Adressen nævner en guide, der ikke er i kataloget. Den er ikke med i planen.")
    expect(page.locator("#samlet table")).to_have_count(5)
    expect(page.locator(".place")).to_have_text(f"{address}/plan/?valg=feedback,beboermoede")
    links = page.locator("a").evaluate_all("links => links.map(link => link.href)")
    assert "Ring" not in page.locator("body").inner_text() + str(links)


def test_without_a_script_the_page_leads_to_every_checklist(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + URL)
    expect(page.get_by_text("Planen kan kun samles med JavaScript.")).to_be_visible()
    links = [link.get_attribute("href") or "" for link in page.get_by_role("link", name=re.compile("^Tjekliste")).all()]
    assert len(links) == len(CATALOGUE.practices)
    for link in links:
        assert page.request.get(f"{address}/plan/{link}").ok
    context.close()


def test_on_a_phone_nothing_sticks_out(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 740})
    page.goto(address + URL, wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_who_and_when_are_written_saved_and_in_one_calendar(browser: Browser, address: str, tmp_path: Path) -> None:
    context = browser.new_context(locale="da-DK")
    page = context.new_page()
    page.goto(address + URL)
    press(page, "Udfyld")
    page.get_by_label("Navn på listen").fill("Grantoften, forår")
    days = page.get_by_label("Hvornår")
    for record in CHOSEN:
        row = page.get_by_role("row").filter(has=page.get_by_text(record.steps[0].action, exact=True))
        row.get_by_label("Hvem").fill("Mona")
        row.get_by_label("Hvornår").fill("10/12-2026")
    assert days.count() > len(CHOSEN)
    assert page.evaluate("localStorage.length") == 0
    press(page, "Gem på denne enhed")
    with page.expect_download() as download:
        press(page, "Hent frister til kalenderen (.ics)")
    assert download.value.suggested_filename == "handleplan-grantoften-forår.ics"
    file = tmp_path / "frister.ics"
    download.value.save_as(file)
    text = file.read_bytes().decode().replace("\r\n ", "")
    assert text.count("DTSTART;VALUE=DATE:20261210") == len(CHOSEN)
    for record in CHOSEN:
        assert f"DESCRIPTION:{record.title}: Grantoften\\, forår\\nHvem: Mona" in text
    # Without a link, the plan is there again; with one to another, it is that one.
    page.goto(f"{address}/plan/")
    expect(page).to_have_url(address + URL)
    expect(page.locator("td .skrevet", has_text="Mona").first).to_be_visible()
    page.goto(f"{address}/plan/?valg={CHOSEN[1].id}")
    expect(page.locator("td .skrevet", has_text="Mona")).to_have_count(0)
    press(page, "Udfyld")
    page.get_by_role("combobox", name="Jeres liste").select_option("Grantoften, forår")
    expect(page).to_have_url(address + URL)
    expect(page.get_by_label("Hvem").first).to_be_visible()
    context.close()


def test_what_is_written_of_a_guide_stays_while_it_is_out_of_the_plan(page: Page, address: str) -> None:
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(address + URL)
    step = CHOSEN[0].steps[0].action
    page.get_by_role("button", name=f"Skriv til: {step}").click()
    page.get_by_role("row").filter(has=page.get_by_text(step, exact=True)).get_by_label("Hvem").fill("Mona")
    page.get_by_role("button", name=f"Fjern {CHOSEN[0].title}").click()
    expect(page.locator("#udgaaet")).to_contain_text(f"{step} (Mona)")
    expect(page.locator("#aendret")).to_be_hidden()
    page.get_by_text("Vælg guider", exact=True).click()
    page.locator("fieldset").get_by_label(CHOSEN[0].title, exact=True).check()
    expect(page.locator("td .skrevet", has_text="Mona")).to_be_visible()
    expect(page.locator("#udgaaet")).to_be_hidden()
