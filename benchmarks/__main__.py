"""``python -m benchmarks``: the catalogue, plain MkDocs with Material, and Hugo over the same pages, side by side."""

import argparse
import os
import re
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from . import builds, records, twins, visits

ROOT = Path(__file__).parents[1]
FILE = ROOT / "docs/maalinger.md"
HEAD = """\
# Målinger

`make bench N=1000` skriver sit afsnit her. Først kommer katalogets egne poster, derefter poster af tilfældige danske ord. MkDocs
med Material er alene, som det kommer (uden skrifter udefra), og bygger de samme siders Markdown i samme kørsel. Det gør Hugo
også, hvor det er installeret, med en skabelon på fire linjer. PDF og Word er ikke med. Hvert tal er medianen af kørslerne. Læs
forholdet, ikke sekunderne: maskinen kan have haft andet at lave.
"""

Row = tuple[str, ...]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--records", type=int, default=1000, help="how many interventions")
    parser.add_argument("--runs", type=int, default=3, help="how many times everything is measured")
    parser.add_argument("--alone", action="store_true", help="without MkDocs with Material, which takes minutes for thousands")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="catalogue-bench-") as folder:
        rows = list(measured(Path(folder), options.records, options.runs, options.alone))
    width = len(rows[0])
    table = "\n".join("| " + " | ".join((*row, *[""] * (width - len(row)))) + " |" for row in rows)
    print(table)
    times = "1 kørsel" if options.runs == 1 else f"{options.runs} kørsler"
    save(options.records, f"{machine()}, {times}.\n\n{table}\n")


def measured(folder: Path, count: int, runs: int, alone: bool) -> Iterator[Row]:
    """The rows of the table: what is measured, ours, and each of the others with ours as a part; ``alone``, without Material."""
    records.write(ROOT, folder / "catalogue", count)
    projects, others = [builds.catalogue(folder / "catalogue")], list[str]()
    sites = [visits.ours(projects[0].site)]
    pages = ["/indsatser/dialograad/"]
    if not alone:
        projects.append(builds.plain(folder / "catalogue", folder / "plain"))
        others.append("MkDocs med Material")
        sites.append(visits.material(projects[1].site))
        pages *= 2
    if hugo := builds.hugo(folder / "catalogue", folder / "hugo"):
        projects.append(hugo)
        others.append("Hugo")
    yield "", "kataloget", *(cell for name in others for cell in (name, "forhold"))
    yield "---", *["---:"] * (1 + 2 * len(others))
    costs: dict[str, list[list[builds.Cost]]] = {state: [[] for _ in projects] for state in builds.STATES}
    for _ in range(runs):
        for state, before in builds.STATES.items():
            for project, found in zip(projects, costs[state], strict=True):
                before(project)
                found.append(project.build())
    for state, both in costs.items():
        yield row(state, [statistics.median(cost.seconds for cost in found) for found in both], "s")
    yield row(
        "Mest hukommelse",
        [max(cost.megabytes for found in costs.values() for cost in found[side]) for side in range(len(projects))],
        "MB",
    )
    waits = [statistics.median(project.saves(page, runs)) for project, page in zip(projects, pages, strict=False)]
    yield row("Gemt og vist igen, mens man skriver", waits, "s")
    with visits.browser() as browser:
        results = [[visits.first_result(site, browser) for _ in range(runs)] for site in sites]
        yield row("Søgning: første tast til første resultat", [statistics.median(s for s, _ in found) for found in results], "s")
        yield row("Søgning: hentet til første resultat, komprimeret", [found[0][1] / 1000 for found in results], "kB")
        loads = [visits.cold_load(site, browser) for site in sites]
        yield row("En guide første gang: filer", [load[0] for load in loads], "")
        yield row("En guide første gang: komprimeret", [load[1] / 1000 for load in loads], "kB")
        yield row("En guide første gang: det, der flytter sig", [load[2] for load in loads], "")
        ready, queries = visits.engine(sites[0], browser)
        yield row("Søgning: indekset er klar", [ready], "ms")
        for query, milliseconds in queries.items():
            yield row(f"Søgning: {query}", [milliseconds], "ms")
    if told := twins.measured(ROOT, folder / "twins"):
        yield row("Søgning: rigtig over sine 15 tvillinger, blandt 960 skrevne poster", [told.above_twins], "%")
        yield row("Søgning: rigtig først, kun de rigtige poster", [told.real_alone], "%")
        yield row("Søgning: rigtig først, blandt 960 skrevne poster", [told.real_among], "%")
    yield row("En tjekliste som PDF", [statistics.median(builds.checklists(ROOT)) * 1000], "ms")


def row(name: str, values: Sequence[float], unit: str) -> Row:
    """A row of the table: ours, then each of the others with ours as a part of it, where it was measured."""
    ours, *others = values
    cells = ((number(one, unit), number(ours / one, "") if one else "") for one in others)
    return name, number(ours, unit), *(cell for pair in cells for cell in pair)


def number(value: float, unit: str) -> str:
    """As Danes write it, with three digits that say something."""
    digits = 0 if isinstance(value, int) or value >= 100 else 1 if value >= 10 else 2
    return f"{value:.{digits}f} {unit}".strip().replace(".", ",")


def machine() -> str:
    """The day and the class of the machine, never its name."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"Målt {date.today()} på en maskine med {os.cpu_count()} kerner og {memory:.0f} GB hukommelse"


def save(count: int, text: str) -> None:
    """Puts the section of so many records in its place in the file, in the order of their number; what people wrote stays."""
    before = FILE.read_text(encoding="utf-8") if FILE.is_file() else ""
    sections = {
        int(n): body for n, body in re.findall(r"^## (\d+) indsatser\n\n(.*?)(?=^## |\Z)", before, re.DOTALL | re.MULTILINE)
    }
    sections[count] = text
    parts = [f"## {n} indsatser\n\n{body.strip()}\n" for n, body in sorted(sections.items())]
    parts += re.findall(r"^## \D.*?(?=^## |\Z)", before, re.DOTALL | re.MULTILINE)
    FILE.write_text("\n".join([HEAD, *parts]), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
