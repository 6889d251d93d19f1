"""Words that every medium writes alike."""

from .nodes import Card, Line, Text, To

MARKED = "Redaktionens forslag"
# What follows a text on a sheet that is the editors' suggestion; the foot says what it means.
MARK = "*"


def told(card: Card) -> Line:
    """A card as a line, without its drawing and its links of its own."""
    over = (Text(f"{card.over}: "),) if card.over else ()
    said = (Text(": "), *([Text(f"{card.lead} ")] if card.lead else []), *card.body) if card.body else ()
    small = [
        *(f"{figure} {meaning}" for figure, meaning in card.figures),
        *(f"{sign.label}: {sign.text}" for sign in card.signs),
        *([card.note] if card.note else []),
    ]
    return (*over, To(card.address, (Text(card.title),)), *said, *([Text(f" ({'; '.join(small)})")] if small else []))
