"""The lists of ``data/vocabulary``: a catalogue has those it needs."""

import shutil
from pathlib import Path

import pytest

from idekatalog.files.load import find_root, load
from idekatalog.reading.problems import InvalidCatalogue


def told(root: Path) -> list[str]:
    with pytest.raises(InvalidCatalogue) as invalid:
        load(root)
    return [str(problem) for problem in invalid.value.problems]


def test_a_list_that_cannot_be_read_is_the_only_thing_to_tell_of(small: Path) -> None:
    (small / "data/vocabulary/roller.yml").write_text("- vaerdi: [\n", encoding="utf-8")
    assert [line.split(":")[0] for line in told(small)] == ["data/vocabulary/roller.yml"]


def test_a_catalogue_is_known_by_its_interventions_its_lists_or_its_settings(small: Path) -> None:
    shutil.rmtree(small / "data/vocabulary")
    assert find_root(small / "interventions") == small
    shutil.rmtree(small / "interventions")
    assert find_root(small) is None
    (small / "mkdocs.yml").write_text("plugins:\n  - search\n  - idekatalog\n", encoding="utf-8")
    assert find_root(small / "data") == small
