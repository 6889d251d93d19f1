"""What an author may write in a text.

Fields are plain text. Sections are a small part of Markdown: paragraphs, lists, bold, italic, links
and images. What is not on the list is refused, so every renderer knows all it can meet.
"""

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from ..language.words import _, marked
from . import glyphs, source
from .problems import Origin, Problem, Said, told

ALLOWED = {
    "root", "paragraph", "inline", "bullet_list", "ordered_list", "list_item",
    "text", "softbreak", "hardbreak", "strong", "em", "link", "image",
}  # fmt: skip
REFUSED = {
    "heading": (marked("overskrifter i et afsnit kan ikke bruges"), marked("skriv linjen med fed i stedet")),
    "fence": (marked("blokke med kode kan ikke bruges"), marked("slet linjerne med ```")),
    "code_block": (marked("teksten er rykket fire mellemrum ind"), marked("slet mellemrummene først i linjen")),
    "code_inline": (marked("tegnet ` kan ikke bruges"), marked("slet tegnet")),
    "blockquote": (marked("linjer med > kan ikke bruges"), marked("gengiv udsagnet med egne ord")),
    "hr": (marked("vandrette streger kan ikke bruges"), marked("slet linjen")),
}

Finding = tuple[int, str, str]
"""How many lines below the start of a text something stands, what is wrong with it, and what to do."""

RECORD_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
IMAGE_FILE = re.compile(r"[a-z0-9-]+\.(png|jpg|svg|webp)")
WEB_ADDRESS = re.compile(r"https?://[^\s<>\"']{1,2000}")
# An address that every browser reads alike: a host by its name, no user before it, no sign that is none of an address.
LINK = re.compile(r"https?://(?:[^\W_][\w-]{0,62}\.)+[^\W\d_][\w-]{1,62}(?::\d{1,5})?(?:[/?#][^\s<>\"'\\^`{|}]{0,2000})?")
# An address that runs or shows what somebody wrote in it. "Data:alder/køn" is none: nothing is of the type alder.
TYPES = "application|audio|font|image|message|model|multipart|text|video"
UNSAFE_ADDRESS = re.compile(rf"\b(javascript|vbscript):|\bdata:({TYPES})/\w+|\bfile:/", re.IGNORECASE)
# What begins a tag to some browser, whatever CommonMark calls it: https://html.spec.whatwg.org/#tag-open-state
TAG = re.compile(r"<(?=[A-Za-z/!?])")
NO_TAG = marked("HTML, altså < lige før et ord, kan ikke bruges"), marked("slet tegnene < og >, eller skriv et mellemrum efter <")

# Day, month, year and four digits: https://cpr.dk/cpr-systemet/opbygning-af-cpr-nummeret. The day of a replacement number
# has 60 added to it. In a text that ``_readable`` has made plain; ``_is_cpr`` tells dates, times and telephones from people.
_APART = r" ?[-./_]? ?"
CPR = re.compile(
    rf"(?<!\d)(?P<day>[0-36-9]\d)(?P<first>{_APART})(?P<month>[01]\d)(?P<second>{_APART})(?P<century>18|19|20)?(?P<year>\d\d)"
    # The last four may follow almost anything, or be in two pairs.
    r"(?:(?P<apart>(?:[^\w,]|_){0,4})(?P<last>\d{4})(?!\d)|(?P<pair> ?[-./_] ?| )\d\d(?P=pair)\d\d(?!(?P=pair)?\d))"
)
# A month's days, in a year that has most of them.
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_CLOCK = r"(?:[01]\d|2[0-3])[0-5]\d|2400"
# From one o'clock to another, or one that a meeting begins at.
_FROM_TO = re.compile(rf"(?:{_CLOCK}) ?(?:-|til|og) ?(?:{_CLOCK})(?! ?-? ?\d)")
_QUARTER = re.compile(r"(?:[01]\d|2[0-3])(?:00|15|30|45)")
_IN_FOURS = re.compile(r"\d{4} \d{4} \d{4}")
# Twice as long as the longest word of any Danish dictionary: what takes words apart takes all their parts apart.
MAX_WORD = 100
LONG_WORD = re.compile(rf"[^\W_]{{{MAX_WORD}}}")
NO_CPR = marked("ligner et CPR-nummer"), marked("slet det, for her må ikke stå oplysninger om enkeltpersoner")
# What Word puts before an item of a list, pasted as a sign. No Danish word is an o alone.
_BULLET = re.compile(r"[ \t]*(?:[•·▪◦‣●○■□➢►][ \t]*|o[ \t]+|[§–—][\t])(?=\S)")
BULLET = marked("begynder med et punkttegn fra et andet program")
_MARKS = str.maketrans({"*": "", "`": "", "\\": "", "~": ""})

