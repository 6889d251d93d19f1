"""A sheet as a Word document, which can be changed and written on, through python-docx.

The page and the styles are those of the reference document, an unpacked .docx in ``paper/templates/word``. Words reach the
document through python-docx alone, so that what an author wrote stays text.
"""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT
from docx.image.image import Image
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Length, Mm
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from ..document import nodes, sheet
from ..document.nodes import Line, Medium
from ..document.says import MARK, MARKED
from ..document.sheet import Blocks
from ..document.sheet_paper import COLUMNS
from ..language.words import _, region
from ..records.template import Sign
from . import qr
from .paper import Editable, Livery
from .picture import png

_REFERENCE = Path(__file__).parent / "templates" / "word"
_SIGNS = {Sign.HEART: "♥", Sign.STAR: "★", Sign.RED: "■", Sign.YELLOW: "▲", Sign.GREEN: "●"}
_VALUE = qn("w:val")
_PAINTED = (_VALUE, qn("w:color"), qn("w:fill"))
# A box that a click ticks: https://learn.microsoft.com/en-us/openspecs/office_standards/ms-docx/3350cb64-931f-41f7-8824-f18b2568ce66
_BOX = f"""\
<w:sdt {nsdecls("w", "w14")}>
  <w:sdtPr>
    <w:rPr><w:rStyle w:val="Boks"/></w:rPr>
    <w14:checkbox>
      <w14:checked w14:val="0"/>
      <w14:checkedState w14:val="2612" w14:font="Segoe UI Symbol"/>
      <w14:uncheckedState w14:val="2610" w14:font="Segoe UI Symbol"/>
    </w14:checkbox>
  </w:sdtPr>
  <w:sdtContent><w:r><w:rPr><w:rStyle w:val="Boks"/></w:rPr><w:t>☐</w:t></w:r></w:sdtContent>
</w:sdt>"""
# A picture at the top of the page on the right, where the code is on all paper. python-docx has only those within a line.
_AT_TOP = f"""\
<wp:anchor {nsdecls("wp")} distT="0" distB="0" distL="114300" distR="0" simplePos="0" relativeHeight="1" behindDoc="0"
    locked="0" layoutInCell="1" allowOverlap="1">
  <wp:simplePos x="0" y="0"/>
  <wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>
  <wp:positionV relativeFrom="page"><wp:posOffset>144000</wp:posOffset></wp:positionV>
  <wp:wrapSquare wrapText="left"/>
</wp:anchor>"""


def word(form: Editable, moment: datetime, livery: Livery) -> bytes:
    """The file of a sheet in a livery, which carries the moment; the same sheet gives the same bytes."""
    document = docx.Document(str(_REFERENCE))
    section = document.sections[0]
    if form.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    _describe(document, form, moment)
    # A leaf has its heading in its doorway, and leads nobody to the page that it was printed from.
    handed_out = any(isinstance(block, sheet.Leaf) for block in form.blocks)
    if not handed_out:
        document.add_paragraph(form.title, "Opslag" if form.notice else "Title")
    if form.coded and not handed_out:
        _code(document, form.place)
    _blocks(document, form.blocks, form.notice)
    if livery.drawn:
        # Beside those of whoever else hands it out, or else above everything.
        rooms = [table.cell(0, 0).paragraphs[0] for table in document.tables if table.style and table.style.name == "Logoer"]
        for paragraph in rooms or [section.header.paragraphs[0]]:
            _logo(paragraph, livery.drawn)
    _foot(section, form.identity, form.place)
    _paint(document, livery.colours)
    return _packed(document)


def _describe(document: Document, form: Editable, moment: datetime) -> None:
    about = document.core_properties
    # python-docx refuses more than 255 characters.
    about.title, about.author = form.title[:255], form.work[:255]
    about.subject, about.comments = form.identity[:255], form.place[:255]
    about.created = about.modified = moment
    for language in (*document.styles.element.iter(qn("w:lang")), *document.settings.element.iter(qn("w:themeFontLang"))):
        language.set(qn("w:val"), region())


def _logo(paragraph: Paragraph, drawn: str) -> None:
    """The logo, no higher and no wider than there is room for."""
    picture = png(drawn)
    shown = Image.from_blob(picture)
    size = {"width": Mm(50)} if shown.px_width * 11 > shown.px_height * 50 else {"height": Mm(11)}
    paragraph.add_run().add_picture(io.BytesIO(picture), **size)._inline.docPr.set("descr", "Logo")


