"""What a practitioner does on a phone and at a desk."""

from playwright.sync_api import Browser, Page

from idekatalog.files.load import load
from places import ROOT

# As the record has it.
FIRST_STEP = next(record for record in load(ROOT).interventions if record.id == "beboermoede").steps[0].action


def test_from_the_front_page_to_a_checklist_in_two_clicks(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("main").get_by_role("link", name="Opgangsmøder", exact=True).click()
    page.get_by_role("main").get_by_role("link", name="Tjekliste").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Opgangsmøder"


def test_a_checklist_is_ticked_by_keyboard_and_every_box_has_its_step_as_name(page: Page, address: str) -> None:
    page.goto(f"{address}/indsatser/beboermoede/tjekliste/")
    box = page.get_by_role("checkbox", name=FIRST_STEP)
    box.focus()
    page.keyboard.press("Space")
    assert box.is_checked()
    page.get_by_role("button", name="Udfyld").click()
    names = page.eval_on_selector_all(
        "input", "boxes => boxes.map(box => (box.labels[0]?.innerText || box.ariaLabel || '').trim())"
    )
    assert all(names)


def test_without_javascript_a_guide_a_list_and_a_sheet_are_read_and_printed(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as plain:
        page = plain.new_page()
        page.goto(f"{address}/indsatser/beboermoede/")
        for heading in ("Kort fortalt", "Sådan gør I", "Gode råd", "Prøvet her", "Skabeloner", "Læs også", "Vil I vide mere?"):
            assert page.get_by_role("heading", name=heading, level=2).is_visible()
        assert page.get_by_text(FIRST_STEP).first.is_visible()
        page.get_by_text("Hvorfor", exact=True).click()
        assert page.locator("#hvorfor").is_visible()
        assert page.pdf()
        page.goto(f"{address}/indsatser/")
        for record in load(ROOT).interventions:
            assert page.get_by_role("link", name=record.title, exact=True).is_visible()
        page.goto(f"{address}/indsatser/beboermoede/tjekliste/")
        assert page.get_by_role("checkbox", name=FIRST_STEP).is_visible()
        assert page.pdf()
