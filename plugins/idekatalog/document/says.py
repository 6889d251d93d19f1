"""Words that every medium writes alike."""

from ..language.words import _, marked
from .nodes import Blocks, Bullets, Card, Duty, Emphasis, Line, Minutes, Paragraph, Steps, Stretch, Strong, Text, To

MARKED = marked("Redaktionens forslag")
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


def duty(one: Duty) -> Blocks:
    """A duty as blocks: the guide, how far one is part of it, the task, and the steps of each phase."""
    first = Paragraph((To(one.card.address, (Text(one.card.title),)), Text(f" ({one.part.lower()}): "), *one.task))
    steps = (
        (Paragraph((Strong((Text(f"{name}:"),)),)), Bullets(tuple((Paragraph(step),) for step in taken)))
        for _, name, taken in one.phases
    )
    return (first, *(block for pair in steps for block in pair))


def stretch(one: Stretch) -> Line:
    """A part of a lesson as a line: how long, what is done, what is said and shown."""
    more = [part for name, said in one.more for part in (Text(" "), Emphasis((Text(f"{name}: {said}"),)))]
    return (Strong((Text(f"{one.when}, {length(one).lower()}:"),)), Text(" "), *one.action, *more)


def length(one: Stretch) -> str:
    return _("{n} min").format(n=one.minutes) if one.minutes else _("Resten")


def minutes(lesson: Minutes) -> Steps:
    """A lesson as a list."""
    return Steps(tuple((Paragraph(stretch(one)),) for one in lesson.stretches))
