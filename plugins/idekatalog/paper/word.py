"""Word: a sheet to fill in as a document that can be changed, through python-docx.

The page and the styles are those of the reference document, an unpacked .docx in ``paper/templates/word``. Words reach the
document through python-docx alone, so that what an author wrote stays text.
"""

import io
import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Length, Mm
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from ..document.paper import Block, plain
from . import qr
from .paper import Paper
from .picture import png

_REFERENCE = Path(__file__).parent / "templates" / "word"
_SIGNS = {"hjerte": "♥", "stjerne": "★", "roed": "■", "gul": "▲", "groen": "●"}
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


def word(paper: Paper) -> bytes:
    """The file of a paper whose template is "word"; the same paper gives the same bytes."""
    data = json.loads(paper.data)
    document = docx.Document(str(_REFERENCE))
    section = document.sections[0]
    if data["landscape"]:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    _describe(document, paper, data)
    if not data.get("leaf"):
        document.add_paragraph(data["title"], "Opslag" if data["notice"] else "Title")
        if data["qr"]:
            _code(document, data["place"])
    _blocks(document, data["blocks"], data["notice"])
    _foot(section, data["identity"], data["place"])
    return _packed(document)


def _describe(document: Document, paper: Paper, data: dict[str, Any]) -> None:
    about = document.core_properties
    # python-docx refuses more than 255 characters.
    about.title, about.author = data["title"][:255], data["work"]
    about.subject, about.comments = data["identity"][:255], data["place"][:255]
    about.created = about.modified = paper.moment


def _foot(section: Section, identity: str, place: str) -> None:
    width = _text_width(section)
    first = section.footer.paragraphs[0]
    first.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    first.add_run(f"{identity}\tside ")
    _field(first, "PAGE")
    first.add_run(" af ")
    _field(first, "NUMPAGES")
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


def _text_width(section: Section) -> Length:
    return Length((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0))


def _blocks(document: Document, blocks: Sequence[Block], notice: bool, style: str | None = None, large: str = "Stor") -> None:
    """Blocks one below the other; ``style`` is that of running text within a block that has one of its own."""
    for before, block in pairwise([{"kind": ""}, *blocks]):
        match block["kind"]:
            case "heading":
                heading = document.add_heading(plain(block["body"]))
                heading.paragraph_format.page_break_before = True if before["kind"] == "break" else None
            case "break":
                pass  # Said by the heading or the leaf after it.
            case "leaf":
                if before["kind"] == "break":
                    document.add_paragraph(style="Luft").add_run().add_break(WD_BREAK.PAGE)
                _leaf(document, block)
            case "paragraph":
                _runs(document.add_paragraph(style=style or "Body Text"), block["body"])
            case "large":
                _runs(document.add_paragraph(style=large), block["body"])
            case "list":
                for (item,) in block["items"]:
                    _runs(document.add_paragraph(style=style or "List Bullet"), item["body"])
            case "boxes":
                for words in block["items"]:
                    _box(document.add_paragraph(style="Afkrydsning"), words)
            case "table":
                _table(document, block)
            case "frame":
                _blocks(document, block["blocks"], notice, "Pas på")
            case "together":
                _blocks(document, block["blocks"], notice)
            case "origin":
                _blocks(document, block["blocks"], notice, "Kilde")
            case "blanks" if block.get("facts"):
                for row, _ in _fields(document, block["names"], block["across"], "Stort felt", "Ramme"):
                    _heighten(row, 20 if notice else 16)
            case "blanks" if block["across"] == 1 and not notice:
                for name in block["names"]:
                    _blank(document.add_paragraph(style="Linje"), name)
            case "blanks":
                _fields(document, block["names"], block["across"], "Stort felt" if notice else "Felt")
            case "lines":
                _lines(document, block["count"])
            case "prompt":
                document.add_paragraph(block["text"], "Spørgsmål")
            case "ask":
                document.add_paragraph(block["text"], "Spørgsmål")
                _lines(document, block["lines"])
            case "choice":
                document.add_paragraph(block["text"], "Spørgsmål")
                _choice(document.add_paragraph(style="Afkrydsning"), block["answers"])
            case "room":
                _room(document, block)
            case "signs":
                for meaning in block["items"]:
                    paragraph = document.add_paragraph(style="Body Text")
                    _sign(paragraph, meaning)
                    paragraph.add_run(f": {meaning['text']}")
            case "deck":
                _deck(document, block["cards"])
            case kind:
                raise AssertionError(f"no look for {kind}")


# Within a line.


def _runs(paragraph: Paragraph, runs: Sequence[Block], style: str | None = None) -> None:
    for run in runs:
        match run["kind"]:
            case "text":
                paragraph.add_run(run["text"], style)
            case "strong":
                _runs(paragraph, run["body"], "Strong")
            case "em":
                _runs(paragraph, run["body"], "Emphasis")
            case kind:
                raise AssertionError(f"no look for {kind}")


def _box(paragraph: Paragraph, words: str) -> None:
    paragraph._p.append(parse_xml(_BOX))
    if words:
        paragraph.add_run(f" {words}")


