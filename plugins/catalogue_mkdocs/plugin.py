"""Places what the engine publishes among the files of MkDocs. It has no opinion about a record."""

import posixpath
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files

from catalogue.load import load
from catalogue.problems import InvalidCatalogue
from catalogue.publish import Artefact, publish

THEME = Path(__file__).parent / "theme"


class RecordFile(File):
    """A generated file whose edit link opens the record it was made from."""

    record: str | None = None

    @property
    def edit_uri(self) -> str | None:
        return self.record


class CataloguePlugin(BasePlugin):  # type: ignore[no-untyped-call]
    """Reads the catalogue beside ``mkdocs.yml`` and publishes it into the site."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.drafts = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        config.theme.dirs.insert(0, str(THEME))
        if not config.repo_url:
            # Without a repository "Rediger" would lead nowhere.
            config.edit_uri = None
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        # Here, and not when files are gathered: MkDocs empties the site folder in between.
        self.artefacts = artefacts(Path(config.config_file_path).parent, config.site_url or "", self.drafts)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for artefact in self.artefacts:
            files.append(place(artefact, config))
        return files


def artefacts(root: Path, site: str, drafts: bool) -> tuple[Artefact, ...]:
    """Everything the catalogue in ``root`` publishes; drafts only where somebody is writing.

    Raises PluginError, which MkDocs shows without a traceback, with every problem of the catalogue.
    """
    try:
        catalogue = load(root)
        return tuple(publish(catalogue if drafts else catalogue.published(), site))
    except InvalidCatalogue as invalid:
        raise PluginError(f"Kataloget har fejl, og der er ikke bygget noget:\n{invalid}") from None


def place(artefact: Artefact, config: MkDocsConfig) -> File:
    """The artefact as a file of the site."""
    file = RecordFile.generated(config, artefact.uri, content=artefact.content)
    assert isinstance(file, RecordFile)
    if artefact.source:
        root = posixpath.relpath(Path(config.config_file_path).parent.as_posix(), Path(config.docs_dir).as_posix())
        file.record = posixpath.join(root, artefact.source)
    return file
