"""Every slip of a hand that an author can be expected to make gets one line: where it is, what is wrong, and what to do.

Each is made in a record that is right, and told alone, so that nobody mends what is not broken.
"""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from idekatalog.checking.advice import advise
from idekatalog.files.load import load, published
from idekatalog.reading.problems import InvalidCatalogue

FILE = "interventions/naboaften.md"
# A slip: what an author does, what stands there and what is written instead, the line it is told at, and what is said.
SLIPS: dict[str, tuple[str, str, int, str]] = {
    "indentation: one blank too many": (
        "    tekst: Spis sammen", "     tekst: Spis sammen", 37, "rykket anderledes ind end linjen over; ryk felter, der hører sammen, lige langt ind"),
    "indentation: a field further in": (
        "problem: Naboer", " problem: Naboer", 9, "rykket anderledes ind end linjen over"),
    "indentation: an item further out": (
        "  - rolle: politi\n    opgave", "  - rolle: politi\n  opgave", 21, "rykket anderledes ind end linjen over"),
    "a colon that is missing": ("problem: Naboer", "problem Naboer", 9, "mangler et kolon efter feltets navn; skriv feltet som navn: værdi"),
    "a blank that is missing": ("titel: Nabo", "titel:Nabo", 3, "mangler et mellemrum efter kolonet"),
    "a blank that is missing after a hyphen": ("  - Mad & drikke", "  -Mad & drikke", 30, "mangler et mellemrum efter bindestregen"),
    "a colon in a text": ("tekst: Spis sammen", "tekst: Spis: sammen", 37, "der står et kolon midt i en tekst; sæt hele teksten i anførselstegn"),
    "a tab": ("    opgave: Byder", "\topgave: Byder", 18, "rykket ind med tabulator; ryk ind med mellemrum"),
    "curly quotation marks around a version": ('version: "1.0"', "version: ”1.0”", 73, 'anførselstegnet er af en slags, der ikke gælder her; brug de lige, "'),
    "curly quotation marks around a colon": (
        '"Fra 18:00 til 20:00."', "”Fra: 18 til 20.”", 28, 'anførselstegnet er af en slags, der ikke gælder her; brug de lige, "'),
    "an unknown role": ("  - rolle: politi", "  - rolle: pedel", 20, "'pedel' står ikke i data/vocabulary/roller.yml; vælg mellem vaert (Vært), politi"),
    "a role by the name that readers see": ("  - rolle: vaert", "  - rolle: Vært", 17, "mente du vaert (Vært)?"),
    "a date the other way round": ("gennemgaaet: 2026-11-22", "gennemgaaet: 22-11-2026", 71, "er ikke en dato; skriv den som 2026-11-22"),
    "a date in words": ("gennemgaaet: 2026-11-22", "gennemgaaet: 22. november 2026", 71, "er ikke en dato; skriv den som 2026-11-22"),
    "a field twice": ("problem: Naboer", "titel: Igen\nproblem: Naboer", 9, "feltet står to gange; slet det ene (det første står i linje 3)"),
    "a quotation mark that is not closed": ('version: "1.0"', 'version: "1.0', 73, "et anførselstegn er ikke lukket"),
    "a quotation mark that is not opened": ('"Fra 18:00 til 20:00."', 'Fra 18:00 til: 20:00."', 28, "skal være en tekst; skriv kun en tekst, i anførselstegn hvis den har kolon i sig"),
    "a bracket that is not closed": ("temaer: [naboskab, tryghed]", "temaer: [naboskab, tryghed", 10, "en kantet parentes er ikke lukket; sæt ] efter"),
    "a summary that is too long": ("resume: Naboer", "resume: " + "Naboer og flere naboer spiser. " * 12 + "Naboer", 4, "tegn; skriv det på højst 300"),
    "a picture without words": ("![Et langbord i en gård]", "![]", 80, "billedet mangler en tekst; skriv i [ ], hvad billedet viser"),
    "a picture that is not there": ("(langbord.svg)", "(langboard.svg)", 80, "billedet 'langboard.svg' findes ikke; læg det i content/billeder"),
    "a link that leads nowhere": ("(gaardmoede)", "(gaardmode)", 78, "posten 'gaardmode' findes ikke; mente du gaardmoede (Gårdmøde)?"),
    "a state that is none": ("status: udgivet", "status: udkast", 70, "'udkast' kendes ikke; vælg udgivet eller kladde"),
    "HTML": ("Det koster 1 < 2 timer.", "Det koster <b>to</b> timer.", 85, "HTML, altså < lige før et ord, kan ikke bruges; slet tegnene"),
    "a text that begins with @": ("  - Mad & drikke", "  - @drikke", 30, "et tegn, der betyder noget andet her; sæt hele teksten i anførselstegn"),
    "a text with #": ("tekst: Spis sammen", "tekst: Spis #sammen", 37, "alt efter ' #' bliver væk; sæt hele teksten i anførselstegn"),
    "no line of dashes": ("---\nnummer: 1", "nummer: 1", 1, "begynder ikke med ---; lad første linje være ---"),
    "no second line of dashes": ('"1.0"\n---', '"1.0"', 1, "felterne øverst slutter ikke; sæt en linje med ---"),
    "a heading without a blank": ("## Hvorfor", "##Hvorfor", 82, "## Hvorfor: er skrevet '##Hvorfor'; skriv ## Hvorfor"),
    "a heading with one #": ("## Hvorfor", "# Hvorfor", 82, "## Hvorfor: er skrevet '# Hvorfor'; skriv ## Hvorfor"),
    "a heading with three #": ("## Hvorfor", "### Hvorfor", 82, "## Hvorfor: er skrevet '### Hvorfor'; skriv ## Hvorfor"),
    "a heading in bold": ("## Hvorfor", "**Hvorfor**", 82, "## Hvorfor: er skrevet '**Hvorfor**'; skriv ## Hvorfor"),
    "a heading in small letters": ("## Hvorfor", "## hvorfor:", 82, "## Hvorfor: er skrevet '## hvorfor:'; skriv ## Hvorfor"),
    "yes or no": ("valgfrit: ja", "valgfrit: måske", 38, "er hverken ja eller nej; skriv ja eller nej"),
    "Word: a bullet of its own font": ("- Naboer hjælper", "\uf0b7\tNaboer hjælper", 84, "har punkttegnet U+F0B7 fra Word; skriv - og et mellemrum i stedet"),
    "Word: a bullet": ("- Naboer hjælper", "•\tNaboer hjælper", 84, "## Hvorfor: linjen begynder med et punkttegn fra et andet program; skriv - og et mellemrum i stedet"),
    "Word: an o for a bullet": ("- Naboer hjælper", "o\tNaboer hjælper", 84, "linjen begynder med et punkttegn fra et andet program; skriv - og et mellemrum i stedet"),
    "Word: a bullet in a field": ("  - Mad & drikke", "  - • Mad & drikke", 30, "materialer[1]: begynder med et punkttegn fra et andet program; slet tegnet"),
    "Word: a soft hyphen": ("Naboerne hilser", "Na\xadboerne hilser", 50, "har det usynlige tegn U+00AD, en blød bindestreg; slet tegnet"),
    "Word: a space of no width": ("Naboerne hilser", "Naboerne\u200b hilser", 50, "har det usynlige tegn U+200B, et mellemrum uden bredde; slet tegnet"),
    "Word: a line break": ("Naboerne hilser", "Naboerne\x0bhilser", 50, "har det usynlige tegn U+000B, et linjeskift fra Word; slet tegnet"),
    "Word: a heading of a letter in parts": ("Spørg naboerne", "Spørg na\u030aboerne", 89, "har et bogstav sat sammen af to tegn"),
}  # fmt: skip


