"""A picture of a page in sixteen colours: text on paper needs no more, and is a fourth as large.

Reads and writes PNG as far as Typst uses it: https://www.w3.org/TR/png-3/
"""

import zlib
from collections import Counter
from collections.abc import Iterator, Sequence

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOURS = 16
# How many bytes a pixel has, by the colour type: RGB, and RGB with how opaque it is.
_BYTES = {2: 3, 6: 4}

Colour = tuple[int, int, int]


def small(png: bytes) -> bytes:
    """The picture with the sixteen colours it has most of, and whatever else it has as the nearest of them."""
    chunks = list(_chunks(png))
    head = chunks[0][1]
    width, height, depth, kind = int.from_bytes(head[:4]), int.from_bytes(head[4:8]), head[8], head[9]
    assert depth == 8, "Typst writes eight bits"
    data = zlib.decompress(b"".join(content for name, content in chunks if name == b"IDAT"))
    rows = [_pixels(row, _BYTES[kind]) for row in _rows(data, width, height, _BYTES[kind])]
    counted = Counter(colour for row in rows for colour in row)
    palette = [colour for colour, _ in counted.most_common(_COLOURS)]
    place = {
        colour: min(range(len(palette)), key=lambda at: sum((a - b) ** 2 for a, b in zip(colour, palette[at], strict=True)))
        for colour in counted
    }
    packed = b"".join(b"\0" + _packed([place[colour] for colour in row]) for row in rows)
    return _SIGNATURE + b"".join(
        (
            _chunk(b"IHDR", head[:8] + bytes((4, 3, 0, 0, 0))),
            _chunk(b"PLTE", bytes(part for colour in palette for part in colour)),
            _chunk(b"IDAT", zlib.compress(packed, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_SIGNATURE)
    while place < len(png):
        length = int.from_bytes(png[place : place + 4])
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += length + 12


def _chunk(name: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4) + name + content + zlib.crc32(name + content).to_bytes(4)


def _rows(data: bytes, width: int, height: int, wide: int) -> Iterator[bytearray]:
    """The rows with their filters undone: each byte is told by those to the left, above, and above to the left."""
    length = width * wide
    above = bytearray(length)
    for start in range(0, height * (length + 1), length + 1):
        how, row = data[start], bytearray(data[start + 1 : start + 1 + length])
        for at in range(length):
            left, corner = (row[at - wide], above[at - wide]) if at >= wide else (0, 0)
            row[at] = (row[at] + (0, left, above[at], (left + above[at]) // 2, _nearest(left, above[at], corner))[how]) & 0xFF
        yield row
        above = row


def _nearest(left: int, above: int, corner: int) -> int:
    """Paeth's guess: which of the three is nearest to what they lead one to expect."""
    expected = left + above - corner
    return min((left, above, corner), key=lambda value: abs(expected - value))


def _pixels(row: bytearray, wide: int) -> list[Colour]:
    """The colours of a row; those that differ by less than one sees are one."""
    part = [value & 0xF0 | value >> 4 for value in range(256)]
    return [(part[r], part[g], part[b]) for r, g, b in zip(row[0::wide], row[1::wide], row[2::wide], strict=True)]


def _packed(places: Sequence[int]) -> bytes:
    """Two pixels a byte."""
    even = [*places, 0] if len(places) % 2 else places
    return bytes(first << 4 | second for first, second in zip(even[0::2], even[1::2], strict=True))
