"""Every way of spoiling a call's folder is told by file, place, reason and way out, all at once."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from calls.folder import FOLDER
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from parity.documents import paragraphs
from publisher.spoiling import ALL, Spoiling
from test_cli import run

from site_build.pages import hook_calls
from validator.calls import Folder
from validator.calls.folder import packaged
from validator.publisher import MARK, faults, mistakes

PRINTED = Path(__file__).parents[1] / "calls" / "shanxi-alliance-2023.txt"
TOGETHER = (
    "a page in GBK",
    "a misnamed file",
    "no Word document",
    "a template that nobody listed",
    "a number that cannot be",
    "an unknown strength",
    "a list where there is a table",
    "a misspelt key of a material",
    "a day in quotes",
    "a link to no place",
    "an unknown judge",
    "a misspelt figure",
    "a clause with an unknown rule",
    "a material of no clause",
    "a question of no clause",
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


def test_a_call_with_a_fault_stops_the_build_before_anything_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hook_calls, "packaged_ids", lambda: (FOLDER.name,))
    monkeypatch.setattr(hook_calls, "packaged", lambda _: Folder(lambda: folder))
    config = MkDocsConfig()
    assert hook_calls.on_config(config) is config
    marked = folder / "pages" / "index.md"
    marked.write_text(f"<# {MARK} #>\n{marked.read_text('utf-8')}", "utf-8")
    assert hook_calls.on_config(config) is config, "what is still to be written may be looked at"
    ALL[0].spoil(folder)
    with pytest.raises(PluginError, match=f"{FOLDER.name}/{ALL[0].file}："):
        hook_calls.on_config(config)


def test_a_template_that_cannot_be_filled_is_the_last_word_of_the_check(folder: Path) -> None:
    (folder / "templates" / "章程.docx").write_bytes(paragraphs("{{ alliance.nmae }}"))
    checked = run("call", "check", str(folder))
    assert checked.returncode == 1
    assert "“nmae”" in checked.stdout
    assert checked.stdout.splitlines()[-1].endswith("：Word 模板有误，见上。")
    assert "没有发现错误" not in checked.stdout


SMALL = Path(str(packaged("yunze_science_base_2027").root))
WHOLE = [
    (file, text)
    for file, texts in {
        "rules.toml": (
            "rules = 3",
            'rules = ["x"]',
            "rules = {}",
            "[[rules]]\nid = 3",
            "rules = []",
        ),
        "notice.toml": (
            "clauses = 3",
            "clauses = [3]",
            '[[clauses]]\nparts = [{ rules = "x" }]',
            "",
        ),
        "documents.toml": ("documents = 3", "documents = [[]]", "[[documents]]\nname = []", ""),
        "questions.toml": ("application = 3", "[application]\nlead = 3", "alliance = []", ""),
        "precheck.toml": ("pre_check = 3", "[pre_check]\nsubmission = []", "[x.y.z]", ""),
        "readings.toml": ('"1" = {}', '"1" = [3]', ""),
        "examples.toml": (
            "K1 = 3",
            "K1 = [3]",
            "[K1]",
            "[[K1]]\nset = 3",
            "[[K1]]\nset = { x = 3 }",
        ),
        "example.json": ("3", "[]", "{}", '{"members": 3}', "nul"),
    }.items()
    for text in texts
]
VALUES = ("3", '"x"', "[]", "[3]", "{}", "[{}]", "{ x = 3 }", "2027-01-01", "true")


@pytest.mark.parametrize(("file", "text"), WHOLE)
def test_senseless_files_are_told_in_chinese(tmp_path: Path, file: str, text: str) -> None:
    home = Path(shutil.copytree(SMALL, tmp_path / SMALL.name))
    (home / file).write_text(text, "utf-8")
    found = mistakes(home)
    assert found
    _reads_well(found)


def test_senseless_values_are_told_in_chinese(tmp_path: Path) -> None:
    home = Path(shutil.copytree(SMALL, tmp_path / SMALL.name))
    text = (home / "call.toml").read_text("utf-8")
    keys = [it for it in text.splitlines() if re.match(r"\w+ = ", it)]
    assert len(keys) > 15
    for line in keys:
        for value in VALUES:
            key = line.partition(" = ")[0]
            changed = text.replace(f"\n{line}\n", f"\n{key} = {value}\n", 1)
            (home / "call.toml").write_text(changed, "utf-8")
            _reads_well(mistakes(home))


def _reads_well(found: tuple[str, ...]) -> None:
    for line in found:
        assert re.match(r"[\w./-]+( |：)", line), line
        assert not re.search(r"function-|datetime|Traceback|None|<class", line), line
