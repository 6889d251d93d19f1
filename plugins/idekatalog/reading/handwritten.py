"""A page written by hand: what its author may write there, and what its head says."""

import difflib
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from markdown_it import MarkdownIt

from ..language.words import _
from . import drawing, glyphs, source, text
from .problems import Origin, Problem, told

# What the fields at the top of a page may be called: what the theme shows, and what search reads.
TEXTS = ("title", "description")
FIELDS = (*TEXTS, source.ASKED)
# What a plugin beside ours may read there: a blog, or tags.
OTHERS = ("authors", "categories", "date", "draft", "tags")
# What MkDocs takes for a field at the top of a page, without a line --- above it.
BARE_FIELD = re.compile(r" {0,3}[A-Za-z0-9_-]+:\s")

MAX_PAGE = 200_000
MAX_LINES = 2_000
# What a page may have of each sign that some reader of Markdown looks for the partner of, from each of them to the end.
MARKS = "[]`*_~!&\\<(|^#"
MAX_MARKS = 2_000

# The HTML of a page: figures, tables, notes. Nothing that runs, asks, styles, or fetches from elsewhere.
ELEMENTS = (drawing.ELEMENTS - {"use", "style"}) | {
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "details", "div", "dl", "dt", "em", "figcaption",
    "figure", "h2", "h3", "h4", "hr", "i", "img", "kbd", "li", "marker", "ol", "p", "q", "section", "small", "span", "strong",
    "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul",
}  # fmt: skip
FETCHING = frozenset(("srcset", "style", "ping", "background", "poster", "name", "is", "slot", "contenteditable", "autofocus"))
# As strict as can be: what is not written like this is read in one way by one browser, and in another by the next.
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)((?:\s+[A-Za-z][\w:-]*(?:=\"[^\"<>]*\")?)*)\s*/?>")
_ATTRIBUTE = re.compile(r"([A-Za-z][\w:-]*)(?:=\"([^\"<>]*)\")?")
_COMMENT = re.compile(r"<!--(?:(?!--)[^<>])*-->")
# Where a page may lead. What has no scheme stays within the site.
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):|//|\\\\", re.IGNORECASE)
_BLANK = re.compile(r"[\x00-\x20]+")
# An address that runs, with all that a browser passes over in it: where a link leads, or in one piece.
# "Javascript: et sprog" is text.
_SCHEMES = r"(?<!\w)(?:" + "|".join(r"\s*".join(name) for name in ("javascript", "vbscript")) + r")\s*:"
_SCRIPT = re.compile(rf"(?:\]\(|\]:|<)\s*+{_SCHEMES}|{_SCHEMES}(?=\S)", re.IGNORECASE)
_BEFORE = "[]():<> \t\n"
_UNSAFE = re.compile(r"\b(?:data:(?:" + text.TYPES + r")/\w+|file:/)", re.IGNORECASE)

_markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
_markdown.validateLink = lambda url: True  # type: ignore[method-assign]
_markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]


@dataclass(frozen=True)
class HandPage:
    """A Markdown page; ``path`` is that of its file from the folder of all pages written by hand.

    ``asked`` is what people would say who need it, and ``asked_lines`` where in the file that stands.
    """

    path: str
    title: str
    summary: str
    asked: tuple[str, ...] = ()
    asked_lines: tuple[int, ...] = ()


def read(path: str, markdown: str) -> HandPage:
    """The page with the Markdown, in which ``problems`` has found none."""
    head = text.FRONT_MATTER.match(markdown)
    node = source.data(path, (head[1] or "").encode(), []) if head else None
    values = node.nodes if isinstance(node, source.Fields) else {}

    def field(name: str) -> str:
        value = values.get(name)
        return " ".join(value.value.split()) if isinstance(value, source.Text) else ""

    title = field("title") or text.title(markdown[head.end() :] if head else markdown)
    asked = [sentence for _, sentence in source.texts(values[source.ASKED])] if source.ASKED in values else []
    sentences = tuple(" ".join(sentence.value.split()) for sentence in asked)
    # The fields begin below the line of dashes.
    return HandPage(path, title, field("description"), sentences, tuple(sentence.line + 1 for sentence in asked))


def _is_line(node: source.Node) -> bool:
    return isinstance(node, source.Text) and bool(node.value.strip())


