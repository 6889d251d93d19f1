"""Several documents in one file to fetch."""

import io
import zipfile
from collections.abc import Sequence
from posixpath import basename

from .paper import Paper, Printed

# The same documents give the same bytes, whenever they are packed: https://docs.python.org/3/library/zipfile.html#zipinfo-objects
FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def bundle(address: str, name: str, page: str, documents: Sequence[Printed]) -> Printed:
    """The documents as one zip at the address, called ``name`` on the ``page`` beside it; packed at once if they are."""

    def packed(papers: Sequence[Paper] = ()) -> list[bytes]:
        return [_zip(documents)]

    first = documents[0].paper
    paper = Paper(address, first.source, (page,), name, "zip", first.reviewed, lambda: "")
    there = all(document.content is not None for document in documents)
    return Printed(paper, packed, packed()[0] if there else None)


def _zip(documents: Sequence[Printed]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for document in documents:
            archive.writestr(zipfile.ZipInfo(basename(document.paper.address), FIRST_DAY), document.read())
    return file.getvalue()
