"""What would make a catalogue better, a generator each; its docstring is the advice. It stops nobody."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from ..catalogue import Catalogue
from ..language.danish import among, parts, term, words
from ..language.words import DANISH, code
from ..reading.markers import PUBLISHER_HERE
from ..reading.problems import Origin, Problem
from ..records.example import Example
from ..records.kinds import SHOWN
from ..records.parts import Basis
from ..records.practice import Practice, Presence
from ..records.publisher import missing
from .asked import sentences_find_their_page
from .passages import WORD, Passage, lix, sentences, texts

Advice = Callable[[Catalogue, date], Iterator[Problem]]

LONGEST_SENTENCE = 25
HARDEST_LIX = 45
# Below this, the measure says more about the words of the trade than about how they are put together.
FEWEST_WORDS = 100
OLDEST_REVIEW = 365
# Among so few, what all the others say is chance.
FEWEST_RECORDS = 4
# A word that so large a part of the pages has helps nobody to find one of them.
EVERYWHERE = 0.75

ABBREVIATION = re.compile(r"[A-ZÆØÅ]{2,6}")
# What a step begins with when it tells what is done instead of what to do.
NO_VERB = re.compile(
    r"(alle|at|de|den|der|det|du|efter|en|et|flere|for|fra|før|hvis|i|ikke|ingen|med|mens|nogle|når|om|på|så|til|under|ved|vi"
    r"|\w+(e|ene|erne|ning|ningen|else|elsen|hed|heden))"
)
SHORT_VERBS = {"se", "le", "bede", "ske"}
# What is hoped for, meant or possible, and no result yet.
HOPE = re.compile(r"\b(kan|kunne|skal|skulle|formål(et)?|tanken|håb(et|er)?)\b", re.IGNORECASE)
# Said by nobody, and nowhere; what a source does not say is another thing.
SAID = re.compile(r"\b(erfaringen er|kilden siger(?! (ikke|intet)))\b", re.IGNORECASE)
PAGE = re.compile(r"\bside \d")
EFFECT = re.compile(
    r"\b(skaber|giver|øger|styrker|forebygger|nedbryder|løser|mindsker|reducerer|forbedrer|fjerner|fremmer|dæmper|bekæmper)\b",
    re.IGNORECASE,
)
UNSURE = re.compile(r"\b(kan|skal|vil|tanken|formålet|målet|ønsket|håbet|håber|for at)\b", re.IGNORECASE)
# "Find dem, der kan handle" leaves nothing open: what an order is about may well have a kan in it.
OPEN = re.compile(r"((?<![^.!?] )\b(I )?kan|\beventuelt|\bevt|\bhvis I vil)\b", re.IGNORECASE)
# Nor does what a role that is there may do besides.
MAYBE = re.compile(r"^(kan|fx)\b|^[^.]*\b(eventuelt|evt)\b", re.IGNORECASE)


def advise(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Every piece of advice there is to give about a catalogue, in the order of ``ADVICE``.

    What reads Danish is given of a Danish catalogue alone.
    """
    for advice in ADVICE:
        if code() != DANISH and advice in READS_DANISH:
            continue
        yield from advice(catalogue, today)


