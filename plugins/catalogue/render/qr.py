"""An address as a QR code: as modules for whoever draws it, and as SVG for a page."""

import segno

# The quiet zone that the standard asks for round the code, in modules.
QUIET = 4


def matrix(text: str) -> tuple[tuple[bool, ...], ...]:
    """The code of ``text`` as rows of modules, True where dark; square, the quiet zone included."""
    return tuple(tuple(module != 0 for module in row) for row in _code(text).matrix_iter(border=QUIET))


def svg(text: str) -> str:
    """The code of ``text`` as an SVG element: dark on white, the quiet zone included, as large as its place."""
    return _code(text).svg_inline(border=QUIET, omitsize=True, dark="#000", light="#fff", svgclass=None, lineclass=None)


def _code(text: str) -> segno.QRCode:
    # Level M bears a crease or a stain, and keeps the modules large.
    return segno.make_qr(text, error="m")
