"""A film, and what a teacher needs to show it."""

from ..reading import source
from .fields import (
    IsoDate,
    Line,
    Minutes,
    Part,
    Prose,
    Summary,
    WholeNumber,
    YesOrNo,
    asked_field,
    editorial_field,
    optional,
    required,
)
from .parts import Citation, Item, Link, Phase
from .record import Reviewed, Sections


class Fact(Part):
    name: Line = required("navn", "Hvad det er, fx Optaget.")
    value: Line = required("vaerdi", "Det, kilden siger.")


class Participant(Part):
    name: Line = required("navn", "Navnet på en, der medvirker offentligt.")
    who: Line = required("hvem", "Hvem det er.")


class Question(Item):
    starter: Line | None = optional("begynd", "Begyndelsen på et svar, til elever, der vil have hjælp, fx Jeg tror, at ...", None)
    harder: Line | None = optional("svaerere", "Det samme spørgsmål, gjort sværere.", None)
    note: Line | None = optional("til_laereren", "Hvad eleverne kan komme med, og hvad læreren kan gøre ved det.", None)


class Topic(Part):
    title: Line = required("titel", "Hvad spørgsmålene handler om.")
    introduction: Line | None = optional("indledning", "Et par sætninger før spørgsmålene.", None)
    questions: tuple[Question, ...] = required("spoergsmaal", "Spørgsmål til eleverne.", min_length=1)
    word_bank: tuple[Line, ...] = optional("ordbank", "Ord, som elever kan bruge i deres svar.", min_length=1)
    studies: tuple[Line, ...] = optional(
        "undersoegelser", "Titlerne på de undersøgelser, som spørgsmålene handler om.", min_length=1
    )
    links: tuple[Link, ...] = optional("links", "Det, eleverne kan læse.", min_length=1)


class Subject(Part):
    name: Line = required("fag", "Faget.")
    areas: tuple[Line, ...] = required("omraader", "De af fagets områder, som timen arbejder med.", min_length=1)


class Curriculum(Part):
    """What the lesson has to do with what the state asks of a subject."""

    subjects: tuple[Subject, ...] = required("fag", "Fagene, hver med sine områder.", min_length=1)
    link: Link = required("link", "Hvor områderne står.")
    looked_up: IsoDate = required("slaaet_op", "Dagen, hvor nogen slog dem op.")
    note: Line | None = optional("bemaerk", "Det, læreren skal vide om dem.", None)


class Explained(Part):
    word: Line = required("ord", "Ordet.")
    meaning: Line = required("betyder", "Hvad det betyder, sagt til elever.")
    editorial: YesOrNo = editorial_field()


class Assignment(Part):
    phase: Phase = required("fase", "foer, under eller efter filmen.")
    title: Line = required("titel", "Hvad opgaven hedder, fx Hvem taler?")
    text: Line = required("tekst", "Hvad eleverne gør; begynd med et verbum.")
    subject: Line | None = optional("fag", "Faget, når opgaven hører til ét.", None)
    editorial: YesOrNo = editorial_field()


class Study(Part):
    title: Line = required("titel", "Undersøgelsens titel.")
    authors: tuple[Line, ...] = required("forfattere", "Hvem der har skrevet den.", min_length=1)
    publisher: Line = required("udgiver", "Hvem der har udgivet den.")
    published: Line = required("udgivet", "Hvornår, fx oktober 2017.")
    pages: WholeNumber | None = optional("sider", "Hvor mange sider den er på.", None)
    url: Link = required("link", "Hvor den kan læses.")
    for_pupils: tuple[Line, ...] = required("til_eleverne", "En halv side til eleverne, et afsnit i hver linje.", min_length=1)
    for_teacher: tuple[Line, ...] = required("til_laereren", "En halv side til læreren, et afsnit i hver linje.", min_length=1)
    editorial: YesOrNo = editorial_field()


class LessonStep(Part):
    phase: Phase = required("fase", "foer, under eller efter filmen.")
    minutes: Minutes | None = optional("minutter", "Hvor længe; tomt, når ingen ved det.", None)
    text: Line = required("tekst", "Hvad I gør; begynd med et verbum.")
    short: Line | None = optional("kort", "Et ord eller to til tegningen af timen, fx Grupper.", None)
    say: Line | None = optional("sig", "Hvad læreren kan sige.", None)
    show: Line | None = optional("vis", "Hvad der er på tavlen eller bordene imens.", None)
    lesson: WholeNumber | None = optional("lektion", "Hvilken lektion trinnet hører til, når der er flere: 1, 2.", None)
    editorial: YesOrNo = editorial_field()


