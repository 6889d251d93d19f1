"""A catalogue of N interventions: the real ones, and synthetic ones of Danish words behind them.

A synthetic record means nothing, but it is valid, has every field, points to others, and is as long as a real one. The same
N gives the same files.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import yaml

from idekatalog.catalogue import Catalogue
from idekatalog.checking.passages import sentences, texts
from idekatalog.files.load import published

SEED = 7
# PDF and Word are measured by themselves.
CONFIG = """\
INHERIT: {root}/mkdocs.yml
docs_dir: content
theme: {{custom_dir: {root}/overrides}}
watch: [interventions, data]
plugins:
  - idekatalog:
      documents: false
"""
# Every fifth synthetic intervention has an example.
WITH_EXAMPLE = 5
WORD = re.compile(r"[a-zæøå]{2,}")
# Of a hundred words, how many are put together of two: every new text brings words that no other has.
COMPOUNDS = 3


def write(root: Path, folder: Path, count: int) -> None:
    """The catalogue in ``root`` with ``count`` interventions, or all it has if they are more, in the new ``folder``."""
    for part in ("content", "data", "interventions"):
        shutil.copytree(root / part, folder / part)
    (folder / "mkdocs.yml").write_text(CONFIG.format(root=root.resolve()), encoding="utf-8")
    catalogue = published(root)
    author = Author(catalogue)
    for number in range(len(catalogue.interventions) + 1, count + 1):
        id = f"maalt-indsats-{number}"
        _put(folder / "interventions" / f"{id}.md", *author.intervention(number))
        if number % WITH_EXAMPLE == 0:
            _put(folder / "data/examples" / f"maalt-eksempel-{number}.md", *author.example(id, number))


class Author:
    """Writes records of the words of a catalogue, each as often as the catalogue uses it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.random = Random(SEED)
        self.catalogue = catalogue
        self.words = list(_words(catalogue))
        self.long = sorted({word for word in self.words if len(word) > 5})
        self.ids = [record.id for record in catalogue.practices]

    def intervention(self, number: int) -> tuple[dict[str, Any], dict[str, str]]:
        """The fields and the sections of the intervention with the number; later ones may point to it."""
        roles = self.some("roller", 4)
        fields = {
            "nummer": number,
            "titel": f"{self.phrase(3)} {number}",
            "resume": self.sentence(14),
            "synonymer": [self.compound(), self.compound()],
            "problem": self.sentence(12),
            "temaer": self.some("temaer", 3),
            "udfordringer": self.some("udfordringer", 3),
            "ressourcer": self.some("ressourcer", 3),
            "modeltrin": self.some("modeltrin", 1)[0],
            "niveauer": self.some("niveauer", 1),
            "maalgrupper": self.some("maalgrupper", 2),
            "roller": [
                {"rolle": role, "opgave": self.sentence(14), "med": "eventuelt" if index else "altid"}
                for index, role in enumerate(roles)
            ],
            "rammer": self.some("rammer", 1),
            "deltagere": {"min": 8, "maks": 20 + number % 30},
            "tid": [self.sentence(6)],
            "materialer": [self.phrase(4) for _ in range(3)],
            "trin": [
                {
                    "fase": phase,
                    "tekst": self.phrase(6),
                    "uddybning": self.sentence(16),
                    "rolle": self.random.choice(roles),
                    "valgfrit": self.random.choice(["ja", "nej"]),
                }
                for phase in ("foer",) * 5 + ("under",) * 4 + ("efter",) * 3
            ],
            "spoergsmaal": [self.phrase(8) + "?" for _ in range(3)],
            "gode_raad": [{"raad": self.sentence(10), "hvorfor": self.sentence(14)} for _ in range(4)],
            "opmaerksomhed": [self.sentence(14) for _ in range(3)],
            "omraader": [self.random.choice(self.catalogue.areas).id],
            "afproevet": [self.sentence(8)],
            "resultater": [{"tekst": self.sentence(14), "grundlag": "set"} for _ in range(3)],
            "tal": [{"tal": f"{number % 90 + 10} %", "betydning": self.phrase(5).lower()}],
            "stemmer": [{"hvem": self.phrase(3), "siger": self.sentence(14).lower()}],
            "viden": self.some("viden", 1)[0],
            "relateret": [
                {"id": id, "slags": self.some("relationer", 1)[0], "grund": self.sentence(9)}
                for id in self.random.sample(self.ids, 3)
            ],
            **self.kept(),
        }
        sections = {
            "Hvad det er": f"{self.paragraph()}\n\nSe også [{self.phrase(2).lower()}]({self.random.choice(self.ids)}).",
            "Hvorfor": "\n".join(f"- {self.sentence(16)}" for _ in range(4)),
            "Sådan gør I": f"{self.paragraph()}\n\n{self.paragraph()}",
        }
        self.ids.append(f"maalt-indsats-{number}")
        return fields, sections

    def example(self, intervention: str, number: int) -> tuple[dict[str, Any], dict[str, str]]:
        """The fields and the sections of an example of the intervention."""
        fields = {
            "titel": f"{self.phrase(3)} {number}",
            "resume": self.sentence(14),
            "indsats": intervention,
            "omraade": self.random.choice(self.catalogue.areas).id,
            "nummer": 1,
            "resultater": [{"tekst": self.sentence(12), "grundlag": "set"} for _ in range(3)],
            **self.kept(),
        }
        return fields, {"Hvorfor": self.paragraph(), "Sådan gjorde de": self.paragraph()}

    def kept(self) -> dict[str, Any]:
        source = self.some("kilder", 1)[0]
        return {
            "kilder": [{"kilde": source, "side": str(self.random.randint(1, 80)), "sidetal": "trykt"}],
            "status": "udgivet",
            "gennemgaaet": "2026-11-22",
            "gennemgaaet_af": "redaktionen",
            "version": "1.0",
        }

    def some(self, name: str, most: int) -> list[str]:
        """Values of the vocabulary ``name``, as many as asked for or as there are."""
        values = list(self.catalogue.vocabulary.lists[name])
        return self.random.sample(values, min(most, len(values)))

    def compound(self) -> str:
        return "".join(self.random.sample(self.long, 2))

    def phrase(self, length: int) -> str:
        return " ".join(
            self.compound() if self.random.randrange(100) < COMPOUNDS else self.random.choice(self.words) for _ in range(length)
        ).capitalize()

    def sentence(self, length: int) -> str:
        return f"{self.phrase(length)}."

    def paragraph(self) -> str:
        return " ".join(self.sentence(self.random.randint(8, 16)) for _ in range(6))


def _words(catalogue: Catalogue) -> Iterator[str]:
    """Every word that the catalogue's readers read, as often as it stands there."""
    for _, passages in texts(catalogue):
        for passage in passages:
            for sentence in sentences(passage):
                yield from (word for word in sentence.words if WORD.fullmatch(word))


def _put(file: Path, fields: dict[str, Any], sections: dict[str, str]) -> None:
    front = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=100)
    text = "\n\n".join(f"## {heading}\n\n{words}" for heading, words in sections.items())
    file.write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8", newline="\n")
