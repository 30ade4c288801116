"""CONTRIBUTING.md does not lie: its steps are followed, its names and figures compared."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import contributing
import pytest
from newcomer.repository import copied, run_whole

from site_build.folders import ROOT

RECIPES = ("Add a rule", "Add a question", "Add a document")
READS = (
    "import sys; from rules.reads import as_toml, by_judge, reports, seen; "
    "sys.stdout.write(as_toml(by_judge(seen(reports(range(1000, 1001))))))"
)
"""What `make reads` walks takes minutes: here the rules' examples and one seed are walked."""


def make_reads(copy: Path) -> None:
    """Write what `make reads` writes, from fewer walks."""
    python = sys.executable
    made = {
        "validator/case/answers.pyi": [python, "-m", "site_build.case_stub"],
        "validator/rules/reads.toml": [python, "-c", READS],
        "validator/fingerprint.txt": [python, "-m", "site_build.fingerprint"],
    }
    run_whole(f"'{sys.executable}' -m site_build.call_schemas write", copy)
    for file, command in made.items():
        text = run_whole(" ".join(f"'{word}'" for word in command), copy)
        (copy / file).write_text(text, "utf-8")


def follow(step: contributing.Step, copy: Path) -> None:
    file, blocks = copy / step.file if "`" in step.says else copy, step.blocks
    if step.says.startswith("At the end of"):
        file.write_text(file.read_text("utf-8") + blocks[0], "utf-8")
    elif step.says.startswith("In "):
        found, said = blocks
        text = file.read_text("utf-8")
        assert text.count(found) == 1, found
        placed = {"below:": found + said, "above:": said + found, "instead of:": said}
        (way,) = (it for it in placed if step.says.endswith(it))
        file.write_text(text.replace(found, placed[way]), "utf-8")
    else:
        for command in blocks[0].splitlines():
            make_reads(copy) if command == "make reads" else run_whole(command, copy)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.mark.parametrize("recipe", RECIPES)
def test_the_steps_lead_where_they_say(recipe: str, copy: Path) -> None:
    for step in contributing.steps(recipe):
        follow(step, copy)


def test_the_drawing_is_the_import_contract() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = {it["id"]: it for it in project["tool"]["importlinter"]["contracts"]}
    layers = contracts["arrows"]["layers"]
    held = [{name.removeprefix("validator.") for name in it.split(" | ")} for it in layers]
    assert contributing.drawing() == held


def test_every_file_that_is_named_exists() -> None:
    named = re.findall(r"`((?:\w+/)+[\w./-]*|[\w-]+\.toml)`", contributing.PAGE)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_target_of_make_that_is_named_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    named = set(re.findall(r"`make (\w+)`", contributing.PAGE))
    assert named - set(re.findall(r"^(\w+):", makefile, re.MULTILINE)) == set()


def count(listed: Any) -> int:  # noqa: ANN401 - a value of TOML
    if isinstance(listed, dict):
        return sum(map(count, listed.values()))
    return len(listed) if isinstance(listed, list) else 1


def test_the_touch_points_of_the_theme_are_as_many_as_are_told() -> None:
    theme = tomllib.loads((ROOT / "site_templates" / "theme.toml").read_text("utf-8"))
    ground = contributing.chapter("Ground")
    rows = {
        kind: int(many)
        for kind, many in re.findall(r"^\| `(\w+)` \| (\d+) \|", ground, re.MULTILINE)
    }
    assert rows == {kind: count(listed) for kind, listed in theme.items()}
    assert f"the {sum(rows.values())} touch points" in ground
