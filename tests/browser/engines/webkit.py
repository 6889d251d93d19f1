"""A walk through everything people do, in WebKit: the engine of Safari, driven as WebKitGTK brings it. It needs a screen: xvfb-run.

Named so that only who names it runs it: make browsers.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.common.exceptions import ElementNotInteractableException, StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from idekatalog.document.nodes import words
from idekatalog.document.sheet import Slides
from idekatalog.files.load import load
from idekatalog.views.handouts import handouts
from places import ROOT

# Selenium warns of its own way of starting this driver.
pytestmark = pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")

CATALOGUE = load(ROOT).published()
GUIDE = next(record for record in CATALOGUE.interventions if record.id == "beboermoede")
OTHER = next(record for record in CATALOGUE.interventions if record.id == "feedback")
FILM = f"undervisning/{CATALOGUE.films[0].id}/"
SLIDES = next(block.slides for one in handouts(CATALOGUE.films[0]) for block in one.sheet.blocks if isinstance(block, Slides))
SHEET = f"indsatser/{GUIDE.id}/tjekliste/"
# Asked in the page for what the driver itself does not report.
WIDER_THAN_THE_SCREEN = "return document.documentElement.scrollWidth > document.documentElement.clientWidth"


def minibrowser() -> str:
    """The browser that belongs to the driver; Debian keeps it from the PATH."""
    found = [*Path("/usr/lib").glob("*/webkit*gtk*/MiniBrowser"), *Path("/usr/libexec").glob("webkit*gtk*/MiniBrowser")]
    if not found or shutil.which("WebKitWebDriver") is None:
        pytest.fail("No WebKitGTK: install webkit2gtk-driver, and run the tests again.")
    return str(found[0])


@pytest.fixture(scope="module")
def driver() -> Iterator[WebDriver]:
    options = webdriver.WebKitGTKOptions()
    options.binary_location = minibrowser()
    options.add_argument("--automation")
    service = webdriver.WebKitGTKService(shutil.which("WebKitWebDriver"))
    driver = webdriver.WebKitGTK(options=options, service=service)
    yield driver
    driver.quit()


class Visitor:
    """What a person does and sees; whatever is asked for is waited for."""

    def __init__(self, driver: WebDriver, address: str) -> None:
        self.driver, self.address = driver, address

    def goto(self, path: str) -> None:
        self.driver.get(f"{self.address}/{path}")

    def until(self, seen: Callable[[], object]) -> object:
        return WebDriverWait(
            self.driver, 20, ignored_exceptions=[StaleElementReferenceException, ElementNotInteractableException]
        ).until(lambda _: seen())

    def all(self, css: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def get(self, css: str, text: str = "") -> WebElement:
        """The first element that is seen, and that says `text`."""
        found: list[WebElement] = []
        self.until(lambda: found.extend(one for one in self.all(css) if one.is_displayed() and text in one.text) or found)
        return found[0]

    def click(self, css: str, text: str = "") -> None:
        # What has just moved cannot be clicked yet.
        self.until(lambda: self.get(css, text).click() or True)

    def at(self, path: str) -> None:
        self.until(lambda: self.driver.current_url == f"{self.address}/{path}")

    def run(self, script: str) -> object:
        return self.driver.execute_script(script)


@pytest.fixture
def visitor(driver: WebDriver, address: str) -> Visitor:
    visitor = Visitor(driver, address)
    visitor.goto("")
    visitor.run("localStorage.clear()")
    return visitor


def test_from_the_front_page_to_a_guide_and_its_checklist(visitor: Visitor) -> None:
    visitor.click("main a", GUIDE.title)
    visitor.at(f"indsatser/{GUIDE.id}/")
    assert GUIDE.title in visitor.get("h1").text
    visitor.click("main a[href='tjekliste/']")
    visitor.at(SHEET)
    assert len(visitor.all("tr[data-tekst]")) == len(GUIDE.steps)


@pytest.mark.parametrize(
    "path",
    [
        "",
        f"indsatser/{GUIDE.id}/",
        SHEET,
        "find/",
        "soeg/?q=utryg",
        "plan/?valg=beboermoede",
        "kort/",
        "ordliste/",
        "roller/",
        "skabeloner/indbydelse-opslag/",
        FILM,
        f"{FILM}dias/",
        f"{FILM}elevark-1/",
    ],
)
def test_no_page_scrolls_sideways(path: str, visitor: Visitor) -> None:
    visitor.goto(path)
    assert not visitor.run(WIDER_THAN_THE_SCREEN)


def test_search_suggests_while_one_types_and_a_key_leads_there(visitor: Visitor) -> None:
    field = visitor.get("#soegefelt")
    field.send_keys("skattejagt")
    visitor.get("[role=option]", "Skattejagt")
    field.send_keys(Keys.ESCAPE)
    visitor.until(lambda: not [option for option in visitor.all("[role=option]") if option.is_displayed()])
    field.send_keys(Keys.ARROW_DOWN)
    visitor.get("[role=option]", "Skattejagt")
    field.send_keys(Keys.ARROW_DOWN, Keys.ENTER)
    visitor.until(lambda: "/skattejagt" in visitor.driver.current_url)


def test_all_that_is_found_stands_on_a_page_with_its_words_marked(visitor: Visitor) -> None:
    visitor.goto("soeg/?q=utryg+opgang")
    visitor.get("#soegeresultater li a")
    assert visitor.get("#soegeresultater mark").text


def test_what_is_written_on_a_checklist_is_there_tomorrow_and_gone_when_deleted(visitor: Visitor) -> None:
    visitor.goto(SHEET)
    visitor.click("#udfyld")
    visitor.get("input[aria-label=Hvem]").send_keys("Mona")
    assert visitor.run("return localStorage.length") == 0
    visitor.click("#gem")
    visitor.until(lambda: "Gemt" in visitor.get("#besked").text)
    visitor.driver.refresh()
    visitor.click("#udfyld")
    visitor.until(lambda: visitor.get("input[aria-label=Hvem]").get_property("value") == "Mona")
    visitor.click("#panel details summary")
    visitor.click("#slet")
    visitor.driver.switch_to.alert.accept()
    visitor.until(lambda: visitor.run("return localStorage.length") == 0)


def test_a_list_goes_to_a_file_and_comes_back(visitor: Visitor, tmp_path: Path) -> None:
    visitor.goto(SHEET)
    visitor.click("#udfyld")
    visitor.get("input[aria-label=Hvem]").send_keys("Åse")
    # The driver reports no downloads: what would be saved is caught on its way.
    visitor.run(
        "URL.createObjectURL = blob => (blob.text().then(text => { window.saved = text }), 'data:,'); HTMLAnchorElement.prototype.click = () => {}"
    )
    # Its driver clicks nothing above what is seen.
    visitor.run("scrollTo(0, 0)")
    visitor.click("#til-fil")
    text = visitor.until(lambda: visitor.run("return window.saved"))
    file = tmp_path / "liste.json"
    file.write_text(str(text), encoding="utf-8")
    visitor.goto(SHEET)
    visitor.click("#udfyld")
    visitor.all("#fra-fil")[0].send_keys(str(file))
    visitor.until(lambda: visitor.get("input[aria-label=Hvem]").get_property("value") == "Åse")


def test_choices_rank_what_fits_and_two_are_compared(visitor: Visitor) -> None:
    visitor.goto("find/")
    visitor.until(lambda: "Passer" not in visitor.get(".find-svar ol > li").text)
    visitor.click(".find-valg label", "Beboere er utrygge")
    visitor.until(lambda: "Passer på jeres valg" in visitor.get(".find-svar ol > li").text)
    assert "udfordringer=" in visitor.driver.current_url
    visitor.driver.back()
    visitor.until(lambda: "Passer" not in visitor.get(".find-svar ol > li").text)
    titles = [one.text for one in visitor.all(".find-svar h3 a")[:2]]
    for box in visitor.all(".find-svar input")[:2]:
        box.send_keys(Keys.SPACE)
    visitor.click("a", "Sammenlign 2")
    assert visitor.until(lambda: [one.text for one in visitor.all("thead th a")]) == titles


def test_a_plan_is_its_address(visitor: Visitor) -> None:
    visitor.goto(f"indsatser/{GUIDE.id}/")
    visitor.click("a[href*='plan/?valg=']")
    visitor.at(f"indsatser/{GUIDE.id}/?valg={GUIDE.id}")
    visitor.goto(f"plan/?valg={GUIDE.id},{OTHER.id}")
    visitor.until(lambda: len(visitor.all("#samlet table")) == 5)
    text = visitor.get("#samlet").text
    for step in (*GUIDE.steps, *OTHER.steps):
        assert step.action in text


def test_a_place_on_the_map_is_read_and_left_with_keys(visitor: Visitor) -> None:
    visitor.goto("kort/")
    marker = visitor.get(".kort-knap")
    marker.send_keys(Keys.ENTER)
    visitor.get(".kort-ord")
    assert visitor.run("return document.activeElement.getAttribute('role')") == "dialog"
    visitor.driver.switch_to.active_element.send_keys(Keys.ESCAPE)
    visitor.until(lambda: visitor.driver.switch_to.active_element == marker)
    boxes = len([row for row in visitor.all("tr[data-category]") if row.is_displayed()])
    visitor.click(".kort-filter label")
    visitor.until(lambda: 0 < len([row for row in visitor.all("tr[data-category]") if row.is_displayed()]) < boxes)


def test_slides_are_turned_one_at_a_time_and_each_has_its_address(visitor: Visitor) -> None:
    visitor.goto(f"{FILM}dias/")
    keys = [Keys.ARROW_RIGHT, Keys.SPACE, Keys.PAGE_DOWN, *[Keys.ARROW_RIGHT] * (len(SLIDES) - 3)]
    for number, (key, slide) in enumerate(zip(keys, SLIDES, strict=True), 1):
        visitor.driver.switch_to.active_element.send_keys(key)
        visitor.until(lambda number=number: visitor.run("return document.activeElement.id") == f"dias-{number}")
        heading = str(visitor.run("return document.activeElement.querySelector('h2').textContent"))
        assert heading.rstrip("*") == words(slide.title).rstrip("*")
        assert visitor.driver.current_url.endswith(f"#dias-{number}")


def test_a_lesson_of_another_length_is_shown_instead(visitor: Visitor) -> None:
    visitor.goto(FILM)
    visitor.click("label", "90 minutter")
    visitor.get("h3", "Forslag til 90 minutter")
    assert not [one for one in visitor.all("h3") if "Forslag til 45 minutter" in one.text]


def test_a_pupil_writes_on_a_sheet(visitor: Visitor) -> None:
    visitor.goto(f"{FILM}exitbillet/")
    visitor.click("#udfyld")
    visitor.get("textarea.felt").send_keys("Vi er forskellige.")
    assert visitor.run("return localStorage.length") == 0


def test_a_template_and_its_spreadsheet(visitor: Visitor) -> None:
    visitor.goto("skabeloner/")
    visitor.click("main a", "Logbog over henvendelser")
    visitor.at("skabeloner/logbog-henvendelser/")
    link = visitor.get("a", "Hent tabellen som regneark").get_attribute("href")
    asked = f"fetch({link!r}).then(answer => {{ window.answered = answer.status }})"
    visitor.run(asked)
    assert visitor.until(lambda: visitor.run("return window.answered")) == 200


def test_a_word_is_explained_in_the_glossary(visitor: Visitor) -> None:
    visitor.goto("ordliste/")
    assert re.search(r"\w", visitor.get("main h2").text)
