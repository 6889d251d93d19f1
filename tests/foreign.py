"""The catalogues of others: what of ours is in none of them, and one in English that is made of methods in another shape."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from idekatalog.language.slug import slug
from places import CASES

# What no other catalogue says: our title, our places, our film, our subject.
OURS = re.compile(
    r"gladsaxe|ballerup|herlev|vestegn|aydin|soei|inspirationskatalog|forebyg|ekstremis|kriminalit|boligområde|utryg|opgang|kommune",
    re.IGNORECASE,
)
Method = dict[str, Any]
SOURCE = yaml.safe_load((CASES / "english/methods.yml").read_text(encoding="utf-8"))
METHODS: list[Method] = SOURCE["methods"]
PHASES = {"Before": "foer", "During": "under", "After": "efter"}
SETTINGS = """\
site_name: Ways with people
site_description: Short methods for whoever works with people.
site_url: https://ways.example/
docs_dir: content
theme: {name: idekatalog}
plugins: [idekatalog: {language: en, documents: false}]
"""
START = "---\ntitle: Start\ndescription: Short methods for whoever works with people.\n---\n\n# Ways with people\n\n## Methods\n\n<!-- indsatser -->\n"


def steps(line: str | Method) -> Iterator[tuple[Method, str | None]]:
    """What a line of ``how`` becomes, each step with the method that it leads to."""
    match line:
        case str():
            yield {"tekst": line}, None
        case {"do": action, "with": other}:
            yield {"tekst": action}, other
        case dict():
            [(head, below)] = line.items()
            if head in PHASES:
                yield from (({"fase": PHASES[head], "tekst": action}, None) for action in below)
            else:
                yield {"tekst": head, "uddybning": ". ".join(below)}, None


def record(method: Method) -> str:
    """The method as a record of the engine."""
    how, people, need = method["how"], method.get("people"), method["what_you_need"]
    taken = [] if isinstance(how, str) else [step for line in how for step in steps(line)]
    least, _, most = people.partition("-") if isinstance(people, str) else ("", "", "")
    roles = people if isinstance(people, dict) else {}
    fields = {
        "titel": method["name"],
        "resume": method["summary"],
        "temaer": [method["category"]],
        "roller": [{"rolle": slug(role), "opgave": task, "med": "altid"} for role, task in roles.items()],
        "deltagere": {"min": int(least), "maks": int(most or least)} if least else None,
        "tid": [method["time"]],
        "materialer": [need] if isinstance(need, str) else need,
        "trin": [step for step, _ in taken],
        "relateret": [{"id": slug(other), "grund": step["tekst"]} for step, other in taken if other],
        "status": "udgivet",
        "gennemgaaet": "2026-11-28",
    }
    front = yaml.safe_dump({key: value for key, value in fields.items() if value}, allow_unicode=True, sort_keys=False)
    sections = f"## Hvorfor\n\n{method['why']}\n" + (f"\n## Sådan gør I\n\n{how}\n" if isinstance(how, str) else "")
    return f"---\n{front}---\n\n{sections}"


def convert(root: Path) -> None:
    """Writes the collection as a catalogue with a name, a colour and a licence of its own."""
    roles = sorted({role for method in METHODS if isinstance(method.get("people"), dict) for role in method["people"]})
    files = {
        "mkdocs.yml": SETTINGS,
        "content/index.md": START,
        "data/udgiver.yml": 'licens: CC0 1.0\nlicens_adresse: "https://creativecommons.org/publicdomain/zero/1.0/"\n',
        "data/udseende.yml": 'farve: "#0b4f71"\n',
        "data/vocabulary/temaer.yml": terms({name: (name.capitalize(), told) for name, told in SOURCE["categories"].items()}),
        "data/vocabulary/roller.yml": terms({slug(role): (role, "Somebody who has a part in it.") for role in roles}),
        **{f"interventions/{slug(method['name'])}.md": record(method) for method in METHODS},
    }
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")


def terms(of: dict[str, tuple[str, str]]) -> str:
    return yaml.safe_dump([{"vaerdi": value, "navn": name, "forklaring": told} for value, (name, told) in of.items()])


def build(root: Path) -> Path:
    """Builds the site of the catalogue that lies there, as ``mkdocs build --strict`` does, and gives its folder."""
    # Whoever has built quietly in this process has left MkDocs silent, and then it counts no warning.
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    config = load_config(str(root / "mkdocs.yml"), strict=True, site_dir=str(root / "site"))
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    return root / "site"
