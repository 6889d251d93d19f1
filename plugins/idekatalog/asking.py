"""What ``idekatalog init`` asks: six questions, each of them a flag too, so that a script need not answer."""

import argparse
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from .files.starter import KINDS, LANGUAGES, LICENCES, LOGOS, NO_LICENCE, refused
from .records.look import LOOK
from .records.publisher import PUBLISHER


@dataclass(frozen=True)
class Question:
    """A question: the flag it is, what it asks, and either what one can choose or the field its answer must fit."""

    name: str
    asks: str
    metavar: str
    default: str = ""
    choices: Collection[str] = ()
    file: str = PUBLISHER
    field: str = ""

    def refusal(self, answer: str) -> str:
        """Why the answer will not do; "" where it will."""
        if self.choices:
            return "" if answer in self.choices else f"'{answer}' kendes ikke; vælg mellem {', '.join(self.choices)}"
        problem = refused(self.file, self.field, answer) if answer else None
        return f"{problem.message}; {problem.remedy}" if problem else ""


QUESTIONS = (
    Question("navn", "Hvad hedder kataloget?", "NAVN", field="vaerk"),
    Question("udgiver", "Hvem udgiver det?", "UDGIVER", field="navn"),
    Question("mail", "Hvor kan læserne skrive hen?", "MAIL", field="mail"),
    Question("sprog", f"Hvilket sprog er det på? ({', '.join(LANGUAGES)})", "SPROG", LANGUAGES[0], LANGUAGES),
    Question("farve", "Hvad er jeres farve? (fx #0b4f71; tomt: motorens)", "FARVE", file=LOOK, field="farve"),
    Question("licens", f"Hvad er licensen for teksterne? ({', '.join(LICENCES)})", "LICENS", NO_LICENCE, LICENCES),
)


class Refused(Exception):
    """What was typed will not do; why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Lets the command take a folder, the answers, and the kinds that the new catalogue has besides guides."""
    parser.add_argument("folder", type=Path, metavar="MAPPE", help="mappen, kataloget får; den må ikke have noget i sig")
    for question in QUESTIONS:
        parser.add_argument(f"--{question.name}", metavar=question.metavar, help=question.asks)
    parser.add_argument("--logo", type=Path, metavar="FIL", help="jeres logo, en fil af slagsen SVG, PNG eller JPEG")
    parser.add_argument(
        "--with", dest="kinds", default="", metavar="SLAGS", help=f"flere slags, med komma imellem: {','.join(KINDS)}"
    )


def kinds(options: argparse.Namespace) -> list[str]:
    """The kinds that were asked for; raises Refused where there is no such kind."""
    asked = [kind.strip() for kind in options.kinds.split(",") if kind.strip()]
    if unknown := [kind for kind in asked if kind not in KINDS]:
        raise Refused(f"--with: '{unknown[0]}' kendes ikke; vælg mellem {', '.join(KINDS)}")
    return asked


def logo(options: argparse.Namespace) -> Path | None:
    """The logo that was asked for, if any; raises Refused where it is no picture."""
    file: Path | None = options.logo
    if file and not (file.is_file() and file.suffix.lower() in LOGOS):
        raise Refused(f"--logo: '{file}' er ikke et billede; vælg en fil, der ender på {', '.join(LOGOS)}")
    return file


def answers(options: argparse.Namespace) -> Mapping[str, str]:
    """The answer to every question: what was typed after its flag, or is typed now, or else what it has without one.

    Nobody is asked without a terminal to answer in. Raises Refused where a flag will not do, EOFError where nobody answers.
    """
    found = {}
    for question in QUESTIONS:
        default = question.default or (_named(options.folder) if question.name == "navn" else "")
        given = getattr(options, question.name)
        if given is None:
            found[question.name] = _ask(question, default) if sys.stdin.isatty() else default
        elif why := question.refusal(given.strip()):
            raise Refused(f"--{question.name}: {why}")
        else:
            found[question.name] = given.strip()
    return found


def _ask(question: Question, default: str) -> str:
    while True:
        answer = input(f"{question.asks}{f' [{default}]' if default else ''} ").strip() or default
        why = question.refusal(answer)
        if not why:
            return answer
        print(why)


def _named(folder: Path) -> str:
    """What a catalogue is called that has nothing but a folder."""
    return folder.absolute().name.replace("-", " ").capitalize()
