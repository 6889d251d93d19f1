"""The sheets that residents are handed, and which of them ask for the same."""

from pathlib import Path

from idekatalog.files.load import load
from idekatalog.views.template import template

SHEET = """---
titel: "{id}"
resume: Et ark til naboerne.
hoerer_til: [{belongs}]
opsaetning: {layout}
blokke:
  - slags: felter
    felter: [{names}]
status: udgivet
gennemgaaet: 2026-01-01
gennemgaaet_af: redaktionen
version: "1.0"
---

## Sådan bruger I arket

Print det.
"""
SHEETS = [
    ("plakat", "naboaften", "opslag", "Dag, Sted"),
    ("brevet", "naboaften, gaardmoede", "brev", "Sted, Afsender"),
    ("andet-moede", "gaardmoede", "opslag", "Dag, Sted"),
    ("andre-felter", "naboaften", "opslag", "Navn"),
]


def test_sheets_for_the_same_with_a_field_of_the_same_name_lead_to_each_other(small: Path) -> None:
    for id, belongs, layout, names in SHEETS:
        text = SHEET.format(id=id, belongs=belongs, layout=layout, names=names)
        (small / f"data/templates/{id}.md").write_text(text, encoding="utf-8")
    catalogue = load(small)
    others = {
        record.id: {to.address for to in template(record, catalogue.around(record)).others} for record in catalogue.templates
    }
    assert others["plakat"] == {"skabeloner/brevet/index.html"}
    assert others["brevet"] == {"skabeloner/plakat/index.html", "skabeloner/andet-moede/index.html"}
    assert others["andre-felter"] == others["naboaften-ark"] == set()
