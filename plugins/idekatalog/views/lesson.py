"""Teaching with a film: the teacher's page."""

from collections.abc import Iterable, Iterator

from .. import addresses
from ..catalogue import Catalogue
from ..document.nodes import (
    Block,
    Blocks,
    Break,
    Document,
    Downloads,
    Emphasis,
    Facts,
    Line,
    Medium,
    Section,
    Strong,
    Style,
    Web,
    bullets,
    document,
    join,
    line,
    only,
    paragraph,
    section,
    steps,
)
from ..document.says import MARKED
from ..language.danish import long_date
from ..records.film import Assignment, Curriculum, Film, LessonFlow, LessonStep, Question, Study, Topic
from ..records.parts import Item, Phase
from . import parts
from .handouts import handouts
from .latest import latest
from .parts import Markable, own, to
from .prose import prose, terms

PHASES = {Phase.BEFORE: "Før filmen", Phase.DURING: "Filmen", Phase.AFTER: "Efter filmen"}
DURING = {Phase.BEFORE: "Før", Phase.DURING: "Undervejs", Phase.AFTER: "Efter"}


@latest
def lesson(film: Film, catalogue: Catalogue) -> Document:
    """The teacher's guide to a film: care first, then the time, then what is talked about."""
    words = terms(film.title, catalogue)
    title = f"Undervisning: {film.title}"
    intervention = catalogue.intervention(film.intervention)
    facts = ((fact.name, fact.value) for fact in film.facts)
    people = ((person.name, person.who) for person in film.participants)
    blocks = (
        *parts.opening(film.summary, film.is_draft),
        paragraph(Web(film.link.url, line(f"Se filmen: {film.link.title}"))),
        only(Medium.SCREEN, section("Til timen", bullets(_materials(film)), Downloads())),
        section("Pas på", *_care(film), style=Style.CARE),
        *_goals(film),
        section("Sådan går timen", *map(_flow, film.flows)),
        section(
            "Om filmen",
            *prose(film.sections.about, catalogue, words),
            Facts(tuple((name, line(said)) for name, said in (*facts, *people, *_unseen(film)))),
        ),
        section("Fag og niveau", *_subjects(film)),
        *_words(film),
        *_assignments(film),
        section("Temaer og spørgsmål", *(_topic(number, topic) for number, topic in enumerate(film.topics, 1))),
        *_studies(film),
        section("Gruppearbejde", *_items(film.groups)),
        *([section("Exitbillet", *_items(film.ending))] if film.ending else []),
        section("Hvorfor vise den", *prose(film.sections.why, catalogue, words)),
        section("Sådan bruger du den", *prose(film.sections.how, catalogue, words)),
        section(
            "Kilder",
            paragraph("Filmen er en del af indsatsen ", to(addresses.page(intervention), intervention.title), "."),
            parts.sources(film.sources, film.links, catalogue),
            parts.reviewed(film),
        ),
        *words.section(),
    )
    data = tuple(resource(film, catalogue.publisher.licence_address))
    return document(addresses.page(film), title, film.summary, blocks, kind="undervisning", id=film.id, data=data)


def _materials(film: Film) -> list[Line]:
    """What there is to print and to show, each with what is on it."""
    return [line(to(handout.sheet.address, handout.sheet.title), f" ({handout.note})") for handout in handouts(film)]


def _care(film: Film) -> Iterator[Block]:
    yield from _items(film.care)
    for heading, items in (
        ("Samtaleregler", film.rules),
        ("Hvis en elev bliver ramt", film.hurt),
        ("Hvem kan hjælpe", film.help),
    ):
        if items:
            yield section(heading, *_items(items), level=3)


def _goals(film: Film) -> Iterator[Section]:
    if film.goals:
        signs = [section("Tegn på læring", *_items(film.signs), level=3)] if film.signs else []
        yield section("Mål", *_items(film.goals), *signs)


def _unseen(film: Film) -> Iterator[tuple[str, str]]:
    """What only somebody who has seen the film can say; that nobody has said it is said too."""
    unknown = "det står ikke i kilden; se filmen, før du viser den"
    yield "Længde", f"{film.length} minutter" if film.length else unknown
    yield "Undertekster", film.subtitles or unknown


def _subjects(film: Film) -> Iterator[Block]:
    yield Facts((
        ("Niveau", line("; ".join(film.levels))),
        ("Fag", line(", ".join(film.subjects))),
        ("Emner", line(", ".join(film.issues))),
    ))  # fmt: skip
    if film.curriculum:
        yield from _curriculum(film.curriculum)


def _curriculum(curriculum: Curriculum) -> Iterator[Block]:
    yield paragraph("Timen arbejder med:")
    yield bullets(line(Strong(line(f"{subject.name}:")), f" {', '.join(subject.areas)}") for subject in curriculum.subjects)
    looked_up = f". Slået op {long_date(curriculum.looked_up)}."
    yield paragraph(*([f"{curriculum.note} "] if curriculum.note else []), parts.web(curriculum.link), looked_up)


