"""An author may end a step with a full stop, or leave it out."""

import re
from pathlib import Path

import pytest

from idekatalog.files.load import load
from idekatalog.publishing.artefacts import publish

ENDED = ("tekst", "opgave", "til", "forkortelse_for", "grund")


@pytest.mark.parametrize("end", [".", "!", "?", "…"])
def test_no_page_shows_two(end: str, small: Path) -> None:
    fields = re.compile(rf"^( *-? *(?:{'|'.join(ENDED)}): (?![\"'>\[]).*?)\.?$", re.MULTILINE)
    for file in (*small.rglob("*.md"), *small.rglob("*.yml")):
        file.write_text(fields.sub(rf"\1{end}", file.read_text(encoding="utf-8")), encoding="utf-8")
    shown = {artefact.uri: artefact.page().html for artefact in publish(load(small)) if artefact.page}
    assert any(f"Spis sammen{end}" in html for html in shown.values())
    twice = re.compile(rf"\w{re.escape(end)}(?:</\w+>)*\.(?!\w)|\w\.\.(?!\.)")
    assert [
        (uri, html[found.start() - 60 : found.end() + 8]) for uri, html in shown.items() for found in twice.finditer(html)
    ] == []
