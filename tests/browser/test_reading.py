"""What a practitioner does on a phone and at a desk."""

import pytest
from playwright.sync_api import Page

PAGES = [
    "/",
    "/indsatser/",
    "/indsatser/beboermoede/",
    "/indsatser/beboermoede/tjekliste/",
    "/temaer/",
    "/maalgrupper/",
    "/roller/",
    "/om/",
]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_page_scrolls_sideways(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("path", PAGES)
def test_no_page_calls_another_host_or_stores_anything(page: Page, address: str, path: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(address + path, wait_until="networkidle")
    assert all(url.startswith((address, "data:", "blob:")) for url in requests)
    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_from_the_front_page_to_a_checklist_in_two_clicks(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("main").get_by_role("link", name="Se alle indsatser").click()
    page.get_by_role("link", name="Tjekliste: Opgangsmøder").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Opgangsmøder"


def test_a_checklist_is_ticked_by_keyboard_and_every_box_has_its_step_as_name(page: Page, address: str) -> None:
    page.goto(f"{address}/indsatser/beboermoede/tjekliste/")
    box = page.get_by_role("checkbox", name="Hold et formøde for fagfolkene")
    box.focus()
    page.keyboard.press("Space")
    assert box.is_checked()
    names = page.eval_on_selector_all("input", "boxes => boxes.map(box => (box.labels[0].innerText || box.ariaLabel).trim())")
    assert all(names)


def test_without_javascript_everything_can_be_read(page: Page, address: str) -> None:
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    plain = context.new_page()
    plain.goto(f"{address}/indsatser/beboermoede/")
    for heading in (
        "Kort fortalt",
        "Hvad det er",
        "Hvorfor",
        "Sådan gør I",
        "Gode råd",
        "Pas på",
        "Erfaringer",
        "Læs også",
        "Kilder",
    ):
        assert plain.get_by_role("heading", name=heading, level=2).is_visible()
    context.close()