def _foot(section: Section, identity: str, place: str) -> None:
    width = _text_width(section)
    first = section.footer.paragraphs[0]
    first.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    first.add_run(f"{identity}\t")
    for number, piece in enumerate(re.split(r"\{(\w+)\}", _("side {n} af {alle}"))):
        if number % 2:
            _field(first, {"n": "PAGE", "alle": "NUMPAGES"}[piece])
        elif piece:
            first.add_run(piece)
    section.footer.add_paragraph(place, "Footer")


def _field(paragraph: Paragraph, name: str) -> None:
    """What Word works out itself, with a number to show until it has."""
    field = OxmlElement("w:fldSimple", {qn("w:instr"): name})
    paragraph._p.append(field)
    run = OxmlElement("w:r")
    field.append(run)
    Run(run, paragraph).text = "1"


def _packed(document: Document) -> bytes:
    """The document's file, which carries no moment of its making."""
    made, packed = io.BytesIO(), io.BytesIO()
    document.save(made)
    with ZipFile(made) as parts, ZipFile(packed, "w") as result:
        for name in parts.namelist():
            result.writestr(ZipInfo(name), parts.read(name), ZIP_DEFLATED)
    return packed.getvalue()


def _paint(document: Document, colours: Mapping[str, str]) -> None:
    """The colours that the reference document, and what is made here, have by their names."""
    for part in (document.element, document.styles.element, document.part.numbering_part.element):
        for element in part.iter():
            for attribute in _PAINTED:
                # On other elements the value is no colour.
                if (name := element.get(attribute)) in colours and (attribute != _VALUE or element.tag == qn("w:color")):
                    element.set(attribute, colours[name].lstrip("#").upper())


def _text_width(section: Section) -> Length:
    return Length((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0))


def _blocks(document: Document, blocks: Blocks, notice: bool, style: str | None = None, large: str = "Stor") -> None:
    """Blocks one below the other; ``style`` is that of running text within a block that has one of its own."""
    notes = 0
    for block in blocks:
        match block:
            case sheet.Leaf(look="seddel"):
                if notes % 2 == 0:
                    document.add_paragraph(style="Luft").add_run().add_break(WD_BREAK.PAGE)
                notes += 1
                _leaf(document, block)
            case sheet.Leaf():
                _leaf(document, block)
            case sheet.Part(hidden=True) | sheet.Hint() | sheet.Emblem() | nodes.Downloads() | nodes.Html():
                pass
            case sheet.Part(heading, below, look="care"):
                _blocks(document, (sheet.Heading(heading, new_page=False), *below), notice, "Pas på")
            case sheet.Part(heading, below):
                _blocks(document, (sheet.Heading(heading, new_page=False), *below), notice, style)
            case sheet.Heading(body, new_page):
                document.add_heading(_words(body)).paragraph_format.page_break_before = True if new_page else None
            case sheet.Together(below):
                _blocks(document, below, notice)
            case sheet.Origin(below):
                _blocks(document, below, notice, "Kilde")
            case nodes.Only(medium, below):
                _blocks(document, below if medium is Medium.PAPER else (), notice, style)
            case nodes.Paragraph(body):
                _line(document.add_paragraph(style=style or "Body Text"), body)
            case nodes.Bullets(items):
                for item in items:
                    _blocks(document, item, notice, style or "List Bullet")
            case sheet.Large(body):
                _line(document.add_paragraph(style=large), body)
            case sheet.Blanks(blanks, across, facts=True):
                for row, _ in _fields(document, blanks, across, "Stort felt", "Ramme"):
                    _heighten(row, 20 if notice else 16)
            case sheet.Blanks(blanks, across=1) if not notice:
                for blank in blanks:
                    _blank(document.add_paragraph(style="Linje"), blank)
            case sheet.Blanks(blanks, across):
                _fields(document, blanks, across, "Stort felt" if notice else "Felt")
            case sheet.Ticks(ticks):
                for tick in ticks:
                    _box(document.add_paragraph(style="Afkrydsning"), _starred(tick))
            case sheet.Tasks(tasks):
                _tasks(document, tasks)
            case sheet.Table():
                document.add_paragraph(_words(block.caption), "Spørgsmål")
                _table(document, block)
            case sheet.Lines(count):
                _lines(document, count)
            case sheet.Ask(body, lines):
                document.add_paragraph(_words(body), "Spørgsmål")
                _lines(document, lines)
            case sheet.Choice(body, answers):
                document.add_paragraph(_words(body), "Spørgsmål")
                _choice(document.add_paragraph(style="Afkrydsning"), answers)
            case sheet.Frame(body, lines):
                _frame(document, body, lines)
            case sheet.Legend(meanings):
                for sign, body in meanings:
                    paragraph = document.add_paragraph(style="Body Text")
                    _sign(paragraph, sign)
                    paragraph.add_run(f": {_words(body)}")
            case sheet.Questions(questions, lines):
                for number, body in enumerate(questions, 1):
                    _line(document.add_paragraph(style="Spørgsmål"), (nodes.Text(f"{number}. "), *body))
                    _lines(document, lines)
            case sheet.Deck(cards):
                _deck(document, cards)
            case _:
                raise AssertionError(f"no look in Word for {block}")