def told(root: Path) -> list[str]:
    with pytest.raises(InvalidCatalogue) as invalid:
        load(root)
    return str(invalid.value).splitlines()


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_once_where_it_is_with_what_to_do(slip: str, small: Path) -> None:
    right, wrong, line, said = SLIPS[slip]
    text = (small / FILE).read_text(encoding="utf-8")
    assert right in text
    (small / FILE).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    (only,) = told(small)
    assert only.startswith(f"{FILE}:{line}: ")
    assert said in only


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("Naboaften To.md", "navnet 'Naboaften To' kan ikke bruges i en adresse; kald filen naboaften-to.md"),
        ("gårdfest.md", "navnet 'gårdfest' kan ikke bruges i en adresse; kald filen gaardfest.md"),
        ("naboaften_to.md", "navnet 'naboaften_to' kan ikke bruges i en adresse; kald filen naboaften-to.md"),
        ("naboaften-to.markdown", "er ikke en post; giv filen endelsen .md, eller flyt den"),
        ("naboaften-to.md.txt", "er ikke en post; giv filen endelsen .md, eller flyt den"),
        ("naboaften?.md", "navnet kan ikke bruges på alle computere; giv filen et navn af a-z, tal og bindestreger"),
    ],
)
def test_the_name_of_a_file_is_told_with_a_better_one(name: str, remedy: str, small: Path) -> None:
    text = (small / FILE).read_text(encoding="utf-8")
    new = text.replace("nummer: 1", "nummer: 9", 1).replace("titel: Naboaften", "titel: En anden", 1)
    (small / "interventions" / name).write_text(new, encoding="utf-8")
    (only,) = told(small)
    assert only.startswith(f"interventions/{name}:")
    assert remedy in only


