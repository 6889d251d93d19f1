"""What every test can use."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from places import CASES, ROOT

# No test asserts a time: a busy machine is no failure.
settings.register_profile("test", deadline=None)
# What make fuzz asks for.
settings.register_profile("fuzz", deadline=None)
settings.load_profile("test")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the expected files of tests/cases anew")
    parser.addoption(
        "--engine", choices=("chromium", "firefox"), default="chromium", help="the browser that tests/browser drives"
    )
    parser.addoption("--screenshots", action="store_true", help="take the pictures of the README anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """``make quick`` leaves out whatever waits for the real site to be built."""
    for item in items:
        if "site" in getattr(item, "fixturenames", ()):
            item.add_marker("site")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small, valid catalogue of its own, to change at will."""
    folder = tmp_path / "katalog"
    shutil.copytree(CASES / "small" / "catalogue", folder)
    return folder


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the real site: built once and without a warning, for all processes that the tests run in."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    folder = shared / "site"
    with FileLock(shared / "site.lock"):
        if not folder.exists():
            command = [Path(sys.executable).parent / "mkdocs", "build", "--strict", "--quiet", "--site-dir", shared / "building"]
            environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
            done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
            assert (done.returncode, done.stderr) == (0, "")
            (shared / "building").rename(folder)
    return folder
