"""Teaching with a film: the teacher's page."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from .. import addresses
from ..catalogue import Catalogue
from ..document.nodes import (
    Also,
    Block,
    Blocks,
    Break,
    Callout,
    Card,
    Cards,
    Columns,
    Document,
    Downloads,
    Emphasis,
    Fact,
    Facts,
    Line,
    Look,
    Medium,
    Minutes,
    Only,
    Opening,
    Procedure,
    Run,
    Section,
    Share,
    Signs,
    Step,
    Stretch,
    Strong,
    Style,
    Switch,
    To,
    Toolbar,
    Web,
    arranged,
    bullets,
    document,
    filled,
    join,
    line,
    only,
    paragraph,
    section,
    words,
)
from ..document.says import MARKED
from ..document.terms import Terms
from ..language.danish import long_date
from ..language.words import _, code, marked, plural
from ..reading.text import sentence
from ..records.film import Assignment, Curriculum, Film, LessonFlow, LessonStep, Question, Study, Topic
from ..records.parts import Item, Phase
from . import parts
from .card import handed_out
from .handouts import Handout, handouts
from .latest import latest
from .parts import Markable, own, to
from .prose import prose, terms

DURING = {Phase.BEFORE: marked("Før filmen"), Phase.DURING: marked("Mens I ser"), Phase.AFTER: marked("Efter filmen")}
WHEN = {Phase.BEFORE: marked("Før filmen"), Phase.DURING: marked("Filmen"), Phase.AFTER: marked("Efter filmen")}
SHORT = {Phase.BEFORE: marked("Før"), Phase.DURING: marked("Filmen"), Phase.AFTER: marked("Efter")}
UNSEEN = marked("Ikke oplyst")


@latest
def lesson(film: Film, catalogue: Catalogue) -> Document:
    """The teacher's guide to a film: care first, then the time, then what is talked about."""
    words = terms(film.title, catalogue)
    told = tuple(block for block in (part(film) for part in LESSON) if block)
    return document(
        addresses.page(film),
        _("Undervisning: {title}").format(title=film.title),
        film.summary,
        (opening(film, catalogue), toolbar(film, told), *told, depth(film, catalogue, words)),
        kind="undervisning",
        id=film.id,
        data=tuple(resource(film, catalogue.publisher.licence_address)),
    )


def opening(film: Film, catalogue: Catalogue) -> Opening:
    """What it is, where it is seen, and the facts a lesson is planned by."""
    seen = Callout(_("Se filmen, før du viser den"), line(_("Så ved du, hvor længe den varer, og hvad eleverne møder.")))
    return Opening(
        (
            *parts.opening(film.summary, film.is_draft),
            paragraph(Web(film.link.url, line(_("Se filmen: {title}").format(title=film.link.title)))),
            *(() if film.length else (seen,)),
        ),
        (*parts.drawn(film, catalogue), section(_("Kort fortalt"), Signs(tuple(facts(film))), style=Style.FACTS)),
    )


def facts(film: Film) -> Iterator[Fact]:
    """What only somebody who has seen the film can say is said to be unknown until somebody has."""
    minutes = [str(flow.minutes) for flow in film.flows]
    if film.levels:
        yield Fact("hvem", _("Niveau"), line("; ".join(film.levels)))
    if film.subjects:
        yield Fact("fag", _("Fag"), line(", ".join(film.subjects)))
    if minutes:
        yield Fact("tid", _("Forløb"), line(_("{list} minutter").format(list=f" {_('eller')} ".join(dict.fromkeys(minutes)))))
    yield Fact("film", _("Filmen varer"), line(_("{length} minutter").format(length=film.length) if film.length else _(UNSEEN)))
    yield Fact("tekster", _("Undertekster"), line(film.subtitles or _(UNSEEN)))


def toolbar(film: Film, told: Blocks) -> Toolbar:
    """What one shows and hands out first, and the parts of the page."""
    there = {block.key: words(block.heading) for block in arranged(told) if isinstance(block, Section)}
    known = (
        ("saadan-gaar-timen", _("Timen")),
        ("til-timen", _("Materialer")),
        ("temaer-og-spoergsmaal", _("Spørgsmål")),
        ("opgaver", _("Opgaver")),
    )
    return Toolbar(
        (
            ("dias", to(addresses.sheet(film, "dias"), _("Vis dias"))),
            *((("skabeloner", to(addresses.sheet(film, "elevark-1"), _("Elevark"))),) if film.topics else ()),
        ),
        (*((key, name) for key, name in known if key in there), ("mere", _("Mere"))),
    )


