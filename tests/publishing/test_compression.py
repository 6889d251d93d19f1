"""Compressed files beside those of the site."""

import gzip
from pathlib import Path

import brotli

from idekatalog.publishing.compression import compress
from places import contents


def test_text_has_its_compressed_files_beside_it_and_they_are_the_same_each_time(tmp_path: Path) -> None:
    page, small, picture = (tmp_path / name for name in ("a/index.html", "a/small.css", "a/picture.png"))
    page.parent.mkdir()
    page.write_text("<p>Tryghed i området\n" * 200, encoding="utf-8")
    small.write_text("p {}", encoding="utf-8")
    picture.write_bytes(b"\x89PNG" * 1000)
    compress(tmp_path)
    first = contents(tmp_path / "a")
    assert set(first) == {"index.html", "index.html.gz", "index.html.br", "small.css", "picture.png"}
    assert gzip.decompress(first["index.html.gz"]) == brotli.decompress(first["index.html.br"]) == page.read_bytes()
    compress(tmp_path)
    assert contents(tmp_path / "a") == first
