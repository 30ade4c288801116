"""COMPATIBILITY.md names the versions that are pinned, and tests that exist."""

from __future__ import annotations

import json
import re
import tomllib

import pytest

from site_build.folders import ROOT
from site_build.pages import scripts

PAGE = (ROOT / "COMPATIBILITY.md").read_text("utf-8")
PINNED = re.findall(r"^\| (\S+) \| (\d\S*) \| `(\S+)` \|", PAGE, re.MULTILINE)


def oldest(what: str) -> str:
    """The second column of the row that starts with some words."""
    return re.findall(rf"^\| {re.escape(what)} \| ([^|]+) \|", PAGE, re.MULTILINE)[0]


def pins(file: str) -> dict[str, str]:
    text = (ROOT / file).read_text("utf-8")
    if file == "package.json":
        told = json.loads(text)
        return told["dependencies"] | told["devDependencies"]
    return dict(re.findall(r"(?m)^([a-z0-9-]+)==(\S+)", text))


@pytest.mark.parametrize(("name", "version", "file"), PINNED)
def test_a_version_is_the_one_that_is_pinned(name: str, version: str, file: str) -> None:
    assert pins(file)[name.lower()] == version


def test_what_decides_whether_the_site_builds_and_runs_is_told() -> None:
    told = {name.lower() for name, _, _ in PINNED}
    assert told >= {"pyodide", "pydantic", "mkdocs", "mkdocs-material", "properdocs"}


def test_every_test_that_is_named_exists() -> None:
    named = re.findall(r"`((?:tests|site_build|requirements)/[\w/.-]+)`", PAGE)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_oldest_python_and_node_are_those_that_the_setup_wants() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    node = json.loads((ROOT / "package.json").read_text("utf-8"))["engines"]["node"]
    wanted = (ROOT / "requirements" / "wanted.sh").read_text("utf-8")
    assert project["requires-python"] == f">={oldest('Python')}"
    assert node == f">={oldest('Node')}"
    assert f"Python {oldest('Python')} or newer" in wanted
    assert f"Node {oldest('Node')} or newer" in wanted


def test_the_oldest_browsers_are_those_that_the_scripts_are_compiled_for() -> None:
    engines = ("Chromium (Chrome, Edge, 360, QQ)", "Firefox", "WebKit (Safari)")
    told = ",".join(oldest(engine) for engine in engines).replace(" ", "")
    assert told == scripts.OLDEST_BROWSERS


def test_the_chromium_of_2021_is_the_one_that_the_tests_drive() -> None:
    package = json.loads((ROOT / "tests/browser/old/package.json").read_text("utf-8"))
    (version,) = package["dependencies"].values()
    assert version.split(".")[0] == oldest("Chromium of 2021").strip()