# How long a field, a section and the rest may be: far more than any reader reads, and little for every parser.
MAX_FIELD = 2_000
MAX_SECTION = 20_000
MAX_LINKS = 200
MAX_MARKS = 1_000
MAX_NESTING = 12
MAX_ITEMS = 200

# What a page written by hand begins with, and what its author may end a heading with: ## Overskrift {#anker}
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)??---[ \t]*\n", re.DOTALL)
# Blanks are tried from the first of them only: else a long run of them would be tried from every one.
ANCHOR = re.compile(r"(?<!\s)\s*+\{#([\w-]+)\}\s*$")

_markdown = MarkdownIt("commonmark", {"html": True})
# Judge every address ourselves: the parser would show an unsafe link as text and say nothing.
_markdown.validateLink = lambda url: True  # type: ignore[method-assign]
_markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]


# What is wrong with a section, what it points to, and what it says is asked one after the other.
@lru_cache(maxsize=32)
def parse(text: str) -> SyntaxTreeNode:
    """The tree of a section's Markdown. What ``problems`` has passed holds only ``ALLOWED`` nodes.

    Empty where the text is too long or too deep to be read: ``problems`` tells of it.
    """
    tokens = [] if _too_long(text) else _tokens(text)
    return SyntaxTreeNode([] if too_deep(tokens) else tokens)


@lru_cache(maxsize=32)
def _tokens(text: str) -> list[Token]:
    return _markdown.parse(text)


def _too_long(text: str) -> Finding | None:
    """What keeps a section from being parsed."""
    if len(text) > MAX_SECTION:
        return 0, _("er på {n} tegn").format(n=len(text)), _("skriv det på højst {most}").format(most=MAX_SECTION)
    if text.count("[") > MAX_LINKS:
        return 0, _("har flere end {most} links").format(most=MAX_LINKS), _("del teksten")
    if text.count("*") + text.count("_") > MAX_MARKS:
        return 0, _("har flere end {most} * og _").format(most=MAX_MARKS), _("fremhæv færre ord")
    return None


def too_long_word() -> Said:
    """What to say about a match of ``LONG_WORD``."""
    return _("har et ord på mere end {most} bogstaver").format(most=MAX_WORD), _("del ordet")


def too_deep(tokens: Iterable[Token]) -> Finding | None:
    """The first place where lists, links or emphasis lie deeper in each other than a tree of them can be read."""
    for token in tokens:
        if max((token.level, *(child.level for child in token.children or ()))) > MAX_NESTING:
            return (
                token.map[0] if token.map else 0,
                _("lister, links eller fed skrift ligger for dybt i hinanden"),
                _("skriv det enklere"),
            )
    return None


def sentence(words: str) -> str:
    """The words of a field with what ends a sentence: an author may have written it, or left it out."""
    return words if words.rstrip("\"'”“»)").endswith((".", "!", "?", "…")) else f"{words}."


def plain(text: str) -> str:
    """The words of a Markdown text, without its marks; blocks are kept apart by a line break."""
    return "\n".join(_words(token) for token in _markdown.parse(text) if token.type == "inline")


def title(text: str) -> str:
    """The title of a Markdown page, without the anchor its author gave it; "" where it has none."""
    for before, token in pairwise(_markdown.parse(text)):
        if before.type == "heading_open" and before.tag == "h1":
            return ANCHOR.sub("", token.content)
    return ""


def _words(token: Token) -> str:
    """The words of a line of Markdown as a reader sees them."""
    breaks = ("softbreak", "hardbreak")
    return "".join(
        " " if child.type in breaks else child.content for child in token.children or () if child.type != "html_inline"
    )


def problems(path: str, node: source.Node) -> Iterator[Problem]:
    """Everything an author may not write, in any text and any key below the node of the file ``path``."""
    for where, at in source.keys(node):
        for _row, message, remedy in _field(str(where[-1])):
            yield Problem(Origin(path, at), source.name(where), message, remedy)
    for where, items in source.lists(node):
        if where and len(items.items) > MAX_ITEMS:
            message = _("har {n} punkter").format(n=len(items.items))
            yield Problem(
                Origin(path, source.line(node, where)),
                source.name(where),
                message,
                _("lad listen have højst {most}").format(most=MAX_ITEMS),
            )
    for where, text in source.texts(node):
        check = _section if where[:1] == (source.SECTIONS,) else _field
        for offset, message, remedy in check(text.value):
            at = text.line + offset if text.exact else source.line(node, where)
            yield Problem(Origin(path, at), source.name(where), message, remedy)


