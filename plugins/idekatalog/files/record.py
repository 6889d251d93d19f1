"""The file of a record to the record."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import takewhile
from typing import Any

from ..language import keys
from ..language.words import code
from ..reading import source, text
from ..reading.memory import Form, Memory, to_json
from ..reading.problems import Problem
from ..reading.unexpected import problem as unexpected
from ..records import aliases
from ..records.errors import build, build_again
from ..records.fields import Words
from ..records.kinds import Kind
from ..records.record import Titled
from ..records.vocabulary import Term
from .walk import Files


@dataclass(frozen=True)
class File:
    """The file of a record: the record, if it fits its model, what is wrong with it, and whether it calls itself a draft."""

    path: str
    record: Titled | None
    problems: tuple[Problem, ...]
    is_draft: bool


def reads(
    files: Files, kind: Kind[Any], problems: list[Problem], words: Mapping[str, Mapping[str, Term] | None], memory: Memory
) -> Iterator[tuple[str, Callable[[], File]]]:
    """What reads each record of a kind, under the name that the memory has for it."""
    choices = {
        name: None if terms is None else {value: (term.label, *term.synonyms) for value, term in terms.items()}
        for name, terms in words.items()
    }
    known = hashlib.sha256(repr((code(), choices)).encode()).hexdigest()

    def read(name: str, path: str, raw: bytes) -> File:
        form = Form(_kept, partial(_kept_again, kind, path, raw, choices))
        file = memory(name, partial(_record, kind, path, raw, choices), form)
        if file.record:
            # Large, and read again by the few that tell something about the file.
            vars(file.record).pop("node", None)
        return file

    for path in files.below(kind.folder):
        if (raw := files.read(path, problems)) is not None:
            name = f"record {source.digest(path, raw)} {known}"
            yield name, partial(read, name, path, raw)


def _record(kind: Kind[Any], path: str, raw: bytes, choices: Words) -> File:
    found: list[Problem] = []
    record = None
    try:
        written = source.record(path, raw, found, aliases.headings(kind.record))
        node = aliases.in_danish(kind.record, path, written, found)
        if node is not None:
            found.extend((*text.problems(path, node), *text.unprintable(path, node)))
            record = build(kind.record, path, node, found, choices, raw)
        if record:
            # Read out of its texts here, they are kept with the record.
            _ = record.references
            vars(record)["node"] = node
    except Exception as error:
        record = None
        found.append(unexpected(error, path))
    return File(path, record, tuple(found), _is_draft(kind, raw))


def _is_draft(kind: Kind[Any], raw: bytes) -> bool:
    return kind.reviewed and _calls_itself_draft(raw)


def _kept(file: File) -> bytes | None:
    """What is read out of a record's file, as data; None where it has problems, so that they are found again."""
    if file.record is None or file.problems:
        return None
    record = file.record
    return to_json([source.plain(record.node), record.references])


def _kept_again(kind: Kind[Any], path: str, raw: bytes, choices: Words, kept: bytes) -> File:
    fields, references = json.loads(kept)
    record = build_again(kind.record, path, fields, choices, raw)
    vars(record).update(references=tuple(map(tuple, references)))
    return File(path, record, (), _is_draft(kind, raw))


def _calls_itself_draft(raw: bytes) -> bool:
    """Asked of the bytes, since a record that cannot be read may be a draft all the same."""
    drafts = ("kladde", keys.word("kladde"))
    if not any(word.encode() in raw for word in drafts):
        return False
    front_matter = takewhile(lambda row: row.rstrip() != b"---", raw.split(b"\n")[1:])
    draft = re.compile(rf"({keys.key('status')}|status):[ \t]*[\"']?({'|'.join(drafts)})\b".encode())
    return any(draft.match(row) for row in front_matter)
