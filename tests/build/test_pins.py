"""The pins agree with each other, and name no machine."""

import json
import re
import tomllib
from importlib.metadata import metadata
from pathlib import Path

from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).resolve().parents[2]


def pins(name: str) -> dict[str, str]:
    text = (ROOT / "requirements" / name).read_text("utf-8")
    return dict(re.findall(r"(?m)^([a-z0-9-]+)==(\S+)", text))


def test_browser_and_terminal_run_the_same_packages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = dict(dependency.split("==") for dependency in project["dependencies"])
    browser = pins("browser.txt") | pins("browser-sdist.txt")
    assert declared.items() <= browser.items()
    assert browser.items() <= pins("host.txt").items()


def test_every_pin_has_a_hash() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        stanzas = re.split(r"(?m)^(?=[a-z0-9-]+==)", path.read_text("utf-8"))[1:]
        assert stanzas
        assert [stanza for stanza in stanzas if "--hash=sha256:" not in stanza] == []


def test_every_pin_takes_the_oldest_python_that_the_project_takes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    oldest = project["requires-python"].removeprefix(">=")
    wanted = {name: metadata(name)["Requires-Python"] or "" for name in pins("host.txt")}
    assert wanted
    assert {name: it for name, it in wanted.items() if oldest not in SpecifierSet(it)} == {}


def test_npm_is_locked_without_naming_a_registry() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    packages = [package for path, package in lock["packages"].items() if path]
    assert packages
    assert all(package["integrity"].startswith("sha512-") for package in packages)
    assert not any("resolved" in package for package in packages)


def test_no_registry_is_written_in() -> None:
    files = [*(ROOT / "requirements").iterdir(), ROOT / "Makefile", ROOT / ".npmrc"]
    for path in files:
        assert "://" not in path.read_text("utf-8"), path.name
