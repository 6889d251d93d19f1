"""A housing area."""

from ..reading import source
from .fields import Line, Prose, Summary, asked_field, optional, required
from .parts import Citation, Figure
from .record import Sections, Titled


class AreaSections(Sections):
    place: Prose | None = optional("Området", "Hvordan området er.", None)
    organisation: Prose | None = optional("Organisering", "Hvem der arbejder der, og hvilke planer der er.", None)


class Area(Titled):
    """A housing area."""

    title: Line = required("titel", "Områdets navn.")
    summary: Summary = required("resume", "Højst 300 tegn: Hvad er det for et område?")
    asked: tuple[Line, ...] = asked_field()
    municipality: Line | None = optional("kommune", "Den kommune, det ligger i, som den kalder sig.", None)
    figures: tuple[Figure, ...] = optional("tal", "Tal fra kilden.", min_length=1)
    sources: tuple[Citation, ...] = optional("kilder", "Hvor det står.", min_length=1)
    sections: AreaSections = required(source.SECTIONS, "Teksten under front matter.")
