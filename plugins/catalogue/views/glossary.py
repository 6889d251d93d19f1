"""The glossary: every word, abbreviation and name, explained once."""

from dataclasses import dataclass

from .. import addresses
from ..collection import Catalogue
from ..records.glossary import Entry, Name, NameKind
from .prose import Prose, prose


@dataclass(frozen=True)
class Glossary:
    address: str
    title: str
    summary: str
    introduction: Prose
    words: tuple[Entry, ...]
    names: tuple[tuple[NameKind, tuple[Name, ...]], ...]


def glossary(catalogue: Catalogue) -> Glossary:
    chapter = catalogue.chapter("ordliste")
    kinds = ((kind, tuple(name for name in catalogue.names if name.kind is kind)) for kind in NameKind)
    return Glossary(
        address=addresses.GLOSSARY,
        title=chapter.title,
        summary=chapter.summary,
        introduction=prose(chapter.sections.introduction, catalogue),
        words=catalogue.glossary,
        names=tuple((kind, names) for kind, names in kinds if names),
    )