# Within a line.


def _line(paragraph: Paragraph, body: Line) -> None:
    for style, runs in groupby(_runs(body), lambda run: run[1]):
        paragraph.add_run("".join(words for words, _ in runs), style)


def _runs(body: Line, style: str | None = None) -> Iterator[tuple[str, str | None]]:
    """What paper shows of a line, each piece with its style; a link is its words."""
    for part in body:
        match part:
            case nodes.Text(words) | nodes.Code(words) | nodes.Term(words):
                yield words, style
            case nodes.Mark():
                yield MARK, style
            case nodes.Marked():
                yield _(MARKED), "Emphasis"
            case nodes.Break():
                yield "\n", style
            case nodes.Strong(inner):
                yield from _runs(inner, "Strong")
            case nodes.Emphasis(inner):
                yield from _runs(inner, "Emphasis")
            case nodes.To(_, inner) | nodes.Web(_, inner):
                yield from _runs(inner, style)
            case nodes.OnlyLine(medium, inner):
                yield from _runs(inner, style) if medium is Medium.PAPER else ()
            case nodes.Anchor() | nodes.Also() | nodes.Picture():
                pass


def _words(body: Line) -> str:
    return "".join(words for words, _ in _runs(body))


def _starred(said: sheet.Tick | sheet.Task) -> str:
    return f"{said.text}{MARK}" if said.editorial else said.text


def _box(paragraph: Paragraph, words: str) -> None:
    paragraph._p.append(parse_xml(_BOX))
    if words:
        paragraph.add_run(f" {words}")


def _choice(paragraph: Paragraph, answers: Sequence[str]) -> None:
    for number, answer in enumerate(answers):
        if number:
            paragraph.add_run("\N{EM SPACE}")
        _box(paragraph, answer)


def _blank(paragraph: Paragraph, blank: sheet.Blank) -> None:
    paragraph.add_run(f"{_words(blank.name)}:", "Strong")


def _sign(paragraph: Paragraph, sign: Sign) -> None:
    paragraph.add_run(_SIGNS[sign], f"Tegn {sign.value}")
    paragraph.add_run(f" {sign.word}")


def _lines(document: Document, count: int) -> None:
    for _line in range(count):
        document.add_paragraph(style="Linje")


def _code(document: Document, place: str) -> None:
    """The code of the page's address."""
    run = document.add_paragraph(style="Kode").add_run()
    inline = run.add_picture(io.BytesIO(qr.png(place)), width=Mm(23))._inline
    inline.docPr.set("descr", _("QR-kode: {adresse}").format(adresse=place))
    anchor = parse_xml(_AT_TOP)
    extent, *others = inline
    anchor.insert(3, extent)
    anchor.extend(others)
    inline.getparent().replace(inline, anchor)


# Tables.


