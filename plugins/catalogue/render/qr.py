"""A QR code as its modules, for whoever draws it."""

from functools import cache

import segno


@cache
def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The rows of the code for the text, True where it is dark, without the quiet zone of four light modules round it.

    Error correction M: a code that is creased or that somebody wrote on can still be read.
    """
    return tuple(tuple(map(bool, row)) for row in segno.make_qr(text, error="m", boost_error=False).matrix)