class LessonFlow(Part):
    minutes: Minutes = required("minutter", "Hvor lang tid I har i alt.")
    title: Line | None = optional("titel", "Hvad forløbet hedder, fx To lektioner med en pause imellem.", None)
    steps: tuple[LessonStep, ...] = required("trin", "Hvad I gør.", min_length=1)
    editorial: YesOrNo = editorial_field()


class FilmSections(Sections):
    about: Prose | None = optional("Om filmen", "Hvad man ser.", None)
    why: Prose | None = optional("Hvorfor vise den", "Hvad filmen kan bruges til.", None)
    how: Prose | None = optional("Sådan bruger du den", "Hvordan en lærer griber det an.", None)


class Film(Reviewed):
    """A film and what a teacher needs to show it."""

    title: Line = required("titel", "Filmens titel.")
    summary: Summary = required("resume", "Højst 300 tegn: Hvad er det for en film, og hvem er den til?")
    synonyms: tuple[Line, ...] = optional("synonymer", "Det, folk ellers søger efter.", min_length=1)
    asked: tuple[Line, ...] = asked_field()
    intervention: Line | None = optional("indsats", "Id'et på den indsats, filmen er en del af.", None)
    link: Link = required("link", "Hvor filmen kan ses.")
    length: Minutes | None = optional("laengde", "Hvor mange minutter filmen varer; udfyldes, når nogen har set den.", None)
    subtitles: Line | None = optional("undertekster", "Hvilke undertekster den har; udfyldes, når nogen har set den.", None)
    facts: tuple[Fact, ...] = optional("fakta", "Det, kilden siger om filmen.", min_length=1)
    participants: tuple[Participant, ...] = optional("medvirkende", "Hvem man møder i filmen.", min_length=1)
    levels: tuple[Line, ...] = optional("niveauer", "Hvilke klassetrin den er til.", min_length=1)
    subjects: tuple[Line, ...] = optional("fag", "Hvilke fag den passer i.", min_length=1)
    issues: tuple[Line, ...] = optional("emner", "Hvad filmen tager op.", min_length=1)
    curriculum: Curriculum | None = optional("laereplan", "Hvad timen har med fagenes mål at gøre.", None)
    goals: tuple[Item, ...] = optional("maal", "Det, eleverne kan bagefter, sagt til eleverne.", min_length=1)
    signs: tuple[Item, ...] = optional("tegn", "Det, læreren kan se og høre, når eleverne lærer.", min_length=1)
    words: tuple[Explained, ...] = optional("ord", "Ord fra filmen og spørgsmålene, forklaret til elever.", min_length=1)
    rules: tuple[Item, ...] = optional("samtaleregler", "Det, klassen aftaler, før den taler sammen.", min_length=1)
    care: tuple[Item, ...] = optional("opmaerksomhed", "Det, læreren skal passe på.", min_length=1)
    hurt: tuple[Item, ...] = optional("hvis_en_elev_bliver_ramt", "Hvad læreren gør, hvis timen rammer en elev.", min_length=1)
    help: tuple[Item, ...] = optional("hvem_kan_hjaelpe", "Hvem lærer og elev kan gå til; roller, ikke navne.", min_length=1)
    assignments: tuple[Assignment, ...] = optional("opgaver", "Opgaver før, under og efter filmen.", min_length=1)
    topics: tuple[Topic, ...] = optional("temaer", "Spørgsmålene, samlet i temaer.", min_length=1)
    studies: tuple[Study, ...] = optional("undersoegelser", "Undersøgelser, som spørgsmålene henviser til.", min_length=1)
    groups: tuple[Item, ...] = optional("gruppearbejde", "Råd om gruppearbejdet.", min_length=1)
    chair: tuple[Item, ...] = optional("ordstyrer", "Det, gruppens ordstyrer gør; et af samtalekortene.", min_length=1)
    ending: tuple[Item, ...] = optional("exitbillet", "Det, eleverne skriver, før de går.", min_length=1)
    flows: tuple[LessonFlow, ...] = optional("forloeb", "Hvordan tiden kan bruges.", min_length=1)
    sources: tuple[Citation, ...] = optional("kilder", "Hvor det står.", min_length=1)
    links: tuple[Link, ...] = optional("links", "Steder uden for kataloget.", min_length=1)
    sections: FilmSections = required(source.SECTIONS, "Teksten under front matter.")

    @property
    def other_names(self) -> tuple[str, ...]:
        return self.synonyms

    def studies_of(self, topic: Topic) -> tuple[Study, ...]:
        """The studies that the questions of a topic are about."""
        return tuple(study for study in self.studies if study.title in topic.studies)
