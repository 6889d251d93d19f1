"""The first words of a page whose list is derived: a file of ``data/chapters``, or else the words that stand here."""

from ..language.words import _
from ..reading import source
from .fields import Line, Prose, Summary, asked_field, optional, required
from .record import Sections, Titled


class ChapterSections(Sections):
    introduction: Prose | None = optional("Indledning", "Det, læseren skal vide, før listen begynder.", None)


class Chapter(Titled):
    """The words at the head of a page whose list is derived; its id is the page's address."""

    title: Line = required("titel", "Sidens titel.")
    summary: Summary = required("resume", "Højst 300 tegn: Hvad finder man her?")
    asked: tuple[Line, ...] = asked_field()
    heading: Line | None = optional("overskrift", "Teksten får denne overskrift og står efter listen.", None)
    label: Line | None = optional(
        "maerke",
        "Det, en guide skriver foran listens ord, fx Tema; på en liste af poster det, hver af dem kaldes, fx Metode.",
        None,
    )
    question: Line | None = optional("spoergsmaal", "Det, Find spørger om, og som listens ord er svar på, fx Hvad ser I?", None)
    sections: ChapterSections = required(source.SECTIONS, "Teksten under front matter.")


def standard(id: str) -> Chapter:
    """The words of a page that the catalogue has no file for. They speak of no catalogue in particular.

    A new kind or list has its own name until somebody writes its words here.
    """
    title, summary, label, question = {
        "indsatser": (_("Indsatser"), _("Alle indsatser, hver med en guide og en tjekliste."), _("Indsats"), ""),
        "metoder": (_("Metoder"), _("Alle metoder, hver med en guide og en tjekliste."), _("Metode"), ""),
        "eksempler": (_("Eksempler"), _("Se, hvor det er prøvet, og hvad der skete."), _("Eksempel"), ""),
        "omraader": (_("Områder"), _("Se, hvad der er prøvet i hvert område."), _("Område"), ""),
        "undervisning": (_("Undervisning"), _("Film og det, I skal bruge til timen."), _("Undervisning"), ""),
        "skabeloner": (_("Skabeloner"), _("Ark til at printe og udfylde."), _("Skabelon"), ""),
        "ordliste": (_("Ordliste"), _("Ord og navne, som kataloget bruger."), _("Ord"), ""),
        "temaer": (_("Temaer"), _("Find en guide ud fra det, den handler om."), _("Handler om"), ""),
        "maalgrupper": (_("Målgrupper"), _("Find en guide ud fra dem, den er for."), _("For hvem"), _("Hvem er det for?")),
        "roller": (_("Roller"), _("Find din rolle, og se, hvad den gør."), _("Rolle"), _("Hvem er du?")),
        "udfordringer": (_("Udfordringer"), _("Find en guide ud fra det, I ser."), _("Svarer på"), _("Hvad ser I?")),
        "ressourcer": (_("Ressourcer"), _("Find en guide ud fra det, I har."), _("Bygger på"), _("Hvad har I?")),
        "modeltrin": (_("Modeltrin"), _("Find en guide ud fra, hvor langt I er."), _("Modeltrin"), ""),
        "niveauer": (_("Niveauer"), _("Find en guide ud fra, hvem den retter sig mod."), _("Niveau"), _("Hvilket niveau?")),
    }.get(id, (id.capitalize(), _("Alt, hvad der er på listen."), "", ""))
    return Chapter.model_validate(
        {"titel": title, "resume": summary, "maerke": label or None, "spoergsmaal": question or None, source.SECTIONS: {}}
    )
