"""The version, its dates and the fingerprint say the same everywhere."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import validator
from validator.calls import DEFAULT, load
from validator.fingerprint import fingerprint

ROOT = Path(__file__).parents[2]
RELEASED = re.compile(r"^## (\d+\.\d+\.\d+) \((\d{4})-(\d\d)-(\d\d)\)$", re.MULTILINE)
PUBLIC = re.compile(r"^### (\d+\.\d+\.\d+)（(\d{4})年(\d+)月(\d+)日）", re.MULTILINE)


def _versions(file: str, heading: re.Pattern[str]) -> list[tuple[str, date]]:
    found = heading.findall((ROOT / file).read_text("utf-8"))
    return [(version, date(*map(int, day))) for version, *day in found]


def test_the_changelog_and_the_page_tell_of_the_same_versions_and_days() -> None:
    released = _versions("CHANGELOG.md", RELEASED)
    assert released
    assert released == _versions("docs/about/versions.md", PUBLIC)


def test_the_newest_version_is_the_one_that_runs() -> None:
    [(newest, _), *_rest] = _versions("CHANGELOG.md", RELEASED)
    assert newest == validator.__version__


def test_the_number_stands_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" not in project["project"]
    assert project["tool"]["hatch"]["version"]["path"] == "validator/__init__.py"


def test_no_version_is_newer_than_one_above_it() -> None:
    released = _versions("CHANGELOG.md", RELEASED)
    numbers = [tuple(map(int, version.split("."))) for version, _ in released]
    days = [day for _, day in released]
    assert numbers == sorted(set(numbers), reverse=True)
    assert days == sorted(days, reverse=True)


def test_the_page_shows_what_runs() -> None:
    page = (ROOT / "site/about/versions/index.html").read_text("utf-8")
    for said in (validator.__version__, DEFAULT, fingerprint(load(DEFAULT))):
        assert said in page
