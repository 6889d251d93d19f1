"""A drawing as a picture, for what cannot show SVG."""

from functools import cache
from pathlib import Path

import typst

_TEMPLATE = Path(__file__).parent / "templates" / "picture.typ"
# Sharp on paper at ten centimetres, and some 40 kB.
_PER_INCH = 240


@cache
def png(svg: str) -> bytes:
    """The drawing in the colours of a light page, on nothing."""
    made = typst.compile(_TEMPLATE, sys_inputs={"svg": svg}, format="png", ppi=_PER_INCH)
    assert isinstance(made, bytes)
    return made
