"""Drives the Firefox on this machine by the means of Playwright."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright

NAMES = ("firefox-esr", "firefox")
# It is started with these, for its driver can change none of them. What else is asked of a page it would take and not do.
PREFERENCES = {"ui.prefersReducedMotion": 1, "layout.css.prefers-color-scheme.content-override": 1}
DOES = {"reduced_motion": "reduce", "color_scheme": "light"}
CANNOT = {
    "java_script_enabled": "Firefox's driver cannot switch scripts off",
    "media": "Firefox's driver cannot show a page as paper on the screen",
    "color_scheme": "Firefox's driver cannot change from light to dark",
    "reduced_motion": "Firefox's driver cannot change how much moves",
    "forced_colors": "Firefox's driver cannot force colours",
}


def prepare() -> None:
    """Before Playwright starts: what its driver runs first."""
    script = Path(__file__).parent / "browser/engines/unknown.cjs"
    os.environ["NODE_OPTIONS"] = f"--require {script}"


def launch(playwright: Playwright) -> Browser:
    """Starts Firefox; the test fails where there is none.

    A test that asks for what its driver cannot do is skipped with the reason: the driver would say yes and do nothing.
    """
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        pytest.fail("No Firefox: install it so that it is on the PATH, and run the tests again.")
    Page.emulate_media = _within_reach(Page.emulate_media)  # type: ignore[method-assign]
    Browser.new_page = _within_reach(Browser.new_page)  # type: ignore[method-assign]
    Browser.new_context = _within_reach(Browser.new_context)  # type: ignore[method-assign]
    Page.expect_download = _reports_no_downloads  # type: ignore[method-assign]
    return playwright.firefox.launch(executable_path=path, channel="moz-firefox", firefox_user_prefs=PREFERENCES)


def _within_reach(method: Callable[..., Any]) -> Callable[..., Any]:
    def called(self: object, **options: Any) -> Any:
        for name, value in options.items():
            if name in CANNOT and value != DOES.get(name):
                pytest.skip(CANNOT[name])
        return method(self, **options)

    return called


def _reports_no_downloads(*_: object, **__: object) -> None:
    pytest.skip("Firefox's driver reports no download that a page has made itself")