def unprintable(path: str, node: source.Node) -> Iterator[Problem]:
    """A problem for every line below the node that has a character which cannot be printed."""
    for where, text in source.texts(node):
        for offset, row in enumerate(text.value.split("\n")):
            # Only in a section is Markdown read, in which &#128578; is one too.
            if found := glyphs.unprintable(html.unescape(row) if where[:1] == (source.SECTIONS,) else row):
                at = text.line + offset if text.exact else source.line(node, where)
                yield Problem(Origin(path, at), source.name(where), *glyphs.refused(found))


def references(text: str) -> Iterator[tuple[str, str, int]]:
    """What a section points to within the catalogue: ``link`` or ``image``, its target, lines below the start."""
    if "]" not in text:
        # Neither a link nor an image can do without, and most sections point nowhere.
        return
    for node, offset in nodes(parse(text)):
        if node.type == "link" and RECORD_ID.fullmatch(target := str(node.attrs["href"])):
            yield "link", target, offset
        elif node.type == "image" and IMAGE_FILE.fullmatch(target := str(node.attrs["src"])):
            yield "image", target, offset


def web_addresses(text: str) -> Iterator[tuple[str, int]]:
    """Every web address in a text of whatever kind, with how many lines below the start it stands."""
    for offset, row in enumerate(text.split("\n")):
        # The namespace of a drawing is a name, not an address.
        for found in WEB_ADDRESS.finditer(row.replace('xmlns="http', "")):
            url = found[0].rstrip(".,;:!?*_`")
            # What closes a link or a sentence is not the address's own.
            while url.endswith(")") and url.count(")") > url.count("("):
                url = url[:-1].rstrip(".,;:!?*_`")
            yield url, offset


def paragraphs(root: SyntaxTreeNode) -> Iterator[tuple[int, str]]:
    """The words of every paragraph, heading and item as a reader sees them, with how many lines below the start they stand."""
    shown = {"text": None, "code_inline": None, "softbreak": "\n", "hardbreak": "\n"}
    for node, offset in nodes(root):
        if node.type == "inline":
            parts = (shown[part.type] or part.content for part in node.walk() if part.type in shown)
            yield offset, "".join(parts)


def nodes(root: SyntaxTreeNode, offset: int = 0) -> Iterator[tuple[SyntaxTreeNode, int]]:
    """Every node in the order of the text, with how many lines below the start it stands."""
    for node in root.children:
        here = node.map[0] if node.map else offset
        if node.type == "inline":
            # Nodes within a line have no place of their own: count the line breaks passed.
            for part in node.walk(include_self=True):
                yield part, here
                here += part.type in ("softbreak", "hardbreak")
        else:
            yield node, here
            yield from nodes(node, here)


def cpr_numbers(text: str) -> Iterator[int]:
    """How many lines below the start of a text there stands what could be a CPR number, however it is spelt."""
    # An entity for a digit has as many digits itself.
    if sum(map(str.isdigit, text)) < 10:
        return
    rows = [_readable(row) for row in text.split("\n")]
    starts = [0, *accumulate(len(row) + 1 for row in rows)]
    whole = " ".join(rows)
    at = 0
    while found := CPR.search(whole, at):
        at = found.end() if _is_cpr(found) else found.start() + 1
        if at == found.end():
            yield bisect_right(starts, found.start()) - 1


def _is_cpr(found: re.Match[str]) -> bool:
    """Whether a match of ``CPR`` begins with a day that has been or comes, and ends in neither a year, a time nor a telephone."""
    day, month, year = int(found["day"]), int(found["month"]), int(found["year"])
    most = 28 if month == 2 and year % 4 else _DAYS[month - 1] if 1 <= month <= 12 else 0
    if not 1 <= (day - 60 if day > 60 else day) <= most:
        return False
    if found["last"] is None:
        # Pairs apart from each other as telephones are, where there are more of them, or in no order: 10.06-12.06.26.
        telephone = (
            found["first"] == found["pair"] == " " and found.string[max(found.start() - 2, 0) : found.start()][:1].isdigit()
        )
        return found["first"] == found["second"] and not telephone and not (found["century"] and found["pair"] == " ")
    if found["century"]:
        if found["last"][:2] in ("19", "20"):
            return False  # "01.01.2025-2026" are two years.
        if found["century"] == "20" and found["apart"] == " " and _QUARTER.fullmatch(found["last"]):
            return False
        if _IN_FOURS.fullmatch(found[0]) and re.search(r"\d{4} $", found.string[max(found.start() - 5, 0) : found.start()]):
            return False
        if _IN_FOURS.fullmatch(found[0]) and re.match(r" \d{4}(?!\d)", found.string[found.end() : found.end() + 6]):
            return False
    return "-" in found["apart"] or not _FROM_TO.match(found.string, found.start("last"))


