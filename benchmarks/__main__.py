"""``python -m benchmarks``: the catalogue and plain MkDocs with Material over the same pages, side by side."""

import argparse
import os
import re
import statistics
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from . import builds, records, visits

ROOT = Path(__file__).parents[1]
FILE = ROOT / "docs/maalinger.md"
HEAD = """\
# Målinger

`make bench N=1000` skriver sit afsnit her. Kataloget er det rigtige og, bag det, poster af tilfældige danske ord. MkDocs med
Material er alene, som det kommer (uden skrifter udefra), og bygger de samme siders Markdown i samme kørsel. PDF og Word er ikke
med. Hvert tal er medianen af kørslerne. Læs forholdet, ikke sekunderne: maskinen kan have haft andet at lave.
"""

Row = tuple[str, str, str, str]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--records", type=int, default=1000, help="how many interventions")
    parser.add_argument("--runs", type=int, default=3, help="how many times everything is measured")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="catalogue-bench-") as folder:
        rows = list(measured(Path(folder), options.records, options.runs))
    table = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    print(table)
    save(options.records, f"{machine()}, {options.runs} kørsler.\n\n{table}\n")


def measured(folder: Path, count: int, runs: int) -> Iterator[Row]:
    """The rows of the table: what is measured, ours, plain, and ours as a part of plain."""
    yield "", "kataloget", "MkDocs med Material", "forhold"
    yield "---", "---:", "---:", "---:"
    records.write(ROOT, folder / "catalogue", count)
    projects = (builds.catalogue(folder / "catalogue"), builds.plain(folder / "catalogue", folder / "plain"))
    costs: dict[str, list[list[builds.Cost]]] = {state: [[], []] for state in builds.STATES}
    for _ in range(runs):
        for state, before in builds.STATES.items():
            for project, found in zip(projects, costs[state], strict=True):
                before(project)
                found.append(project.build())
    for state, both in costs.items():
        yield row(state, *(statistics.median(cost.seconds for cost in found) for found in both), "s")
    most = (max(cost.megabytes for found in costs.values() for cost in found[side]) for side in (0, 1))
    yield row("Mest hukommelse", *most, "MB")
    sites = (visits.ours(projects[0].site), visits.material(projects[1].site))
    with visits.browser() as browser:
        waits = (statistics.median(visits.first_result(site, browser) for _ in range(runs)) for site in sites)
        yield row("Søgning: første tast til første resultat", *waits, "s")
        raw, packed = zip(*map(visits.index_weight, sites), strict=True)
        yield row("Søgning: indeks", *(size / 1000 for size in raw), "kB")
        yield row("Søgning: indeks, komprimeret", *(size / 1000 for size in packed), "kB")
        requests, weights = zip(*(visits.cold_load(site, browser) for site in sites), strict=True)
        yield row("En guide første gang: filer", *requests, "")
        yield row("En guide første gang: komprimeret", *(size / 1000 for size in weights), "kB")
        ready, queries = visits.engine(sites[0], browser)
        yield "Søgning: indekset er klar", number(ready, "ms"), "", ""
        for query, milliseconds in queries.items():
            yield f"Søgning: {query}", number(milliseconds, "ms"), "", ""


def row(name: str, ours: float, plain: float, unit: str) -> Row:
    return name, number(ours, unit), number(plain, unit), number(ours / plain, "")


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
