"""The glossary: words, and the names that the texts mention."""

from enum import Enum
from functools import cached_property

from .fields import Line, Part, WebAddress, YesOrNo, optional, required


class Headed(Part):
    """An entry of a list that is looked up by its heading."""

    @property
    def heading(self) -> str:
        raise NotImplementedError


class Entry(Headed):
    """A word of the glossary."""

    word: Line = required("ord", "Ordet, som det slås op.")
    forms: tuple[Line, ...] = optional("former", "Andre former, som ordet har i teksterne.", min_length=1)
    stands_for: Line | None = optional("forkortelse_for", "Det, en forkortelse står for.", None)
    explanation: Line = required("forklaring", "Hvad ordet betyder her, i en eller to sætninger.")
    editorial: YesOrNo = optional("redaktionel", "ja, når forklaringen er redaktionens og ikke kildens.", False)

    @property
    def heading(self) -> str:
        return self.word

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The word and its forms, as one looks for them in a text."""
        return tuple(form.casefold() for form in (self.word, *self.forms))


class NameKind(Enum):
    """What a name of the glossary names."""

    ORGANISATION = "organisation"
    PROJECT = "projekt"
    PUBLICATION = "publikation"
    PLACE = "sted"
    PERSON = "person"


class Name(Headed):
    """An organisation, a project, a publication, a place or a person that the texts name."""

    name: Line = required("navn", "Navnet.")
    kind: NameKind = required("slags", "Hvad det er et navn på.")
    forms: tuple[Line, ...] = optional("former", "Andre måder, navnet skrives på.", min_length=1)
    abbreviation: Line | None = optional("forkortelse", "Forkortelsen.", None)
    explanation: Line = required("forklaring", "Hvem eller hvad det er i kataloget.")
    editorial: YesOrNo = optional("redaktionel", "ja, når forklaringen er redaktionens og ikke kildens.", False)
    url: WebAddress | None = optional("url", "En adresse, som kilden giver.", None)

    @property
    def heading(self) -> str:
        return self.name