def _readable(row: str) -> str:
    """A line as its reader sees it, in the plainest signs: no marks, one kind of dash and of space."""
    row = unicodedata.normalize("NFKC", html.unescape(row)).translate(_MARKS)
    plain = (" " if c.isspace() else "-" if unicodedata.category(c) == "Pd" or c in _DASHES else c for c in row)
    return " ".join("".join(c for c in plain if unicodedata.category(c) not in ("Cf", "Mn", "Me")).split())


# Signs that look like dashes and are called something else: minus, bullet, box drawing, the long vowel of Japanese.
_DASHES = frozenset("−‐‑‒–—―⁃╌─━ー·•∙")


def _everywhere(text: str) -> Iterator[Finding]:
    for number, row in enumerate(text.split("\n")):
        if not source.is_ordinary(row) and (found := source.INVISIBLE.search(row)):
            # Typed as an escape, "\\x07", since the file itself has been searched.
            yield number, *source.invisible(found)
        if max(map(len, row.split()), default=0) >= MAX_WORD and LONG_WORD.search(row):
            yield number, *too_long_word()
        if "<" in row and TAG.search(row):
            yield number, *told(NO_TAG)
    for number in cpr_numbers(text):
        yield number, *told(NO_CPR)


def _field(text: str) -> Iterator[Finding]:
    if len(text) > MAX_FIELD:
        yield 0, _("er på {n} tegn").format(n=len(text)), _("skriv det på højst {most}").format(most=MAX_FIELD)
        return
    yield from _everywhere(text)
    if _BULLET.match(text):
        yield 0, _(BULLET), _("slet tegnet")
    # Nine fields of ten have no link to look for.
    if "[" in text and any(node.type in ("link", "image") for node, _row in nodes(parse(text))):
        yield 0, _("links og billeder kan kun stå i afsnittene"), _("skriv ordene uden [ ] og ( )")


def _section(text: str) -> Iterator[Finding]:
    if found := _too_long(text) or too_deep(_tokens(text)):
        yield found
        return
    yield from _everywhere(text)
    yield from (
        (number, _("linjen {begins}").format(begins=_(BULLET)), _("skriv - og et mellemrum i stedet"))
        for number, row in enumerate(text.split("\n"))
        if _BULLET.match(row)
    )
    tree = parse(text)
    if sum(map(str.isdigit, text)) >= 10:
        # Once more without what only the Markdown has, such as the address of a link in the middle of a number.
        yield from ((offset, *told(NO_CPR)) for offset, words in paragraphs(tree) for _row in cpr_numbers(words))
    for node, offset in nodes(tree):
        if node.type in ("html_block", "html_inline"):
            continue  # Told above.
        if node.type == "text" and not source.is_ordinary(node.content) and (hidden := source.INVISIBLE.search(node.content)):
            # Written as an entity, such as &#8238;
            yield offset, *source.invisible(hidden)
        if node.type not in ALLOWED:
            yield offset, *told(REFUSED[node.type])
        elif node.type == "link":
            href = str(node.attrs["href"])
            if not (LINK.fullmatch(href) or RECORD_ID.fullmatch(href)):
                yield (
                    offset,
                    _("linket '{href}' kan ikke bruges").format(href=href),
                    _("skriv en adresse med https:// eller id'et på en anden post"),
                )
        elif node.type == "image":
            if not node.content.strip():
                yield offset, _("billedet mangler en tekst"), _("skriv i [ ], hvad billedet viser")
            if not IMAGE_FILE.fullmatch(str(node.attrs["src"])):
                yield (
                    offset,
                    _("billedet '{src}' kan ikke bruges").format(src=node.attrs["src"]),
                    _("læg det i mappen billeder, og skriv kun filens navn"),
                )