def care(film: Film) -> Block | None:
    """What to bear in mind, and what to do when it goes wrong, before anything else."""
    hurt = [section(_("Hvis en elev bliver ramt"), *_items(film.hurt), level=3)] if film.hurt else []
    first = [section(_("Pas på"), *_items(film.care), *hurt, style=Style.CARE)] if film.care or hurt else []
    beside = [
        section(heading, *_items(items), style=style)
        for heading, items, style in (
            (_("Samtaleregler"), film.rules, Style.GOOD),
            (_("Hvem kan hjælpe"), film.help, Style.ASK),
        )
        if items
    ]
    return Columns((tuple(first), tuple(beside))) if first and beside else _abreast([*first, *beside])


def goals(film: Film) -> Block | None:
    found = [
        section(heading, *_items(items))
        for heading, items in ((_("Mål"), film.goals), (_("Tegn på læring"), film.signs))
        if items
    ]
    return _abreast(found)


def flows(film: Film) -> Section | None:
    """The lesson as a line of minutes."""
    if not film.flows:
        return None
    told = [(_("{minutes} minutter").format(minutes=flow.minutes), (_flow(flow, film),)) for flow in film.flows]
    one_at_a_time: Blocks = (Switch(_("Vælg længde"), tuple(told)),)
    return section(_("Sådan går timen"), *(one_at_a_time if len(told) == 2 else (block for _, view in told for block in view)))


