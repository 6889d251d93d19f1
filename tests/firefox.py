"""Drives the Firefox on this machine by the means of Playwright."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright

NAMES = ("firefox-esr", "firefox")
# What may be asked of a new page, and what its driver makes of it.
CANNOT_BE = {
    "java_script_enabled": "Firefox's driver cannot switch scripts off",
    "color_scheme": "Firefox's driver emulates no dark or light",
    "reduced_motion": "Firefox's driver emulates no reduced motion",
    "forced_colors": "Firefox's driver emulates no forced colours",
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
    Page.emulate_media = _cannot("Firefox's driver emulates no media")  # type: ignore[method-assign]
    Page.expect_download = _cannot("Firefox's driver reports no downloads")  # type: ignore[method-assign]
    Browser.new_page = _within_reach(Browser.new_page)  # type: ignore[method-assign]
    Browser.new_context = _within_reach(Browser.new_context)  # type: ignore[method-assign]
    return playwright.firefox.launch(executable_path=path, channel="moz-firefox")


def _cannot(reason: str) -> Callable[..., Any]:
    def skip(*_: object, **__: object) -> None:
        pytest.skip(reason)

    return skip


def _within_reach(make: Callable[..., Any]) -> Callable[..., Any]:
    def made(browser: Browser, **options: Any) -> Any:
        for name in options.keys() & CANNOT_BE.keys():
            pytest.skip(CANNOT_BE[name])
        return make(browser, **options)

    return made
