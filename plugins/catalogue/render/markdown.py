"""Text to Markdown that means the same to every parser: CommonMark, Python-Markdown and their extensions."""

import re
from collections.abc import Callable, Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from .. import text
from ..records.glossary import Entry
from ..slug import slug

# Whatever any parser or extension could read as markup within a line.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>&#|~^=$]")
# What stands in a page written by hand and must be left as it is: links and images, code, tags, attributes.
_AS_IT_IS = re.compile(r"(!?\[[^\]]*\]\([^)]*\)|`[^`]*`|<[^>]*>|\{[^}]*\})")
# Whatever could begin a block: a bullet, a definition, an admonition, a number with a full stop.
_BLOCK_START = re.compile(r"\s*(?:[-+:!?%]|\d+[.)](?=\s|$))")


class Markdown(str):
    """A string that is Markdown already."""


def literal(words: str) -> Markdown:
    """Plain text as one line of Markdown that shows it to the letter."""
    line = _MARKUP.sub(_entity, re.sub(r"\s+", " ", words))
    return Markdown(_guard(line))


def address(url: str) -> Markdown:
    """A web address as the target of a Markdown link."""
    return Markdown(re.sub(r"[()\\`\[\]]", lambda match: f"%{ord(match[0]):02X}", url))


class Words:
    """The words of the glossary as one page explains them: where it uses each first, and at its end.

    ``used`` are the words met so far, in that order.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.used: list[Entry] = []
        self._entries = {form.casefold(): entry for entry in entries for form in (entry.word, *entry.forms)}
        forms = [r"\s+".join(map(re.escape, form.split())) for form in sorted(self._entries, key=len, reverse=True)]
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE) if forms else None

    def mark(self, words: str) -> str:
        """Plain text as Markdown, the first use of every word linked to what explains it on the page."""
        return self._link(words, lambda text: _MARKUP.sub(_entity, text))

    def _link(self, words: str, show: Callable[[str], str]) -> str:
        result, end = "", 0
        for found in self._pattern.finditer(words) if self._pattern else ():
            entry = self._entries[" ".join(found[0].casefold().split())]
            if entry not in self.used:
                self.used.append(entry)
                result += f"{show(words[end : found.start()])}[{show(found[0])}](#ord-{slug(entry.word)})"
                end = found.end()
        return result + show(words[end:])

    def split(self, words: str) -> Iterator[tuple[str, Entry | None]]:
        """Plain text in pieces, each with the entry it is a form of, if any."""
        end = 0
        for found in self._pattern.finditer(words) if self._pattern else ():
            yield words[end : found.start()], None
            yield found[0], self._entries[" ".join(found[0].casefold().split())]
            end = found.end()
        yield words[end:], None

    def literal(self, words: str) -> Markdown:
        """Like ``literal``, with the first use of every word linked."""
        return Markdown(_guard(self.mark(re.sub(r"\s+", " ", words))))

    def explain(self, markdown: str) -> str:
        """A page written by hand, the first use of every word in its paragraphs and lists linked."""
        lines = markdown.split("\n")
        before = ""
        for token in MarkdownIt("commonmark").parse(markdown):
            if token.type == "inline" and token.map and before == "paragraph_open":
                start, end = token.map
                parts = _AS_IT_IS.split("\n".join(lines[start:end]))
                parts[::2] = (self._link(part, lambda words: words) for part in parts[::2])
                lines[start:end] = "".join(parts).split("\n")
            before = token.type
        return "\n".join(lines)


def prose(section: str, record: Callable[[str], str], image: Callable[[str], str], words: Words | None = None) -> Markdown:
    """A section of a record; ``record`` and ``image`` give the link to an id and to a file's name.

    ``words`` are explained where the page uses them first.
    """
    shown = (words or Words(())).mark

    def blocks(node: SyntaxTreeNode) -> str:
        result = last = ""
        for child in node.children:
            # A comment keeps two lists apart that would otherwise become one.
            apart = "<!-- -->\n\n" if result and child.type.endswith("_list") and last.endswith("_list") else ""
            result += ("\n\n" if result else "") + apart + block(child)
            last = child.type
        return result

    def block(node: SyntaxTreeNode) -> str:
        if node.type == "paragraph":
            line = "".join(map(inline, node.children[0].children))
            first = next(iter(node.children[0].children), None)
            return _guard(line) if first is not None and first.type == "text" else line
        loose = any(not child.hidden for item in node.children for child in item.children if child.type == "paragraph")
        marks = (f"{number}." if node.type == "ordered_list" else "-" for number in range(1, len(node.children) + 1))
        items = (f"{mark:<4}" + blocks(item).replace("\n", "\n    ") for mark, item in zip(marks, node.children, strict=True))
        return ("\n\n" if loose else "\n").join(items)

    def inline(node: SyntaxTreeNode, linked: bool = False) -> str:
        linked = linked or node.type == "link"
        inner = "".join(inline(child, linked) for child in node.children) if node.type != "image" else ""
        match node.type:
            case "text":
                return _MARKUP.sub(_entity, node.content) if linked else shown(node.content)
            case "softbreak":
                return " "
            case "hardbreak":
                return "<br>"
            case "strong":
                return f"<strong>{inner}</strong>"
            case "em":
                # Not stars: the parsers disagree about where those that touch begin and end.
                return f"<em>{inner}</em>"
            case "link":
                href = str(node.attrs["href"])
                return f"[{inner}]({address(href) if text.WEB_ADDRESS.fullmatch(href) else record(href)})"
            case "image":
                return f"![{_MARKUP.sub(_entity, node.content)}]({image(str(node.attrs['src']))})"
        raise AssertionError(f"{node.type} should have been refused")

    return Markdown(blocks(text.parse(section)))


def block(html: str) -> Markdown:
    """HTML as one block of Markdown: without empty lines, each of which would end it."""
    return Markdown("\n".join(line for line in html.splitlines() if line.strip()))


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def _guard(line: str) -> str:
    """The line with its first character harmless, so that it stays a paragraph."""
    found = _BLOCK_START.match(line)
    return line if not found else line[: found.end() - 1] + f"&#{ord(line[found.end() - 1])};" + line[found.end() :]