def _flow(flow: LessonFlow, film: Film) -> Section:
    name = _("{minutes} minutter").format(minutes=flow.minutes) + (
        f": {flow.title[0].lower()}{flow.title[1:]}" if flow.title else ""
    )
    whose = [paragraph(Emphasis(line(_("Forløbet er redaktionens forslag."))))] if flow.editorial else []
    lessons = list(dict.fromkeys(step.lesson for step in flow.steps))
    told: list[Block] = []
    for number in lessons:
        if number:
            told.append(paragraph(Strong(line(_("{number}. lektion").format(number=number)))))
        taken = tuple(_stretch(step, film) for step in flow.steps if step.lesson == number)
        told += _minutes(Minutes(flow.minutes // len(lessons), taken))
    return section(_("Forslag til {name}").format(name=name), *told, *whose, level=3)


def _minutes(minutes: Minutes) -> Iterator[Block]:
    yield minutes
    if any(one.minutes is None for one in minutes.stretches):
        fixed = minutes.total - minutes.rest
        yield paragraph(
            _(
                "De trin, der har en tid, tager {fixed} minutter. Der er {rest} minutter til resten. Varer filmen længere, "
                "så gem noget til næste gang."
            ).format(fixed=fixed, rest=minutes.rest)
        )


def _stretch(step: LessonStep, film: Film) -> Stretch:
    minutes = step.minutes or (film.length if step.phase is Phase.DURING else None)
    more = tuple((name, said) for name, said in ((_("Sig"), step.say), (_("Vis"), step.show)) if said)
    return Stretch(
        step.phase.value,
        _(WHEN[step.phase]),
        minutes,
        step.short or _(SHORT[step.phase]),
        line(sentence(step.text), *own(step.editorial)),
        more,
    )


def materials(film: Film) -> Section:
    """What there is to print and to show, each with its first page and its files; and all of it as one file."""
    sorts = groupby(handouts(film), key=lambda handout: handout.sort)
    cards = tuple(_material(film, tuple(sheets)) for _, sheets in sorts)
    return section(_("Til timen"), Cards(cards, Look.SHEET, level=3), only(Medium.SCREEN, Downloads(lists=True)))


def _material(film: Film, sheets: tuple[Handout, ...]) -> Card:
    """The sheets of a sort: the first is the card, and each that can be written on is filled in on the screen too."""
    first, slides = sheets[0], sheets[0].sheet.kind == "slides"
    filled_in = [one.sheet.address for one in sheets if one.sheet.kind == "worksheet"]
    several = [_("Udfyld ark {number}").format(number=number) for number in range(1, len(filled_in) + 1)]
    names = several if len(several) > 1 else [_("Udfyld")]
    ways = (line(to(address, f"{name}: {first.sort}")) for address, name in zip(filled_in, names, strict=False))
    return Card(
        first.sheet.address,
        first.sort,
        line(f"{first.note[0].upper()}{first.note[1:]}."),
        picture=handed_out(film, first.file, slides),
        more=(*join(" · ", ways), *(() if slides else (Also(first.sheet.address),))),
    )


def topics(film: Film) -> Section | None:
    if not film.topics:
        return None
    several = [_topic(number, topic) for number, topic in enumerate(film.topics, 1)]
    return section(_("Temaer og spørgsmål"), Columns(tuple((one,) for one in several)) if len(several) > 1 else several[0])


def _topic(number: int, topic: Topic) -> Section:
    read_more = paragraph(_("Læs mere:"), " ", *join("; ", (line(parts.web(link)) for link in topic.links)), ".")
    asked = tuple(_question(number, question) for number, question in enumerate(topic.questions, 1))
    return section(
        _("Tema {number}: {title}").format(number=number, title=topic.title),
        *([paragraph(topic.introduction)] if topic.introduction else []),
        Procedure((Run("", asked),)),
        *([paragraph(Strong(line(_("Ordbank:"))), f" {', '.join(topic.word_bank)}")] if topic.word_bank else []),
        *([read_more] if topic.links else []),
        level=3,
    )


def _question(number: int, question: Question) -> Step:
    """A question, and folded below it what the editors give pupils and teacher along with it."""
    more = [
        line(Emphasis(line(f"{name}: ")), said)
        for name, said in ((_("Begynd sådan"), question.starter), (_("Sværere"), question.harder), (_("Til dig"), question.note))
        if said
    ]
    detail = tuple(part for at, one in enumerate(more) for part in ((Break(), *one) if at else one))
    return Step(number, line(question.text, *own(question.editorial)), detail)


def assignments(film: Film) -> Section | None:
    if not film.assignments:
        return None
    marks = dict(zip(film.assignments, _marks(film.assignments), strict=True))
    phases = [section(_(DURING[phase]), _assigned(found, marks), level=3) for phase in Phase if (found := _in(film, phase))]
    return section(_("Opgaver"), *_whose(film.assignments), *([_abreast(phases)] if len(phases) > 1 else phases))


def _in(film: Film, phase: Phase) -> list[Assignment]:
    return [one for one in film.assignments if one.phase is phase]


def _assigned(found: Iterable[Assignment], marks: dict[Assignment, Line]) -> Block:
    return bullets(
        line(Strong(line(sentence(f"{one.title} ({one.subject})" if one.subject else one.title))), f" {one.text}", *marks[one])
        for one in found
    )


def word_list(film: Film) -> Section | None:
    if not film.words:
        return None
    told = [
        line(Strong(line(f"{word.word}:")), f" {word.meaning}", *mark)
        for word, mark in zip(film.words, _marks(film.words), strict=True)
    ]
    return section(_("Timens ord"), *_whose(film.words), bullets(told))


def studies(film: Film) -> Section | None:
    if not film.studies:
        return None
    told = [_study(study) for study in film.studies]
    return section(_("Undersøgelserne"), *([_abreast(told)] if len(told) > 1 else told))


def _study(study: Study) -> Section:
    pages = f", {plural('{n} side', '{n} sider', study.pages)}" if study.pages else ""
    by = f"{_and(study.authors)}: {study.publisher}, {study.published}{pages}. "
    return section(
        study.title,
        paragraph(by, parts.web(study.url), "."),
        *([paragraph(Emphasis(line(_(MARKED))))] if study.editorial else []),
        paragraph(Strong(line(_("Til eleverne")))),
        *map(paragraph, study.for_pupils),
        paragraph(Strong(line(_("Til dig")))),
        *map(paragraph, study.for_teacher),
        level=3,
    )


def groups(film: Film) -> Block | None:
    """How the groups work, what their chair does, and how the lesson ends."""
    told = ((_("Gruppearbejde"), film.groups), (_("Til ordstyreren"), film.chair), (_("Exitbillet"), film.ending))
    return _abreast([section(heading, *_items(items)) for heading, items in told if items])


def share(film: Film) -> Only:
    """What a teacher puts into the school's own system: nothing of it is embedded there."""
    pupils = [one.sheet for one in handouts(film) if one.sheet.kind == "worksheet"]
    text = _("Vi ser filmen {title} og taler om den. Brug arkene her, når din lærer siger til.").format(title=film.title)
    links: tuple[To | Web, ...] = (
        Web(film.link.url, line(film.link.title)),
        *(to(sheet.address, sheet.title) for sheet in pupils),
    )
    return only(
        Medium.SCREEN,
        section(
            _("Del med klassen"),
            paragraph(_("Sæt titel, tekst og links ind i Aula, Teams eller Google Classroom.")),
            Share(film.title, text, links),
        ),
    )


def depth(film: Film, catalogue: Catalogue, terms: Terms) -> Section:
    """What is folded at the foot."""
    intervention = catalogue.intervention(film.intervention) if film.intervention else None
    named = [*((fact.name, fact.value) for fact in film.facts), *((person.name, person.who) for person in film.participants)]
    facts = (Facts(tuple((name, line(said)) for name, said in named)),) if named else ()
    sections, known = film.sections, tuple(_subjects(film))
    told: tuple[tuple[str, Blocks, str], ...] = (
        (_("Om filmen"), (*(prose(sections.about, catalogue, terms) if sections.about else ()), *facts), ""),
        (_("Hvorfor vise den"), prose(sections.why, catalogue, terms) if sections.why else (), ""),
        (_("Sådan bruger du den"), prose(sections.how, catalogue, terms) if sections.how else (), ""),
        (_("Fag og niveau"), known, ", ".join(film.subjects)),
    )
    belongs = (
        (
            paragraph(
                *filled(_("Filmen er en del af indsatsen {titel}."), titel=to(addresses.page(intervention), intervention.title))
            ),
        )
        if intervention
        else ()
    )
    return section(
        _("Vil du vide mere?"),
        *(parts.folded(section(heading, *blocks), note) for heading, blocks, note in told if blocks),
        *(parts.folded(explained, _("{n} forklaret").format(n=len(terms.used))) for explained in terms.section()),
        *parts.origin(film.sources, film.links, catalogue, parts.reviewed(film), first=belongs),
        key="mere",
    )


def _subjects(film: Film) -> Iterator[Block]:
    rows = ((_("Niveau"), "; ".join(film.levels)), (_("Fag"), ", ".join(film.subjects)), (_("Emner"), ", ".join(film.issues)))
    if any(said for _, said in rows):
        yield Facts(tuple((name, line(said)) for name, said in rows if said))
    if film.curriculum:
        yield from _curriculum(film.curriculum)


def _curriculum(curriculum: Curriculum) -> Iterator[Block]:
    yield paragraph(_("Timen arbejder med:"))
    yield bullets(line(Strong(line(f"{subject.name}:")), f" {', '.join(subject.areas)}") for subject in curriculum.subjects)
    looked_up = ". " + _("Slået op {date}.").format(date=long_date(curriculum.looked_up))
    yield paragraph(*([f"{curriculum.note} "] if curriculum.note else []), parts.web(curriculum.link), looked_up)


LESSON: tuple[Callable[[Film], Block | None], ...] = (
    care, goals, flows, materials, share, topics, assignments, word_list, studies, groups,
)  # fmt: skip


def _abreast(found: list[Section]) -> Columns | Section | None:
    return Columns(tuple((one,) for one in found)) if len(found) > 1 else found[0] if found else None


def _and(names: Iterable[str]) -> str:
    *first, last = names
    return _("{list} og {last}").format(list=", ".join(first), last=last) if first else last


def _items(items: tuple[Item, ...]) -> Blocks:
    return *_whose(items), bullets(line(item.text, *mark) for item, mark in zip(items, _marks(items), strict=True))


def _whose(items: Iterable[Markable]) -> Blocks:
    """Said once, where all of a list are the editors'."""
    return (paragraph(Emphasis(line(_(MARKED)))),) if all(item.editorial for item in items) else ()


def _marks(items: tuple[Markable, ...]) -> list[Line]:
    return [() if _whose(items) else own(item.editorial) for item in items]


def resource(film: Film, licence: str = "") -> list[dict[str, object]]:
    """The film as a ``VideoObject`` and its guide as a ``LearningResource``: https://schema.org/LearningResource."""
    return [
        {
            "@context": "https://schema.org",
            "@type": "LearningResource",
            "name": _("Undervisning: {title}").format(title=film.title),
            "description": film.summary,
            "inLanguage": code(),
            "learningResourceType": [_("lærervejledning"), *dict.fromkeys(handout.sort.lower() for handout in handouts(film))],
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
            "inLanguage": code(),
            "url": film.link.url,
        },
    ]
