"""The words of the glossary in the text of a page."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from markdown_it import MarkdownIt

from .. import addresses
from ..language.slug import slug
from ..language.words import _
from ..records.glossary import Entry
from .nodes import Anchor, Inline, Line, Medium, OnlyLine, Section, Strong, Term, Text, To, bullets, line

# The key of the section that explains them.
WORDS = "ord-paa-siden"
# What stands in a page written by hand and must be left as it is: links and images, code, tags, attributes.
_AS_IT_IS = re.compile(r"(!?\[[^\]]*\]\([^)]*\)|`[^`]*`|<[^>]*>|\{[^}]*\})")
# What a word of the glossary can begin with: a word, or a sign.
_BEGINNING = re.compile(r"\w+|[^\w\s]")


class Terms:
    """The words of the glossary as one page explains them: where it uses each first, and at its end.

    ``used`` are the entries met so far, each under its word, in that order.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.used: dict[str, Entry] = {}
        self._entries = {form: entry for entry in entries for form in entry.folded}
        self._patterns = _patterns(tuple(self._entries))

    def told(self, text: str) -> Line:
        """A text, the first use of every word in it a term."""
        result, end = list[Inline](), 0
        for start, found, entry in self._found(text):
            if entry.word not in self.used:
                self.used[entry.word] = entry
                result += line(text[end:start], Term(found, slug(entry.word)))
                end = start + len(found)
        return (*result, *line(text[end:]))

    def split(self, text: str) -> Iterator[tuple[str, Entry | None]]:
        """A text in pieces, each with the entry it is a form of, if any."""
        end = 0
        for start, found, entry in self._found(text):
            yield text[end:start], None
            yield found, entry
            end = start + len(found)
        yield text[end:], None

    def explain(self, markdown: str) -> str:
        """A page written by hand, the first use of every word in its paragraphs and lists linked."""
        lines = markdown.split("\n")
        before = ""
        for token in MarkdownIt("commonmark").parse(markdown):
            if token.type == "inline" and token.map and before == "paragraph_open":
                start, end = token.map
                parts = _AS_IT_IS.split("\n".join(lines[start:end]))
                parts[::2] = map(self._linked, parts[::2])
                lines[start:end] = "".join(parts).split("\n")
            before = token.type
        return "\n".join(lines)

    def section(self) -> tuple[Section, ...]:
        """The words used, explained, as the section that ends the page; none where no word is."""
        return (Section(WORDS, line(_("Ord på siden")), (bullets(map(_explained, self.used.values())),)),) if self.used else ()

    def _linked(self, markdown: str) -> str:
        parts = self.told(markdown)
        return "".join(f"[{part.text}](#{anchor(part)})" if isinstance(part, Term) else _text(part) for part in parts)

    def _found(self, text: str) -> Iterator[tuple[int, str, Entry]]:
        end = 0
        for word in _BEGINNING.finditer(text):
            # Most words begin none of them, and then a look in a dict is all it costs.
            pattern = self._patterns.get(word[0].casefold())
            if pattern and word.start() >= end and (found := pattern.match(text, word.start())):
                yield found.start(), found[0], self._entries[" ".join(found[0].casefold().split())]
                end = found.end()


def anchor(term: Term) -> str:
    """Where a page explains a word."""
    return f"ord-{term.key}"


def _explained(entry: Entry) -> Line:
    key = slug(entry.word)
    meaning = f" ({entry.stands_for})" if entry.stands_for else ""
    whose = f" {_('(redaktionens forklaring)')}" if entry.editorial else ""
    more = To(f"{addresses.GLOSSARY}#{key}", line(_("Se {word} i ordlisten").format(word=entry.word)))
    return line(
        Anchor(anchor(Term(entry.word, key))),
        Strong(line(entry.word)),
        f"{meaning}: {entry.explanation}{whose}",
        OnlyLine(Medium.SCREEN, line(" ", more)),
    )


def _text(part: Inline) -> str:
    assert isinstance(part, Text)
    return part.text


@lru_cache
def _patterns(forms: tuple[str, ...]) -> dict[str, re.Pattern[str]]:
    """The pattern of the forms that begin alike, the longest first, by their first word or sign."""
    # Nearly all pages of a catalogue explain the same words, and the patterns of hundreds take milliseconds to make.
    beginning: dict[str, list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):
        words = form.split()
        first = _BEGINNING.match(words[0])
        assert first
        beginning.setdefault(first[0], []).append(r"\s+".join(map(re.escape, words)))
    return {first: re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)", re.IGNORECASE) for first, found in beginning.items()}
