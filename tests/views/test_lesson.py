"""A film that is not ours: whatever its record says, and nothing that another film's does."""

import re
from pathlib import Path

import yaml

from idekatalog.document.nodes import words
from idekatalog.document.sheet import Slides
from idekatalog.files.load import load
from idekatalog.publishing.artefacts import publish
from idekatalog.records.film import Film
from idekatalog.views.handouts import handouts
from places import ROOT

# What our own film is about.
OURS = ("Aydin", "Mahdi", "Tingbjerg", "Nordvest", "ghetto", "Gladsaxe", "Vimeo", "stigma", "to temaer")


def written(root: Path) -> dict[str, str]:
    """The text of every file of the film."""
    found = (artefact for artefact in publish(load(root)) if artefact.uri.startswith("undervisning/gaarden/"))
    return {artefact.uri: artefact.content.decode(errors="replace") for artefact in found}


def bare_film(root: Path) -> None:
    """Leaves the film nothing but the fields it must have."""
    path = root / "data/films/gaarden.md"
    _, head, text = path.read_text(encoding="utf-8").split("---\n", 2)
    fields = yaml.load(head, Loader=yaml.BaseLoader)
    needed = {field.alias for field in Film.model_fields.values() if field.is_required()}
    kept = {name: value for name, value in fields.items() if name in needed}
    kept["temaer"] = [{"titel": "Naboer", "spoergsmaal": [{"tekst": "Hvem er din nabo?"}]}]
    kept["forloeb"] = [{"minutter": "45", "trin": [{"fase": "under", "tekst": "Se filmen"}]}]
    path.write_text(f"---\n{yaml.safe_dump(kept, allow_unicode=True)}---\n{text}", encoding="utf-8")


def test_nothing_of_our_film_is_in_the_files_of_another(small: Path) -> None:
    ours = load(ROOT).films[0]
    files = written(small)
    assert "undervisning/gaarden/dias/index.html" in files
    for uri, text in files.items():
        assert not [word for word in (*OURS, ours.title) if word in text], uri


def test_a_film_with_only_what_it_must_have_leaves_no_heading_empty(small: Path) -> None:
    bare_film(small)
    files = written(small)
    page = files["undervisning/gaarden/index.md"]
    for heading in ("Mål", "Tegn på læring", "Samtaleregler", "Timens ord", "Opgaver", "Undersøgelserne", "Exitbillet"):
        assert heading not in page
    # A heading is followed by something that is no heading of its own level.
    assert not re.search(r"^(#+) .*\n+(?=\1 |\Z)", page, re.MULTILINE)
    assert "Ikke oplyst" in page
    assert not any(name in uri for uri in files for name in ("seark", "exitbillet", "med-hjaelp"))
    assert not re.search(r"<h2[^>]*></h2>|<ul[^>]*>\s*</ul>", "".join(files.values()))


def test_the_slides_say_whom_the_class_is_about_to_meet() -> None:
    ours = load(ROOT).films[0]
    said = [
        (words(slide.title), [words(item) for item in slide.items])
        for handout in handouts(ours)
        for block in handout.sheet.blocks
        if isinstance(block, Slides)
        for slide in block.slides
    ]
    assert ("Hvem møder vi?", [f"{person.name}: {person.who}." for person in ours.participants]) in said
