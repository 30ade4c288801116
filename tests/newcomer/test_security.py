"""SECURITY.md names tests, commands, files and pages that exist."""

from __future__ import annotations

import re

from site_build.folders import ROOT

PAGE = (ROOT / "SECURITY.md").read_text("utf-8")
NAMED = re.findall(r"`([^`]+)`", PAGE)
WHO = r"(?:Applicants|Offices|Publishers|Who runs a site)"
PROMISES = re.findall(rf"^\| {WHO} \| .* \| (.*) \|$", PAGE, re.MULTILINE)


def test_every_file_that_is_named_exists() -> None:
    files = [name for name in NAMED if "/" in name and not name.startswith("build/")]
    assert files
    assert [name for name in files if not (ROOT / name).exists()] == []


def test_every_promise_names_a_test() -> None:
    assert len(PROMISES) == PAGE.partition("## Not promised")[0].count("\n| ") - 1
    assert [proof for proof in PROMISES if "`tests/" not in proof] == []


def test_every_command_that_is_named_is_one_of_make() -> None:
    made = (ROOT / "Makefile").read_text("utf-8")
    commands = re.findall(r"`make ([a-z]+)`", PAGE)
    assert commands
    assert [name for name in commands if not re.search(rf"^{name}:", made, re.MULTILINE)] == []
