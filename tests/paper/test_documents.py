"""What is printed and what is edited: PDF and Word."""

import html
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pymupdf
import pytest

from idekatalog.files.load import load
from idekatalog.publishing import cache
from idekatalog.publishing.artefacts import Paper, press, publish
from idekatalog.publishing.cache import CACHE_FOLDER, Store, cached
from idekatalog.reading.problems import InvalidCatalogue
from idekatalog.records.kinds import kind_of
from idekatalog.records.practice import Practice
from idekatalog.records.template import (
    Blanks,
    Block,
    Bullets,
    Cards,
    Choice,
    Frame,
    Heading,
    Legend,
    Paragraph,
    Table,
    Template,
    Ticks,
    Writing,
)
from idekatalog.views.handouts import handouts
from papers import bare
from places import ROOT

CATALOGUE = load(ROOT)
PRACTICES = pytest.mark.parametrize("record", CATALOGUE.practices, ids=lambda record: record.id)
TEMPLATES = pytest.mark.parametrize("record", CATALOGUE.templates, ids=lambda record: record.id)
FILM = CATALOGUE.films[0]
BOOK = "inspirationskatalog.pdf"


def text(file: Path) -> str:
    """What a document says, without what stands at the head and the foot of its pages."""
    if file.suffix == ".docx":
        with zipfile.ZipFile(file) as package:
            return html.unescape(re.sub(r"<[^>]+>", "", package.read("word/document.xml").decode()))
    head, foot = (62, 55) if file.name == BOOK else (0, 42)
    with pymupdf.open(file) as document:
        found = "".join(middle(page, head, foot) for page in document)
    # A book tells the page of what it links to.
    return re.sub(r"\s\(side\s\d+\)", "", found)


def middle(page: pymupdf.Page, head: int, foot: int) -> str:
    whole = page.rect
    return str(page.get_text(clip=(whole.x0, whole.y0 + head, whole.x1, whole.y1 - foot)))


def missing(wanted: Iterator[str], file: Path) -> list[str]:
    there = bare(text(file))
    return [words for words in wanted if bare(words) not in there]


def in_order(wanted: Iterator[str], there: str) -> list[str]:
    """What is not found after what comes before it."""
    place, lost = 0, []
    for words in map(bare, wanted):
        found = there.find(words, place)
        if found < 0:
            lost.append(words)
        else:
            place = found + len(words)
    return lost


def folder(site: Path, record: Practice) -> Path:
    return site / kind_of(record).address / record.id


def todo(record: Practice) -> Iterator[str]:
    """What a checklist must not leave out."""
    yield from (step.action for step in record.steps)
    yield from (item.text for item in (*record.materials, *record.questions, *record.care))


def know_how(record: Practice) -> Iterator[str]:
    """What a guide must not leave out."""
    yield from (record.summary, record.problem, *todo(record), *(outcome.told for outcome in record.outcomes))
    yield from (step.detail for step in record.steps if step.detail)
    yield from (role.task for role in record.roles)
    yield from (words for advice in record.advice for words in (advice.advice, advice.reason) if words)
    yield from (words for voice in record.voices for words in (voice.who, voice.says))


def on_the_sheet(record: Template) -> Iterator[str]:
    """Every word of a template, from the top down."""
    yield record.heading or record.title
    for block in record.blocks:
        yield from words_of(block)
    yield "Kilde:"
    for citation in record.sources:
        yield CATALOGUE.vocabulary.label("kilder", citation.source)
        yield citation.pages or ""
    yield "Tekst: CC BY 4.0."


