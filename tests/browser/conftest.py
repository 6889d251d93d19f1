"""A real browser: see ``browsers.py``. Never a skipped test."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsers import on_path
from hosts import hosted
from playwright.sync_api import Browser, Error, Page, Playwright, sync_playwright

import firefox

# Without a sandbox where the tests run as root, as in most containers; and no calls home.
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("engine") == "firefox":
        firefox.prepare()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("engine") != "chromium":
        for item in items:
            if marker := item.get_closest_marker("chromium_only"):
                item.add_marker(pytest.mark.skip(reason=marker.args[0]))


@pytest.fixture(scope="session")
def launch(request: pytest.FixtureRequest) -> Callable[[Playwright], Browser]:
    """Starts a browser; every thread has a Playwright of its own."""
    if request.config.getoption("engine") == "firefox":
        return firefox.launch
    path = on_path()

    def started(playwright: Playwright) -> Browser:
        try:
            return playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        except Error as error:
            pytest.fail(
                f"{path or 'Playwright’s Chromium'} does not start: run {sys.executable} tests/browser/browsers.py\n{error}"
            )

    return started


@pytest.fixture(scope="session")
def browser(launch: Callable[[Playwright], Browser]) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the real site is served while the tests run."""
    with hosted(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()
