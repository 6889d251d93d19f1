"""The menu of a site whose ``mkdocs.yml`` has no ``nav``: made of what the catalogue has."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

from idekatalog.language.words import _, marked

Item: TypeAlias = "str | dict[str, str | list[Item]]"

# The chapters, each with its pages; the first of them that is there names the chapter.
LISTS = ("udfordringer", "ressourcer", "maalgrupper", "roller", "temaer", "niveauer", "modeltrin")
CHAPTERS = (
    ("indsatser", *LISTS, "eksempler", "omraader"),
    ("find",),
    ("skabeloner",),
    ("undervisning",),
    ("metoder", "kort"),
)
# What the page is called where it has a longer title of its own.
SHORT = {"find": marked("Find"), "kort": marked("Kort")}
START = "index.md"
FOOTER = ("ordliste/index.md", "a-aa/index.md")
# So many pages written by hand stand in the menu, each as a chapter; of more, all stand in one.
MOST_BY_HAND = 3


def menu(titles: Mapping[str, str], by_hand: Sequence[str], footer: Sequence[str]) -> list[Item]:
    """The navigation as ``mkdocs.yml`` would have it.

    ``titles`` are those of the engine's pages, by their address; ``by_hand`` the pages that the author wrote, and ``footer`` the
    pages that the foot of every page leads to, which the menu need not.
    """
    own = list(_folders([page for page in by_hand if page not in (START, *footer)]))
    return [{_("Start"): START}, *_chapters(titles), *(own if len(own) <= MOST_BY_HAND else [{_("Mere"): own}])]


def _folders(pages: Sequence[str]) -> Iterator[Item]:
    """The pages written by hand; those of a folder under its name."""
    for folder, inside in groupby(sorted(pages, key=_folder), key=_folder):
        if folder:
            yield {folder.replace("-", " ").capitalize(): list(inside)}
        else:
            yield from inside


def _folder(page: str) -> str:
    return page.partition("/")[0] if "/" in page else ""


def _chapters(titles: Mapping[str, str]) -> Iterator[Item]:
    for names in CHAPTERS:
        pages = [
            (_(SHORT[name]) if name in SHORT else titles[address], address)
            for name in names
            if (address := f"{name}/index.md") in titles
        ]
        match pages:
            case []:
                continue
            case [(title, address)]:
                yield {title: address}
            case [(title, _), *_]:
                yield {title: [{called: address} for called, address in pages]}
