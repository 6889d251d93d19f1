"""Text to Markdown that every parser reads alike."""

from html.parser import HTMLParser

import markdown as python_markdown
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from idekatalog.document import markdown, read, sheet_html
from idekatalog.document.markdown import literal
from idekatalog.document.nodes import Term, line
from idekatalog.document.terms import Terms
from idekatalog.reading import source, text
from idekatalog.records.glossary import Entry

# What our own site uses, and what others often do.
EXTENSIONS = [
    "toc",
    "tables",
    "fenced_code",
    "attr_list",
    "def_list",
    "footnotes",
    "admonition",
    "md_in_html",
    "abbr",
    "sane_lists",
]

words = st.text(alphabet=st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=40).filter(str.strip)
markup = st.text(alphabet="ab *_`#-+.)(1!|>:~=[]{}^$&;<\\/\"'", min_size=1, max_size=30).filter(str.strip)


class Reader(HTMLParser):
    """What a reader sees of an HTML text, and the elements it is made of."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(document)
        self.close()

    def handle_starttag(self, tag: str, attributes: object) -> None:
        self.tags.add(tag)
        self.text += " " if tag == "br" else ""

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def seen(self) -> str:
        return " ".join(self.text.split())


def by_python_markdown(source: str) -> Reader:
    return Reader(python_markdown.markdown(source, extensions=EXTENSIONS))


def by_commonmark(source: str) -> Reader:
    return Reader(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(source))


@given(words | markup)
def test_plain_text_is_shown_to_the_letter_and_is_never_markup(line: str) -> None:
    shown = " ".join(line.split())
    for parsed in (by_python_markdown, by_commonmark):
        assert (parsed(literal(line)).seen, parsed(literal(line)).tags) == (shown, {"p"})
        assert (parsed(f"## {literal(line)}").seen, parsed(f"## {literal(line)}").tags) == (shown, {"h2"})
        assert (parsed(f"- **Navn:** {literal(line)}").seen) == f"Navn: {shown}"


def test_what_a_section_may_hold() -> None:
    section = "Et **fedt** og *kursivt* ord, [et link](https://example.org/a_(b)), [en post](naboaften).\n\n- a\n- b\n\n1. c\n\n![alt](x.png)"
    content = read.prose(section, {"naboaften": "indsatser/naboaften/index.md"}, Terms(()))
    assert markdown.blocks(content, "metoder/x/index.md") == (
        "Et <strong>fedt</strong> og <em>kursivt</em> ord, [et link](https://example.org/a_%28b%29), [en post](../../indsatser/naboaften/index.md).\n\n"
        "-   a\n-   b\n\n<!-- -->\n\n1.  c\n\n![alt](../../billeder/x.png)"
    )
    assert sheet_html.write(content, "metoder/x/index.md") == (
        '<p>Et <strong>fedt</strong> og <em>kursivt</em> ord, <a href="https://example.org/a_(b)">et link</a>, '
        '<a href="../../indsatser/naboaften/">en post</a>.</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol>\n<li>c</li>\n</ol>\n'
        '<p><img alt="alt" src="../../billeder/x.png"></p>'
    )


@given(st.text(alphabet="ab *_`#-+.)(1!|>:~=[]{}^$&;<\\/\"'\n", max_size=40) | st.text(max_size=40))
def test_a_section_is_refused_or_shown_as_commonmark_shows_it(section: str) -> None:
    node = source.Fields(
        1,
        {source.SECTIONS: source.Fields(1, {"Hvorfor": source.Text(1, section, exact=True)}, {"Hvorfor": 1})},
        {source.SECTIONS: 1},
    )
    if list(text.problems("x.md", node)) or source.INVISIBLE.search(section):
        return
    expected = Reader(MarkdownIt("commonmark").render(section))
    content = read.prose(section, Anywhere(), Terms(()))
    for shown in (by_python_markdown(markdown.blocks(content, "x.md")), Reader(sheet_html.write(content, "x.md"))):
        assert shown.seen == expected.seen
        assert shown.tags <= expected.tags | {"br"}


class Anywhere(dict[str, str]):
    """Every record has a page."""

    def __missing__(self, id: str) -> str:
        return f"{id}.md"


def entry(word: str, *forms: str) -> Entry:
    return Entry.model_validate({"ord": word, "former": list(forms) or [word], "forklaring": "Det er det.", "redaktionel": "nej"})


def test_a_word_is_explained_where_a_page_uses_it_first_and_only_there() -> None:
    words = Terms([entry("nabo", "naboer"), entry("brændende platform")])
    section = "[Naboer](x) er naboer *naboer*.\n\nIngen naboskab."
    shown = sheet_html.write(read.prose(section, Anywhere(), words), "y.md")
    assert '>Naboer</a> er <a href="#ord-nabo">naboer</a> <em>naboer</em>.</p>' in shown
    assert "naboskab" in shown
    assert words.told("En Brændende  platform & en nabo") == (
        *line("En ", Term("Brændende  platform", "braendende-platform"), " & en nabo"),
    )
    assert list(words.used) == ["nabo", "brændende platform"]


def test_a_page_written_by_hand_is_explained_in_its_paragraphs_and_left_as_it_is_elsewhere() -> None:
    page = "# nabo\n\n[nabo](nabo.md) `nabo` <b title='nabo'>x</b>\n\n- En\n  nabo og en nabo {#nabo}\n\n```\nnabo\n```\n\n## nabo {#nabo}"
    words = Terms([entry("nabo")])
    assert words.explain(page) == page.replace("  nabo og", "  [nabo](#ord-nabo) og")
    assert Terms([]).explain(page) == page
