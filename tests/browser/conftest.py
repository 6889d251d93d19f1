"""A real browser: the one on this machine, else Playwright's own, else Debian's. Never a skipped test."""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
# Without a sandbox where the tests run as root, as in most containers; and no calls home.
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def on_path() -> str | None:
    """The first Chrome or Chromium on the PATH."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def succeeds(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, timeout=600).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def may_install_for_debian() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = on_path()
        if path is None and not succeeds(sys.executable, "-m", "playwright", "install", "chromium"):
            if may_install_for_debian():
                succeeds("apt-get", "update")
                succeeds("apt-get", "install", "--yes", "--no-install-recommends", "chromium")
            path = on_path()
            if path is None:
                pytest.fail("No browser: install Chrome or Chromium so that it is on the PATH, and run the tests again.")
        try:
            browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        except Error as error:
            pytest.fail(f"{path or 'Playwright’s Chromium'} does not start: install Chrome or Chromium anew.\n{error}")
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the real site is served while the tests run."""
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()
