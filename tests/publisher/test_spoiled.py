"""Every way of spoiling a call's folder is told by file, place, reason and way out, all at once."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from calls.folder import FOLDER
from publisher.spoiling import ALL, Spoiling

from validator.publisher import faults, mistakes

PRINTED = Path(__file__).parents[1] / "calls" / "shanxi-alliance-2023.txt"
TOGETHER = (
    "a page in GBK",
    "a misnamed file",
    "no Word document",
    "a template that nobody listed",
    "an unknown judge",
    "a misspelt figure",
    "a clause with an unknown rule",
    "a material of no clause",
    "a question of no clause",
    "last year's year",
    "a misspelt part of the form",
)
"""Spoilings of the same folder that do not touch each other."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The packaged call in a folder of its own, with the notice as printed."""
    skipped = shutil.ignore_patterns("compiled")
    home = Path(shutil.copytree(FOLDER, tmp_path / FOLDER.name, ignore=skipped))
    shutil.copy(PRINTED, home / "notice.txt")
    return home


def _told(spoiling: Spoiling, found: tuple[str, ...]) -> list[str]:
    return [line for line in found if re.match(re.escape(spoiling.file) + spoiling.told, line)]


@pytest.mark.parametrize("spoiling", ALL, ids=[it.what for it in ALL])
def test_it_is_told_and_not_published(folder: Path, spoiling: Spoiling) -> None:
    spoiling.spoil(folder)
    found = faults(folder)
    assert _told(spoiling, found), found
    assert mistakes(folder) == found
    assert len(set(found)) == len(found)
    there = {str(it.relative_to(folder)) for it in folder.rglob("*")} | {spoiling.file}
    assert [line for line in found if re.split(r" |：", line)[0] not in there] == []


def test_all_is_told_at_once(folder: Path) -> None:
    spoilings = [it for it in ALL if it.what in TOGETHER]
    assert len(spoilings) == len(TOGETHER)
    for spoiling in spoilings:
        spoiling.spoil(folder)
    found = faults(folder)
    assert [it.what for it in spoilings if not _told(it, found)] == [], found
