"""Several documents in one file: a zip that is the same as long as they are."""

import io
import zipfile
from datetime import date

from idekatalog.paper.bundle import bundle
from idekatalog.paper.paper import Paper, Printed


def document(address: str, content: bytes | None) -> Printed:
    paper = Paper(
        address, "data/films/x.md", ("undervisning/x/index.md",), "Elevark", "document.typ", date(2026, 1, 2), lambda: ""
    )
    return Printed(paper, lambda papers: [paper.address.encode() for paper in papers], content)


def test_a_bundle_holds_every_document_under_its_own_name() -> None:
    packed = bundle(
        "undervisning/x/x.zip",
        "Alt",
        "undervisning/x/index.md",
        [document("undervisning/x/a.pdf", b"a"), document("undervisning/x/b.docx", b"b")],
    )
    assert (packed.kind, packed.paper.beside) == ("zip", ("undervisning/x/index.md",))
    assert packed.content is not None
    with zipfile.ZipFile(io.BytesIO(packed.content)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {"a.pdf": b"a", "b.docx": b"b"}


def test_a_bundle_is_packed_when_asked_for_where_its_documents_are_not_printed_yet() -> None:
    waiting = bundle("x/x.zip", "Alt", "x/index.md", [document("x/a.pdf", None)])
    assert waiting.content is None
    with zipfile.ZipFile(io.BytesIO(waiting.read())) as archive:
        assert archive.read("a.pdf") == b"x/a.pdf"


def test_the_same_documents_give_the_same_bytes() -> None:
    first, second = (bundle("x/x.zip", "Alt", "x/index.md", [document("x/a.pdf", b"a" * 99)]).content for _ in range(2))
    assert first == second