def problems(path: str, markdown: str) -> Iterator[Problem]:
    """Everything an author may not write on the page; ``path`` is that of its file, from the catalogue's root."""
    if len(markdown) > MAX_PAGE:
        yield Problem(
            Origin(path, 1),
            "fil",
            _("er på {n} tegn").format(n=len(markdown)),
            _("skriv den på højst {most}, eller del den").format(most=MAX_PAGE),
        )
        return
    if (lines := markdown.count("\n")) > MAX_LINES:
        yield Problem(
            Origin(path, 1),
            "fil",
            _("har {lines} linjer").format(lines=lines),
            _("skriv den på højst {most}, eller del den").format(most=MAX_LINES),
        )
        return
    yield from _fields(path, markdown)
    for line, message, remedy in (*_marks(markdown), *_body(markdown)):
        yield Problem(Origin(path, line), "tekst", message, remedy)


def unprintable(path: str, markdown: str) -> Iterator[Problem]:
    """A problem for every line of a page that is printed and has a character which cannot be."""
    for number, row in enumerate(markdown.split("\n"), 1):
        if found := glyphs.unprintable(html.unescape(row)):
            yield Problem(Origin(path, number), "tekst", *glyphs.refused(found))


def _fields(path: str, markdown: str) -> Iterator[Problem]:
    """What is wrong with the fields at the top: they are read as those of a record are."""
    head = text.FRONT_MATTER.match(markdown)
    if head is None:
        if markdown.startswith("---"):
            remedy = _("sæt en linje med --- efter det sidste felt")
            yield Problem(Origin(path, 1), "fil", _("felterne øverst slutter ikke"), remedy)
        elif BARE_FIELD.match(markdown):
            yield Problem(
                Origin(path, 1), "fil", _("begynder med et felt"), _("sæt en linje med --- før felterne og en efter dem")
            )
        return
    found: list[Problem] = []
    if "\n..." in f"\n{head[1]}":
        # There MkDocs ends the fields, and YAML a document.
        found.append(Problem(Origin(path, 1), "fil", _("har en linje med ... mellem felterne"), _("slet linjen")))
    # With the line that begins it, so that YAML counts the lines of the file.
    node = source.data(path, f"---\n{head[1] or ''}".encode(), found)
    if isinstance(node, source.Fields):
        found.extend(text.problems(path, node))
        for key, value in node.nodes.items():
            if wrong := _field(key, value):
                found.append(Problem(Origin(path, node.lines[key]), key, *wrong))
        found.extend(_misread(path, node, head[1]))
    elif not found and head[1] and head[1].strip():
        found.append(
            Problem(Origin(path, 1), "fil", _("har ingen felter mellem de to linjer ---"), _("skriv felterne som navn: værdi"))
        )
    yield from found


def _field(key: str, value: source.Node) -> tuple[str, str] | None:
    if key not in (*FIELDS, *OTHERS):
        near = difflib.get_close_matches(key[:100], FIELDS, n=1)
        return _("feltet kendes ikke"), _("mente du {near}?").format(near=near[0]) if near else _("vælg mellem {words}").format(
            words=", ".join(FIELDS)
        )
    if key in TEXTS and not isinstance(value, source.Text):
        return _("skal være en tekst"), _("skriv kun en tekst, i anførselstegn hvis den har kolon i sig")
    if key == source.ASKED and not (isinstance(value, source.Items) and all(map(_is_line, value.items))):
        return _("skal være en liste af sætninger"), _("skriv en sætning i hver linje, med en bindestreg foran")
    return None


def _misread(path: str, node: source.Fields, front_matter: str) -> Iterator[Problem]:
    """What the generator, which takes 2026-11-22 for a date and 1:30 for a number, cannot take for one."""
    if _typed(front_matter):
        return
    for where, found in source.texts(node):
        if not _typed(found.value):
            message, remedy = (
                _("'{value}' er ikke en dato eller et tal").format(value=found.value),
                _("ret den, eller sæt den i anførselstegn"),
            )
            yield Problem(Origin(path, source.line(node, where)), source.name(where), message, remedy)
            return
    yield Problem(Origin(path, 1), "fil", _("felterne øverst kan ikke læses"), _("sæt teksterne i anførselstegn"))


def _typed(front_matter: str) -> bool:
    try:
        yaml.load(front_matter, source.LOADER)
    except (ValueError, ArithmeticError, yaml.YAMLError):
        return False
    return True