def test_of_an_unknown_word_the_nearest_few_are_named_with_what_readers_see(small: Path) -> None:
    roles = small / "data/vocabulary/roller.yml"
    more = "".join(f"- vaerdi: rolle-{i}\n  navn: Rolle nummer {i}\n  forklaring: En rolle.\n" for i in range(40))
    pedel = "- vaerdi: ejendomsfunktionaer\n  navn: Ejendomsfunktionær\n  forklaring: Passer husene.\n  synonymer: [pedel, vicevært]\n"
    roles.write_text(roles.read_text(encoding="utf-8") + more + pedel, encoding="utf-8")
    text = (small / FILE).read_text(encoding="utf-8")
    (small / FILE).write_text(
        text.replace("rolle: politi", "rolle: pedel").replace("rolle: vaert\n    opgave", "rolle: frø\n    opgave"),
        encoding="utf-8",
    )
    unknown, by_another_name = (line for line in told(small) if "data/vocabulary" in line)
    assert by_another_name.endswith("mente du ejendomsfunktionaer (Ejendomsfunktionær)?")
    assert unknown.count("(") <= 5
    assert unknown.endswith("andre")


def test_a_number_that_two_have_is_told_of_both(small: Path) -> None:
    text = (small / FILE).read_text(encoding="utf-8").replace("titel: Naboaften", "titel: En anden", 1)
    new = small / "interventions/zebra.md"
    new.write_text(text, encoding="utf-8")
    assert [line.split(": ", 1)[0] for line in told(small)] == [f"{FILE}:2", "interventions/zebra.md:2"]
    # A draft is the newer one, and stops nobody.
    new.write_text(text.replace("status: udgivet", "status: kladde"), encoding="utf-8")
    assert told(small) == [
        "interventions/zebra.md:2: nummer: er det samme som i interventions/naboaften.md:2; giv den ene et andet nummer"
    ]
    assert published(small)


@pytest.mark.parametrize("place", ["naboaften-to.md", "indsatser/naboaften-to.md", "Interventions/naboaften-to.md"])
def test_a_record_where_nobody_reads_is_told(place: str, small: Path) -> None:
    (small / place).parent.mkdir(exist_ok=True)
    shutil.copy(small / FILE, small / place)
    (small / "README.md").write_text("# Vores katalog\n\n---\n\ntitel: nej\n", encoding="utf-8")
    (small / "docs").mkdir()
    (small / "docs/side.md").write_text("---\ntitle: En side\n---\n\n# Side\n", encoding="utf-8")
    assert told(small) == [
        f"{place}:1: fil: er en post, men ligger, hvor ingen læser den; flyt den til mappen for sin slags post, fx interventions"
    ]


def test_several_slips_of_one_file_are_told_at_once(small: Path) -> None:
    slips = (
        "a blank that is missing",
        "a bracket that is not closed",
        "a colon in a text",
        "a quotation mark that is not closed",
    )
    text = (small / FILE).read_text(encoding="utf-8")
    for slip in slips:
        text = text.replace(*SLIPS[slip][:2], 1)
    (small / FILE).write_text(text, encoding="utf-8")
    assert [int(line.split(":")[1]) for line in told(small)] == [SLIPS[slip][2] for slip in slips]


def test_a_review_that_has_not_been_is_advised_against(small: Path) -> None:
    (small / FILE).write_text(re.sub("2026-11-22", "2062-11-22", (small / FILE).read_text(encoding="utf-8")), encoding="utf-8")
    said = "interventions/naboaften.md:71: gennemgaaet: 2062-11-22 er ikke kommet endnu; skriv dagen, hvor nogen læste posten igennem"
    assert said in map(str, advise(load(small), date(2026, 11, 22)))
    assert not [one for one in advise(load(small), date(2062, 11, 21)) if "er ikke kommet" in str(one)]