def short_sentences(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """A sentence has at most 25 words."""
    for _, passages in texts(catalogue):
        for passage in passages:
            for sentence in sentences(passage):
                if len(sentence.words) > LONGEST_SENTENCE:
                    yield Problem(
                        sentence.origin,
                        sentence.field,
                        f"sætningen '{' '.join(sentence.words[:4])} ...' er på {len(sentence.words)} ord",
                        "del den i to",
                    )


def easy_texts(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """A text is no harder to read than LIX 45, which is a measure of Scandinavian languages."""
    if code() == "en":
        return
    for origin, passages in texts(catalogue):
        # Titles and names in a list are no sentences; they would make any text look easy.
        found = [sentence for passage in passages if re.search(r"[.!?]", passage.text) for sentence in sentences(passage)]
        if sum(len(sentence.words) for sentence in found) >= FEWEST_WORDS and (measure := lix(found)) > HARDEST_LIX:
            yield Problem(origin, "fil", f"lix er {measure}", "del de længste sætninger, og vælg kortere ord")


def abbreviations_explained(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """An abbreviation stands in the glossary or among the names."""
    known = " ".join(
        [
            *(form for entry in catalogue.glossary for form in (entry.word, *entry.forms)),
            *(form for name in catalogue.names for form in (name.name, name.abbreviation or "", *name.forms)),
        ]
    )
    explained = set(re.findall(r"\w+", known))
    for _, passages in texts(catalogue):
        for passage in passages:
            for found in re.finditer(r"\w+", passage.text):
                if ABBREVIATION.fullmatch(found[0]) and found[0] not in explained:
                    explained.add(found[0])
                    yield Problem(
                        passage.at(found.start()),
                        passage.field,
                        f"forkortelsen {found[0]} står ikke i ordlisten",
                        "forklar den i data/glossary.yml, eller skriv ordene ud",
                    )


def reviewed_within_a_year(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Somebody has read the record within a year."""
    for record in catalogue.reviewed:
        if (today - record.reviewed).days > OLDEST_REVIEW:
            yield Problem(
                record.origin("gennemgaaet"),
                "gennemgaaet",
                f"posten blev sidst læst igennem for {(today - record.reviewed).days} dage siden",
                "læs den igennem, og skriv dagens dato",
            )


def reviewed_before_today(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Nobody has read a record on a day that has not been; tomorrow may be today elsewhere."""
    for record in catalogue.reviewed:
        if (record.reviewed - today).days > 1:
            message, remedy = f"{record.reviewed} er ikke kommet endnu", "skriv dagen, hvor nogen læste posten igennem"
            yield Problem(record.origin("gennemgaaet"), "gennemgaaet", message, remedy)


def guides_show_where(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """A guide shows somewhere it was tried, where others do."""
    if not any(record.tried or record.areas for record in catalogue.interventions) and not catalogue.examples:
        return
    for intervention in catalogue.interventions:
        if not (intervention.tried or intervention.areas or any(catalogue.examples_of(intervention))):
            yield Problem(
                intervention.origin(),
                "fil",
                "guiden viser ikke, hvor den er prøvet",
                "skriv et eksempel i data/examples, eller udfyld afproevet eller omraader, hvis kilden siger det",
            )


def records_say_what_the_others_say(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """A field that all other records of a kind have, and that may be left out, is in this one too."""
    for kind in SHOWN:
        records = catalogue.of(kind)
        for field in kind.model_fields.values():
            key = field.alias or ""
            without = [record for record in records if key not in record.node.nodes]
            if len(without) == 1 and len(records) >= FEWEST_RECORDS:
                remedy = "udfyld det, hvis kilden siger noget om det"
                yield Problem(without[0].origin(), key, "feltet mangler, og alle andre har det", remedy)


def steps_begin_with_a_verb(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """A step begins with a verb, as an order: what to do, not what is done."""
    for origin, field, step in _steps(catalogue):
        first = step.split()[0].casefold().strip(",.:;")
        if NO_VERB.fullmatch(first) and first not in SHORT_VERBS:
            yield Problem(
                origin, field, f"trinnet begynder med '{step.split()[0]}'", "begynd med det, der skal gøres, fx Inviter"
            )


def results_are_no_hopes(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """A result is what happened or what somebody judged: it holds no kan, no skal, no aim and no hope."""
    records: tuple[Practice | Example, ...] = (*catalogue.practices, *catalogue.examples)
    for record in records:
        for index, outcome in enumerate(record.outcomes):
            if found := HOPE.search(outcome.text):
                yield Problem(
                    record.origin("resultater", index, "tekst"),
                    f"resultater[{index + 1}].tekst",
                    f"'{found[0]}' står i et resultat",
                    "skriv det, der skete; et håb, et formål eller en mulighed hører til under Hvorfor",
                )


def experience_is_somebodys(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Where a text says "erfaringen er" or "kilden siger", it says whose, or where."""
    known = {
        (record.path, f"resultater[{index + 1}].tekst")
        for records in (catalogue.practices, catalogue.examples)
        for record in records
        for index, outcome in enumerate(record.outcomes)
        if outcome.who
    }
    for origin, passages in texts(catalogue):
        for passage in passages:
            # What tells suggestions and source apart has to speak of the source.
            if (origin.path, passage.field) in known or passage.field.startswith("forslag") or PAGE.search(passage.text):
                continue
            for found in SAID.finditer(passage.text):
                yield Problem(
                    passage.at(found.start()),
                    passage.field,
                    f"'{found[0]}' siger ikke, hvem der har erfaret det, eller hvor det står",
                    "skriv, hvem det er, eller slet ordene; i et resultat skriver du det i hvem",
                )


def summaries_are_no_surer_than_the_results(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """A summary tells an effect as a fact only where somebody has seen a result."""
    records: tuple[Practice | Example, ...] = (*catalogue.practices, *catalogue.examples)
    for record in records:
        if any(outcome.basis is Basis.SEEN for outcome in record.outcomes):
            continue
        for sentence in sentences(Passage(record.origin("resume"), "resume", record.summary, exact=False)):
            said = " ".join(sentence.words)
            if (found := EFFECT.search(said)) and not UNSURE.search(said):
                yield Problem(
                    sentence.origin,
                    sentence.field,
                    f"'{found[0]}' siger, at det virker, men intet resultat er set",
                    "skriv kan, skal eller målet er, eller skriv resultatet under resultater",
                )


def what_may_be_left_out_says_so(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """A step whose words leave it open is one that may be left out."""
    for record in catalogue.practices:
        for index, step in enumerate(record.steps):
            if (found := OPEN.search(step.action)) and not step.skippable:
                yield Problem(
                    record.origin("trin", index, "tekst"),
                    f"trin[{index + 1}].tekst",
                    f"'{found[0]}' lader det stå åbent, om trinnet skal med",
                    "skriv valgfrit: ja, eller slet ordet",
                )


def who_is_part_of_it_has_a_task_for_sure(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """A role that is always part of it has a task that is not left open."""
    for record in catalogue.practices:
        for index, role in enumerate(record.roles):
            if role.presence is Presence.ALWAYS and (found := MAYBE.search(role.task)):
                yield Problem(
                    record.origin("roller", index, "med"),
                    f"roller[{index + 1}].med",
                    f"rollen er altid med, men opgaven siger '{found[0]}'",
                    "skriv med: fx eller med: eventuelt, eller skriv opgaven, som den er",
                )


def paper_says_more_than_the_step(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """The line for the paper says what the step does not."""
    for record in catalogue.practices:
        for index, step in enumerate(record.steps):
            said, more = ({word.casefold() for word in WORD.findall(text)} for text in (step.action, step.on_paper or ""))
            if more and more <= said:
                yield Problem(
                    record.origin("trin", index, "paa_papiret"),
                    f"trin[{index + 1}].paa_papiret",
                    "siger det samme som trinnet",
                    "skriv det, som arket ikke kan undvære, eller slet linjen",
                )


def search_words_find_something(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """A search word leads to words that stand somewhere, and not everywhere."""
    pages = [[found for passage in passages for found in words(passage.text)] for _, passages in texts(catalogue)]
    known = {term(word) for name in _names(catalogue) for word in words(name)} | {term(word) for page in pages for word in page}
    stands = among(known)
    carried = [{one for word in page for one in (term(word), *parts(word, stands))} for page in pages]
    spread = Counter(one for page in carried for one in page)
    known |= spread.keys()
    for search in catalogue.search_words:
        field = f"ord.{search.typed}"
        if not list(words(search.typed)):
            yield Problem(
                search.origin, field, "ordet er et af dem, som alle skriver", "slet linjen; søgningen ser bort fra ordet"
            )
        for meant in search.meant:
            found = [term(word) for word in words(meant)]
            if not found or not known.issuperset(found):
                yield Problem(search.origin, field, f"'{meant}' finder intet", "vælg et ord, der står i teksterne")
            elif min(spread[one] for one in found) > len(pages) * EVERYWHERE:
                yield Problem(search.origin, field, f"'{meant}' står næsten overalt", "vælg et ord, som færre sider har")


def _names(catalogue: Catalogue) -> Iterator[str]:
    """What things are called, and what is said of them: titles, synonyms, sentences, the labels of the lists, the glossary."""
    for record in catalogue.records:
        yield record.title
        yield from getattr(record, "synonyms", ())
        yield from getattr(record, "asked", ())
    yield from (label.label for terms in catalogue.vocabulary.lists.values() for label in terms.values())
    yield from (form for entry in catalogue.glossary for form in (entry.word, *entry.forms))


def publisher_is_known(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Where a page says who publishes, the publisher says who it is, and where its statement of accessibility is."""
    if any(PUBLISHER_HERE in page for page in catalogue.written.values()):
        yield from missing(catalogue.publisher)


def _steps(catalogue: Catalogue) -> Iterator[tuple[Origin, str, str]]:
    for practice in catalogue.practices:
        for index, step in enumerate(practice.steps):
            yield practice.origin("trin", index, "tekst"), f"trin[{index + 1}].tekst", step.action
    for film in catalogue.films:
        for number, flow in enumerate(film.flows):
            for index, part in enumerate(flow.steps):
                where = film.origin("forloeb", number, "trin", index, "tekst")
                yield where, f"forloeb[{number + 1}].trin[{index + 1}].tekst", part.text


ADVICE: tuple[Advice, ...] = (
    short_sentences,
    easy_texts,
    abbreviations_explained,
    reviewed_within_a_year,
    reviewed_before_today,
    guides_show_where,
    records_say_what_the_others_say,
    steps_begin_with_a_verb,
    results_are_no_hopes,
    experience_is_somebodys,
    summaries_are_no_surer_than_the_results,
    what_may_be_left_out_says_so,
    who_is_part_of_it_has_a_task_for_sure,
    paper_says_more_than_the_step,
    search_words_find_something,
    sentences_find_their_page,
    publisher_is_known,
)

READS_DANISH = frozenset((
    steps_begin_with_a_verb, results_are_no_hopes, experience_is_somebodys, summaries_are_no_surer_than_the_results,
    what_may_be_left_out_says_so, who_is_part_of_it_has_a_task_for_sure, search_words_find_something, sentences_find_their_page,
))  # fmt: skip
"""Advice that knows Danish words: of a text in another language it would be nonsense."""
