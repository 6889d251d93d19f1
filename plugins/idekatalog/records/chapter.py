"""The first words of a page whose list is derived."""

from ..reading import source
from .fields import Line, Prose, Summary, asked_field, optional, required
from .record import Sections, Titled


class ChapterSections(Sections):
    introduction: Prose = required("Indledning", "Det, læseren skal vide, før listen begynder.")


class Chapter(Titled):
    """The words at the head of a page whose list is derived; its id is the page's address."""

    title: Line = required("titel", "Sidens titel.")
    summary: Summary = required("resume", "Højst 300 tegn: Hvad finder man her?")
    asked: tuple[Line, ...] = asked_field()
    heading: Line | None = optional("overskrift", "Teksten får denne overskrift og står efter listen.", None)
    sections: ChapterSections = required(source.SECTIONS, "Teksten under front matter.")
