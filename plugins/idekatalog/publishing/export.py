"""The catalogue in a folder of its own, for any generator to build."""

import tempfile
from pathlib import Path

from ..catalogue import Catalogue
from ..files.walk import Files
from ..reading.problems import InvalidCatalogue, Problem
from ..reading.unexpected import about
from ..reading.wording import Pages
from .artefacts import Press, proof, publish


def export(catalogue: Catalogue, root: Path, folder: Path, site: str = "", press: Press | None = proof) -> None:
    """The generated files and the hand-written pages in ``folder``, for any generator to build.

    All or nothing: the files are written beside the folder and moved there when they are complete.
    Raises FileExistsError where the folder holds something already, InvalidCatalogue as publish does.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    artefacts = list(publish(catalogue, site, press))
    by_hand, problems = Files(root, Pages(catalogue.folder, catalogue.beside)), list[Problem]()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as temporary:
        complete = Path(temporary) / "export"
        complete.mkdir()
        for page in catalogue.pages:
            if (content := by_hand.read(catalogue.file(page), problems)) is not None:
                _put(complete / page, content)
        if problems:
            raise InvalidCatalogue(problems)
        for artefact in artefacts:
            for uri, content in artefact.files.items():
                with about(artefact.source):
                    _put(complete / uri, content)
        # An empty folder gives way to a rename, on every platform but Windows.
        if folder.exists():
            folder.rmdir()
        complete.replace(folder)


def _put(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
