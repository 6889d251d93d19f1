"""The catalogue's own drawings: what is committed is what the programs in ``drawings/`` draw."""

import pytest

from drawings.__main__ import EVERY, FOLDER
from idekatalog.files.load import load
from places import ROOT

# A page with a dozen of them is still a page that opens on a bad connection.
MAX_BYTES = 8 * 1024


@pytest.mark.parametrize("place", EVERY)
def test_a_drawing_is_what_its_program_draws(place: str) -> None:
    assert (FOLDER / f"{place}.svg").read_text(encoding="utf-8") == EVERY[place].svg(), "make drawings draws it again"


def test_every_drawing_has_a_program() -> None:
    assert {path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.svg")} == EVERY.keys()


@pytest.mark.parametrize("place", EVERY)
def test_a_drawing_is_small(place: str) -> None:
    assert len(EVERY[place].svg().encode()) <= MAX_BYTES


def test_no_two_drawings_say_the_same() -> None:
    titles = [scene.title for scene in EVERY.values()]
    assert sorted(set(titles)) == sorted(titles)


def test_whatever_a_card_may_show_is_drawn() -> None:
    catalogue = load(ROOT)
    wanted = [
        *(("indsatser", record.id) for record in catalogue.interventions),
        *(("metoder", record.id) for record in catalogue.methods),
        *((name, term.value) for name in ("udfordringer", "ressourcer", "roller") for term in catalogue.vocabulary.terms(name)),
    ]
    assert [f"{of}/{id}" for of, id in wanted if catalogue.drawing(of, id) is None] == []
