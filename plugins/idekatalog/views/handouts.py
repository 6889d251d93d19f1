"""What a teacher prints and shows of a film: the pupils' sheets, the conversation cards and the slides."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any, TypeAlias

from .. import addresses
from ..document.nodes import Block as Plain
from ..document.nodes import Break, Emphasis, Line, Medium, Paragraph, Strong, Web, bullets, line, only, paragraph
from ..document.sheet import Blank, Blanks, Block, Card, Deck, Heading, Hint, Part, Questions, Sheet, Slide, Slides
from ..language.words import _, plural
from ..reading.text import sentence
from ..records.film import Assignment, Film, Question, Topic
from ..records.parts import Item, Phase
from . import parts
from .parts import Markable, mark, to

# How many ruled lines an A4 page has room for, beside the questions; and where there are words and beginnings too.
LINES = 22
LINES_WITH_HELP = 16
CARDS_ON_A_PAGE = 8
WORDS_ON_A_SLIDE = 3


def _to_each() -> str:
    return _("Ét til hver elev")


def _helped() -> str:
    return _("Med begyndelser på svar og ord at bruge")


def _named() -> Blanks:
    return Blanks(tuple(Blank(line(name)) for name in (_("Navn"), _("Klasse"), _("Dato"))))


Notes: TypeAlias = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Handout:
    """A sheet of a film.

    Those of a ``sort`` are printed together, as the documents called ``file``; ``note`` says in a list what is on them.
    """

    sort: str
    file: str
    note: str
    sheet: Sheet


def handouts(film: Film) -> tuple[Handout, ...]:
    """Everything of a film to print and to show, in the order a teacher needs it."""
    questions = sum(len(topic.questions) for topic in film.topics)
    asked = ", ".join(
        (
            plural("{n} spørgsmål", "{n} spørgsmål", questions),
            *([_("et ark til hvert tema")] if len(film.topics) > 1 else []),
        )
    )
    asked = f"{asked}. {_to_each()}"
    return (
        Handout(
            _("Dias"),
            "dias",
            _("timen på tavlen, {questions} spørgsmål, ét ad gangen").format(questions=questions)
            if questions
            else _("timen på tavlen"),
            _slides(film),
        ),
        *_viewing(film),
        *(
            Handout(_("Elevark"), "elevark", asked, _worksheet(film, number, topic))
            for number, topic in enumerate(film.topics, 1)
        ),
        *(
            Handout(
                _("Elevark med hjælp"),
                "elevark-med-hjaelp",
                f"{_('de samme spørgsmål.')} {_helped()}",
                _worksheet(film, number, topic, help=True),
            )
            for number, topic in enumerate(film.topics, 1)
            if topic.word_bank or any(question.starter for question in topic.questions)
        ),
        *(
            (
                Handout(
                    _("Samtalekort"),
                    "samtalekort",
                    _("{questions} spørgsmål til at klippe ud. Ét sæt til hver gruppe").format(questions=questions),
                    _cards(film),
                ),
            )
            if questions
            else ()
        ),
        *_ending(film),
    )


def _viewing(film: Film) -> Iterator[Handout]:
    """The sheet that pupils have before them while they watch."""
    if found := [one for one in film.assignments if one.phase is Phase.DURING]:
        asked = tuple(_assigned(one) for one in found)
        sheet = _sheet(
            film,
            "seark",
            found,
            title=_("Seark: {title}").format(title=film.title),
            summary=_("Seark til filmen {title}: det, I holder øje med, mens I ser.").format(title=film.title),
            heading=_("Mens I ser filmen"),
            kicker=_("Seark · {title}").format(title=film.title),
            opening=(_named(),),
            blocks=(Questions(asked, LINES // len(asked)),),
        )
        yield Handout(
            _("Seark"), "seark", _("det, eleverne holder øje med, mens de ser filmen. {to}").format(to=_to_each()), sheet
        )


def _assigned(one: Assignment) -> Line:
    """A task behind its title, which may be a question."""
    between = "" if one.title.endswith(("?", "!", ".")) else ":"
    return line(Strong(line(f"{one.title}{between}")), f" {one.text}", *mark(one))


def _ending(film: Film) -> Iterator[Handout]:
    """The sheet that pupils leave behind."""
    if film.ending:
        sheet = _sheet(
            film,
            "exitbillet",
            film.ending,
            title=_("Exitbillet: {title}").format(title=film.title),
            summary=_("Exitbillet til filmen {title}: det, eleverne skriver, før de går.").format(title=film.title),
            heading=_("Før du går"),
            kicker=_("Exitbillet · {title}").format(title=film.title),
            opening=(_named(),),
            blocks=(Questions(tuple(line(item.text, *mark(item)) for item in film.ending), 4),),
        )
        yield Handout(_("Exitbillet"), "exitbillet", _("det, eleverne skriver, før de går. {to}").format(to=_to_each()), sheet)


def _worksheet(film: Film, number: int, topic: Topic, help: bool = False) -> Sheet:
    """A sheet for a topic, with room to write and no answers; ``help`` gives it beginnings and words."""
    name, key = (_("Elevark med hjælp"), f"elevark-{number}-med-hjaelp") if help else (_("Elevark"), f"elevark-{number}")
    asked = tuple(_asked(question, help) for question in topic.questions)
    studies = film.studies_of(topic)
    lines = (LINES_WITH_HELP if help else LINES) // len(asked)
    return _sheet(
        film,
        key,
        (*topic.questions, *studies),
        title=f"{name}: {topic.title}",
        summary=_("{name} til filmen {title}: {topic}").format(name=name, title=film.title, topic=sentence(topic.title))
        + (f" {_helped()}." if help else ""),
        heading=topic.title,
        kicker=f"{name} · {film.title}",
        opening=(
            _named(),
            *([paragraph(topic.introduction)] if topic.introduction else []),
            *([paragraph(Strong(line(f"{_('Ord:')} ")), ", ".join(topic.word_bank))] if help and topic.word_bank else []),
            *_links(topic),
        ),
        blocks=(*_read_first(film, topic), Questions(asked, max(2, lines))),
    )


def _asked(question: Question, help: bool) -> Line:
    begun = (Break(), Emphasis(line(question.starter))) if help and question.starter else ()
    return line(question.text, *mark(question), *begun)


def _links(topic: Topic) -> Iterator[Plain]:
    if topic.links and not topic.studies:
        links = [line(f"{link.title}: ", Web(link.url, line(link.url))) for link in topic.links]
        yield only(Medium.SCREEN, bullets(links))
        yield only(Medium.PAPER, *map(Paragraph, links))


def _read_first(film: Film, topic: Topic) -> Iterator[Block]:
    """The half page on the studies that the questions are about; then the questions have a page of their own."""
    studies = film.studies_of(topic)
    for study in studies:
        by = f"{', '.join(study.authors)}: {study.publisher}, {study.published}."
        yield Part(
            line(study.title, *mark(study)),
            (*map(paragraph, study.for_pupils), paragraph(f"{by} ", Web(study.url.url, line(study.url.title)))),
        )
    if studies:
        yield Heading(line(_("Spørgsmål")), new_page=True)


def _cards(film: Film) -> Sheet:
    """Every question on a card of its own, the rules and the chair's task before them, and empty ones that fill the page."""
    cards = [*_help_cards(film), *_question_cards(film)]
    # The last place is that of the card that says where they are from.
    left = -(len(cards) + 1) % CARDS_ON_A_PAGE
    empty = [Card(_("Jeres eget spørgsmål"), line(" " * number)) for number in range(1, 1 + left)]
    return _sheet(
        film,
        "samtalekort",
        (*_questions(film), *film.rules, *film.chair),
        kind="cards",
        title=_("Samtalekort: {title}").format(title=film.title),
        summary=_("Samtalekort til filmen {title}: et spørgsmål på hvert kort, otte kort på en side.").format(title=film.title),
        opening=(Hint(line(_("Print siden, og klip langs de stiplede linjer. Der er otte kort på en side."))),),
        blocks=(Deck((*cards, *empty), talk=True),),
    )


