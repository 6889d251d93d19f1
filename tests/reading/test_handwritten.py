"""Pages written by hand: what their authors may write, and what is said of the rest."""

import pytest

from idekatalog.reading import handwritten


def told(page: str) -> list[str]:
    return [
        f"{problem.origin.line}: {problem.field}: {problem.message}" for problem in handwritten.problems("content/om.md", page)
    ]


@pytest.mark.parametrize(
    "page",
    [
        "# Om\n\nEn **tekst** med [link](model.md) og <https-lignende 1 < 2.\n".replace("<https-lignende ", ""),
        "---\ntitle: Om\ndescription: Kort\nsoegesaetninger:\n  - hvem er I\n---\n\n# Om {#om}\n",
        "<!-- udgiver -->\n",
        '<figure>\n<svg viewBox="0 0 9 9" role="img"><path d="M0 0" marker-end="url(#pil)"/><a href="../x/"><text>x</text></a></svg>\n</figure>\n',
        '<p class="note">Ring på <a href="tel:12345678">12 34 56 78</a>.</p>\n<img src="billeder/x.png" alt="x">\n',
        "[a](https://example.org) [b](mailto:a@b.example)\n",
        "Indsaml data:alder/køn (javascript: et sprog).\n\n> Javascript: endnu et\n\nVi ❤️ vores gård.\n",
        "",
    ],
)
def test_a_page_is_markdown_and_the_html_of_figures_and_tables(page: str) -> None:
    assert told(page) == []


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("---\ntitle: x\ndescription: 2024-02-30\n---\n", "3: description: '2024-02-30' er ikke en dato eller et tal"),
        ("---\ntitle: 0b_\n---\n", "2: title: '0b_' er ikke en dato eller et tal"),
        ("---\ntitel: x\n---\n", "2: titel: feltet kendes ikke"),
        ("---\ntitle: [x]\n---\n", "2: title: skal være en tekst"),
        ("---\ntitle: a\ntitle: b\n---\n", "3: title: feltet står to gange"),
        ("---\ntitle: X<img/src/onerror=x>\n---\n", "2: title: HTML, altså < lige før et ord, kan ikke bruges"),
        ("---\na: &a [x]\nb: [*a, *a]\n---\n", "2: yaml: henvisninger med & og * kan ikke bruges"),
        ("---\ntitle: !!python/name:os.system x\n---\n", "2: yaml: mærket tag:yaml.org,2002:python/name:os.system kan ikke bruges"),
        (f"---\ntitle: {'[' * 1500}\n---\n", "2: yaml: listerne ligger for dybt i hinanden"),
        ("---\nhide: [toc]\n---\n", "2: hide: feltet kendes ikke"),
        ("---\ntemplate: x.html\n---\n", "2: template: feltet kendes ikke"),
        ("---\ntitle: x\n", "1: fil: felterne øverst slutter ikke"),
        ("---\ntitle: x\n...\n# x\n---\n", "1: fil: har en linje med ... mellem felterne"),
        ("title: x\n\n# x\n", "1: fil: begynder med et felt"),
        ("# x\n\n<script>alert(1)</script>\n", "3: tekst: elementet script kan ikke bruges"),
        ("<iframe src='x'>\n", "1: tekst: HTML kan ikke læses"),
        ("x <img/src/onerror=x>\n", "1: tekst: HTML kan ikke læses"),
        ("<svg><style>p { display: none }</style></svg>\n", "1: tekst: elementet style kan ikke bruges"),
        ('<p onclick="x()">\n', "1: tekst: onclick kan ikke bruges"),
        ('<p style="background:url(x)">\n', "1: tekst: style kan ikke bruges"),
        ('<img src="https://evil.example/x.png">\n', "1: tekst: billedet ligger uden for kataloget"),
        ("![x](//evil.example/x.png)\n", "1: tekst: billedet ligger uden for kataloget"),
        ('<a href="java&#115;cript:x">\n', "1: tekst: adressen javascript: kan ikke bruges"),
        ("[x](java&Tab;script:x)\n", "1: tekst: adressen java\tscript: kan ikke bruges"),
        ("[x](javascript&colon;x)\n", "1: tekst: adressen javascript: kan ikke bruges"),
        ("[x]( \tjavascript: x)\n", "1: tekst: adressen javascript: kan ikke bruges"),
        ("a\n\n[x]:\n  vbscript: x\n", "3: tekst: adressen vbscript: kan ikke bruges"),
        ("<a href=\"data:text/html,x\">x</a>\n", "1: tekst: adressen data:text/html kan ikke bruges"),
        ("[x](file:///etc/passwd)\n", "1: tekst: linket 'file:///etc/passwd' kan ikke bruges"),
        ("[x](\\\\\\\\evil.example/x)\n", "1: tekst: linket '\\\\evil.example/x' kan ikke bruges"),
        ('<img src="/\\evil.example/x.png">\n', "1: tekst: linket '/\\evil.example/x.png' kan ikke bruges"),
        ("<title>\n", "1: tekst: elementet title kan kun bruges i en tegning"),
        ("## x {: onclick=x }\n", "1: tekst: tegnet { kan kun stå i et anker efter en overskrift"),
        ("# x\n\n## y \\ {#z}\n", "3: tekst: overskriften slutter med tegnet \\, og så er den ingen overskrift"),
        ("Ring til Ole 010190-1234.\n", "1: tekst: ligner et CPR-nummer"),
        ("# x\n\nOle 010190\n1234\n", "3: tekst: ligner et CPR-nummer"),
        ("a &#x202e; b\n", "1: tekst: har det usynlige tegn U+202E"),
        (f"## b {'{#a' * 3000}\n", "1: tekst: siden har tegnet # flere end 2000 gange"),
        ("[" * 20_000, "1: tekst: siden har tegnet [ flere end 2000 gange"),
        ("*a " * 900 + "a* " * 900, "1: tekst: lister, links eller fed skrift ligger for dybt i hinanden"),
        (">" * 300 + " a\n", "1: tekst: lister, links eller fed skrift ligger for dybt i hinanden"),
        ("a" * 300_000, "1: fil: er på 300000 tegn"),
        ("1. a\n   - b\n" * 1_250, "1: fil: har 2500 linjer"),
        ("a" * 190_000, "1: tekst: har et ord på mere end 100 bogstaver"),
    ],
)  # fmt: skip
def test_what_a_page_may_not_have_is_told_with_its_line(page: str, expected: str) -> None:
    assert expected in told(page)