def _choice(paragraph: Paragraph, answers: Sequence[str]) -> None:
    for number, answer in enumerate(answers):
        if number:
            paragraph.add_run("\N{EM SPACE}")
        _box(paragraph, answer)


def _blank(paragraph: Paragraph, name: str) -> None:
    paragraph.add_run(f"{name}:", "Strong")


def _sign(paragraph: Paragraph, sign: Block) -> None:
    paragraph.add_run(_SIGNS[sign["sign"]], f"Tegn {sign['sign']}")
    paragraph.add_run(f" {sign['word']}")


def _lines(document: Document, count: int) -> None:
    for _ in range(count):
        document.add_paragraph(style="Linje")


def _code(document: Document, place: str) -> None:
    """The code of the page's address."""
    run = document.add_paragraph(style="Kode").add_run()
    inline = run.add_picture(io.BytesIO(qr.png(place)), width=Mm(23))._inline
    inline.docPr.set("descr", f"QR-kode: {place}")
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


def _table(document: Document, block: Block) -> None:
    (head, titles), *rows = _grid(document, "Skema", [column["width"] for column in block["columns"]], 1 + len(block["rows"]))
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, column in zip(titles, block["columns"], strict=True):
        _first(cell, "Celle").add_run(column["title"])
    for (row, cells), contents in zip(rows, block["rows"], strict=True):
        for cell, content in zip(cells, contents, strict=True):
            _fill(row, cell, content)


def _fill(row: _Row, cell: _Cell, content: Any) -> None:
    """What stands in a cell beforehand: words, room for its lines, signs to ring, or a box and what to tick."""
    match content:
        case str(words):
            _first(cell, "Celle").add_run(words)
        case {"room": lines}:
            _first(cell, "Celle")
            _heighten(row, 7 * lines + 3)
        case {"signs": signs}:
            paragraph = _first(cell, "Celle")
            for number, sign in enumerate(signs):
                if number:
                    paragraph.add_run().add_break()
                _sign(paragraph, sign)
        case {"text": words, "note": note, "remember": remember}:
            paragraph = _first(cell, "Afkrydsning")
            _box(paragraph, words)
            if note:
                paragraph.add_run().add_break()
                paragraph.add_run(note, "Note")
            if remember:
                paragraph.add_run().add_break()
                paragraph.add_run(remember)


def _fields(
    document: Document, names: Sequence[str], across: int, style: str, table: str = "Felter"
) -> list[tuple[_Row, tuple[_Cell, ...]]]:
    """Short blanks beside each other, ``across`` of them in a row; the rows and their cells."""
    rows = _grid(document, table, [1] * across, -(-len(names) // across))
    cells = [cell for _, row in rows for cell in row]
    for number, cell in enumerate(cells):
        field = _first(cell, style)
        if number < len(names):
            field.add_run(f"{names[number]}:")
    return rows


def _leaf(document: Document, leaf: Block) -> None:
    """What a resident is handed: its heading in a doorway beside its drawing, its blocks, and room for three logos."""
    poster, note = leaf["look"] == "opslag", leaf["look"] == "seddel"
    drawing = leaf["drawing"]
    ((row, cells),) = _grid(document, "Dør tabel", [42, 58] if drawing else [100], 1)
    _heighten(row, 60 if poster else 40)
    for cell, paint in zip(cells, ("8F3A1F", "FCEFD2"), strict=False):
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{paint}"/>'))
    _first(cells[0], "Dør stor" if poster else "Dør").add_run(leaf["heading"])
    if drawing:
        run = _first(cells[1], "Tegning").add_run()
        inline = run.add_picture(io.BytesIO(png(drawing["svg"])), width=Mm(88 if poster else 62))._inline
        inline.docPr.set("descr", drawing["described"])
    _blocks(document, leaf["blocks"], poster, large="Stor på blad")
    if note:
        document.add_paragraph(style="Klip")
    else:
        ((row, _),) = _grid(document, "Logoer", [1, 1, 1], 1)
        _heighten(row, 14)


def _room(document: Document, block: Block) -> None:
    """A frame to write in."""
    document.add_paragraph(style="Luft")
    ((row, (cell,)),) = _grid(document, "Ramme", [1], 1)
    _first(cell, "Celle").add_run(block["text"], "Strong")
    _heighten(row, 8 * block["lines"] + 8)


def _deck(document: Document, cards: Sequence[Block]) -> None:
    """Cards to cut out, two in a row."""
    rows = _grid(document, "Kort", [1, 1], -(-len(cards) // 2))
    for row, _ in rows:
        _heighten(row, 56)
    for cell, card in zip((cell for _, cells in rows for cell in cells), cards, strict=False):
        if card["title"]:
            _first(cell, "Spørgsmål").add_run(card["title"])
        words = cell.add_paragraph(style="Kort tekst") if card["title"] else _first(cell, "Kort tekst")
        words.add_run(card["text"])
        for name in card["names"]:
            _blank(cell.add_paragraph(style="Linje"), name)
