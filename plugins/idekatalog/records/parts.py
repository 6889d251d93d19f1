"""The pieces that records of several kinds are made of."""

from enum import Enum
from typing import Any

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from ..language.words import _
from ..reading.text import sentence
from .fields import Line, Part, SourceName, WebAddress, YesOrNo, editorial_field, front_field, optional, required, wrong


class Phase(Enum):
    """When a step is taken."""

    BEFORE = "foer"
    DURING = "under"
    AFTER = "efter"


class Basis(Enum):
    """How an outcome is known."""

    SEEN = "set"
    JUDGED = "vurderet"


class PageBasis(Enum):
    """How a page number of a source is known."""

    PRINTED = "trykt"
    COUNTED = "talt"
    REFERENCED = "henvist"
    RANGE = "interval"
    UNKNOWN = "ukendt"


class Item(Part):
    """A text of a list, written as a plain line or, where there is more to say of it, with fields."""

    text: Line = required("tekst", "Teksten.")
    editorial: YesOrNo = editorial_field()

    @model_validator(mode="before")
    @classmethod
    def _from_line(cls, written: object) -> object:
        match written:
            case str():
                return {"tekst": written}
            case dict() if written.keys() & {"tekst", "redaktion"}:
                return written
        raise wrong(_("skal være en tekst"), _("skriv kun en tekst, i anførselstegn hvis den har kolon i sig"))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": "string", "minLength": 1}, handler(schema)]}


class Advice(Part):
    advice: Line = required("raad", "Rådet, som en opfordring.")
    reason: Line | None = optional("hvorfor", "Hvorfor rådet er godt.", None)
    editorial: YesOrNo = editorial_field()


class Outcome(Part):
    text: Line = required("tekst", "Det, der skete, eller det, nogen vurderer. Et håb hører til under Hvorfor.")
    basis: Basis = required("grundlag", "set: det skete. vurderet: det er nogens vurdering.")
    who: Line | None = optional("hvem", "Hvem der så det eller vurderer det, fx biblioteket.", None)

    @property
    def told(self) -> str:
        """The outcome, and a sentence that says how it is known, where it is not simply what happened."""
        match self.basis, self.who:
            case Basis.SEEN, None:
                return self.text
            case Basis.SEEN, who:
                known = _("Det har {who} set.").format(who=who)
            case _, None:
                known = _("Det er en vurdering.")
            case _, who:
                known = _("Det vurderer {who}.").format(who=who)
        return f"{sentence(self.text)} {known}"


class Figure(Part):
    figure: Line = required("tal", 'Tallet, som kilden giver det, fx "79 %".')
    meaning: Line = required("betydning", "Hvad tallet tæller; læses i forlængelse af tallet.")
    on_front: YesOrNo = front_field()


class Voice(Part):
    who: Line = required("hvem", "Hvem der fortæller, fx En ung på 15 år.")
    says: Line = required("siger", "Hvad der fortælles, i indirekte tale; læses efter 'fortæller, at'.")
    on_front: YesOrNo = front_field()


class Citation(Part):
    source: SourceName = required("kilde", "Kilden.")
    pages: Line | None = optional("side", "Sidetal, fx 29-33.", None)
    basis: PageBasis | None = optional(
        "sidetal",
        "trykt: står på siden. talt: talt op fra trykte sidetal. henvist: kilden selv henviser til siden. "
        "interval: afsnittet ligger inden for siderne. ukendt: kilden viser intet sidetal.",
        None,
    )


class Link(Part):
    title: Line = required("titel", "Hvad man finder bag linket.")
    url: WebAddress = required("url", "Adressen; begynder med https://.")
