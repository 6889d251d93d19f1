"""A picture in few colours: what it shows is what it was made from, and any reader of PNG can open it."""

import struct
import zlib
from collections.abc import Sequence

import pymupdf
import pytest

from idekatalog.paper.thumbnail import small

WHITE, INK, BRICK = (255, 255, 255), (34, 34, 34), (136, 51, 17)
PIXELS = [[WHITE, INK, BRICK], [INK, WHITE, WHITE], [BRICK, BRICK, INK], [WHITE, WHITE, BRICK], [INK, INK, INK]]


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def picture(rows: Sequence[bytes], wide: int, kind: int) -> bytes:
    head = struct.pack(">IIBBBBB", wide, len(rows), 8, kind, 0, 0, 0)
    data = zlib.compress(b"".join(rows))
    # The data may stand in several pieces.
    pieces = chunk(b"IDAT", data[:7]) + chunk(b"IDAT", data[7:])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + pieces + chunk(b"IEND", b"")


def filtered(opaque: bytes) -> list[bytes]:
    """The rows of the pixels, each with another of the five filters of PNG."""
    plain = [b"".join(bytes(pixel) + opaque for pixel in row) for row in PIXELS]
    wide, above, rows = 3 + len(opaque), bytes(len(plain[0])), []
    for how, row in enumerate(plain):
        left, corner = bytes(wide) + row[:-wide], bytes(wide) + above[:-wide]
        guess = []
        for a, b, c in zip(left, above, corner, strict=True):
            distances = sorted((abs(a + b - c - value), place, value) for place, value in enumerate((a, b, c)))
            guess.append((0, a, b, (a + b) // 2, distances[0][2])[how])
        rows.append(bytes([how, *((one - told) % 256 for one, told in zip(row, guess, strict=True))]))
        above = row
    return rows


@pytest.mark.parametrize(("opaque", "kind"), [(b"", 2), (b"\xff", 6)])
def test_every_filter_of_png_is_read_and_the_colours_stay(opaque: bytes, kind: int) -> None:
    seen = pymupdf.Pixmap(small(picture(filtered(opaque), 3, kind)))
    assert (seen.width, seen.height) == (3, 5)
    assert [[seen.pixel(x, y) for x in range(3)] for y in range(5)] == PIXELS


def test_what_is_more_than_sixteen_colours_becomes_the_nearest_of_them() -> None:
    shades = [(shade, shade, shade) for shade in range(0, 256, 8)] * 2
    row = b"\0" + b"".join(map(bytes, [*shades, *[WHITE] * 100, *[INK] * 100]))
    seen = pymupdf.Pixmap(small(picture([row], len(shades) + 200, 2)))
    assert len({seen.pixel(x, 0) for x in range(seen.width)}) <= 16
    assert seen.pixel(seen.width - 101, 0) == WHITE
    assert seen.pixel(seen.width - 1, 0) == INK
