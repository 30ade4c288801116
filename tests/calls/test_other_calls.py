"""The calls beside the first: complete, and nothing of the first is said for them anywhere."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from calls.strangers import FIRST, strangers
from site_build.form.render import render, render_pre_check
from site_build.word_templates.precompile import precompile
from validator import precheck, views
from validator.application import Application
from validator.application.asked import asked_by
from validator.attachments import bundle, documents, fill
from validator.calls import Call, available, load, read
from validator.calls.folder import packaged
from validator.check import check
from validator.drafts import declared
from validator.example import example
from validator.publisher import faults
from validator.publisher.situations import (
    SITUATIONS,
    application_of,
    found,
    situations,
)
from validator.report import Outcome
from validator.tables import members_template
from validator.text_report import as_text
from validator.whatif import what_if

OTHERS = [load(name) for name in available() if name != FIRST.id]
ADDRESSES = {
    name: f"../{name}/"
    for name in ("notice", "rules", "questions", "conditions", "materials", "attachments")
} | {"self_check": "", "calls": "../../", "script": "form.mjs", "integrity": "", "folder": ""}
LINKS = views.Links(**{name: ADDRESSES[name] for name in views.Links.model_fields})
_COORDINATES = re.compile(r' (?:r|s|ref|sqref|spans|topLeftCell|activeCell)="[^"]*"|<formula1>.*?<')
"""Where a cell of a spreadsheet stands: C7 is no rule there."""
PRE_CHECKS = (
    "{}",
    '{"location": {"province": "江苏省"}, "submission": {"planned_on": "2028-01-01"}}',
)


@pytest.fixture(params=OTHERS, ids=[call.id for call in OTHERS])
def call(request: pytest.FixtureRequest) -> Call:
    found_call: Call = request.param
    return found_call


def _drafts(call: Call) -> dict[str, Application]:
    return {"例": example(call), "少": example(call, minimal=True), "空": asked_by(call)()}


def _words(archive: bytes) -> Iterator[tuple[str, str]]:
    """The text of every part of a .docx, .xlsx or .zip, and of those in it."""
    with zipfile.ZipFile(io.BytesIO(archive)) as parts:
        for name in parts.namelist():
            content = parts.read(name)
            yield f"{name} (name)", name
            if name.endswith((".docx", ".xlsx")):
                yield from ((f"{name}/{inner}", text) for inner, text in _words(content))
            elif not name.endswith(".bin"):
                yield name, _COORDINATES.sub("", content.decode("utf-8-sig"))


def test_the_call_says_of_itself_that_it_is_made_up(call: Call) -> None:
    assert "虚构" in call.remark
    assert "云泽" in call.issuer


def test_its_example_is_decided_and_violates_nothing(call: Call) -> None:
    report = check(example(call), call)
    assert report.outcome is Outcome.NO_VIOLATION_FOUND
    assert [finding.rule for finding in report.findings] == [rule.id for rule in call.rules]


def test_findings_and_reports_say_nothing_of_the_first_call(call: Call) -> None:
    for name, application in _drafts(call).items():
        report = check(application, call, date(2027, 3, 1))
        account = views.account(report, application, call)
        texts = [as_text(report, call, application), views.report_page(account)]
        assert [(name, words) for text in texts if (words := strangers(text))] == []
    told = [found(call, rule, one) for rule, its in situations(call).items() for one in its]
    assert told
    said = [f"{it.message}{it.advice}{it.quote}{it.clause}" for it in told]
    assert [words for text in said if (words := strangers(text))] == []


def test_changes_that_would_help_say_nothing_of_the_first_call(call: Call) -> None:
    offered = 0
    for one in (one for its in situations(call).values() for one in its):
        application = application_of(call, one)
        changes = what_if(application, call, None, check(application, call))
        offered += len(changes)
        assert strangers(views.changes(changes)) == set()
    assert offered or "members" not in asked_by(call).model_fields


def test_documents_and_tables_say_nothing_of_the_first_call(call: Call) -> None:
    for name, application in _drafts(call).items():
        made = bundle(declared(application), call, None)
        report = fill(documents(call)[-1].name, declared(application), call, None)
        for content in (made, report, members_template(call, application.members)):
            wrong = {part: it for part, text in _words(content) if (it := strangers(text))}
            assert wrong == {}, name


def test_the_form_and_the_pre_check_say_nothing_of_the_first_call(call: Call) -> None:
    for html in (render(call, ADDRESSES), render_pre_check(call, ADDRESSES)):
        assert strangers(html) == set()
    for answers in PRE_CHECKS:
        received = precheck.read(answers, call)
        report = check(precheck.as_application(received.answers, call), call)
        outcome = views.outcome(report, received.answers, call)
        assert strangers(views.pre_check(outcome, received.problems, call, LINKS)) == set()


def test_words_of_the_first_call_are_seen() -> None:
    assert strangers("住所在山西省，见三（一）2（R13），2023年") == {
        "山西",
        "三（一）",
        "R13",
        "2023",
    }
    assert strangers("<option>山西省</option>指纹 a2023b") == set()


@pytest.fixture
def elsewhere(call: Call, tmp_path: Path) -> Path:
    """The call's folder under another id, outside the repository."""
    skipped = shutil.ignore_patterns("compiled")
    root = Path(str(packaged(call.id).root))
    folder = Path(shutil.copytree(root, tmp_path / "next_year_2028", ignore=skipped))
    file = folder / "call.toml"
    file.write_text(file.read_text("utf-8").replace(f'"{call.id}"', '"next_year_2028"'), "utf-8")
    return folder


