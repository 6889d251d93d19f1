"""A sheet to print and fill in, and the blocks it is made of."""

from collections.abc import Set
from enum import Enum
from itertools import chain
from typing import Annotated, Literal

from pydantic import Field

from ..language.words import _
from ..reading import source
from .fields import (
    Copies,
    Line,
    Lines,
    Part,
    Prose,
    Summary,
    Text,
    WholeNumber,
    YesOrNo,
    asked_field,
    editorial_field,
    optional,
    required,
)
from .parts import Citation, Item
from .record import Reviewed, Sections


class Sign(Enum):
    """What a row is marked with. Each has a word and a shape of its own, so that no colour is needed.

    The shapes: heart, star, red square, yellow triangle, green circle.
    """

    HEART = "hjerte"
    STAR = "stjerne"
    RED = "roed"
    YELLOW = "gul"
    GREEN = "groen"

    @property
    def word(self) -> str:
        """What a reader sees."""
        return {
            Sign.HEART: _("Hjerte"), Sign.STAR: _("Stjerne"), Sign.RED: _("Rød"), Sign.YELLOW: _("Gul"), Sign.GREEN: _("Grøn"),
        }[self]  # fmt: skip


class Layout(Enum):
    """What residents are handed: a poster for the stairwell, a letter for the letter box, or notes to leave at a door."""

    POSTER = "opslag"
    LETTER = "brev"
    DOOR = "doerseddel"


class Width(Enum):
    """How much room something gets beside its neighbours."""

    NARROW = "smal"
    NORMAL = "normal"
    WIDE = "bred"


class Heading(Part):
    kind: Literal["overskrift"] = required("slags", "En overskrift.")
    text: Line = required("tekst", "Overskriften.")
    new_page: YesOrNo = optional("ny_side", "ja, hvis der begynder en ny side her.", False)
    editorial: YesOrNo = editorial_field()


class Paragraph(Part):
    kind: Literal["tekst"] = required("slags", "Et afsnit, der skal læses.")
    text: Line = required("tekst", "Teksten.")
    large: YesOrNo = optional("stor", "ja, hvis teksten skal kunne læses på afstand.", False)
    editorial: YesOrNo = editorial_field()


class Bullets(Part):
    kind: Literal["punkter"] = required("slags", "En liste, der skal læses.")
    items: tuple[Item, ...] = required("punkter", "Punkterne.", min_length=1)
    editorial: YesOrNo = editorial_field()


class Ticks(Part):
    kind: Literal["afkryds"] = required("slags", "En liste med et felt til et kryds ud for hvert punkt.")
    items: tuple[Item, ...] = required("punkter", "Punkterne.", min_length=1)
    editorial: YesOrNo = editorial_field()


class Blanks(Part):
    kind: Literal["felter"] = required("slags", "Korte felter til at udfylde, fx Sted og Dato.")
    names: tuple[Line, ...] = required("felter", "Hvad der skal stå i felterne.", min_length=1)
    width: Width = optional("bredde", "smal: tre felter på en linje. normal: to. bred: et.", Width.NORMAL)
    editorial: YesOrNo = editorial_field()


class Writing(Part):
    kind: Literal["skriv"] = required("slags", "Et spørgsmål med linjer til svaret.")
    text: Line = required("tekst", "Spørgsmålet.")
    lines: Lines = required("linjer", "Hvor mange linjer der er at skrive på.")
    editorial: YesOrNo = editorial_field()


class Choice(Part):
    kind: Literal["vaelg"] = required("slags", "Et spørgsmål, hvor man sætter kryds ved et svar.")
    text: Line = required("tekst", "Spørgsmålet.")
    answers: tuple[Line, ...] = required("svar", "Svarene.", min_length=1)
    editorial: YesOrNo = editorial_field()


class Frame(Part):
    kind: Literal["ramme"] = required("slags", "En tom ramme til en tegning eller et kort.")
    text: Line = required("tekst", "Hvad rammen er til.")
    lines: Lines = required("linjer", "Hvor høj rammen er, talt i linjer.")
    editorial: YesOrNo = editorial_field()


class Meaning(Part):
    sign: Sign = required("tegn", "hjerte, stjerne, roed, gul eller groen.")
    text: Line = required("betydning", "Hvad tegnet betyder på arket.")


class Legend(Part):
    kind: Literal["tegn"] = required("slags", "Forklaringen på arkets tegn.")
    meanings: tuple[Meaning, ...] = required("tegn", "Tegnene.", min_length=1)
    editorial: YesOrNo = editorial_field()