def words_of(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph() | Writing() | Frame():
            yield block.text
        case Bullets() | Ticks():
            yield from (item.text for item in block.items)
        case Blanks():
            yield from block.names
        case Choice():
            yield from (block.text, *block.answers)
        case Legend():
            for meaning in block.meanings:
                yield f"{meaning.sign.word}: {meaning.text}"
        case Table():
            yield from (block.text, *(column.name for column in block.columns))
            yield from (words for row in block.rows for words in row)
            yield from (sign.word for _ in range(block.empty or 0) for column in block.columns for sign in column.signs)
        case Cards():
            for card in block.cards:
                yield from card.copies * (card.title or "", card.text, *(card.names or ()))


@PRACTICES
def test_a_guide_on_paper_holds_every_step_all_advice_and_all_care(site: Path, record: Practice) -> None:
    assert missing(know_how(record), folder(site, record) / "guide.pdf") == []


@PRACTICES
@pytest.mark.parametrize("name", ["tjekliste.pdf", "tjekliste-a5.pdf", "tjekliste.docx"])
def test_a_checklist_holds_every_step_all_care_and_room_of_ones_own(site: Path, record: Practice, name: str) -> None:
    file = folder(site, record) / name
    own = ("Sted", "Dato", "Ansvarlig", "Vores egne punkter", "Aftalt næste skridt")
    assert missing(iter((*todo(record), *(step.on_paper for step in record.steps if step.on_paper), *own)), file) == []
    if file.suffix == ".docx":
        assert text(file).count("☐") == len(record.materials) + len(record.steps) + 3


@PRACTICES
def test_a_checklist_has_the_same_parts_on_the_screen_on_paper_and_in_word(site: Path, record: Practice) -> None:
    page = (folder(site, record) / "tjekliste/index.html").read_text(encoding="utf-8")
    # What one fills in with stays on the screen.
    page = re.sub(r"<section[^>]* (?:hidden|id=\"panel\"[^>]*)>.*?</section>", "", page, flags=re.DOTALL)
    for name in ("tjekliste.pdf", "tjekliste-a5.pdf", "tjekliste.docx"):
        there = bare(text(folder(site, record) / name))
        for heading in re.findall(r"<h2 ?[^>]*>([^<]+)</h2>", page):
            assert bare(html.unescape(heading)) in there, (name, heading)


@TEMPLATES
def test_a_template_says_the_same_in_the_same_order_on_the_screen_on_paper_and_in_word(site: Path, record: Template) -> None:
    place = site / "skabeloner" / record.id
    page = (place / "index.html").read_text(encoding="utf-8")
    screen = bare(html.unescape(re.sub(r"<[^>]+>", "", re.sub(r'<div class="screen use">.*?</div>', "", page, flags=re.DOTALL))))
    for there in (screen, *(bare(text(place / f"{record.id}.{ending}")) for ending in ("pdf", "docx"))):
        assert in_order(on_the_sheet(record), there) == []


@TEMPLATES
def test_no_page_of_a_template_is_there_for_its_source_alone(site: Path, record: Template) -> None:
    with pymupdf.open(site / "skabeloner" / record.id / f"{record.id}.pdf") as document:
        assert len(document) == 1 + sum(isinstance(block, Heading) and block.new_page for block in record.blocks) or any(
            isinstance(block, Cards) for block in record.blocks
        )
        for number, page in enumerate(document, 1):
            assert (page.rect.width > page.rect.height) == record.landscape
            said = bare(middle(page, 0, 51))
            assert said, number
            assert not said.startswith((bare("Redaktionens forslag"), bare("Kilde"))), number
            assert f"side {number} af {len(document)}" in page.get_text()


@TEMPLATES
def test_a_template_in_word_can_be_changed_and_written_on(site: Path, record: Template) -> None:
    with zipfile.ZipFile(site / "skabeloner" / record.id / f"{record.id}.docx") as package:
        document = package.read("word/document.xml").decode()
    tables = [block for block in record.blocks if isinstance(block, Table)]
    headings = [block for block in record.blocks if isinstance(block, Heading)]
    assert document.count('w:val="Heading1"') == len(headings)
    assert document.count("w:pageBreakBefore") == sum(heading.new_page for heading in headings)
    assert document.count("w:tblHeader") == len(tables)
    assert ('w:orient="landscape"' in document) == record.landscape
    rows = re.findall(r"<w:tr>(.*?)</w:tr>", document, re.DOTALL)
    assert all(row.startswith("<w:trPr><w:cantSplit/>") for row in rows)
    # A centimetre, in twentieths of a point.
    heights = [int(height) for height in re.findall(r'<w:trHeight w:val="(\d+)"', document)]
    assert all(height >= 566 for height in heights)
    assert len(heights) >= sum(block.empty or 0 for block in tables)
    assert not re.search("[\ue000-\uf8ff]", document)
    # Two tables that touch are one to Word.
    assert not re.search(r"</w:tbl>\s*<w:tbl>", document)


def test_teaching_has_its_guide_its_sheets_and_its_cards(site: Path) -> None:
    place = site / "undervisning" / FILM.id
    questions = [question.text for topic in FILM.topics for question in topic.questions]
    for name in ("laerervejledning.pdf", "elevark.pdf", "samtalekort.pdf"):
        assert missing(iter(questions), place / name) == [], name
    flows = (step.text for flow in FILM.flows for step in flow.steps)
    assert missing(iter((*flows, *(item.text for item in (*FILM.care, *FILM.groups)))), place / "laerervejledning.pdf") == []


def test_the_book_holds_every_record_every_page_written_by_hand_and_every_word(site: Path) -> None:
    wanted = [words for record in CATALOGUE.practices for words in know_how(record)]
    wanted += [record.summary for record in (*CATALOGUE.examples, *CATALOGUE.areas, *CATALOGUE.films)]
    wanted += [entry.explanation for entry in (*CATALOGUE.glossary, *CATALOGUE.names)]
    wanted += [
        heading for path in CATALOGUE.foreword for heading in re.findall(r"^# (.*)$", CATALOGUE.written[path], re.MULTILINE)
    ]
    assert len(CATALOGUE.foreword) == 5
    assert missing(iter(wanted), site / BOOK) == []


def test_the_book_has_bookmarks_links_within_it_and_an_index_that_is_right(site: Path) -> None:
    with pymupdf.open(site / BOOK) as book:
        titles = {title: page for _, title, page in book.get_toc()}
        for record in (*CATALOGUE.practices, *CATALOGUE.examples, *CATALOGUE.areas):
            assert bare(record.title) in bare(book[titles[record.title] - 1].get_text()), record.id
        inside = [link for page in book for link in page.get_links() if link["kind"] in (pymupdf.LINK_GOTO, pymupdf.LINK_NAMED)]
        assert len(inside) > 500
        assert all(0 <= link["page"] < len(book) for link in inside)
        index = "".join(book[number].get_text() for number in range(titles["Stikord"] - 1, len(book)))
        places = re.search(r"fædregruppe ([\d,\s]+)", index)
        assert places is not None
        for number in re.findall(r"\d+", places[1]):
            assert "fædregruppe" in bare(book[int(number) - 1].get_text()), number


def test_every_page_says_what_it_is_and_how_many_there_are(site: Path) -> None:
    record = CATALOGUE.practices[0]
    for name in ("guide.pdf", "tjekliste.pdf", "tjekliste-a5.pdf"):
        with pymupdf.open(folder(site, record) / name) as document:
            for number, page in enumerate(document, 1):
                said = " ".join(page.get_text().split())
                assert f"{record.id} · version {record.version} · gennemgået" in said
                assert f"side {number} af {len(document)}" in said
                assert f"/indsatser/{record.id}/" in said


@PRACTICES
def test_no_row_of_a_checklist_is_split_over_two_pages(site: Path, record: Practice) -> None:
    for name in ("tjekliste.pdf", "tjekliste-a5.pdf"):
        with pymupdf.open(folder(site, record) / name) as document:
            sides = [bare(page.get_text()) for page in document]
        for step in record.steps:
            assert any(bare(step.action) in side for side in sides), (name, step.action)


@PRACTICES
def test_no_row_of_a_checklist_in_word_may_be_split(site: Path, record: Practice) -> None:
    with zipfile.ZipFile(folder(site, record) / "tjekliste.docx") as package:
        document = package.read("word/document.xml").decode()
    rows = re.findall(r"<w:tr>(.*?)</w:tr>", document, re.DOTALL)
    assert len(rows) == len(record.steps) + 3 + document.count("<w:tbl>")
    assert all(row.startswith("<w:trPr><w:cantSplit/>") for row in rows)
    # The first is for the place, the date and who is responsible.
    assert document.count("w:tblHeader") == document.count("<w:tbl>") - 1


def test_a_checklist_for_the_pocket_is_one_leaf(site: Path) -> None:
    for record in CATALOGUE.practices:
        with pymupdf.open(folder(site, record) / "tjekliste-a5.pdf") as document:
            assert document.page_count <= 2, record.id


def test_every_box_has_room_for_a_cross(site: Path) -> None:
    for record in CATALOGUE.practices:
        for name in ("tjekliste.pdf", "tjekliste-a5.pdf"):
            boxes = 0
            with pymupdf.open(folder(site, record) / name) as document:
                for page in document:
                    squares = {
                        tuple(map(round, drawing["rect"]))
                        for drawing in page.get_drawings()
                        if abs(drawing["rect"].width - drawing["rect"].height) < 0.1 and 10 < drawing["rect"].width < 20
                    }
                    boxes += len(squares)
                    assert all(right - left >= 14 for left, _, right, _ in squares), "a box is at least 5 mm"
            assert boxes == len(record.materials) + len(record.steps) + 3, (record.id, name)


def test_documents_are_pdf_ua(site: Path) -> None:
    documents = sorted(site.rglob("*.pdf"))
    handed_out = {handout.file for film in CATALOGUE.films for handout in handouts(film)} - {"dias"}
    assert (
        len(documents)
        == 3 * len(CATALOGUE.practices) + (1 + len(handed_out)) * len(CATALOGUE.films) + len(CATALOGUE.templates) + 1
    )
    command = [Path(sys.executable).parent / "outloud", "--layer", "conformance", "--quiet", *documents]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout
    for file in documents:
        with pymupdf.open(file) as document:
            assert document.language == "da", file
            assert document.metadata["title"], file


def test_links_to_documents_say_what_one_gets(site: Path) -> None:
    record = CATALOGUE.practices[0]
    page = (folder(site, record) / "index.html").read_text(encoding="utf-8")
    for name, file in (("Guide som PDF", "guide.pdf"), ("Tjekliste som PDF", "tjekliste.pdf")):
        path = folder(site, record) / file
        with pymupdf.open(path) as document:
            says = f"{name} ({len(document)} sider, {-(-path.stat().st_size // 1000)} kB)"
        assert f'<a href="{file}">{says}</a>' in page
    assert re.search(r'<a href="tjekliste.docx">Tjekliste som Word \(\d+ kB\)</a>', page)


def test_the_list_of_templates_and_every_sheet_lead_to_their_documents(site: Path) -> None:
    everything = (site / "skabeloner/index.html").read_text(encoding="utf-8")
    for record in CATALOGUE.templates:
        sheet = (site / "skabeloner" / record.id / "index.html").read_text(encoding="utf-8")
        title = re.escape(html.escape(record.title))
        for ending, kind in (("pdf", r"PDF \(\d sider?, \d+ kB\)"), ("docx", r"Word \(\d+ kB\)")):
            file = rf"{record.id}.{ending}"
            assert re.search(rf'<a href="{file}">{title} som {kind}</a>', sheet), record.id
            # On its card, the title is seen once and heard with every link.
            card = rf'<a href="{record.id}/{file}"><span class="heard">{title} som </span>{kind}</a>'
            assert len(re.findall(card, everything)) == 1, record.id


def test_what_is_handed_out_of_a_film_has_its_first_page_and_its_files_on_its_card(site: Path) -> None:
    folder = site / "undervisning" / FILM.id
    page = (folder / "index.html").read_text(encoding="utf-8")
    cards = dict(re.findall(r'<li class="card">.*?<h3><a [^>]*>([^<]+)</a></h3>(.*?)</li>', page))
    for handout in handouts(FILM):
        assert (folder / f"{handout.file}.png").read_bytes().startswith(b"\x89PNG")
        assert f'src="{handout.file}.png"' in page
        for kind in ("pdf", "docx") if handout.sort != "Dias" else ():
            assert f'href="{handout.file}.{kind}"' in cards[handout.sort]
            assert page.count(f'href="{handout.file}.{kind}"') == 2, "on its card, and in the menu of what is fetched"


def test_every_template_is_shown_by_its_first_page(site: Path) -> None:
    everything = (site / "skabeloner/index.html").read_text(encoding="utf-8")
    for record in CATALOGUE.templates:
        picture = site / "skabeloner" / record.id / "forside.png"
        with pymupdf.open(picture) as drawn:
            wide, high = drawn[0].rect.width, drawn[0].rect.height
        assert (wide > high) is record.landscape, record.id
        assert f'src="{record.id}/forside.png" width=' in everything


def test_what_an_author_writes_stays_text(small: Path) -> None:
    title = "#panic() *x* _y_ [z] $1 + 1$ `c` @ref // \\ {{ 7 }}"
    file = small / "interventions/naboaften.md"
    file.write_text(file.read_text(encoding="utf-8").replace("titel: Naboaften", f"titel: >-\n  {title}", 1), encoding="utf-8")
    made = {artefact.uri: artefact.content for artefact in publish(load(small), press=press)}
    for name in ("guide.pdf", "tjekliste.pdf", "tjekliste.docx"):
        (small / name).write_bytes(made[f"indsatser/naboaften/{name}"])
        assert bare(title) in bare(text(small / name)), name


# A code point that stands for no character yet: the check asks for those that do.
UNASSIGNED = "\u0378"


def test_what_the_check_lets_through_and_cannot_be_printed_is_told_with_its_file(small: Path) -> None:
    file = small / "interventions/naboaften.md"
    text = file.read_text(encoding="utf-8").replace("titel: Naboaften", f"titel: Naboaften {UNASSIGNED}", 1)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidCatalogue) as invalid:
        publish(load(small), press=press)
    told = r"interventions/naboaften.md:1: fil: tegnet \u{378} kan ikke trykkes; slet det, eller skriv det med bogstaver"
    assert told in str(invalid.value)


