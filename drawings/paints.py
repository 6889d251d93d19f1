"""The palette: each paint has a colour on a light page and one on a dark page.

They differ in lightness too, so that a drawing can be read in greyscale.
"""

from typing import NamedTuple


class Paint(NamedTuple):
    """A colour on a light and on a dark page, and the class that it has in a drawing."""

    name: str
    light: str
    dark: str


SAND = Paint("a", "#f3eadb", "#6b5847")
BRICK = Paint("b", "#b4532f", "#a94e2e")
ROOF = Paint("B", "#8f3a1f", "#8a3d22")
STRAW = Paint("c", "#f6d588", "#f0c566")
LEAF = Paint("d", "#cfe2d3", "#4c6b58")
GREEN = Paint("e", "#2b5c49", "#3d7a62")
WHITE = Paint("f", "#ffffff", "#e9dfd1")
BLUE = Paint("g", "#4b6a86", "#5f83a3")
MIST = Paint("G", "#c9d8e4", "#47586a")
ROSE = Paint("h", "#e9b9a2", "#c98b70")
COAL = Paint("k", "#2a231e", "#473d35")
EARTH = Paint("n", "#dfd1bc", "#574a3e")

SKIN_1 = Paint("s1", "#f6d7bb", "#eccaab")
SKIN_2 = Paint("s2", "#dcab82", "#d3a077")
SKIN_3 = Paint("s3", "#ad7650", "#a9724c")
SKIN_4 = Paint("s4", "#744a31", "#7b5036")

BLACK = Paint("h1", "#2f2722", "#40372f")
CHESTNUT = Paint("h2", "#7a4a26", "#7a4a26")
BLOND = Paint("h3", "#dcb765", "#d3ad59")
GREY = Paint("h4", "#d5cdc3", "#c7beb3")
RED = Paint("h5", "#a8482b", "#a8482b")

# A line round something painted stays dark; one on the bare page is light on a dark page.
INK = Paint("t", "#2a231e", "#15110e")
WIRE = Paint("w", "#2a231e", "#e6d9ca")