def _slides(film: Film) -> Sheet:
    """The lesson on a screen: goals, rules, words and the film, then a question at a time, and the ending."""
    watched = [one for one in film.assignments if one.phase is Phase.DURING]
    ended = _told(film, Phase.AFTER)
    slides = [
        *_slide(_("Før vi begynder"), _("Mål"), film.goals, _told(film, Phase.BEFORE)),
        *_slide(_("Før vi begynder"), _("Vores aftaler"), film.rules),
        *_people_slide(film),
        *_word_slides(film),
        Slide(
            _("Nu ser vi filmen"),
            (Web(film.link.url, line(film.title)),),
            tuple(_assigned(one) for one in watched),
            _told(film, Phase.DURING),
        ),
        *_slide(_("I grupper"), _("Sådan taler vi sammen"), film.chair, ended[:-1], timed=True),
        *_question_slides(film),
        *_slide(_("Til sidst"), _("Før du går"), film.ending, ended[-1:]),
    ]
    return _sheet(
        film,
        "dias",
        (*film.goals, *film.rules, *film.words, *watched, *film.chair, *_questions(film), *film.ending),
        kind="slides",
        title=_("Dias: {title}").format(title=film.title),
        summary=_("Dias til filmen {title}: timen fra mål til afslutning, et spørgsmål ad gangen.").format(title=film.title),
        opening=(),
        blocks=(Slides(tuple(slides)),),
        back=_("Til lærervejledningen"),
    )


