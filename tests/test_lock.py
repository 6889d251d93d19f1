"""The lock is whole: what is installed is what it says, and nothing a package asks for is left to be found out."""

import json
import re
import tomllib
from importlib.metadata import distribution, version
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from idekatalog.version import VERSION
from places import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# What each lock is made for: the extras of pyproject.toml.
LOCKS = {
    "requirements.txt": ["site", "documents", "make"],
    "requirements-dev.txt": ["site", "documents", "make", "dev"],
    "requirements-browsers.txt": ["browsers"],
    "requirements-spell.txt": ["spell"],
    "requirements-node.txt": ["node"],
}
INSTALLED = ("requirements.txt", "requirements-dev.txt")


def locked(path: Path) -> dict[str, Requirement]:
    """The packages that this computer needs of a lock, by name."""
    rows = re.sub(r" \\\n", " ", path.read_text(encoding="utf-8")).splitlines()
    found = [Requirement(row.split(" --hash")[0]) for row in rows if row and not row.startswith("#")]
    return {canonicalize_name(one.name): one for one in found if one.marker is None or one.marker.evaluate()}


def exactly(requirement: Requirement) -> str:
    (only,) = requirement.specifier
    assert only.operator == "=="
    return only.version


def asked(name: str, extras: set[str]) -> list[Requirement]:
    """What an installed package asks for on this computer, with what its extras add."""
    found = [Requirement(row) for row in distribution(name).requires or ()]
    return [one for one in found if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in ("", *extras))]


@pytest.mark.parametrize("lock", INSTALLED)
def test_whatever_a_locked_package_asks_for_is_locked_too_with_its_extras(lock: str) -> None:
    packages = locked(ROOT / lock)
    missing = []
    for name, package in packages.items():
        for one in asked(name, package.extras):
            found = packages.get(canonicalize_name(one.name))
            # Installed for all packages at once, so what one of them names without its extra another may name with it.
            if found is None or not one.specifier.contains(exactly(found), prereleases=True) or not one.extras <= found.extras:
                missing.append(f"{name} asks for {one}")
    assert missing == []


@pytest.mark.parametrize("lock", LOCKS)
def test_whatever_the_project_asks_for_is_locked(lock: str) -> None:
    packages = locked(ROOT / lock)
    rows = [*PROJECT["dependencies"], *(row for extra in LOCKS[lock] for row in PROJECT["optional-dependencies"][extra])]
    for one in map(Requirement, rows):
        found = packages[canonicalize_name(one.name)]
        assert one.specifier.contains(exactly(found)), one
        assert one.extras <= found.extras, one


@pytest.mark.parametrize("lock", INSTALLED)
def test_what_is_installed_is_what_is_locked(lock: str) -> None:
    packages = locked(ROOT / lock)
    assert {name: version(name) for name in packages} == {name: exactly(one) for name, one in packages.items()}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    packages = re.findall(r"^[a-z0-9].*", text, re.MULTILINE)
    assert packages
    assert [row for row in packages if not row.endswith("\\")] == []
    assert len(re.findall(r"--hash=sha256:[0-9a-f]{64}", text)) >= len(packages)
    assert "://" not in text


def test_the_lock_of_node_has_exact_versions_hashes_and_no_registry() -> None:
    project, lock = (json.loads((ROOT / name).read_text(encoding="utf-8")) for name in ("package.json", "package-lock.json"))
    packages = {path: package for path, package in lock["packages"].items() if path}
    assert [path for path, package in packages.items() if not package["integrity"].startswith("sha512-")] == []
    assert [path for path, package in packages.items() if "resolved" in package] == []
    versions = {name: packages[f"node_modules/{name}"]["version"] for name in project["devDependencies"]}
    assert versions == project["devDependencies"]


def test_the_version_is_the_same_everywhere() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    newest = re.search(r"^## (\S+) \((\d{4}-\d\d-\d\d)\)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert newest
    assert (VERSION, str(citation["version"])) == (newest[1], newest[1])
    assert str(citation["date-released"]) == newest[2]
