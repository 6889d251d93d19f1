"""Every kind of sheet, filled in: what must be on its paper, and how each engine prints it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pymupdf
from babel.dates import format_date
from playwright.sync_api import Page

from idekatalog.document.nodes import words
from idekatalog.document.sheet import Slides
from idekatalog.files.load import load
from idekatalog.records.practice import Practice
from idekatalog.records.record import Record
from idekatalog.views.handouts import handouts
from places import ROOT

CATALOGUE = load(ROOT).published()
# Width and height in centimetres.
PAPERS = {"A4": (21, 29.7), "A5": (14.8, 21), "Letter": (21.59, 27.94)}
SCALES = (1, 1.3)
# What an author writes for the engine, and no reader sees as it is.
SETTINGS = {"slags", "bredde", "tegn"}
SOURCE = ("Inspiration til det forebyggende arbejde i boligområder", "CC BY 4.0")
SITE = ("Fakta fra inspirationskataloget", "CC BY 4.0")


@dataclass(frozen=True)
class Sheet:
    """A page that is printed: its address, and the texts that must be on the paper when it is filled in."""

    url: str
    texts: tuple[str, ...]
    imprint: tuple[str, ...]


def sheets() -> Iterator[Sheet]:
    """A sheet of each kind, and every template."""
    practice = CATALOGUE.practices[0]
    remembered = (step.on_paper for step in practice.steps if step.on_paper)
    yield Sheet(f"indsatser/{practice.id}/tjekliste/", (*steps(practice), *remembered), imprint(practice))
    chosen = [record for record in CATALOGUE.practices if record.id in ("beboermoede", "feedback")]
    lines = [line for record in chosen for line in (*steps(record), *(role.task for role in record.roles))]
    yield Sheet(f"plan/?valg={','.join(record.id for record in chosen)}", tuple(lines), (f"version {practice.version}", *SOURCE))
    for film in CATALOGUE.films:
        questions = tuple(question.text for topic in film.topics for question in topic.questions)
        for number, topic in enumerate(film.topics, 1):
            asked = (question.text for question in topic.questions)
            yield Sheet(f"undervisning/{film.id}/elevark-{number}/", (topic.title, *asked), (f"Til filmen {film.title}", *SOURCE))
        yield Sheet(f"undervisning/{film.id}/samtalekort/", questions, (f"Til filmen {film.title}", SOURCE[1]))
        slides = (
            slide for one in handouts(film) for block in one.sheet.blocks if isinstance(block, Slides) for slide in block.slides
        )
        shown = tuple(words(slide.title).rstrip("*") for slide in slides)
        yield Sheet(f"undervisning/{film.id}/dias/", shown, (f"Til filmen {film.title}", SOURCE[1]))
    for form in CATALOGUE.templates:
        blocks = form.model_dump(mode="json", by_alias=True, exclude_none=True)["blokke"]
        yield Sheet(
            f"skabeloner/{form.id}/",
            (form.heading or form.title, *block_texts(blocks)),
            (f"{form.id} · version {form.version}", *SOURCE),
        )
    compared = CATALOGUE.interventions[:4]
    roles = [CATALOGUE.vocabulary.label("roller", role.role) for record in compared for role in record.roles]
    lines = [*(line for record in compared for line in (record.title, record.problem)), *roles]
    yield Sheet(f"sammenlign/?sammenlign={','.join(record.id for record in compared)}", tuple(lines), SITE)
    plan = CATALOGUE.area_map
    assert plan
    yield Sheet("kort/", tuple(text for spot in plan.places for text in (spot.name, spot.said)), SITE)


def steps(record: Practice) -> list[str]:
    return [record.title, *(step.action for step in record.steps), *(item.text for item in (*record.care, *record.materials))]


def imprint(record: Record) -> tuple[str, ...]:
    return (f"{record.id} · version {record.version} · gennemgået {format_date(record.reviewed, 'long', locale='da')}", *SOURCE)


def block_texts(value: object) -> Iterator[str]:
    """Every text for the reader in a block of a template, however deep."""
    match value:
        case str():
            yield value
        case list():
            for item in value:
                yield from block_texts(item)
        case dict():
            for key, item in value.items():
                if key not in SETTINGS or (key == "tegn" and any(isinstance(meaning, dict) for meaning in item)):
                    yield from block_texts(item)


def fill(page: Page) -> list[str]:
    """Writes in every field and ticks every box; gives back what must be read on the paper."""
    if (button := page.locator("#udfyld")).count():
        button.click()
        page.locator("[aria-pressed=true]").wait_for()
    return page.evaluate(
        """() => {
            for (const box of document.querySelectorAll("main input[type=checkbox]:not([name=valg], .find input, .sammenlign input, .kort input)")) {
                box.checked = true
                box.dispatchEvent(new Event("change"))
            }
            return [...document.querySelectorAll("input.felt, textarea.felt")].map((field, number) => {
                const texts = {text: `Ærø${number}`,
                    textarea: `Husk nøglen til nr. ${number}, og ring til ejendomskontorets vagttelefon`}
                field.value = field.placeholder === "fx 10/12" ? `${1 + number % 28}.3.2027` : texts[field.type]
                field.dispatchEvent(new Event("input"))
                return field.value
            })
        }"""
    )


def printed(page: Page, paper: str, scale: float) -> pymupdf.Document:
    """The page on paper: its own size is set aside for the one in the printer."""
    width, height = PAPERS[paper]
    if page.context.browser.browser_type.name == "chromium":  # type: ignore[union-attr]
        return pymupdf.open(stream=page.pdf(width=f"{width}cm", height=f"{height}cm", scale=scale), filetype="pdf")
    # By its driver Firefox takes the size of the page's own style for that of the paper, and does not enlarge: so the paper
    # is made smaller instead. The driver counts in centimetres what Playwright takes for inches.
    width, height = width / scale, height / scale
    page.evaluate(
        """([width, height]) => {
            const sheet = document.querySelector("style") ?? document.head.appendChild(document.createElement("style"))
            const rules = new CSSStyleSheet()
            rules.replaceSync(`@page { size: ${width}cm ${height}cm } @page landscape { size: ${height}cm ${width}cm }`)
            document.adoptedStyleSheets = [rules]
        }""",
        [width, height],
    )
    return pymupdf.open(stream=page.pdf(width=f"{width}in", height=f"{height}in"), filetype="pdf")


def bare(text: str) -> str:
    """A text without white space, hyphens and capitals: a line is broken, and a heading set, as the paper wants."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", text).casefold()


def missing(document: pymupdf.Document, texts: Iterable[str]) -> list[str]:
    """The texts that are not on the paper."""
    read = bare("".join(leaf.get_text() for leaf in document))
    return [text for text in texts if bare(text) not in read]


def ends_with_words(document: pymupdf.Document, texts: Iterable[str]) -> bool:
    """Whether the last page holds one of the texts; else it was printed for the imprint alone."""
    last = bare(document[-1].get_text())
    # Shorter ones are in the imprint too.
    return any(bare(text) in last for text in texts if len(text) > 3)


def cut(document: pymupdf.Document) -> list[str]:
    """The words that reach over the edge of their page."""
    return [word[4] for leaf in document for word in leaf.get_text("words") if word[0] < 0 or word[2] > leaf.rect.width]