def test_a_folder_outside_the_repository_is_a_call(elsewhere: Path, call: Call) -> None:
    assert faults(elsewhere) == ()
    precompile(elsewhere)
    other = read(elsewhere)
    application = example(other)
    assert application.notice == other.id == elsewhere.name
    assert check(application, other).outcome is Outcome.NO_VIOLATION_FOUND
    names = [name for name, _ in _words(bundle(declared(application), other, None))]
    for known in call.documents:
        assert any(name.endswith(f"{known.file_name} (name)") for name in names)
    html = render(other, ADDRESSES)
    assert all(f">{known.title}<" in html for known in other.documents)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('status = "met"', "应为“满足”，核验结果为"),
        ('status = "well"', "里 K3 的第 1 个情形的 status"),
        ("status = ", "不是有效的 TOML"),
        ('status = "missing"\nset = { "/alliance/colour" = 1 }', "/alliance/colour"),
        ('status = "missing"\nunset = ["/alliance/theme/1"]', "在样例里找不到"),
        ('status = "missing"\nsays = ["三十份"]', "结果里没有“三十份”"),
        ('status = "missing"\nadvises = ["三十份"]', "建议里没有“三十份”"),
        ('status = "missing"\nsettles = ["/lead/name"]', "各处里没有“/lead/name”"),
        ('status = "missing"\nbasis = "judgement"', "依据应为“需人工”，核验结果为“"),
        ('status = "missing"\nmembers = 3', "只能与完整的样例"),
    ],
)
def test_a_situation_that_comes_out_otherwise_is_a_fault(
    tmp_path: Path, written: str, told: str
) -> None:
    root = Path(str(packaged("yunze_science_base_2027").root))
    folder = Path(shutil.copytree(root, tmp_path / root.name))
    text = f'[[K3]]\nsituation = "no answer"\nbase = "empty"\n{written}\n'
    (folder / SITUATIONS).write_text(text, "utf-8")
    [fault] = faults(folder)
    assert re.search(re.escape(told), fault)
    assert fault.startswith(SITUATIONS)


def test_a_situation_of_no_rule_is_a_fault(tmp_path: Path) -> None:
    root = Path(str(packaged("yunze_science_base_2027").root))
    folder = Path(shutil.copytree(root, tmp_path / root.name))
    (folder / SITUATIONS).write_text('[[K9]]\nsituation = "a"\nstatus = "met"\n', "utf-8")
    told = f"{SITUATIONS} 里 K9 的第 1 个情形（a）：没有编号为“K9”的规则；已有的是：K1、K2、K3、K4"
    assert faults(folder) == (told,)


def test_the_remark_is_part_of_the_call_s_data(call: Call) -> None:
    assert json.loads(call.model_dump_json())["remark"] == call.remark
