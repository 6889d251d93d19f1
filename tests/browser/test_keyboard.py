"""What somebody does who has no mouse."""

import pytest
from playwright.sync_api import Browser, Page

PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 800}
# One page of every kind that has something of its own to reach.
KINDS = [
    "/",
    "/indsatser/",
    "/indsatser/skattejagt/",
    "/indsatser/skattejagt/tjekliste/",
    "/a-aa/",
    "/skabeloner/",
    "/find/?udfordringer=utryghed&sammenlign=beboermoede,feedback",
    "/sammenlign/?sammenlign=beboermoede,feedback,opgangsmoeder",
    "/kort/",
    "/undervisning/film-mit-moede-med-aydin-soei/",
    "/tilgaengelighed/",
    "/404.html",
]
# What a keyboard must reach, in the order it is read; a closed menu has only what opens it.
REACHED = """() => {
  window.reached = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter(element => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }))
  window.met = []
  document.addEventListener("focusin", ({ target }) => {
    // Firefox stops at a column that scrolls, too, so that the arrows move it.
    if (!reached.includes(target) && target.scrollHeight > target.clientHeight) return
    const { outlineStyle, outlineWidth } = getComputedStyle(target)
    const after = getComputedStyle(target, "::after")
    // All of a card is its link.
    const card = getComputedStyle(target.closest(".card") ?? target)
    const ring = [[outlineStyle, outlineWidth], [after.outlineStyle, after.outlineWidth], [card.outlineStyle, card.outlineWidth]]
    const box = target.getBoundingClientRect()
    met.push({
      at: reached.indexOf(target),
      what: target.outerHTML.slice(0, 100),
      ringed: ring.some(([style, width]) => style !== "none" && parseFloat(width) >= 2) || getComputedStyle(target).boxShadow !== "none",
      seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    })
  })
  return reached.length
}"""


@pytest.mark.parametrize(
    ("path", "size"),
    [
        *(pytest.param(path, PHONE, id=f"phone-{path}") for path in KINDS),
        # The register has 959 links, in one column everywhere: it is gone through once.
        *(pytest.param(path, DESK, id=f"desk-{path}") for path in KINDS if path != "/a-aa/"),
    ],
)
def test_tab_goes_through_everything_in_order_and_one_sees_where_one_is(
    page: Page, address: str, path: str, size: dict[str, int]
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size(size)  # type: ignore[arg-type]
    # With a query, a script fills the page in.
    page.goto(address + path, wait_until="networkidle" if "?" in path else "load")
    count = page.evaluate(REACHED)
    for _ in range(count):
        page.keyboard.press("Tab")
    # A field for a date takes more than one press: day, month and year; and a column that scrolls takes one.
    for _ in range(1 + 4 * page.locator("input[type=date]").count()):
        if page.evaluate("met.length") >= count:
            break
        page.keyboard.press("Tab")
    met = page.evaluate("met")
    assert [step["what"] for step in met if not step["ringed"]] == []
    assert [step["what"] for step in met if not step["seen"]] == []
    assert [step["at"] for step in met] == list(range(count))


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", ["/", "/indsatser/skattejagt/", "/404.html"])
def test_the_first_tab_leads_past_what_is_on_every_page(page: Page, address: str, path: str, size: dict[str, int]) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.goto(address + path)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Gå til indholdet"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("""[...document.querySelectorAll("article :is(a[href], summary, input, button)")]
      .find(element => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true })) === document.activeElement""")


def test_what_opens_is_closed_again_by_the_same_key(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
    page.goto(f"{address}/indsatser/skattejagt/")
    for summary in page.locator("summary").all():
        summary.focus()
        for is_open in (True, False):
            page.keyboard.press("Enter")
            assert summary.evaluate("summary => summary.parentElement.open") == is_open
    page.close()