def _flow(flow: LessonFlow) -> Section:
    name = f"{flow.minutes} minutter" + (f": {flow.title[0].lower()}{flow.title[1:]}" if flow.title else "")
    whose = [paragraph("Forløbet er redaktionens forslag.")] if flow.editorial else []
    lessons = dict.fromkeys(step.lesson for step in flow.steps)
    told: list[Block] = []
    for number in lessons:
        if number:
            told.append(paragraph(Strong(line(f"{number}. lektion"))))
        told.append(steps(_step(step) for step in flow.steps if step.lesson == number))
    return section(f"Forslag til {name}", *whose, *told, level=3)


def _step(step: LessonStep) -> Line:
    minutes = f", {step.minutes} minutter" if step.minutes else ""
    more = [
        *(["Sig: ", step.say] if step.say else []),
        *([" " if step.say else "", "Vis: ", step.show, "."] if step.show else []),
    ]
    small = (Break(), Emphasis(line(*more))) if more else ()
    return line(Strong(line(f"{PHASES[step.phase]}{minutes}:")), f" {step.text}.", *own(step.editorial), *small)


def _words(film: Film) -> Iterator[Section]:
    if film.words:
        told = [
            line(Strong(line(f"{word.word}:")), f" {word.meaning}", *mark)
            for word, mark in zip(film.words, _marks(film.words), strict=True)
        ]
        yield section("Timens ord", *_whose(film.words), bullets(told))


def _assignments(film: Film) -> Iterator[Section]:
    if film.assignments:
        marks = dict(zip(film.assignments, _marks(film.assignments), strict=True))
        yield section("Opgaver", *_whose(film.assignments), *_by_phase(film, marks))


def _by_phase(film: Film, marks: dict[Assignment, Line]) -> Iterator[Section]:
    for phase in Phase:
        if found := [one for one in film.assignments if one.phase is phase]:
            yield section(
                f"{DURING[phase]} filmen" if phase is not Phase.DURING else "Mens I ser",
                bullets(
                    line(
                        Strong(line(f"{one.title}{f' ({one.subject})' if one.subject else ''}.")),
                        f" {one.text}",
                        *marks[one],
                    )
                    for one in found
                ),
                level=3,
            )


def _topic(number: int, topic: Topic) -> Section:
    read_more = paragraph("Læs mere: ", *join("; ", (line(parts.web(link)) for link in topic.links)), ".")
    return section(
        f"Tema {number}: {topic.title}",
        *([paragraph(topic.introduction)] if topic.introduction else []),
        bullets(map(_question, topic.questions)),
        *([paragraph(Strong(line("Ordbank:")), f" {', '.join(topic.word_bank)}")] if topic.word_bank else []),
        *([read_more] if topic.links else []),
        level=3,
    )


def _question(question: Question) -> Line:
    """A question, and what the editors give pupils and teacher along with it."""
    more: list[Line] = [
        line(Emphasis(line(f"{name}: ")), said)
        for name, said in (
            ("Begynd sådan", question.starter),
            ("Sværere", question.harder),
            ("Til dig", question.note),
        )
        if said
    ]
    broken = (part for one in more for part in (Break(), *one))
    return line(question.text, *own(question.editorial), *broken)


def _studies(film: Film) -> Iterator[Section]:
    if film.studies:
        yield section("Undersøgelserne", *map(_study, film.studies))


def _study(study: Study) -> Section:
    pages = f", {study.pages} sider" if study.pages else ""
    by = f"{_and(study.authors)}: {study.publisher}, {study.published}{pages}. "
    return section(
        study.title,
        paragraph(by, parts.web(study.url), "."),
        *([paragraph(Emphasis(line(MARKED)))] if study.editorial else []),
        paragraph(Strong(line("Til eleverne"))),
        *map(paragraph, study.for_pupils),
        paragraph(Strong(line("Til dig"))),
        *map(paragraph, study.for_teacher),
        level=3,
    )


def _and(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} og {last}" if first else last


def _items(items: tuple[Item, ...]) -> Blocks:
    return *_whose(items), bullets(line(item.text, *mark) for item, mark in zip(items, _marks(items), strict=True))


def _whose(items: Iterable[Markable]) -> Blocks:
    """Said once, where all of a list are the editors'."""
    return (paragraph(Emphasis(line(MARKED))),) if all(item.editorial for item in items) else ()


def _marks(items: tuple[Markable, ...]) -> list[Line]:
    return [() if _whose(items) else own(item.editorial) for item in items]


def resource(film: Film, licence: str = "") -> list[dict[str, object]]:
    """The film as a ``VideoObject`` and its guide as a ``LearningResource``: https://schema.org/LearningResource."""
    return [
        {
            "@context": "https://schema.org",
            "@type": "LearningResource",
            "name": f"Undervisning: {film.title}",
            "description": film.summary,
            "inLanguage": "da",
            "learningResourceType": ["lærervejledning", *dict.fromkeys(handout.sort.lower() for handout in handouts(film))],
            "educationalLevel": list(film.levels),
            "about": list(film.issues),
            "dateModified": film.reviewed.isoformat(),
            **({"license": licence} if licence else {}),
        },
        {
            "@context": "https://schema.org",
            "@type": "VideoObject",
            "name": film.title,
            "description": film.summary,
            "inLanguage": "da",
            "url": film.link.url,
        },
    ]
