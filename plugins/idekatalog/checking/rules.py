"""Every rule about two or more records, a generator each; its docstring is the rule."""

import difflib
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cache
from typing import TypeVar

from .. import addresses
from ..catalogue import CHAPTERS, Catalogue
from ..language.slug import slug
from ..language.words import _, marked
from ..reading.markers import markers
from ..reading.problems import Origin, Problem
from ..reading.source import SECTIONS, name
from ..records.fields import one_of
from ..records.kinds import KINDS, SHOWN, belongings
from ..records.parts import Phase
from ..records.practice import Practice
from ..records.record import Titled
from ..records.template import Block, Cards, Frame, Table, Template, Writing

# Some 40 pages: far more than any sheet has, and done in a second.
MAX_LINES = 1_000

Rule = Callable[[Catalogue], Iterator[Problem]]
R = TypeVar("R", bound=Titled)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """The problems that every rule finds."""
    for rule in RULES:
        yield from rule(catalogue)


def ids_are_slugs(catalogue: Catalogue) -> Iterator[Problem]:
    """A record's file name is its address: small letters, digits and hyphens."""
    for record in catalogue.records:
        if record.id != slug(record.id):
            yield Problem(
                record.origin(),
                "fil",
                _("navnet '{id}' kan ikke bruges i en adresse").format(id=record.id),
                _("kald filen {name}.md").format(name=slug(record.id) or _("noget med bogstaver")),
            )


def ids_are_unique(catalogue: Catalogue) -> Iterator[Problem]:
    """No two records have the same id, whatever their kind."""
    yield from _unique(catalogue.records, "fil", lambda record: record.id, _("giv den ene fil et andet navn"))


def numbers_are_unique(catalogue: Catalogue) -> Iterator[Problem]:
    """No two records of a kind that is numbered have the same number."""
    for kind in KINDS.values():
        if kind.numbered:
            numbered = [record for record in catalogue.of(kind.record) if record.number]
            yield from _unique(numbered, "nummer", lambda record: record.number, _("giv den ene et andet nummer"))


def titles_are_unique(catalogue: Catalogue) -> Iterator[Problem]:
    """No two interventions or methods, and no two templates, have the same title."""
    kinds: tuple[tuple[Practice | Template, ...], ...] = (catalogue.practices, catalogue.templates)
    for records in kinds:
        yield from _unique(records, "titel", lambda record: record.title.casefold(), _("giv den ene en anden titel"))


def examples_are_numbered(catalogue: Catalogue) -> Iterator[Problem]:
    """No two examples of an intervention have the same number."""
    numbered = [record for record in catalogue.examples if record.number]
    yield from _unique(
        numbered, "nummer", lambda record: (record.intervention, record.number), _("giv det ene eksempel et andet nummer")
    )


def step_roles_are_given(catalogue: Catalogue) -> Iterator[Problem]:
    """A step names a role that has a task in the record."""
    for record in catalogue.practices:
        given = [role.role for role in record.roles]
        for index, step in enumerate(record.steps):
            if step.role and step.role not in given:
                yield Problem(
                    record.origin("trin", index, "rolle"),
                    f"trin[{index + 1}].rolle",
                    _("'{role}' står ikke under roller").format(role=step.role),
                    _("tilføj rollen, eller vælg mellem {words}").format(words=", ".join(given)),
                )


def guides_have_steps_or_text(catalogue: Catalogue) -> Iterator[Problem]:
    """An intervention or a method says what to do: in steps, in a text, or in both."""
    for record in catalogue.practices:
        if not record.steps and not record.prose:
            remedy = _("skriv trin:, eller skriv teksten under en overskrift, fx ## Hvad det er")
            yield Problem(record.origin(), "trin", _("posten har hverken trin eller tekst"), remedy)


def steps_all_have_a_phase_or_none(catalogue: Catalogue) -> Iterator[Problem]:
    """Where one step of a record has a phase, all have."""
    for record in catalogue.practices:
        if any(step.phase for step in record.steps):
            for index, step in enumerate(record.steps):
                if not step.phase:
                    message, remedy = _("feltet mangler, og andre trin har det"), _("skriv fase: foer, under eller efter")
                    yield Problem(record.origin("trin", index), f"trin[{index + 1}].fase", message, remedy)


def meetings_stand_together(catalogue: Catalogue) -> Iterator[Problem]:
    """Only steps of the phase ``under`` have a meeting, and those of one meeting stand together."""
    for record in catalogue.practices:
        seen: list[str | None] = []
        for index, step in enumerate(record.steps):
            where = ("trin", index, "moede")
            if step.phase is not Phase.DURING:
                if step.meeting:
                    message = (
                        _("står i fasen {value}").format(value=step.phase.value) if step.phase else _("står i et trin uden fase")
                    )
                    remedy = _("slet linjen, eller skriv fase: under")
                    yield Problem(record.origin(*where), f"trin[{index + 1}].moede", message, remedy)
                continue
            if step.meeting in seen[:-1] and step.meeting != seen[-1]:
                again = f"'{step.meeting}'" if step.meeting else _("trin uden moede")
                message, remedy = (
                    _("{again} står to steder").format(again=again),
                    _("flyt trinnet hen til de andre, eller giv det et andet moede"),
                )
                yield Problem(record.origin(*where), f"trin[{index + 1}].moede", message, remedy)
            seen.append(step.meeting)


