"""The made-up example of a call: a file of its folder, as the page saves a draft."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from calls.folder import FOLDER
from validator.application.asked import asked_by
from validator.calls import Call, CallError, available, load, read
from validator.check import check
from validator.example import EXAMPLE, MINIMAL, example
from validator.report import Outcome

Draft = dict[str, Any]
CALL = load(FOLDER.name)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "call"))


def _rewritten(folder: Path, change: Callable[[Draft], object]) -> Call:
    file = folder / EXAMPLE
    draft = json.loads(file.read_text("utf-8"))
    change(draft)
    file.write_text(json.dumps(draft), "utf-8")
    return read(folder)


@pytest.mark.parametrize("name", available())
@pytest.mark.parametrize("members", [None, 20, 29])
def test_the_example_of_every_call_violates_nothing(name: str, members: int | None) -> None:
    call = load(name)
    if "members" not in asked_by(call).model_fields:
        members = None
    application = example(call, members=members)
    assert application.notice == name
    assert check(application, call).outcome is Outcome.NO_VIOLATION_FOUND
    assert members in (None, len(application.members))


@pytest.mark.parametrize("name", available())
def test_the_minimal_example_violates_nothing_by_what_it_says(name: str) -> None:
    call = load(name)
    application = example(call, minimal=True)
    assert application.alliance.name
    assert len(application.members) <= len(example(call).members)


@pytest.mark.parametrize("members", [0, 1, 5, 11, 12, 40])
def test_as_many_members_as_are_wanted_are_told_apart_and_counted(members: int) -> None:
    application = example(CALL, members=members)
    units = [unit for _, unit in application.units]
    assert len(units) == members + 1
    for answer in ("name", "uscc", "phone", "email"):
        assert len({getattr(unit, answer) for unit in units}) == members + 1
    assert application.alliance.counts.total == members + 1
    gone = {unit.name for unit in example(CALL).members[members:]}
    text = application.model_dump_json()
    assert not [name for name in gone if name and name in text]


def test_a_folder_elsewhere_has_its_own(folder: Path) -> None:
    (folder / MINIMAL).unlink()
    call = _rewritten(folder, lambda draft: draft["alliance"].update(name="别处示例联盟"))
    assert example(call).alliance.name == "别处示例联盟"
    assert example(call, minimal=True) == example(call)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda draft: draft["lead"].update(uscc="1"), "example.json 的 牵头单位 › "),
        (lambda draft: draft.update(colour=1), "example.json 的 colour"),
        (lambda draft: draft.clear(), "example.json：没有一项是草稿的内容"),
    ],
)
def test_an_example_that_cannot_be_used_is_told(
    folder: Path, change: Callable[[Draft], object], told: str
) -> None:
    with pytest.raises(CallError, match=told):
        example(_rewritten(folder, change))


@pytest.mark.parametrize("text", ["", "{", "[]", "1"])
def test_a_file_that_is_no_draft_is_told(folder: Path, text: str) -> None:
    (folder / EXAMPLE).write_text(text, "utf-8")
    with pytest.raises(CallError, match=r"example\.json：[^A-Z]*(?:JSON|草稿)"):
        example(read(folder))


def test_no_example_and_no_member_to_copy_are_told(folder: Path) -> None:
    call = _rewritten(folder, lambda draft: draft.pop("members"))
    with pytest.raises(CallError, match="没有成员单位"):
        example(call, members=3)
    (folder / EXAMPLE).unlink()
    with pytest.raises(CallError, match=r"example\.json：通知的文件夹里没有"):
        example(read(folder))
