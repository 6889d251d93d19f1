"""The files of ``data`` that are a list each: words, names, what people search by, the pages of the book, the spelling."""

import difflib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeAlias, TypeVar

from ..catalogue import SearchWord
from ..checking.spelling import SPELLING
from ..language.slug import slug
from ..language.words import _, code
from ..reading import handwritten, source, text
from ..reading.memory import Form, Memory, to_json
from ..reading.problems import Origin, Problem
from ..records import vocabulary
from ..records.aliases import in_danish
from ..records.area_map import CATEGORIES
from ..records.errors import build
from ..records.fields import Part
from ..records.glossary import Headed
from ..records.look import LOOK
from ..records.publisher import PUBLISHER
from ..records.vocabulary import SearchWords, Term
from .walk import DATA, VOCABULARY, Files

GLOSSARY = "data/glossary.yml"
NAMES = "data/organisations.yml"
# Danish words, and English ones: apart, because they are long.
SEARCH_WORDS = tuple(f"data/vocabulary/{name}.yml" for name in ("soegeord", "engelsk", "nabosprog"))
BOOK = "data/book.yml"

T = TypeVar("T")
H = TypeVar("H", bound=Headed)
P = TypeVar("P", bound=Part)
_Made: TypeAlias = tuple[tuple[T, ...], tuple[Problem, ...]]
"""What a list holds, and what is wrong with it."""


def vocabularies(files: Files, problems: list[Problem]) -> dict[str, dict[str, Term] | None]:
    """The controlled words that the catalogue has: list name to its terms, None for a list that cannot be read."""
    lists: dict[str, dict[str, Term] | None] = {}
    for name in vocabulary.NAMES:
        path = f"{VOCABULARY}/{name}.yml"
        if path in files.paths:
            raw = files.read(path, problems)
            lists[name] = None if raw is None else vocabulary.read(path, raw, problems)
        elif os.path.lexists(files.root / path):
            lists[name] = None
    return lists


def entries(files: Files, kind: type[H], name: str, problems: list[Problem], memory: Memory) -> tuple[H, ...]:
    """The words or names of a file, each under its own heading; none where there is no such file."""
    return _read(files, name, partial(_headed, kind), problems, memory)


def search_words(files: Files, problems: list[Problem], memory: Memory) -> Iterator[SearchWord]:
    """What people type, and what it means."""
    for name in SEARCH_WORDS:
        yield from _read(files, name, _searched, problems, memory, _WORDS_FORM)


def foreword(files: Files, written: dict[str, str], problems: list[Problem]) -> Iterable[str]:
    """The pages written by hand that the printed catalogue begins with; none where no file names any."""
    if BOOK not in files.paths or (raw := files.read(BOOK, problems)) is None:
        return
    node = source.data(BOOK, raw, problems)
    there = files.by_hand(".md")
    if not isinstance(node, source.Items):
        if node is not None and node != source.Text(1, ""):
            problems.append(Problem(Origin(BOOK, 1), "fil", _("er ikke en liste"), _("begynd hvert navn med en bindestreg")))
        return
    problems.extend(text.problems(BOOK, node))
    named: set[str] = set()
    for item in node.items:
        name = item.value if isinstance(item, source.Text) else ""
        if name in named:
            problems.append(
                Problem(Origin(BOOK, item.line), "fil", _("'{name}' står to gange").format(name=name), _("slet det ene"))
            )
        elif name in there:
            named.add(name)
            problems.extend(handwritten.unprintable(there[name], written.get(name, "")))
            yield name
        else:
            problems.append(
                Problem(
                    Origin(BOOK, item.line),
                    "fil",
                    _("'{name}' findes ikke").format(name=name),
                    _("skriv navnet på en side i {folder}/").format(folder=files.pages.folder),
                )
            )


def spelling(files: Files, problems: list[Problem]) -> tuple[str, ...]:
    """The words of the catalogue's own dictionary: one a line, what begins with # is an explanation."""
    raw = files.read(SPELLING, problems) if SPELLING in files.paths else None
    rows = (source.decode(SPELLING, raw, problems) or "").split("\n") if raw is not None else []
    return tuple(row.strip() for row in rows if row.strip() and not row.startswith("#"))


def strays(files: Files) -> Iterator[Problem]:
    """A problem for every list that nothing reads, which would be passed over without a word."""
    lists = [f"{VOCABULARY}/{name}.yml" for name in (*vocabulary.NAMES, *CATEGORIES.values())]
    known = [GLOSSARY, NAMES, BOOK, LOOK, PUBLISHER, *SEARCH_WORDS, *lists]
    for path in files.below(DATA, ".yml"):
        if path not in known:
            near = difflib.get_close_matches(path, known, n=1)
            remedy = _("mente du {near}?").format(near=near[0]) if near else _("slet filen, eller flyt den ud af data")
            yield Problem(Origin(path, 1), "fil", _("er ingen af de filer, som kataloget læser"), remedy)


def _read(
    files: Files,
    name: str,
    make_of: Callable[[str, bytes, list[Problem]], Iterable[T]],
    problems: list[Problem],
    memory: Memory,
    form: Form[_Made[T]] | None = None,
) -> tuple[T, ...]:
    """What ``make_of`` makes of a file of the catalogue; nothing where it has no such file."""
    if name not in files.paths or (raw := files.read(name, problems)) is None:
        return ()

    def make() -> _Made[T]:
        found: list[Problem] = []
        return tuple(make_of(name, raw, found)), tuple(found)

    made, found = memory(f"data {source.digest(name, raw)} {code()}", make, form)
    problems.extend(found)
    return made


def _headed(kind: type[H], name: str, raw: bytes, problems: list[Problem]) -> Iterable[H]:
    found: dict[str, H] = {}
    for node, entry in _items(kind, name, raw, problems):
        if found.setdefault(slug(entry.heading), entry) is not entry:
            problems.append(
                Problem(
                    Origin(name, node.line),
                    "fil",
                    _("'{heading}' står to gange").format(heading=entry.heading),
                    _("slet det ene"),
                )
            )
    return found.values()


def _searched(name: str, raw: bytes, problems: list[Problem]) -> Iterable[SearchWord]:
    for node, group in _items(SearchWords, name, raw, problems):
        for typed, meant in group.words.items():
            yield SearchWord(typed, meant, Origin(name, source.line(node, ("ord", typed))))


def _kept_words(made: _Made[SearchWord]) -> bytes | None:
    words, problems = made
    return None if problems else to_json([[word.typed, word.meant, word.origin.path, word.origin.line] for word in words])


def _words_again(kept: bytes) -> _Made[SearchWord]:
    return tuple(SearchWord(typed, tuple(meant), Origin(path, line)) for typed, meant, path, line in json.loads(kept)), ()


_WORDS_FORM = Form(_kept_words, _words_again)


def _items(kind: type[P], name: str, raw: bytes, problems: list[Problem]) -> Iterable[tuple[source.Node, P]]:
    """What a file that is one list holds, each with its node."""
    found: list[Problem] = []
    if isinstance(node := in_danish(kind, name, source.data(name, raw, found), found), source.Items):
        found.extend(text.problems(name, node))
        if issubclass(kind, Headed):
            # What people search for is not printed.
            found.extend(text.unprintable(name, node))
        for item in node.items:
            if entry := build(kind, name, item, found, {}):
                yield item, entry
    elif not found:
        found.append(Problem(Origin(name, 1), "fil", _("er ikke en liste"), _("begynd hvert punkt med en bindestreg")))
    problems.extend(found)