def test_where_the_address_is_known_a_code_leads_back_to_the_page(small: Path) -> None:
    made = {artefact.uri: artefact.content for artefact in publish(load(small), "https://example.org/k/", press)}
    (small / "a.pdf").write_bytes(made["indsatser/naboaften/tjekliste.pdf"])
    assert "https://example.org/k/indsatser/naboaften/tjekliste/" in text_with_feet(small / "a.pdf")
    without = {artefact.uri: artefact.content for artefact in publish(load(small), press=press)}
    (small / "b.pdf").write_bytes(without["indsatser/naboaften/tjekliste.pdf"])
    assert "https" not in text_with_feet(small / "b.pdf")


def text_with_feet(file: Path) -> str:
    with pymupdf.open(file) as document:
        return "".join(page.get_text() for page in document)


# The press.


def made_and_kept(root: Path) -> dict[str, bytes]:
    return {artefact.uri: artefact.content for artefact in publish(load(root), press=cached(Store(root)))}


def test_only_what_has_changed_is_made_again(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def counting(papers: Sequence[Paper], done: Callable[[int], None]) -> list[bytes]:
        made.extend(paper.address for paper in papers)
        return press(papers, done)

    monkeypatch.setattr(cache, "press", counting)
    first = made_and_kept(small)
    everything, made[:] = set(made), []
    assert made_and_kept(small) == first
    assert made == []

    file = small / "interventions/naboaften.md"
    file.write_text(file.read_text(encoding="utf-8").replace("titel: Naboaften", "titel: Naboaftenen", 1), encoding="utf-8")
    assert made_and_kept(small) != first
    assert {address for address in made if address.startswith("indsatser/naboaften/")} == {
        address for address in everything if address.startswith("indsatser/naboaften/")
    }
    assert "naboer.pdf" in made
    assert "metoder/gaardtaelling/tjekliste.pdf" not in made

    file.write_text(file.read_text(encoding="utf-8").replace("titel: Naboaftenen", "titel: Naboaften", 1), encoding="utf-8")
    shutil.rmtree(small / CACHE_FOLDER)
    assert made_and_kept(small) == first


def test_a_build_that_is_stopped_keeps_nothing_half_made(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        made_and_kept(small)
    assert all(file.name.startswith("ny-") for file in (small / CACHE_FOLDER).iterdir())


def test_a_catalogue_is_checked_without_printing_it(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("idekatalog.paper.press._print", lambda paper: pytest.fail(f"{paper.address} was printed"))
    assert publish(load(small))


def test_how_sure_it_is_and_who_says_so_reaches_every_page_and_sheet(small: Path) -> None:
    made = {artefact.uri: artefact.content for artefact in publish(load(small), press=press)}
    place = "metoder/gaardtaelling"
    guide, sheet = (bare(made[f"{place}/{name}"].decode()) for name in ("index.md", "tjekliste/index.html"))
    papers = {}
    for name in ("guide.pdf", "tjekliste.pdf", "tjekliste-a5.pdf", "tjekliste.docx"):
        (small / name).write_bytes(made[f"{place}/{name}"])
        papers[name] = bare(text(small / name))
    on_the_guide = (
        "Er med", "Det kan være", "Møde 1", "Imellem", "Møde 2", "Første gang", "Vært", "Hver gang",
        "hvis I vil · Redaktionens forslag", "Hvad kan vi glæde os over?", "Det har værten set.",
        "Gården er blevet roligere. Det vurderer politiet.", "Flere hilser. Det er en vurdering.",
        "Gennemgået 22. november 2026 af redaktionen",
    )  # fmt: skip
    for there in (guide, papers.pop("guide.pdf")):
        assert [words for words in on_the_guide if bare(words) not in there] == []
        assert there.count(bare("Redaktionens forslag")) == 7
        assert bare("Viceværten") not in there
    on_the_sheet = (
        "Møde 1", "Imellem", "Møde 2", "Første gang · Vært", "Viceværten har nøglen: spørg ham først.", "Tæl det gode*",
        "hvis I vil · Vært", "Sig, at alle svar er rigtige.", "Kridt*", "Hvad kan vi glæde os over?*", "Tæl ikke mennesker.*",
    )  # fmt: skip
    for there in (re.sub("<[^>]+>", "", sheet), *papers.values()):
        assert [words for words in on_the_sheet if bare(words) not in there] == []
        assert bare("Undervejs") not in there
    with pymupdf.open(small / "tjekliste.pdf") as document:
        assert all("af redaktionen · * Redaktionens forslag" in page.get_text() for page in document)
    with zipfile.ZipFile(small / "tjekliste.docx") as package:
        assert "af redaktionen · * Redaktionens forslag" in package.read("docProps/core.xml").decode()
    assert bare("Redaktionens forslag") in sheet
    assert "Redaktionens forslag" not in made["indsatser/naboaften/tjekliste/index.html"].decode()


def test_what_residents_are_handed_says_what_is_suggested_and_not_when_it_was_read(small: Path) -> None:
    made = {artefact.uri: artefact.content for artefact in publish(load(small), press=press)}
    place = "skabeloner/naboaften-ark"
    (small / "ark.pdf").write_bytes(made[f"{place}/naboaften-ark.pdf"])
    with pymupdf.open(small / "ark.pdf") as document:
        said = "".join(page.get_text() for page in document)
    page = made[f"{place}/index.html"].decode()
    assert "<p>Gennemgået 22. november 2026 af redaktionen.</p>" in page
    for there in (said, page.split('<div class="screen use">')[1].split("</div>", 1)[1]):
        assert "Tag en stol med.*" in there
        assert "Lys*" in there
        assert "Dug*" not in there
        assert "version 1.0 · * Redaktionens forslag" in there
        assert "gennemgået" not in there.lower()
