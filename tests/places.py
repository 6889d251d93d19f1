"""Where things lie."""

from pathlib import Path

CASES = Path(__file__).parent / "cases"
ROOT = Path(__file__).parent.parent
PLUGINS = ROOT / "plugins"


def lines(content: bytes) -> int:
    """How many lines a text has, whatever ends them."""
    return content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1


def contents(folder: Path) -> dict[str, bytes]:
    """What every file in the folder says, by its path from there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
