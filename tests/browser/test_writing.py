"""What an editor sees while a record is being written: make serve, a browser, and slips of the hand."""

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from places import ROOT

DRAFT = "interventions/sommerfest.md"


@pytest.fixture
def catalogue(small: Path) -> Path:
    """The small catalogue with the look of the real one and a draft that cannot be read yet."""
    shutil.copy(ROOT / "mkdocs.yml", small)
    config = (small / "mkdocs.yml").read_text(encoding="utf-8")
    # The small catalogue has fewer pages written by hand, and the engine is not in its folder.
    config = re.sub(r"^nav:\n.*?\n\n", "", config, flags=re.DOTALL | re.MULTILINE).replace("watch:\n  - plugins\n", "")
    config = config.replace("  custom_dir: overrides\n", "")
    (small / "mkdocs.yml").write_text(config, encoding="utf-8")
    record = (small / "interventions/gaardmoede.md").read_text(encoding="utf-8")
    draft = record.replace("nummer: 2", "nummer: 3").replace("titel: ", "titel: Sommer").replace("udgivet", "kladde")
    (small / DRAFT).write_text(draft.replace("resume:", "resme:"), encoding="utf-8")
    return small


@pytest.fixture
def serving(catalogue: Path) -> Iterator[str]:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "mkdocs_idekatalog", "serve"]
    with subprocess.Popen(command, cwd=catalogue, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        address = next(found for line in server.stdout if (found := re.search(r"http://([\d.]+):(\d+)", line)))
        while server.poll() is None and not answers(address[1], int(address[2])):
            pass
        yield address[0]
        server.terminate()


def answers(host: str, port: int) -> bool:
    with socket.socket() as attempt:
        return attempt.connect_ex((host, port)) == 0


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_slip_is_told_on_the_page_and_the_next_save_mends_it(page: Page, serving: str, catalogue: Path) -> None:
    notice = page.get_by_role("alert", name="Fejl i kataloget")
    # Started with a draft that cannot be read: everything published is there, and the problem on top of it.
    page.goto(f"{serving}/indsatser/naboaften/", timeout=60_000)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Naboaften")
    expect(notice).to_contain_text(f"{DRAFT}, linje 2, resume: feltet mangler.")
    expect(notice).to_contain_text(f"{DRAFT}, linje 4, resme: feltet kendes ikke. Mente du resume?")
    # The draft's own page is not there yet, and comes by itself.
    page.goto(f"{serving}/indsatser/sommerfest/")
    expect(notice).to_contain_text("resme")
    change(catalogue / DRAFT, "resme:", "resume:")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sommer", timeout=60_000)
    expect(notice).to_have_count(0)
    # A slip in what is there already: the page stays, and says so, also the sheet that is printed.
    change(catalogue / DRAFT, "titel:", "\ttitel:")
    expect(notice).to_contain_text("rykket ind med tabulator. Ryk ind med mellemrum.", timeout=60_000)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sommer")
    page.goto(f"{serving}/indsatser/sommerfest/tjekliste/")
    expect(notice).to_contain_text("tabulator")
    change(catalogue / DRAFT, "\ttitel:", "titel:")
    expect(notice).to_have_count(0, timeout=60_000)
