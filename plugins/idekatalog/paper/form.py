"""Form fields in a printed sheet: what one writes on paper can be typed in the PDF too.

Typst sets no form fields. So ``field`` in ``blocks.typ`` lays a link over each place to write or to tick, and Typst does for it
what it does for any link: where it is, its place in the order of reading, and what PDF/UA asks of it. Here each of those
links becomes a field: ISO 32000-1, 12.7; ISO 14289-1, 7.18.
"""

import io
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from ..document.says import MARK

# The address of a link that becomes a field: felt:<what it is>:<its name>.
SCHEME = "felt:"
LINES = "linjer"
TICK = "kryds"
# ISO 32000-1, table 228: a text that may have several lines.
MULTILINE = 1 << 12
# The fonts that every program has: of what is typed, and of the cross.
FONTS = {"Helv": {"BaseFont": "Helvetica", "Encoding": "WinAnsiEncoding"}, "ZaDb": {"BaseFont": "ZapfDingbats"}}
TYPED = "/Helv 11 Tf 0 g"
CROSS = "1 w 2 2 m 8 8 l 2 8 m 8 2 l S"


def with_fields(pdf: bytes) -> bytes:
    """The PDF with a field in each place to write, in the order of reading; the same PDF gives the same bytes."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    tree: Any = writer.root_object["/StructTreeRoot"]
    parents = tree["/ParentTree"]["/Nums"]
    tags = dict(zip(parents[::2], parents[1::2], strict=True))
    empty, crossed = writer._add_object(_look("")), writer._add_object(_look(CROSS))
    fields = ArrayObject()
    for page in writer.pages:
        for reference in page.get("/Annots", ()):
            annotation: Any = reference.get_object()
            # Typst has the address of a link read aloud.
            if annotation["/Contents"].startswith(SCHEME):
                kind, _, name = annotation["/Contents"].removeprefix(SCHEME).partition(":")
                fields.append(reference)
                for key in ("/A", "/Contents"):
                    del annotation[key]
                said = {"T": TextStringObject(f"felt-{len(fields)}"), "TU": TextStringObject(_said(name))}
                annotation.update(_dictionary(Subtype="Widget", **said))
                annotation.update(_field(kind, empty, crossed))
                tags[annotation["/StructParent"]].get_object()[NameObject("/S")] = NameObject("/Form")
    fonts = {key: writer._add_object(_dictionary(Type="Font", Subtype="Type1", **font)) for key, font in FONTS.items()}
    resources = _dictionary(Font=_dictionary(**fonts))
    form = _dictionary(Fields=fields, DR=resources, DA=TextStringObject(TYPED))
    writer.root_object[NameObject("/AcroForm")] = writer._add_object(form)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _said(name: str) -> str:
    """The name of a field as it is read aloud: without the mark of the editors, which the foot of the page explains."""
    return " ".join(name.replace(MARK, "").split())


def _field(kind: str, empty: PdfObject, crossed: PdfObject) -> DictionaryObject:
    """What makes an annotation a field of a kind. With nothing in it, one sees what is printed below."""
    if kind == TICK:
        states = DictionaryObject({NameObject("/Off"): empty, NameObject("/Ja"): crossed})
        cross = {"DA": TextStringObject("/ZaDb 0 Tf 0 g"), "MK": _dictionary(CA=TextStringObject("8"))}
        return _dictionary(FT="Btn", V="Off", AS="Off", AP=_dictionary(N=states), **cross)
    text = {"AP": _dictionary(N=empty), "DA": TextStringObject(TYPED)}
    if kind == LINES:
        # What is typed does not keep to the printed lines, so it gets a white ground of its own.
        white = ArrayObject([NumberObject(1)] * 3)
        text |= {"Ff": NumberObject(MULTILINE), "MK": _dictionary(BG=white)}
    return _dictionary(FT="Tx", **text)


def _look(drawn: str) -> DecodedStreamObject:
    """How a field looks, drawn in ten by ten and stretched to its place."""
    stream = DecodedStreamObject()
    stream.set_data(drawn.encode())
    box = ArrayObject(map(NumberObject, (0, 0, 10, 10)))
    stream.update(_dictionary(Type="XObject", Subtype="Form", BBox=box, Resources=_dictionary()))
    return stream


def _dictionary(**entries: str | PdfObject) -> DictionaryObject:
    """A dictionary of PDF; a plain text in it is a name."""
    return DictionaryObject(
        (NameObject(f"/{key}"), NameObject(f"/{value}") if type(value) is str else value) for key, value in entries.items()
    )
