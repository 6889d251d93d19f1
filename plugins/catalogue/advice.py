"""What would make a catalogue better, a generator each; its docstring is the advice. It stops nobody."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from .collection import Catalogue
from .danish import parts, term, words
from .model import Reviewed
from .problems import Origin, Problem
from .publisher import missing
from .reading import lix, sentences, texts

Advice = Callable[[Catalogue, date], Iterator[Problem]]

LONGEST_SENTENCE = 25
HARDEST_LIX = 45
# Below this, the measure says more about the words of the trade than about how they are put together.
FEWEST_WORDS = 100
OLDEST_REVIEW = 365
# A word that so large a part of the pages has helps nobody to find one of them.
EVERYWHERE = 0.75

ABBREVIATION = re.compile(r"[A-ZÆØÅ]{2,6}")
# What a step begins with when it tells what is done instead of what to do.
NO_VERB = re.compile(
    r"(alle|at|de|den|der|det|du|efter|en|et|flere|for|fra|før|hvis|i|ikke|ingen|med|mens|nogle|når|om|på|så|til|under|ved|vi"
    r"|\w+(e|ene|erne|ning|ningen|else|elsen|hed|heden))"
)
SHORT_VERBS = {"se", "le", "bede", "ske"}


def advise(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Every piece of advice there is to give about a catalogue, in the order of ``ADVICE``."""
    for advice in ADVICE:
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
    """A text is no harder to read than LIX 45."""
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
    for record in catalogue.records:
        if isinstance(record, Reviewed) and (today - record.reviewed).days > OLDEST_REVIEW:
            yield Problem(
                record.origin("gennemgaaet"),
                "gennemgaaet",
                f"posten blev sidst læst igennem for {(today - record.reviewed).days} dage siden",
                "læs den igennem, og skriv dagens dato",
            )


def guides_show_where(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """A guide shows somewhere it was tried."""
    for intervention in catalogue.interventions:
        if not (intervention.tried or intervention.areas or any(catalogue.examples_of(intervention))):
            yield Problem(
                intervention.origin(),
                "fil",
                "guiden viser ikke, hvor den er prøvet",
                "skriv et eksempel i data/examples, eller udfyld afproevet eller omraader, hvis kilden siger det",
            )


def steps_begin_with_a_verb(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """A step begins with a verb, as an order: what to do, not what is done."""
    for origin, field, step in _steps(catalogue):
        first = step.split()[0].casefold().strip(",.:;")
        if NO_VERB.fullmatch(first) and first not in SHORT_VERBS:
            yield Problem(
                origin, field, f"trinnet begynder med '{step.split()[0]}'", "begynd med det, der skal gøres, fx Inviter"
            )


def search_words_find_something(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """A search word leads to words that stand somewhere, and not everywhere."""
    pages = [[found for passage in passages for found in words(passage.text)] for _, passages in texts(catalogue)]
    known = {term(word) for name in _names(catalogue) for word in words(name)} | {term(word) for page in pages for word in page}
    carried = [{one for word in page for one in (term(word), *parts(word, known))} for page in pages]
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
    """What things are called: titles, synonyms, the labels of the lists and the words of the glossary."""
    for record in catalogue.shown:
        yield record.title
        yield from getattr(record, "synonyms", ())
    yield from (label.label for terms in catalogue.vocabulary.lists.values() for label in terms.values())
    yield from (form for entry in catalogue.glossary for form in (entry.word, *entry.forms))


def publisher_is_known(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Whoever publishes says who it is, and where its statement of accessibility is."""
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
    guides_show_where,
    steps_begin_with_a_verb,
    search_words_find_something,
    publisher_is_known,
)