def _grid(document: Document, style: str, shares: Sequence[int], count: int) -> list[tuple[_Row, tuple[_Cell, ...]]]:
    """A table as wide as the text, as its rows and their cells; no row is split over two pages, and no other table touches it."""
    table = document.add_table(count, len(shares), style)
    table.autofit = False
    # Otherwise the words of its first column begin at the margin, and its edge outside it.
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    width = _text_width(document.sections[0])
    widths = [Length(width * share // sum(shares)) for share in shares]
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = wide
    rows = [(row, row.cells) for row in table.rows]
    for row, cells in rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, wide in zip(cells, widths, strict=True):
            cell.width = wide
    # Two tables that touch are one to Word.
    document.add_paragraph(style="Luft")
    return rows


def _heighten(row: _Row, millimetres: int) -> None:
    row.height, row.height_rule = Mm(millimetres), WD_ROW_HEIGHT_RULE.AT_LEAST


def _first(cell: _Cell, style: str) -> Paragraph:
    """The paragraph that a cell has from the beginning."""
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph.style = style
    return paragraph


def _headed(document: Document, columns: Sequence[tuple[str, int]], count: int) -> Iterator[tuple[_Row, tuple[_Cell, ...]]]:
    """The ``count`` rows below the head of a table, which is repeated on every page; a column is its title and its share."""
    (head, cells), *rows = _grid(document, "Skema", [share for _, share in columns], 1 + count)
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, (title, _width) in zip(cells, columns, strict=True):
        _first(cell, "Celle").add_run(title)
    yield from rows


def _tasks(document: Document, tasks: Sequence[sheet.Task]) -> None:
    """What to do, a box each, with room for who does it, when, and a note."""
    columns = [(_(title), share) for title, share in COLUMNS]
    for task, (_row, (first, *others)) in zip(tasks, _headed(document, columns, len(tasks)), strict=True):
        paragraph = _first(first, "Afkrydsning")
        _box(paragraph, _starred(task))
        if task.note:
            paragraph.add_run().add_break()
            paragraph.add_run(task.note, "Note")
        if task.remember:
            paragraph.add_run().add_break()
            paragraph.add_run(task.remember)
        for cell in others:
            _first(cell, "Celle")


def _table(document: Document, table: sheet.Table) -> None:
    """What stands in a cell beforehand, signs to ring, or room for its lines."""
    columns = [(column.name, column.share) for column in table.columns]
    for said, (row, cells) in zip(table.rows, _headed(document, columns, len(table.rows)), strict=True):
        for words, column, cell in zip(said, table.columns, cells, strict=True):
            paragraph = _first(cell, "Celle")
            if words:
                paragraph.add_run(words)
            elif column.signs:
                for number, sign in enumerate(column.signs):
                    if number:
                        paragraph.add_run().add_break()
                    _sign(paragraph, sign)
            else:
                _heighten(row, 7 * table.lines + 3)


def _fields(
    document: Document, blanks: Sequence[sheet.Blank], across: int, style: str, table: str = "Felter"
) -> list[tuple[_Row, tuple[_Cell, ...]]]:
    """Short blanks beside each other, ``across`` of them in a row; the rows and their cells."""
    rows = _grid(document, table, [1] * across, -(-len(blanks) // across))
    cells = [cell for _, row in rows for cell in row]
    for number, cell in enumerate(cells):
        field = _first(cell, style)
        if number < len(blanks):
            field.add_run(f"{_words(blanks[number].name)}:")
    return rows


def _leaf(document: Document, leaf: sheet.Leaf) -> None:
    """Its heading on the ground of a door, its drawing beside it, its blocks, and room for three logos."""
    poster = leaf.look == "opslag"
    ((row, cells),) = _grid(document, "Dør tabel", [42, 58] if leaf.drawing else [100], 1)
    _heighten(row, 60 if poster else 40)
    for cell, paint in zip(cells, ("brick", "straw"), strict=False):
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{paint}"/>'))
    _first(cells[0], "Dør stor" if poster else "Dør").add_run(leaf.heading)
    if leaf.drawing:
        run = _first(cells[1], "Tegning").add_run()
        inline = run.add_picture(io.BytesIO(png(leaf.drawing.svg)), width=Mm(88 if poster else 62))._inline
        inline.docPr.set("descr", leaf.drawing.described)
    _blocks(document, leaf.blocks, poster, large="Stor på blad")
    if leaf.look == "seddel":
        document.add_paragraph(style="Klip")
    else:
        ((row, _),) = _grid(document, "Logoer", [1, 1, 1], 1)
        _heighten(row, 14)


def _frame(document: Document, body: Line, lines: int) -> None:
    """A frame to write in, as high as so many lines."""
    document.add_paragraph(style="Luft")
    ((row, (cell,)),) = _grid(document, "Ramme", [1], 1)
    _first(cell, "Celle").add_run(_words(body), "Strong")
    _heighten(row, 8 * lines + 8)


def _deck(document: Document, cards: Sequence[sheet.Card]) -> None:
    """Cards to cut out, two in a row."""
    rows = _grid(document, "Kort", [1, 1], -(-len(cards) // 2))
    for row, _line in rows:
        _heighten(row, 56)
    for cell, card in zip((cell for _row, cells in rows for cell in cells), cards, strict=False):
        if card.title:
            _first(cell, "Spørgsmål").add_run(card.title)
        words = cell.add_paragraph(style="Kort tekst") if card.title else _first(cell, "Kort tekst")
        words.add_run(_words(card.body))
        for blank in card.blanks:
            _blank(cell.add_paragraph(style="Linje"), blank)
