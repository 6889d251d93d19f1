"""Signs as drawings. Each has a shape of its own, so neither colour nor colour print is needed."""

from ..records.template import Sign

# In a box of 100 by 100.
_DRAWN = '<path d="{}" fill="{}" stroke="#fff" stroke-width="8" stroke-linejoin="round" paint-order="stroke"/>'
HEART = _DRAWN.format(
    "M50 92C22 70 5 53 5 32C5 17 17 7 30 7C39 7 46 12 50 19C54 12 61 7 70 7C83 7 95 17 95 32C95 53 78 70 50 92Z", "#14702f"
)
STAR = _DRAWN.format("M50 4L67 31L98 39L78 63L79 94L50 83L21 94L22 63L2 39L33 31Z", "#b3122a")
_SYMBOL = '<svg class="kort-symbol" viewBox="-4 -4 108 108" aria-hidden="true">{}</svg>'
_SHAPE = '<svg viewBox="0 0 100 100" aria-hidden="true">{}</svg>'
SIGNS = {
    Sign.HEART: _SYMBOL.format(HEART),
    Sign.STAR: _SYMBOL.format(STAR),
    Sign.RED: _SHAPE.format('<path d="M10 10H90V90H10Z" fill="#b3122a"/>'),
    Sign.YELLOW: _SHAPE.format('<path d="M50 8L96 92H4Z" fill="#f2c230" stroke="#111" stroke-width="4"/>'),
    Sign.GREEN: _SHAPE.format('<circle cx="50" cy="50" r="44" fill="#14702f"/>'),
}
