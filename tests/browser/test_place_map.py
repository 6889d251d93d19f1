"""What people do with the map: by mouse, by keyboard, on a phone, on paper, and without a script."""

import io
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from pypdf import PdfReader


@pytest.fixture
def map_page(page: Page, address: str) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}/kort/")
    return page


@pytest.fixture
def plain(browser: Browser, address: str) -> Iterator[Page]:
    """The page where no script runs."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/kort/")
    yield page
    context.close()


def rows(page: Page) -> list[dict[str, str]]:
    return page.eval_on_selector_all(
        "#kort-tabel tr[data-category]",
        """rows => rows.filter(row => !row.hidden).map(row => ({
            label: row.dataset.label, category: row.dataset.category,
            name: row.querySelector('.kort-navn').innerText, said: row.querySelector('.kort-sagt').innerText,
        }))""",
    )


def symbols(page: Page) -> list[str]:
    return page.eval_on_selector_all(
        ".kort-knap", "all => all.filter(one => one.checkVisibility()).map(one => one.getAttribute('aria-label'))"
    )


def test_every_row_has_its_symbol_and_every_symbol_says_what_the_row_says(map_page: Page) -> None:
    assert symbols(map_page) == [row["label"] for row in rows(map_page)]
    for row in rows(map_page):
        map_page.get_by_role("button", name=row["label"], exact=True).click()
        words = map_page.get_by_role("dialog", name=row["label"], exact=True)
        expect(words).to_contain_text(row["said"])
        words.get_by_role("button", name="Luk").click()
        expect(map_page.locator(".kort-ord")).to_have_count(0)


def test_by_keyboard_a_place_is_opened_read_and_closed(map_page: Page) -> None:
    first, second = rows(map_page)[:2]
    map_page.get_by_role("region", name="Kort over").focus()
    for _ in range(10):
        map_page.keyboard.press("Tab")
        if map_page.evaluate("document.activeElement.classList.contains('kort-knap')"):
            break
    for key, row in (("Enter", first), ("Space", second)):
        expect(map_page.get_by_role("button", name=row["label"], exact=True)).to_be_focused()
        map_page.keyboard.press(key)
        expect(map_page.get_by_role("dialog", name=row["label"], exact=True)).to_be_focused()
        map_page.keyboard.press("Escape")
        expect(map_page.locator(".kort-ord")).to_have_count(0)
        expect(map_page.get_by_role("button", name=row["label"], exact=True)).to_be_focused()
        map_page.keyboard.press("Tab")


def test_a_category_chosen_is_what_map_and_table_show_and_the_count_is_announced(map_page: Page) -> None:
    everything = rows(map_page)
    boxes = map_page.locator(".kort-filter label")
    for box in boxes.all():
        said = re.search(r"\((\d+)\)", box.inner_text())
        assert said is not None
        value = box.locator("input").get_attribute("value")
        box.locator("input").check()
        shown = [row["label"] for row in everything if row["category"] == value]
        assert len(shown) == int(said[1])
        assert [row["label"] for row in rows(map_page)] == symbols(map_page) == shown
        expect(map_page.get_by_role("main").get_by_role("status")).to_have_text(
            f"Viser {len(shown)} af {len(everything)} steder."
        )
        box.locator("input").uncheck()
    expect(map_page.get_by_role("main").get_by_role("status")).to_have_text(f"Viser alle {len(everything)} steder.")
    assert rows(map_page) == everything


def test_an_open_place_that_is_filtered_away_is_closed(map_page: Page) -> None:
    first, *_, last = rows(map_page)
    map_page.get_by_role("button", name=first["label"], exact=True).click()
    map_page.locator(f".kort-filter input[value={last['category']}]").check()
    expect(map_page.locator(".kort-ord")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_symbols_can_be_hit_by_a_finger_and_words_stay_on_the_map(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}/kort/")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    for symbol in page.locator(".kort-knap").all():
        size = symbol.bounding_box()
        assert size is not None
        assert min(size["width"], size["height"]) >= 24
    inside = """() => {
        const map = document.querySelector('.kort-levende').getBoundingClientRect()
        const words = document.querySelector('.kort-ord').getBoundingClientRect()
        return words.left >= map.left && words.right <= map.right && words.top >= map.top && words.bottom <= map.bottom
    }"""
    for row in rows(page):
        page.get_by_role("button", name=row["label"], exact=True).press("Enter")
        page.wait_for_function(inside)
        page.keyboard.press("Escape")


def test_without_a_script_there_is_a_plan_whose_symbols_lead_to_the_table(plain: Page) -> None:
    expect(plain.locator(".kort-filter")).to_be_hidden()
    expect(plain.locator(".kort-levende")).to_be_hidden()
    links = plain.locator(".kort-plan a")
    assert links.count() == plain.locator("#kort-tabel tr[data-category]").count() > 0
    for link in links.all():
        target = link.get_attribute("href") or ""
        assert plain.locator(f"#kort-tabel {target}").get_attribute("data-label") == link.get_attribute("aria-label")
    links.first.click()
    assert "#sted-" in plain.url


def test_on_paper_there_are_plan_legend_and_table_and_no_controls(map_page: Page) -> None:
    expected = rows(map_page)
    paper = PdfReader(io.BytesIO(map_page.pdf(format="A4")))
    text = re.sub(r"\s+", "", "".join(leaf.extract_text() for leaf in paper.pages))
    for row in expected:
        assert re.sub(r"\s+", "", row["said"]) in text
    map_page.emulate_media(media="print")
    expect(map_page.locator(".kort-plan")).to_be_visible()
    expect(map_page.locator(".kort-forklaring")).to_be_visible()
    expect(map_page.locator(".kort-filter")).to_be_hidden()
    expect(map_page.locator(".kort-levende")).to_be_hidden()
    numbers = map_page.eval_on_selector_all(".kort-plan text", "all => all.map(one => one.textContent)")
    assert numbers == [str(number) for number in range(1, len(expected) + 1)]


def test_the_reader_is_told_once_what_the_map_is(plain: Page) -> None:
    notice = plain.locator(".kort-oplyst").inner_text()
    assert notice
    assert plain.get_by_role("main").inner_text().count(notice) == 1


def test_a_place_is_called_by_the_number_that_stands_on_its_symbol_and_no_more(map_page: Page) -> None:
    for number, symbol in enumerate(map_page.locator(".kort-knap").all(), 1):
        expect(symbol).to_have_accessible_name(re.compile(rf"^{number}, .+, (ressource|udfordring)$"))
        expect(symbol).to_have_accessible_description("")


def test_nobody_else_is_asked_nothing_is_stored_and_nothing_fails(page: Page, address: str) -> None:
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.goto(f"{address}/kort/", wait_until="networkidle")
    assert all(url.startswith((address, "data:", "blob:")) for url in asked)
    assert failed == []
    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_a_strict_policy_leaves_the_map_whole(page: Page, address: str) -> None:
    def strict(route: Route) -> None:
        answer = route.fetch()
        policy = (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'"
        )
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    page.route("**/kort/", strict)
    page.add_init_script(
        "window.refused = []; addEventListener('securitypolicyviolation', event => refused.push(event.sourceFile || ''))"
    )
    page.goto(f"{address}/kort/", wait_until="networkidle")
    assert symbols(page) == [row["label"] for row in rows(page)] != []
    page.locator(".kort-knap").first.click()
    expect(page.locator(".kort-ord")).to_be_visible()
    assert [file for file in page.evaluate("refused") if "assets/kort/" in file] == []
