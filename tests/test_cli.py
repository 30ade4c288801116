"""The terminal door, run as a user runs it: a process, its output and its exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from validator import __version__
from validator.calls import DEFAULT, load
from validator.fingerprint import fingerprint
from validator.rules import rules_of

ROOT = Path(__file__).parents[1]

RULES = len(rules_of(load(DEFAULT)))


def run(*arguments: str, stdin: str | bytes = "") -> subprocess.CompletedProcess[str]:
    """Run `python -m validator` and return what it printed."""
    raw = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "validator", *arguments],
        input=raw,
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


@pytest.fixture(scope="module")
def complete() -> str:
    """The complete example, as printed."""
    return run("example").stdout


def without(draft: str, *path: str | int) -> str:
    """A draft with one answer taken out."""
    answers = json.loads(draft)
    place = answers
    for step in path[:-1]:
        place = place[step]
    del place[path[-1]]
    return json.dumps(answers)


def test_the_complete_example_has_nothing_missing(complete: str) -> None:
    done = run("check", "-", "--format", "json", stdin=complete)
    report = json.loads(done.stdout)
    assert done.returncode == 0
    assert report["outcome"] == "no_violation_found"
    assert report["counts"]["missing"] == report["counts"]["not_met"] == 0
    assert sum(report["counts"].values()) == len(report["findings"]) == RULES


def test_json_findings_say_all_that_is_promised(complete: str) -> None:
    report = json.loads(run("check", "-", "--format", "json", stdin=complete).stdout)
    promised = {"rule", "clause", "status", "basis", "message", "quote", "fields", "settles"}
    assert {"notice", "on", "outcome", "counts", "findings"} <= report.keys()
    assert all(promised <= finding.keys() for finding in report["findings"])


def test_the_minimal_example_is_incomplete() -> None:
    minimal = run("example", "--minimal").stdout
    done = run("check", "-", stdin=minimal)
    assert done.returncode == 3
    assert "待补充" in done.stdout


@pytest.mark.parametrize(
    ("day", "code"),
    [("2023-08-06", 3), ("2023-08-07", 0), ("2023-08-11", 0), ("2023-08-12", 1)],
)
def test_the_day_given_decides_the_window(complete: str, day: str, code: int) -> None:
    assert run("check", "-", "--on", day, stdin=complete).returncode == code


def test_a_report_in_text_leads_with_the_outcome_and_never_says_plain_conformity(
    complete: str,
) -> None:
    lines = run("check", "-", stdin=complete).stdout.splitlines()
    assert lines[3] == "结论：已核验条款未发现不符合，另有 5 项需人工判断。"
    assert not any(line.strip("。 ") in ("符合", "结论：符合") for line in lines)
    made_by = f"指纹 {fingerprint(load(DEFAULT))}，程序版本 {__version__}"
    assert lines[-1] == f"规则集：{DEFAULT}，{made_by}。"


def test_a_report_fits_a_terminal(complete: str) -> None:
    from validator.text_report import _columns  # noqa: PLC0415 - the measure itself

    text = run("check", "-", stdin=without(complete, "lead", "category")).stdout
    assert max(map(_columns, text.splitlines())) <= 80


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"lead":',
        '{"draft_version": 99}',
        '{"notice": "another"}',
        '{"lead": {"nmae": "x"}}',
        '{"lead": {"uscc": "9114"}}',
        '{"lead": {"name": "\\ud800"}}',
        '{"a": NaN}',
        "[" * 100_000,
        '{"lead":' * 2_000 + "{}" + "}" * 2_000,
        b"\xff\xfe{}",
    ],
)
def test_unusable_input_is_refused_in_words(text: str | bytes) -> None:
    done = run("check", "-", stdin=text)
    assert done.returncode == 2
    assert done.stderr.startswith("无法处理：")
    assert not done.stdout


def test_a_wrong_code_is_named_by_place(complete: str) -> None:
    draft = complete.replace("91140100MA0000007Q", "91140100MA000000")
    done = run("check", "-", stdin=draft)
    assert done.returncode == 2
    assert "牵头单位 › 统一社会信用代码（/lead/uscc）" in done.stderr
    assert "应为 18 位，现为 16 位" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [[], ["chek"], ["check"], ["check", "-", "--on", "2023-13-01"], ["check", "没有.json"]],
)
def test_wrong_usage_exits_2_in_chinese(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "用法有误" in done.stderr or "没有这个文件" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "没有写命令"),
        (["chek"], "命令中没有“chek”，可用的有：example、check、report"),
        (["check"], "没有写草稿文件"),
        (["check", "甲", "乙"], "多出了不认识的参数：乙"),
        (["check", "-", "--form", "xml"], "--format中没有“xml”，可用的有：text、json"),
        (["check", "-", "--on"], "--on 后面要写一个值"),
        (["report", "-"], "没有写-o/--output"),
        (["example", "--minimal=1"], "--minimal 后面不带值，请去掉“1”"),
        (["check", "-", "--o", "x"], "“--o”写得不全，是哪一个："),
        (["report", "-", "-o", "x.pdf"], "“x.pdf”应以 .html 或 .docx 结尾"),
        (["check", "-", "--on", "昨天"], "“昨天”不是日期"),
    ],
)
def test_what_is_wrong_with_the_usage_is_named(arguments: list[str], said: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    told = done.stderr[done.stderr.index("用法有误：") :]
    assert told.startswith(f"用法有误：{said}")
    assert told.count("\n") == 2


def test_what_is_filled_in_already_is_not_said_to_be_open(complete: str) -> None:
    answers = json.loads(complete)
    answers["members"][2]["signature"]["kind"] = "delegate"
    answers["members"][2]["signature"]["signed_on"] = "2022-05-06"
    del answers["lead"]["technology_level"]
    text = run("check", "-", stdin=json.dumps(answers)).stdout
    assert "请核对：成员单位第 3 家 › 协议签署 › 签署方式" in text
    assert "待填或核对：成员单位第 3 家 › 后加入日期；" in text
    assert "待填：牵头单位 › 整体技术水平" in text


def test_the_schema_is_json_and_names_every_section() -> None:
    schema = json.loads(run("schema").stdout)
    assert {"alliance", "lead", "members", "submission"} <= schema["properties"].keys()


def test_the_rule_table_has_a_line_per_rule() -> None:
    lines = run("rules").stdout.splitlines()
    assert len(lines) == 1 + RULES
    assert any(line.startswith("R21\t三（一）3\t") for line in lines)


def test_fill_writes_documents_with_the_answers(complete: str, tmp_path: Path) -> None:
    done = run("fill", "-", "-o", str(tmp_path / "out"), stdin=complete)
    assert done.returncode == 0
    written = [Path(line) for line in done.stdout.splitlines()]
    assert written
    documents = [path for path in written if path.suffix in (".docx", ".xlsx")]
    assert len(documents) == len(written) - 2
    assert all(path.read_bytes().startswith(b"PK") for path in documents)


def test_fill_into_a_file_is_refused_in_words(complete: str, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", "utf-8")
    done = run("fill", "-", "-o", str(tmp_path / "taken"), stdin=complete)
    assert done.returncode == 2
    assert "不能写入" in done.stderr


@pytest.mark.parametrize("day", ["20230808", "2023-W32-2", "2023-8-8", "昨天"])
def test_a_day_has_one_way_to_be_written(complete: str, day: str) -> None:
    done = run("check", "-", "--on", day, stdin=complete)
    assert done.returncode == 2
    assert "应写作 年-月-日" in done.stderr


def test_what_was_typed_does_not_steer_the_terminal(complete: str) -> None:
    answers = json.loads(complete)
    answers["alliance"]["liability_subject"] = "甲\x1b[31m\u202e公司"
    report = run("check", "-", stdin=json.dumps(answers)).stdout
    refusal = run("check", "-", stdin='{"lead": {"\\u001b[2J": 1}}').stderr
    assert not any(letter in report + refusal for letter in "\x1b\u202e")


def test_thousands_of_problems_are_told_in_a_screenful() -> None:
    many = json.dumps({"lead": {f"{'x' * 500}{n}": 1 for n in range(3_000)}})
    told = run("check", "-", stdin=many).stderr
    assert "另有 2980 处" in told
    assert len(told) < 10_000


def test_output_that_cannot_be_written_is_no_finding(complete: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "validator", "check", "-"],
            input=complete.encode(),
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
        )
    assert done.returncode == 2
    assert "不能输出结果" in done.stderr.decode()


def test_both_examples_fit_the_published_schema() -> None:
    schema = json.loads(run("schema").stdout)
    for arguments in ([], ["--minimal"]):
        draft = json.loads(run("example", *arguments).stdout)
        assert draft.keys() <= schema["properties"].keys()
        assert draft["draft_version"] == schema["properties"]["draft_version"]["const"]
    assert not any("description" in section for section in schema["$defs"].values())


def test_a_file_without_end_is_refused_and_not_read_to_its_end() -> None:
    done = run("check", "/dev/zero")
    assert done.returncode == 2
    assert "文件过大" in done.stderr
    with Path("/dev/zero").open("rb") as endless:
        command = [sys.executable, "-m", "validator", "check", "-"]
        piped = subprocess.run(command, stdin=endless, capture_output=True, check=False)  # noqa: S603
    assert piped.returncode == 2
    assert "文件过大" in piped.stderr.decode()


def test_a_draft_of_another_call_is_carried_over_before_it_is_checked(tmp_path: Path) -> None:
    file = tmp_path / "draft.json"
    assert run("example", "-o", str(file)).returncode == 0
    checked = run("--notice", "yunze_alliance_2027", "check", str(file), "--format", "json")
    assert "这份草稿填的是“2023年度山西省产业技术创新战略联盟”" in checked.stderr
    assert "新问，请补填" in checked.stderr
    report = json.loads(checked.stdout)
    assert report["notice"] == "yunze_alliance_2027"
    status = {finding["rule"]: finding["status"] for finding in report["findings"]}
    assert status["Y01"] == "missing"  # the industry, which the other call does not ask for

    refused = run("--notice", "yunze_alliance_2027", "check", "-", stdin='{"notice": "gone_2020"}')
    assert "这份草稿填的是“gone_2020”" in refused.stderr


def test_a_draft_of_the_call_that_is_named_says_nothing_of_another() -> None:
    checked = run("--notice", "yunze_alliance_2027", "check", "-", stdin="{}")
    assert "这份草稿填的是" not in checked.stderr
