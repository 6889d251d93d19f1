"""Something that was tried, with the steps to do it again: an intervention or a method."""

from enum import Enum
from typing import Self

from pydantic import model_validator

from ..language.words import _
from ..reading import source
from .fields import (
    Challenge,
    Evidence,
    Level,
    Line,
    ModelPart,
    Part,
    Prose,
    RelationKind,
    Resource,
    RoleName,
    Setting,
    ShortLine,
    Sign,
    Summary,
    TargetGroup,
    Theme,
    WholeNumber,
    YesOrNo,
    asked_field,
    editorial_field,
    optional,
    required,
    wrong,
)
from .parts import Advice, Citation, Figure, Item, Link, Outcome, Phase, Voice
from .record import Reviewed, Sections


class Presence(Enum):
    """Whether a role is always part of it, named as an example, or asked where it fits."""

    ALWAYS = "altid"
    EXAMPLE = "fx"
    PERHAPS = "eventuelt"

    @property
    def word(self) -> str:
        """What a reader sees above those roles."""
        return {Presence.ALWAYS: _("Er med"), Presence.EXAMPLE: _("Det kan være"), Presence.PERHAPS: _("Eventuelt")}[self]

    @property
    def part(self) -> str:
        """What a reader sees beside one of those roles."""
        return {Presence.ALWAYS: _("Er med"), Presence.EXAMPLE: _("Nævnt som eksempel"), Presence.PERHAPS: _("Eventuelt med")}[
            self
        ]


class Occasion(Enum):
    """Which time a step is taken, where the same thing is done again and again."""

    FIRST = "foerste-gang"
    EVERY = "hver-gang"

    @property
    def word(self) -> str:
        """What a reader sees."""
        return {Occasion.FIRST: _("Første gang"), Occasion.EVERY: _("Hver gang")}[self]


class Rhythm(Enum):
    """Whether it is one occasion, or something that goes on."""

    ONCE = "en-gang"
    ONGOING = "loebende"

    @property
    def word(self) -> str:
        """What a reader chooses."""
        return {Rhythm.ONCE: _("Ét møde eller én dag"), Rhythm.ONGOING: _("Løbende")}[self]


class Role(Part):
    role: RoleName = required("rolle", "Hvem der har opgaven.")
    task: Line = required("opgave", "Hvad rollen gør her, i en eller to sætninger.")
    presence: Presence = required(
        "med",
        "altid: er med. fx: kilden nævner rollen som et eksempel. eventuelt: kilden siger, at rollen kan være med.",
    )


class Participants(Part):
    least: WholeNumber | None = optional("min", "Det færreste antal deltagere.", None)
    most: WholeNumber | None = optional("maks", "Det højeste antal deltagere.", None)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.least and self.most and self.least > self.most:
            raise wrong(f"min {self.least} er mere end maks {self.most}", "byt de to tal om, eller ret det ene")
        return self


class Signs(Part):
    """What a card says beside a sign, in a word or three; only what the source says."""

    time: Sign | None = optional("tid", "Hvor længe eller hvor tit, fx To timer.", None)
    people: Sign | None = optional("hvem", "Hvem I samler, fx Naboer i én opgang.", None)
    place: Sign | None = optional("hvor", "Stedet, fx Beboerlokale.", None)


class Step(Part):
    phase: Phase | None = optional("fase", "foer, under eller efter; enten i alle trin eller i ingen.", None)
    action: Line = required("tekst", "Hvad I gør; begynd med et verbum, fx Inviter.")
    detail: Line | None = optional("uddybning", "En eller to sætninger mere til guiden.", None)
    role: RoleName | None = optional("rolle", "Hvem der gør det; en af postens egne roller.", None)
    skippable: YesOrNo = optional("valgfrit", "ja, når kilden siger kan eller eventuelt; vises som 'hvis I vil'.", False)
    occasion: Occasion | None = optional("naar", "Når det samme gøres igen og igen: foerste-gang eller hver-gang.", None)
    meeting: Line | None = optional(
        "moede", "Kun i fasen under, når der er flere møder: overskriften over trinnet, fx Møde 1 eller Imellem.", None
    )
    on_paper: ShortLine | None = optional(
        "paa_papiret",
        "Højst 90 tegn: den linje, som tjeklisten ikke kan undvære, fx hvem I ringer til.",
        None,
    )
    editorial: YesOrNo = editorial_field()


class Relation(Part):
    id: Line = required("id", "Id'et på en anden post.")
    kind: RelationKind | None = optional("slags", "Hvordan de hænger sammen.", None)
    reason: Line = required("grund", "Hvorfor læseren skal se den, i en sætning.")
    editorial: YesOrNo = editorial_field()


