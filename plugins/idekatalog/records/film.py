"""A film, and what a teacher needs to show it."""

from ..reading import source
from .fields import Line, Minutes, Part, Prose, Summary, YesOrNo, asked_field, editorial_field, optional, required
from .parts import Citation, Item, Link, Phase
from .record import Reviewed, Sections


class Fact(Part):
    name: Line = required("navn", "Hvad det er, fx Optaget.")
    value: Line = required("vaerdi", "Det, kilden siger.")


class Participant(Part):
    name: Line = required("navn", "Navnet på en, der medvirker offentligt.")
    who: Line = required("hvem", "Hvem det er.")


class Topic(Part):
    title: Line = required("titel", "Hvad spørgsmålene handler om.")
    introduction: Line | None = optional("indledning", "Et par sætninger før spørgsmålene.", None)
    questions: tuple[Item, ...] = required("spoergsmaal", "Spørgsmål til eleverne.", min_length=1)
    links: tuple[Link, ...] = optional("links", "Det, eleverne kan læse.", min_length=1)


class LessonStep(Part):
    phase: Phase = required("fase", "foer, under eller efter filmen.")
    minutes: Minutes | None = optional("minutter", "Hvor længe; tomt, når ingen ved det.", None)
    text: Line = required("tekst", "Hvad I gør; begynd med et verbum.")
    editorial: YesOrNo = editorial_field()


class LessonFlow(Part):
    minutes: Minutes = required("minutter", "Hvor lang tid I har i alt.")
    steps: tuple[LessonStep, ...] = required("trin", "Hvad I gør.", min_length=1)
    editorial: YesOrNo = editorial_field()


class FilmSections(Sections):
    about: Prose = required("Om filmen", "Hvad man ser.")
    why: Prose = required("Hvorfor vise den", "Hvad filmen kan bruges til.")
    how: Prose = required("Sådan bruger du den", "Hvordan en lærer griber det an.")


class Film(Reviewed):
    """A film and what a teacher needs to show it."""

    title: Line = required("titel", "Filmens titel.")
    summary: Summary = required("resume", "Højst 300 tegn: Hvad er det for en film, og hvem er den til?")
    synonyms: tuple[Line, ...] = optional("synonymer", "Det, folk ellers søger efter.", min_length=1)
    asked: tuple[Line, ...] = asked_field()
    intervention: Line = required("indsats", "Id'et på den indsats, filmen er en del af.")
    link: Link = required("link", "Hvor filmen kan ses.")
    facts: tuple[Fact, ...] = required("fakta", "Det, kilden siger om filmen.", min_length=1)
    participants: tuple[Participant, ...] = required("medvirkende", "Hvem man møder i filmen.", min_length=1)
    levels: tuple[Line, ...] = required("niveauer", "Hvilke klassetrin den er til.", min_length=1)
    subjects: tuple[Line, ...] = required("fag", "Hvilke fag den passer i.", min_length=1)
    issues: tuple[Line, ...] = required("emner", "Hvad filmen tager op.", min_length=1)
    topics: tuple[Topic, ...] = required("temaer", "Spørgsmålene, samlet i temaer.", min_length=1)
    groups: tuple[Item, ...] = required("gruppearbejde", "Råd om gruppearbejdet.", min_length=1)
    care: tuple[Item, ...] = required("opmaerksomhed", "Det, læreren skal passe på.", min_length=1)
    flows: tuple[LessonFlow, ...] = required("forloeb", "Hvordan tiden kan bruges.", min_length=1)
    sources: tuple[Citation, ...] = required("kilder", "Hvor det står.", min_length=1)
    links: tuple[Link, ...] = optional("links", "Steder uden for kataloget.", min_length=1)
    sections: FilmSections = required(source.SECTIONS, "Teksten under front matter.")

    @property
    def other_names(self) -> tuple[str, ...]:
        return self.synonyms