def relations_exist(catalogue: Catalogue) -> Iterator[Problem]:
    """Every record that a record points to exists, is another one, and can be seen by the same readers."""
    for record in catalogue.practices:
        for index, relation in enumerate(record.related):
            where, field = ("relateret", index, "id"), f"relateret[{index + 1}].id"
            if relation.id == record.id:
                yield Problem(
                    record.origin(*where),
                    field,
                    _("posten henviser til sig selv"),
                    _("slet henvisningen, eller vælg en anden post"),
                )
            yield from _exists(catalogue, record, SHOWN, relation.id, where, field)


def belongings_exist(catalogue: Catalogue) -> Iterator[Problem]:
    """What a record says it belongs to exists."""
    for record in catalogue.shown:
        for where, id, kinds in belongings(record):
            yield from _exists(catalogue, record, kinds, id, where, name(where))


def tables_have_rows_that_fit(catalogue: Catalogue) -> Iterator[Problem]:
    """A template's table has rows, and no row has more fields than the table has columns."""
    for template in catalogue.templates:
        for index, block in enumerate(template.blocks):
            if not isinstance(block, Table):
                continue
            field = f"blokke[{index + 1}]"
            if not block.rows and not block.empty:
                yield Problem(
                    template.origin("blokke", index), field, _("tabellen har ingen rækker"), _("skriv raekker: eller tomme: 5")
                )
            for number, row in enumerate(block.rows):
                if len(row) > len(block.columns):
                    yield Problem(
                        template.origin("blokke", index, "raekker", number),
                        f"{field}.raekker[{number + 1}]",
                        _("rækken har {fields} felter, men tabellen har {columns} kolonner").format(
                            fields=len(row), columns=len(block.columns)
                        ),
                        _("slet et felt, eller sæt en tekst med komma i anførselstegn"),
                    )


def sheets_come_to_an_end(catalogue: Catalogue) -> Iterator[Problem]:
    """A template has no more lines to write on and cards to cut out than somebody would print."""
    for template in catalogue.templates:
        if (lines := sum(map(_lines, template.blocks))) > MAX_LINES:
            message = _("arket har {lines} linjer og kort").format(lines=lines)
            yield Problem(template.origin("blokke"), "blokke", message, _("lad det have højst {most}").format(most=MAX_LINES))


def _lines(block: Block) -> int:
    match block:
        case Writing() | Frame():
            return block.lines
        case Table():
            return (len(block.rows) + (block.empty or 0)) * block.lines
        case Cards():
            return sum(card.copies for card in block.cards)
    return 0


def spreadsheets_have_one_table(catalogue: Catalogue) -> Iterator[Problem]:
    """A template that is a spreadsheet too has just one table."""
    for template in catalogue.templates:
        tables = sum(isinstance(block, Table) for block in template.blocks)
        if template.spreadsheet and tables != 1:
            yield Problem(
                template.origin("regneark"),
                "regneark",
                _("et regneark er én tabel, og arket har {tables}").format(tables=tables or _("ingen")),
                _("skriv nej, eller lad arket have én tabel"),
            )


def drawings_exist(catalogue: Catalogue) -> Iterator[Problem]:
    """A template has a drawing that somebody has drawn."""
    for template in catalogue.templates:
        if template.drawing and template.drawing not in catalogue.drawings:
            near = difflib.get_close_matches(template.drawing, catalogue.drawings, n=1)
            folder = catalogue.file("tegninger")
            remedy = (
                _("mente du {near}?").format(near=near[0])
                if near
                else _("skriv fx indsatser/naboaften, hvis filen er i {folder}").format(folder=folder)
            )
            yield Problem(
                template.origin("tegning"),
                "tegning",
                _("tegningen '{drawing}' findes ikke").format(drawing=template.drawing),
                remedy,
            )


def films_tell_of_their_studies(catalogue: Catalogue) -> Iterator[Problem]:
    """A topic names only studies that its film tells of."""
    for film in catalogue.films:
        told = [study.title for study in film.studies]
        for number, topic in enumerate(film.topics):
            for place, title in enumerate(topic.studies):
                if title not in told:
                    near = difflib.get_close_matches(title, told, n=1)
                    yield Problem(
                        film.origin("temaer", number, "undersoegelser", place),
                        f"temaer[{number + 1}].undersoegelser",
                        _("undersøgelsen '{title}' står ikke under undersoegelser").format(title=title),
                        _("mente du {near}?").format(near=near[0])
                        if near
                        else _("fortæl om den under undersoegelser, eller slet den her"),
                    )


def lessons_last_as_long_as_they_say(catalogue: Catalogue) -> Iterator[Problem]:
    """The minutes of the steps are no more than the time there is."""
    for film in catalogue.films:
        for number, flow in enumerate(film.flows):
            if (needed := sum(step.minutes or 0 for step in flow.steps)) > flow.minutes:
                yield Problem(
                    film.origin("forloeb", number, "minutter"),
                    f"forloeb[{number + 1}].minutter",
                    _("trinnene varer {needed} minutter").format(needed=needed),
                    _("sæt trinnene ned, så de højst varer {minutes}, eller sæt minutter op").format(minutes=flow.minutes),
                )


