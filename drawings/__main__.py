"""``python -m drawings``: writes every drawing below ``content/tegninger``."""

from pathlib import Path

from . import challenges, interventions, methods, others, resources, roles, start
from .scenes import Scenes

FOLDER = Path(__file__).parent.parent / "content" / "tegninger"
EVERY: Scenes = {
    **start.START,
    **interventions.INTERVENTIONS,
    **methods.METHODS,
    **challenges.CHALLENGES,
    **roles.ROLES,
    **resources.RESOURCES,
    **others.OTHERS,
}


def main() -> None:
    """Writes the files. One that stands in the folder and is drawn by nobody here stays."""
    for place, scene in EVERY.items():
        path = FOLDER / f"{place}.svg"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(scene.svg(), encoding="utf-8")


if __name__ == "__main__":
    main()