class PracticeSections(Sections):
    what: Prose | None = optional("Hvad det er", "Hvad indsatsen går ud på, og hvornår den passer.", None)
    why: Prose | None = optional("Hvorfor", "Hvorfor I skal gøre det.", None)
    how: Prose | None = optional("Sådan gør I", "Det, der ikke kan siges i trinnene.", None)


class Practice(Reviewed):
    """Something that was tried: what it is, why, and how to do it again."""

    number: WholeNumber | None = optional("nummer", "Nummeret i kataloget. To indsatser kan ikke have samme nummer.", None)
    title: Line = required("titel", "Det, indsatsen hedder på siden og på tjeklisten.")
    summary: Summary = required("resume", "Højst 300 tegn: Hvad er det, og hvem gør det?")
    synonyms: tuple[Line, ...] = optional("synonymer", "Det, folk ellers kalder den og søger efter.", min_length=1)
    asked: tuple[Line, ...] = asked_field()
    problem: Line | None = optional("problem", "Den situation, hvor man skal vælge indsatsen. En sætning.", None)
    themes: tuple[Theme, ...] = optional("temaer", "Hvad den handler om.", min_length=1)
    challenges: tuple[Challenge, ...] = optional("udfordringer", "Hvilke udfordringer den svarer på.", min_length=1)
    resources: tuple[Resource, ...] = optional("ressourcer", "Hvilke ressourcer den bruger.", min_length=1)
    model_part: ModelPart | None = optional("modeltrin", "Hvilket trin i modellen den hører til.", None)
    levels: tuple[Level, ...] = optional("niveauer", "Hvilket niveau den retter sig mod.", min_length=1)
    target_groups: tuple[TargetGroup, ...] = optional("maalgrupper", "Hvem den er for.", min_length=1)
    roles: tuple[Role, ...] = optional("roller", "Hvem der har en opgave.", min_length=1)
    signs: Signs | None = optional("skilte", "Det, der står ved tegnene på indsatsens kort, når kilden siger det.", None)
    rhythm: Rhythm | None = optional(
        "rytme", "en-gang: ét møde eller én dag. loebende: det fortsætter. Kun når kilden siger det; listens filter.", None
    )
    settings: tuple[Setting, ...] = optional("rammer", "Hvor den foregår, når kilden siger det.", min_length=1)
    participants: Participants | None = optional("deltagere", "Hvor mange der er med, når kilden siger det.", None)
    times: tuple[Item, ...] = optional("tid", "Hvor længe, hvornår og hvor tit, når kilden siger det.", min_length=1)
    materials: tuple[Item, ...] = optional("materialer", "Hvad I skal have med.", min_length=1)
    steps: tuple[Step, ...] = optional("trin", "Hvad I gør, i den rækkefølge I gør det.", min_length=1)
    questions: tuple[Item, ...] = optional("spoergsmaal", "Spørgsmål til gruppearbejdet.", min_length=1)
    advice: tuple[Advice, ...] = optional("gode_raad", "Gode råd fra dem, der har prøvet.", min_length=1)
    care: tuple[Item, ...] = optional(
        "opmaerksomhed", "Det, I skal passe på: samtykke, stigma, det der kan gå galt.", min_length=1
    )
    areas: tuple[Line, ...] = optional(
        "omraader", "Id'er på områder, hvor den er prøvet, uden at det er et eksempel for sig.", min_length=1
    )
    tried: tuple[Line, ...] = optional("afproevet", "Hvor og hvornår den er prøvet, hvis der ingen eksempler er.", min_length=1)
    outcomes: tuple[Outcome, ...] = optional("resultater", "Hvad der kom ud af den.", min_length=1)
    figures: tuple[Figure, ...] = optional("tal", "Tal fra kilden.", min_length=1)
    voices: tuple[Voice, ...] = optional("stemmer", "Mennesker, der fortæller om den.", min_length=1)
    evidence: Evidence | None = optional("viden", "Hvad erfaringerne bygger på.", None)
    related: tuple[Relation, ...] = optional("relateret", "Andre poster, læseren skal kende.", min_length=1)
    sources: tuple[Citation, ...] = optional("kilder", "Hvor det står.", min_length=1)
    links: tuple[Link, ...] = optional("links", "Steder uden for kataloget.", min_length=1)
    sections: PracticeSections = required(source.SECTIONS, "Teksten under front matter.")

    @property
    def related_ids(self) -> tuple[str, ...]:
        return tuple(relation.id for relation in self.related)

    @property
    def other_names(self) -> tuple[str, ...]:
        return self.synonyms


class Intervention(Practice):
    """What to do in a housing area."""


class Method(Practice):
    """A way of mapping a housing area."""
