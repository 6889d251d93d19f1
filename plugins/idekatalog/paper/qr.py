"""A QR code as its modules, for whoever draws it."""

import io
from functools import cache

import segno


def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The rows of the code for the text, True where it is dark, without the quiet zone of four light modules round it."""
    return tuple(tuple(map(bool, row)) for row in _code(text).matrix)


def png(text: str) -> bytes:
    """The code with its quiet zone as a picture."""
    picture = io.BytesIO()
    _code(text).save(picture, kind="png", scale=8, border=4)
    return picture.getvalue()


@cache
def _code(text: str) -> segno.QRCode:
    # Error correction M: a code that is creased or that somebody wrote on can still be read.
    return segno.make_qr(text, error="m", boost_error=False)
