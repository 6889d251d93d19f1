"""The first words of a page whose list is derived: a file of ``data/chapters``, or else the words that stand here."""

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
        "indsatser": ("Indsatser", "Alle indsatser, hver med en guide og en tjekliste.", "Indsats", ""),
        "metoder": ("Metoder", "Alle metoder, hver med en guide og en tjekliste.", "Metode", ""),
        "eksempler": ("Eksempler", "Se, hvor det er prøvet, og hvad der skete.", "Eksempel", ""),
        "omraader": ("Områder", "Se, hvad der er prøvet i hvert område.", "Område", ""),
        "undervisning": ("Undervisning", "Film og det, I skal bruge til timen.", "Undervisning", ""),
        "skabeloner": ("Skabeloner", "Ark til at printe og udfylde.", "Skabelon", ""),
        "ordliste": ("Ordliste", "Ord og navne, som kataloget bruger.", "Ord", ""),
        "temaer": ("Temaer", "Find en guide ud fra det, den handler om.", "Handler om", ""),
        "maalgrupper": ("Målgrupper", "Find en guide ud fra dem, den er for.", "For hvem", "Hvem er det for?"),
        "roller": ("Roller", "Find din rolle, og se, hvad den gør.", "Rolle", "Hvem er du?"),
        "udfordringer": ("Udfordringer", "Find en guide ud fra det, I ser.", "Svarer på", "Hvad ser I?"),
        "ressourcer": ("Ressourcer", "Find en guide ud fra det, I har.", "Bygger på", "Hvad har I?"),
        "modeltrin": ("Modeltrin", "Find en guide ud fra, hvor langt I er.", "Modeltrin", ""),
        "niveauer": ("Niveauer", "Find en guide ud fra, hvem den retter sig mod.", "Niveau", "Hvilket niveau?"),
    }.get(id, (id.capitalize(), "Alt, hvad der er på listen.", "", ""))
    return Chapter.model_validate(
        {"titel": title, "resume": summary, "maerke": label or None, "spoergsmaal": question or None, source.SECTIONS: {}}
    )