def _slide(kind: str, title: str, items: tuple[Item, ...], notes: Notes = (), timed: bool = False) -> Iterator[Slide]:
    if items:
        yield Slide(kind, line(title), tuple(line(item.text, *mark(item)) for item in items), notes, timed)


def _people_slide(film: Film) -> Iterator[Slide]:
    """Those whom the class is about to meet, as the teacher is to tell it before the film."""
    told = tuple(line(Strong(line(f"{person.name}:")), f" {sentence(person.who)}") for person in film.participants)
    if told:
        yield Slide(_("Før vi begynder"), line(_("Hvem møder vi?")), told)


def _word_slides(film: Film) -> Iterator[Slide]:
    """So few words on each that they can be read from the back of the room."""
    for first in range(0, len(film.words), WORDS_ON_A_SLIDE):
        words = film.words[first : first + WORDS_ON_A_SLIDE]
        told = tuple(line(Strong(line(f"{word.word}: ")), word.meaning, *mark(word)) for word in words)
        yield Slide(_("Før vi begynder"), line(_("Timens ord")), told)


def _question_slides(film: Film) -> Iterator[Slide]:
    total, number = sum(1 for _ in _questions(film)), count(1)
    for topic in film.topics:
        for question in topic.questions:
            known = ((_("Til dig"), question.note), (_("Begynd sådan"), question.starter), (_("Sværere"), question.harder))
            notes = tuple((f"{name}:", said) for name, said in known if said)
            kind = _("Spørgsmål {number} af {total} · {title}").format(number=next(number), total=total, title=topic.title)
            yield Slide(kind, line(question.text, *mark(question)), (), notes, timed=True)


def _told(film: Film, phase: Phase) -> Notes:
    """What the first of the plans has the teacher do, say and show, step by step."""
    return tuple(
        (
            _("{minutes} min:").format(minutes=step.minutes) if step.minutes else _("Nu:"),
            " ".join(
                (
                    sentence(step.text),
                    *([_("Sig: {say}").format(say=step.say)] if step.say else []),
                    *([_("Vis: {show}").format(show=sentence(step.show))] if step.show else []),
                )
            ),
        )
        for flow in film.flows[:1]
        for step in flow.steps
        if step.phase is phase
    )


def _lines(said: Iterable[tuple[str, Markable]]) -> Line:
    """Each on a line of its own."""
    result: list[Line] = [line(text, *mark(part)) for text, part in said]
    return tuple(part for number, one in enumerate(result) for part in ((Break(), *one) if number else one))


def _help_cards(film: Film) -> Iterator[Card]:
    for title, items in ((_("Vores aftaler"), film.rules), (_("Til ordstyreren"), film.chair)):
        if items:
            yield Card(title, _lines((item.text, item) for item in items))


def _question_cards(film: Film) -> Iterator[Card]:
    return (Card(topic.title, line(question.text, *mark(question))) for topic in film.topics for question in topic.questions)


def _questions(film: Film) -> Iterator[Question]:
    return (question for topic in film.topics for question in topic.questions)


def _sheet(
    film: Film, name: str, told: Iterable[Markable], kind: str = "worksheet", back: str = "", heading: str = "", **fields: Any
) -> Sheet:
    """A sheet of a film that has ``told`` on it, which says whether something is the editors'."""
    marked = bool(mark(*told))
    return Sheet(
        kind=kind,
        address=addresses.sheet(film, name),
        id=film.id,
        heading=heading or film.title,
        back=to(addresses.page(film), back or _("Til lærervejledningen: {title}").format(title=film.title)),
        imprint=parts.imprint(film, marked),
        short=film.title,
        marked=marked,
        **fields,
    )