class Column(Part):
    name: Line = required("navn", "Kolonnens overskrift.")
    width: Width = optional("bredde", "smal, normal eller bred.", Width.NORMAL)
    signs: tuple[Sign, ...] = optional("tegn", "Tegn at sætte ring om i hver række.", min_length=1)


class Table(Part):
    kind: Literal["tabel"] = required("slags", "En tabel.")
    text: Line = required("tekst", "Hvad tabellen viser.")
    columns: tuple[Column, ...] = required("kolonner", "Kolonnerne, højst ti.", min_length=1, max_length=10)
    rows: tuple[tuple[Text, ...], ...] = optional(
        "raekker", "Rækker, som er skrevet på forhånd: [første felt, andet felt]. Resten af rækken er tom.", min_length=1
    )
    empty: Copies | None = optional("tomme", "Hvor mange tomme rækker der er til sidst.", None)
    lines: Lines = optional("linjer", "Hvor mange linjer man kan skrive i hvert tomt felt.", 1)
    editorial: YesOrNo = editorial_field()


class Card(Part):
    title: Line | None = optional("titel", "Det, der står øverst på kortet.", None)
    text: Line = required("tekst", "Teksten på kortet.")
    names: tuple[Line, ...] = optional("felter", "Felter til at udfylde på kortet.", min_length=1)
    copies: Copies = optional("antal", "Hvor mange af kortet der skal være.", 1)
    editorial: YesOrNo = editorial_field()


class Cards(Part):
    kind: Literal["kort"] = required("slags", "Kort til at klippe ud.")
    cards: tuple[Card, ...] = required("kort", "Kortene.", min_length=1)
    editorial: YesOrNo = editorial_field()


Block = Annotated[
    Heading | Paragraph | Bullets | Ticks | Blanks | Writing | Choice | Frame | Legend | Table | Cards,
    Field(discriminator="kind"),
]


class TemplateSections(Sections):
    use: Prose | None = optional("Sådan bruger I arket", "Det, man skal vide, før man printer. Står ikke på papiret.", None)


class Template(Reviewed):
    """A sheet to print and fill in, or to edit and hand out."""

    number: WholeNumber | None = optional("nummer", "Skabelonens plads blandt skabelonerne.", None)
    title: Line = required("titel", "Det, skabelonen hedder i lister og links.")
    heading: Line | None = optional("overskrift", "Det, der står øverst på papiret, hvis det ikke er titlen.", None)
    summary: Summary = required("resume", "Højst 300 tegn: Hvad er det for et ark, og hvad får I ud af det?")
    synonyms: tuple[Line, ...] = optional("synonymer", "Det, folk ellers søger efter.", min_length=1)
    asked: tuple[Line, ...] = asked_field()
    belongs: tuple[Line, ...] = optional(
        "hoerer_til", "Id'er på de indsatser, metoder og eksempler, arket hører til.", min_length=1
    )
    used: Line | None = optional("bruges", "Hvornår arket bruges, fx På mødet: overskriften, det står under på listen.", None)
    audience: Line | None = optional("til", "Hvem der skal bruge arket.", None)
    landscape: YesOrNo = optional("liggende", "ja, hvis papiret skal ligge ned.", False)
    layout: Layout | None = optional(
        "opsaetning",
        "opslag, brev eller doerseddel, hvis arket er til naboer. Det får en dør og en tegning øverst og plads til tre logoer "
        "nederst. Det første felt af bredden normal bliver stort. På en doerseddel bliver hvert kort en seddel i A5.",
        None,
    )
    drawing: Line | None = optional(
        "tegning",
        "Tegningen øverst, fx indsatser/naboaften. Uden den er det tegningen af det første under hoerer_til.",
        None,
    )
    spreadsheet: YesOrNo = optional("regneark", "ja, hvis arkets tabel også skal kunne hentes som regneark.", False)
    blocks: tuple[Block, ...] = required("blokke", "Det, der står på arket, oppefra og ned.", min_length=1)
    suggestions: tuple[Line, ...] = optional(
        "forslag", "Det, redaktionen har fundet på, fordi kilden ikke siger det.", min_length=1
    )
    sources: tuple[Citation, ...] = optional("kilder", "Hvor det står.", min_length=1)
    sections: TemplateSections = required(source.SECTIONS, "Teksten under front matter.")

    @property
    def names_of_blanks(self) -> Set[str]:
        """What its short fields are called, those of its cards too."""
        lists = [block.names for block in self.blocks if isinstance(block, Blanks)]
        lists += [card.names for block in self.blocks if isinstance(block, Cards) for card in block.cards]
        return set(chain.from_iterable(lists))

    @property
    def other_names(self) -> tuple[str, ...]:
        return self.synonyms