def _marks(markdown: str) -> Iterator[text.Finding]:
    """What must not stand on a page in whatever way its Markdown is read: line, message and remedy."""
    head = text.FRONT_MATTER.match(markdown)
    top = head[0].count("\n") if head else 0
    for number, row in enumerate(markdown.split("\n"), 1):
        if text.LONG_WORD.search(row):
            yield number, *text.too_long_word()
        if number > top and _braces(row):
            yield number, "tegnet { kan kun stå i et anker efter en overskrift", "skriv {#anker}, eller slet tegnet"
        if row.startswith("#") and text.ANCHOR.sub("", row).rstrip().endswith("\\"):
            yield number, _("overskriften slutter med tegnet \\, og så er den ingen overskrift"), _("slet tegnet")
        if found := source.INVISIBLE.search(html.unescape(row)):
            yield number, *source.invisible(found)
    # As a browser reads an address: without the line breaks in it, and with what entities stand for.
    shown = "\n".join(html.unescape(row).replace("\n", " ") for row in markdown.split("\n"))
    for pattern in (_SCRIPT, _UNSAFE):
        at, line = 0, 1
        for found in pattern.finditer(shown):
            line, at = line + shown.count("\n", at, found.start()), found.start()
            yield (
                line,
                _("adressen {address} kan ikke bruges").format(address=found[0].lstrip(_BEFORE)),
                _("brug en adresse, der begynder med https://"),
            )
    for number in text.cpr_numbers(markdown):
        yield number + 1, *told(text.NO_CPR)
    for mark in MARKS:
        if markdown.count(mark) > MAX_MARKS:
            yield (
                1,
                _("siden har tegnet {mark} flere end {most} gange").format(mark=mark, most=MAX_MARKS),
                _("del den i flere sider"),
            )
    at, line = 0, 1
    for found in text.TAG.finditer(markdown):
        line, at = line + markdown.count("\n", at, found.start()), found.start()
        if wrong := _tag(markdown, at):
            yield line, *wrong


def _braces(row: str) -> bool:
    return "{" in (text.ANCHOR.sub("", row) if row.startswith("#") else row)


def _tag(markdown: str, at: int) -> tuple[str, str] | None:
    """What is wrong with the tag that begins there."""
    if _COMMENT.match(markdown, at):
        return None
    tag = _TAG.match(markdown, at)
    if tag is None:
        return _("HTML kan ikke læses"), _('skriv det som <p class="ord">, eller skriv et mellemrum efter <')
    if tag[2] not in ELEMENTS:
        return _("elementet {tag} kan ikke bruges").format(tag=tag[2]), _("slet det, eller skriv det med Markdown")
    if tag[2] == "title" and markdown.rfind("<svg", 0, at) <= markdown.rfind("</svg", 0, at):
        return _("elementet title kan kun bruges i en tegning"), _("slet det")
    for name, written in _ATTRIBUTE.findall(tag[3]):
        value, own = html.unescape(written), name.rpartition(":")[2].lower()
        if own in FETCHING:
            return _("{name} kan ikke bruges").format(name=name), _("slet det")
        if own in ("href", "src") and tag[2] in ("a", "img"):
            if wrong := _leads(value, tag[2] == "img"):
                return wrong
        elif wrong := drawing.unsafe_attribute(own, value) if tag[2] in drawing.ELEMENTS | {"marker"} else _loose(own, value):
            return f"{name} {wrong[0]}", wrong[1]
    return None


def _loose(name: str, value: str) -> tuple[str, str] | None:
    if name.startswith("on") or name in ("base", "cite", "action", "formaction", "data", "href", "src"):
        return _("kan ikke bruges"), _("slet det")
    return None


def _leads(address: str, fetched: bool) -> tuple[str, str] | None:
    """What is wrong with where a link leads, or with where a picture comes from."""
    if "\\" in address:
        # A browser takes it for /, so that two of them lead to another host.
        return _("linket '{address}' kan ikke bruges").format(address=address), _("skriv / i stedet for den omvendte skråstreg")
    found = _SCHEME.match(_BLANK.sub("", html.unescape(address)))
    if found is None:
        return None
    if fetched:
        return _("billedet ligger uden for kataloget"), _("læg det i mappen billeder")
    if (found[1] or "").lower() not in ("https", "http", "mailto", "tel"):
        return _("linket '{address}' kan ikke bruges").format(address=address), _(
            "skriv en adresse med https:// eller navnet på en side"
        )
    return None


def _body(markdown: str) -> Iterator[text.Finding]:
    """What must not stand on a page as Markdown is read: line, message and remedy."""
    head = text.FRONT_MATTER.match(markdown)
    before = head[0].count("\n") if head else 0
    if any(markdown.count(mark) > MAX_MARKS for mark in MARKS):
        return
    tokens = _markdown.parse(markdown[head.end() :] if head else markdown)
    if found := text.too_deep(tokens):
        yield before + 1 + found[0], *found[1:]
        return
    for token in tokens:
        line = before + 1 + (token.map[0] if token.map else 0)
        for child in token.children or ():
            if child.type in ("link_open", "image"):
                address = str(child.attrs["href" if child.type == "link_open" else "src"])
                if wrong := _leads(address, child.type == "image"):
                    yield line, *wrong
        if token.type == "inline":
            for _ in text.cpr_numbers("".join(child.content for child in token.children or () if child.type == "text")):
                yield line, *told(text.NO_CPR)
