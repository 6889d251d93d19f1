"""Drives the Firefox on this machine by the means of Playwright."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

NAMES = ("firefox-esr", "firefox")


def prepare() -> None:
    """Before Playwright starts: what its driver runs first."""
    script = Path(__file__).parent / "browser/engines/unknown.cjs"
    os.environ["NODE_OPTIONS"] = f"--require {script}"


def launch(playwright: Playwright) -> Browser:
    """Starts Firefox; the test fails where there is none."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        pytest.fail("No Firefox: install it so that it is on the PATH, and run the tests again.")
    return playwright.firefox.launch(executable_path=path, channel="moz-firefox")
