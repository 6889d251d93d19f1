"""Advice: what would make a record better. Nothing here may stop anybody."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from idekatalog.checking import advice, asked, passages
from idekatalog.files.load import load, unfinished
from idekatalog.reading.problems import Origin

TODAY = date(2026, 11, 24)


@pytest.fixture
def given(small: Path) -> Callable[..., list[str]]:
    """What is advised when a text of the small catalogue is changed."""

    def change(path: str, old: str, new: str, today: date = TODAY) -> list[str]:
        file = small / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return [str(piece) for piece in advice.advise(load(small), today)]

    return change


def test_the_small_catalogue_needs_no_advice(small: Path) -> None:
    assert list(advice.advise(load(small), TODAY)) == []


def test_a_long_sentence_is_found_where_it_begins(given: Callable[..., list[str]]) -> None:
    long = " ".join(["ord"] * 26)
    assert given("interventions/gaardmoede.md", "## Hvorfor\n\n", f"## Hvorfor\n\nEn kort.\nSå er der {long}.\n\n") == [
        "interventions/gaardmoede.md:37: ## Hvorfor: sætningen 'Så er der ord ...' er på 29 ord; del den i to"
    ]
    assert given("content/index.md", "# Start", f"# Start\n\nKort.\n{long.capitalize()}")[-1].startswith(
        "content/index.md:8: tekst: "
    )


def test_a_text_hard_to_read_is_measured(given: Callable[..., list[str]]) -> None:
    hard = "Ejendomsfunktionærernes tilstedeværelse forudsætter tværfagligt samarbejde. " * 25
    assert given("interventions/gaardmoede.md", "## Hvorfor\n\n", f"## Hvorfor\n\n{hard}\n\n")[0].endswith(
        "del de længste sætninger, og vælg kortere ord"
    )


@pytest.mark.parametrize(("text", "expected"), [("SSP kommer.", []), ("QXZ kommer, siger QXZ.", ["QXZ"])])
def test_an_abbreviation_that_nobody_explains_is_told_once(
    text: str, expected: list[str], given: Callable[..., list[str]]
) -> None:
    told = given("interventions/gaardmoede.md", "## Hvorfor\n\n", f"## Hvorfor\n\n{text}\n\n")
    assert [line.split("forkortelsen ")[1].split()[0] for line in told] == expected


def test_a_record_that_nobody_has_read_for_a_year_is_named(given: Callable[..., list[str]]) -> None:
    told = given("content/index.md", "Start", "Start", date(2027, 11, 23))
    assert told
    assert all(" gennemgaaet: posten blev sidst læst igennem for 366 dage siden" in line for line in told)


def test_a_guide_that_shows_no_place_is_named(given: Callable[..., list[str]]) -> None:
    assert [line.split(";")[0] for line in given("interventions/gaardmoede.md", "omraader: [solgaarden]\n", "")] == [
        "interventions/gaardmoede.md:2: fil: guiden viser ikke, hvor den er prøvet"
    ]


def test_nobody_is_asked_where_it_was_tried_if_no_guide_says(small: Path) -> None:
    shutil.rmtree(small / "data/examples")
    for record in (small / "interventions").glob("*.md"):
        record.write_text(record.read_text(encoding="utf-8").replace("omraader: [solgaarden]\n", ""), encoding="utf-8")
    assert [str(piece) for piece in advice.advise(unfinished(small), TODAY) if "prøvet" in piece.message] == []


def test_what_one_record_alone_does_not_say_is_told(small: Path) -> None:
    whole = (small / "interventions/gaardmoede.md").read_text(encoding="utf-8")
    for number in range(3, 6):
        (small / f"interventions/nabo-{number}.md").write_text(whole.replace("nummer: 2", f"nummer: {number}"), encoding="utf-8")
    missing = small / "interventions/nabo-5.md"
    missing.write_text(missing.read_text(encoding="utf-8").replace("viden: erfaring\n", ""), encoding="utf-8")
    told = [
        str(piece) for piece in advice.advise(unfinished(small), TODAY) if "alle andre" in piece.message and "nabo-" in str(piece)
    ]
    assert told == [
        "interventions/nabo-5.md:2: viden: feltet mangler, og alle andre har det; udfyld det, hvis kilden siger noget om det"
    ]


def test_a_publisher_is_asked_for_where_a_page_tells_of_it(small: Path) -> None:
    (small / "data/udgiver.yml").unlink()
    assert list(advice.publisher_is_known(load(small), TODAY)) == []
    (small / "content/om.md").write_text("# Om\n\n<!-- udgiver -->\n", encoding="utf-8")
    assert len(list(advice.publisher_is_known(load(small), TODAY))) == 4


RECORD = "interventions/naboaften.md"
RESULT = "tekst: Naboerne hilser nu på hinanden."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (RESULT, "tekst: Naboerne kan nu hilse.", "resultater[1].tekst: 'kan' står i et resultat"),
        (RESULT, "tekst: Tanken er, at de hilser.", "resultater[1].tekst: 'Tanken' står i et resultat"),
        (RESULT, "tekst: Erfaringen er, at de hilser.", "resultater[1].tekst: 'Erfaringen er' siger ikke, hvem"),
        ("## Hvorfor\n\n", "## Hvorfor\n\nKilden siger, at det er godt.\n\n", "## Hvorfor: 'Kilden siger' siger ikke, hvem"),
        ("    grundlag: set\n", "    grundlag: vurderet\n", "resume: 'styrker' siger, at det virker, men intet resultat er set"),
        ("tekst: Ryd op", "tekst: Ryd eventuelt op", "trin[3].tekst: 'eventuelt' lader det stå åbent"),
        ("tekst: Ryd op", "tekst: Ryd op. I kan også feje", "trin[3].tekst: 'I kan' lader det stå åbent"),
        (
            "opgave: Byder velkommen.",
            "opgave: Kan byde velkommen.",
            "roller[1].med: rollen er altid med, men opgaven siger 'Kan'",
        ),
        (
            "tekst: Spis sammen\n",
            "tekst: Spis sammen\n    paa_papiret: Spis!\n",
            "trin[2].paa_papiret: siger det samme som trinnet",
        ),
    ],
)
def test_words_surer_or_less_sure_than_the_field_are_told(
    old: str, new: str, expected: str, given: Callable[..., list[str]], small: Path
) -> None:
    file = small / RECORD
    text = file.read_text(encoding="utf-8")
    summary = "resume: Naboer spiser sammen og aftaler, hvordan de hjælper hinanden."
    file.write_text(text.replace(summary, "resume: Naboer spiser sammen. Det styrker naboskabet."), encoding="utf-8")
    told = given(RECORD, old, new)
    assert [line.split(": ", 1)[1].split(";")[0][: len(expected)] for line in told] == [expected]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (RESULT, "tekst: Erfaringen er, at de hilser.\n    hvem: Naboerne"),
        (RESULT, "tekst: Kilden siger ikke, hvem der hilser."),
        ("resume: Naboer spiser", "resume: Målet er, at det styrker naboskabet, når naboer spiser"),
        ("tekst: Ryd op", "tekst: Find dem, der kan rydde op"),
        ("tekst: Spis sammen\n", "tekst: Spis sammen\n    paa_papiret: Vært, ring til pizzabageren kl. 18.\n"),
        ("opgave: Byder velkommen.", "opgave: Byder velkommen. Kan også vaske op."),
    ],
)
def test_words_as_sure_as_the_field_are_left_alone(old: str, new: str, given: Callable[..., list[str]]) -> None:
    assert given(RECORD, old, new) == []


@pytest.mark.parametrize("step", ["Alle mødes", "Indbydelsen sendes", "I inviterer", "Planlægning af mødet", "Invitere naboerne"])
def test_a_step_that_is_no_order_is_named(step: str, given: Callable[..., list[str]]) -> None:
    told = given("interventions/gaardmoede.md", "tekst: ", f"tekst: {step} ")
    assert [line for line in told if f"trinnet begynder med '{step.split()[0]}'" in line] != []


@pytest.mark.parametrize("step", ["Invitér naboerne", "Se filmen", "Hold mødet", "Bring mad", "Ring til alle", "Del ud"])
def test_an_order_is_left_alone(step: str, given: Callable[..., list[str]]) -> None:
    assert [line for line in given("interventions/gaardmoede.md", "tekst: ", f"tekst: {step} ") if "trinnet" in line] == []


def test_a_stop_is_no_end_in_the_middle_of_a_sentence() -> None:
    passage = passages.Passage(
        Origin("x.md", 3), "felt", 'Mødet er d. 7. november kl. 18 i ca. 2 timer, fx.\nKom! "Ja." 10 kom, nr. 3 gik.', exact=True
    )
    assert [(sentence.origin.line, sentence.words[0]) for sentence in passages.sentences(passage)] == [
        (3, "Mødet"), (4, "Kom"), (4, "Ja"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("genbo: [nabo]", []),
        ("genbo: [rumskib]", ["data/vocabulary/soegeord.yml:4: ord.genbo: 'rumskib' finder intet"]),
        ("hvordan: [nabo]", ["data/vocabulary/soegeord.yml:4: ord.hvordan: ordet er et af dem, som alle skriver"]),
    ],
)
def test_a_search_word_that_helps_nobody_is_told_with_its_line(
    line: str, expected: list[str], given: Callable[..., list[str]]
) -> None:
    told = given("data/vocabulary/soegeord.yml", "genbo: [nabo]", line)
    assert [piece.split(";")[0] for piece in told] == expected


def test_a_search_word_that_leads_everywhere_is_told(small: Path) -> None:
    file = small / "data/vocabulary/soegeord.yml"
    file.write_text("- hvorfor: Et ord for alt.\n  ord:\n    kvarter: [naboen]\n", encoding="utf-8")
    for path in [*(small / "interventions").glob("*.md"), *(small / "data").rglob("*.md"), *(small / "content").glob("*.md")]:
        path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n\nNaboen kommer.\n", encoding="utf-8")
    told = [str(piece) for piece in advice.advise(load(small), TODAY)]
    assert ["'naboen' står næsten overalt" in piece for piece in told] == [True]


def test_a_sentence_with_the_same_words_on_two_pages_is_told_of(small: Path) -> None:
    page = small / "content/om.md"
    page.write_text("---\nsoegesaetninger:\n  - hilser vi på trapperne\n---\n\n# Om\n\nOm os.\n", encoding="utf-8")
    assert [str(piece) for piece in advice.advise(load(small), TODAY)] == [
        "content/om.md:3: soegesaetninger: 'hilser vi på trapperne' har de samme ord som 'vi hilser kun på trappen' i "
        "interventions/naboaften.md:7; behold den, hvor den hører til, eller sig den anden med andre ord"
    ]


def test_a_sentence_whose_words_lead_to_other_pages_is_told_of(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "AMONG", 1)
    page = small / "content/om.md"
    page.write_text("---\nsoegesaetninger:\n  - en naboaften mere\n---\n\n# Om\n\nOm os.\n", encoding="utf-8")
    assert [str(piece) for piece in advice.advise(load(small), TODAY)] == [
        "content/om.md:3: soegesaetninger: 'en naboaften mere' fører nok til andre sider, fx Naboaften, Ark til naboaften; brug ord, som kun hører til her, "
        "eller slet linjen"
    ]
