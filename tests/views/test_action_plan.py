"""What guides say in a plan of several."""

from pathlib import Path

from idekatalog.files.load import load
from idekatalog.views.plan import PlannedItem, PlannedTask, planned


def test_a_plan_says_what_a_step_asks_for_and_what_the_editors_suggest(small: Path) -> None:
    catalogue = load(small)
    record = catalogue.intervention("naboaften")
    care = tuple(item.model_copy(update={"editorial": True}) for item in record.care)
    plan = planned(record.model_copy(update={"care": care}), catalogue)
    assert plan.care == (PlannedItem("Spørg, før I tager billeder.", "Redaktionens forslag"),)
    assert plan.materials == (PlannedItem("Mad & drikke", ""),)
    assert plan.tasks == (
        PlannedTask("Vært", "", "Byder velkommen."),
        PlannedTask("Politi", "eventuelt", "Svarer på spørgsmål."),
    )
    (step,) = plan.phases["under"]
    assert (step.key.split(".")[0], step.text, step.note) == ("naboaften", "Spis sammen", "hvis I vil")
