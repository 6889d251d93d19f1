"""What is drawn: every drawing under its place below ``content/tegninger``, with what it shows."""

from collections.abc import Callable
from dataclasses import dataclass

from .pen import Pen


@dataclass(frozen=True)
class Scene:
    """A drawing: what it shows, in Danish, its measures, and what draws it."""

    title: str
    width: int
    height: int
    line: float
    draw: Callable[[Pen], None]

    def svg(self) -> str:
        """Its file."""
        pen = Pen(self.width, self.height, self.line)
        self.draw(pen)
        return pen.svg(self.title)


Scenes = dict[str, Scene]


def scene(
    scenes: Scenes, place: str, title: str, size: tuple[int, int] = (240, 150), line: float = 2
) -> Callable[[Callable[[Pen], None]], Callable[[Pen], None]]:
    """Notes what the function below it draws: the place of the file, without ``.svg``, and what it shows."""

    def note(draw: Callable[[Pen], None]) -> Callable[[Pen], None]:
        scenes[place] = Scene(title, *size, line, draw)
        return draw

    return note
