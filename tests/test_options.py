"""docs/options.md tells of every option, and of none that is not there."""

import re
from collections.abc import Iterator

import pytest
import yaml

from idekatalog import cli
from idekatalog.reading.unexpected import DEBUG
from idekatalog.reading.wording import ADDRESSES, SHOWN
from idekatalog.records.look import LOOK, Look
from idekatalog.records.publisher import PUBLISHER, Publisher
from mkdocs_idekatalog import command as adapter
from mkdocs_idekatalog.plugin import Options
from places import PLUGINS, ROOT

OPTIONS = (ROOT / "docs/options.md").read_text(encoding="utf-8")
ADAPTER = PLUGINS / "mkdocs_idekatalog"
COMMANDS = sorted({*cli.COMMANDS, *adapter.COMMANDS, "init"})
# What MkDocs has on its settings besides what stands in mkdocs.yml, and modules of its own.
OTHERS = {"config_file_path", "base", "defaults", "documents", "language", "look", "mdx_configs", "theme.dirs"}
# Read by the check of mkdocs.yml only: MkDocs shows them, or no theme does.
CHECKED = {"site_author", "repo_name", "edit_uri_template"}


def told(column: str) -> set[str]:
    """The names in the first column of the tables whose first column has this head."""
    rows = re.findall(rf"^\| {re.escape(column)} \|.*\n\|.*\n((?:\|.*\n)*)", OPTIONS, re.MULTILINE)
    firsts = [row.split("|")[1] for table in rows for row in table.splitlines()]
    assert firsts, column
    return {name.split(" ")[0] for first in firsts for name in re.findall(r"`([^`]+)`", first)}


def settings() -> Iterator[str]:
    """The keys of mkdocs.yml that the adapter and the theme ask for."""
    for file in ADAPTER.rglob("*"):
        if file.suffix in (".py", ".html", ".webmanifest"):
            text = file.read_text(encoding="utf-8")
            for found in re.findall(r"\bconfig\.((?:extra\.|theme\.)?\w+)(?:\(\"(\w+)\")?", text):
                yield found[0].replace("get", found[1]) if found[0] in ("extra.get", "theme.get") else found[0]


def test_every_setting_of_the_site_is_told() -> None:
    assert told("key") == set(settings()) - OTHERS


def test_what_is_checked_of_the_settings_is_told_or_has_a_reason() -> None:
    assert {*SHOWN, *ADDRESSES} - CHECKED <= told("key")


def test_what_this_site_sets_is_told() -> None:
    class Loader(yaml.SafeLoader):
        """Takes the tags of MkDocs for words."""

    Loader.add_multi_constructor("", lambda loader, suffix, node: None)
    written = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader)
    keys = {
        f"{key}.{inner}" if key in ("extra", "theme") else key
        for key, value in written.items()
        for inner in (value if key in ("extra", "theme") else [""])
    }
    # What MkDocs alone reads.
    assert keys - {"theme.name", "plugins"} <= told("key")
    assert written["docs_dir"] == "content"


def test_every_option_of_the_plugin_is_told() -> None:
    assert told("option") == {name for name, _ in Options()._schema}


def test_every_field_of_the_publisher_is_told() -> None:
    assert told(f"field of `{PUBLISHER}`") == {field.alias for field in Publisher.model_fields.values()}


def test_every_field_of_the_look_is_told() -> None:
    assert told(f"field of `{LOOK}`") == {field.alias for field in Look.model_fields.values()}


def test_every_file_that_is_named_is_there() -> None:
    # This catalogue has the colours of the engine.
    assert [file for file in told("file") if not (ROOT / file).exists()] == [LOOK]


def test_every_variable_is_told() -> None:
    code = [file.read_text(encoding="utf-8") for file in PLUGINS.rglob("*.py")]
    asked = {name for text in code for name in re.findall(r"os\.environ(?:\.get\(|\[)\"(\w+)\"", text)}
    asked |= set(re.findall(r"!ENV \[(\w+)", (ROOT / "mkdocs.yml").read_text(encoding="utf-8")))
    assert told("variable") == {*asked, DEBUG}


def test_every_command_is_told() -> None:
    assert told("command") == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_what_follows_a_command_is_told(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        adapter.main([command, "--help"])
    usage = " ".join(capsys.readouterr().out.partition("\n\n")[0].split()).removeprefix("usage: ")
    asked = re.sub(r"^.* \[-h\] ?", "", usage)
    row = re.search(rf"^\| `{command}([^`]*)` \|", OPTIONS, re.MULTILINE)
    assert row
    assert set(re.findall(r"--\w+|[A-ZÆØÅ]{2,}", row[1])) == set(re.findall(r"--\w+|[A-ZÆØÅ]{2,}", asked))
