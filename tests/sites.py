"""Sites built by the engine alone."""

from pathlib import Path

from idekatalog.publishing.build import Build, Job, Output
from idekatalog.publishing.preview import Preview


def outputs(site: Build | Preview) -> list[Output]:
    """The files of the site without a theme: a page is its Markdown."""
    return [
        Output(made.uri, made.make, lambda made=made: made.key, made.source, made.too, made.further) for made in site.artefacts
    ]


def show(site: Build | Preview, root: Path) -> Path:
    """Builds the site in the folder ``site``, or shows it anew there, without documents."""
    site.start(Job(root, root / "site", documents=False))
    site.write(outputs(site))
    site.finish()
    return root / "site"


def built(root: Path) -> Path:
    return show(Build(), root)