def texts_point_to_what_exists(catalogue: Catalogue) -> Iterator[Problem]:
    """Every record and image that a text points to exists."""
    for record in catalogue.records:
        for heading, kind, target, offset in record.references:
            where, field = (SECTIONS, heading), f"## {heading}"
            if kind == "image" and target not in catalogue.images:
                origin = record.origin(*where).below(1 + offset)
                yield Problem(
                    origin,
                    field,
                    _("billedet '{target}' findes ikke").format(target=target),
                    _("læg det i {file}").format(file=catalogue.file("billeder")),
                )
            elif kind == "link":
                yield from _exists(catalogue, record, SHOWN, target, where, field, 1 + offset)


def chapters_have_their_list(catalogue: Catalogue) -> Iterator[Problem]:
    """Every chapter has a page with a derived list that it begins."""
    for record in catalogue.chapters:
        if record.id not in CHAPTERS:
            yield Problem(
                record.origin(),
                "fil",
                _("ingen side hedder '{id}'").format(id=record.id),
                _("vælg mellem {words}").format(words=", ".join(CHAPTERS)),
            )


def the_start_page_asks_for_what_there_is(catalogue: Catalogue) -> Iterator[Problem]:
    """The start page asks for roles and challenges that the vocabulary has."""
    for marker in markers(catalogue.written.get(addresses.START, "")):
        if marker.name not in ("roller", "udfordringer"):
            continue
        known = catalogue.vocabulary.lists.get(marker.name, {})
        for value in marker.values:
            if value not in known:
                near = difflib.get_close_matches(value, known, n=1)
                remedy = (
                    _("mente du {near}?").format(near=near[0])
                    if near
                    else _("vælg et ord fra data/vocabulary/{name}.yml").format(name=marker.name)
                )
                yield Problem(
                    Origin(catalogue.file(addresses.START), marker.line),
                    marker.name,
                    _("'{value}' kendes ikke").format(value=value),
                    remedy,
                )


RULES: tuple[Rule, ...] = (
    ids_are_slugs,
    ids_are_unique,
    numbers_are_unique,
    titles_are_unique,
    examples_are_numbered,
    step_roles_are_given,
    guides_have_steps_or_text,
    steps_all_have_a_phase_or_none,
    meetings_stand_together,
    relations_exist,
    belongings_exist,
    tables_have_rows_that_fit,
    sheets_come_to_an_end,
    spreadsheets_have_one_table,
    drawings_exist,
    films_tell_of_their_studies,
    lessons_last_as_long_as_they_say,
    texts_point_to_what_exists,
    chapters_have_their_list,
    the_start_page_asks_for_what_there_is,
)


def _unique(records: Sequence[R], field: str, key: Callable[[R], Hashable], remedy: str) -> Iterator[Problem]:
    """A problem at every record that has what another has.

    Where some of them are drafts and some are not, only at those: they are the new ones.
    """
    alike: dict[Hashable, list[R]] = {}
    for record in records:
        alike.setdefault(key(record), []).append(record)
    for those in alike.values():
        drafts = [record for record in those if record.is_draft]
        for record in drafts if 0 < len(drafts) < len(those) else those:
            # Rather one that everybody sees.
            for other in [other for other in sorted(those, key=lambda other: other.is_draft) if other is not record][:1]:
                yield Problem(
                    record.origin(field), field, _("er det samme som i {origin}").format(origin=other.origin(field)), remedy
                )


def _exists(
    catalogue: Catalogue,
    record: Titled,
    kinds: tuple[type[Titled], ...],
    target: str,
    where: tuple[str | int, ...],
    field: str,
    below: int = 0,
) -> Iterator[Problem]:
    """A problem where no reader of the record sees the target; the record names it so many lines below ``where``."""
    found = catalogue.by_id.get(target)
    files = _files(target, kinds)
    if catalogue.drafts & files or (found is not None and type(found) in kinds and found.is_draft):
        if not record.is_draft:
            origin = record.origin(*where).below(below)
            yield Problem(
                origin,
                field,
                _("'{target}' er en kladde, som læserne ikke ser").format(target=target),
                _("udgiv den, eller slet henvisningen"),
            )
    elif not catalogue.known & files:
        noun = KINDS[kinds[0]].noun if len(kinds) == 1 else marked("posten")
        there = {other.id: (other.title,) for other in catalogue.shown if type(other) in kinds}
        remedy = one_of(there, target) if there else _("vælg mellem dem, I opretter først")
        yield Problem(
            record.origin(*where).below(below),
            field,
            _("{noun} '{target}' findes ikke").format(noun=_(noun), target=target),
            remedy,
        )


@cache
def _files(id: str, kinds: tuple[type[Titled], ...]) -> frozenset[str]:
    """The files that a record with the id could have."""
    return frozenset(f"{KINDS[kind].folder}/{id}.md" for kind in kinds)
