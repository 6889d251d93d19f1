"""What every test can use."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CASES = Path(__file__).parent / "cases"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the expected files of tests/cases anew")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small, valid catalogue of its own, to change at will."""
    folder = tmp_path / "katalog"
    shutil.copytree(CASES / "small" / "catalogue", folder)
    return folder
