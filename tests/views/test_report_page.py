"""The saved report: complete, self-contained, harmless, and the same every time."""

import re
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from validator import __version__, drafts, views
from validator.application import Application
from validator.calls import load
from validator.check import check
from validator.example import example
from validator.fingerprint import fingerprint
from validator.report import Status
from validator.rules import rules_of
from validator.views.groups import groups

CALL = load("shanxi_alliance_2023")
OWN_PAGES = Path(__file__).parents[2] / "validator" / "calls" / CALL.id / "pages"
RULES = rules_of(CALL)
COMPLETE = example(CALL)
LATE = date(2023, 8, 12)
VOID = {"meta", "link", "br", "img", "input", "hr"}
HOSTILE = '"><script>alert(1)</script><img src="//x" onerror=1>{{7*7}}&amp;</style>'


class Page(HTMLParser):
    """The words of a document by the row that they stand in, its tags and its attributes."""

    def __init__(self, html: str) -> None:
        """Read all of it; every element must be closed."""
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words = ""
        self.rows: dict[str, str] = {}
        self._row = ""
        self._open: list[str] = []
        self.feed(html)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag; a row with an id begins a finding."""
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag == "tr":
            self._row = dict(attrs).get("id") or ""
            assert self._row not in self.rows
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Hold that what opened last closes first."""
        assert self._open.pop() == tag
        if tag == "tr":
            self._row = ""

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if "style" in self._open:
            return
        self.words += data
        if self._row:
            self.rows[self._row] = self.rows.get(self._row, "") + data


def html(
    application: Application, on: date | None = None, problems: tuple[drafts.Problem, ...] = ()
) -> str:
    report = check(application, CALL, on)
    return views.report_page(views.account(report, application, CALL, problems))


@pytest.mark.parametrize("application", [Application(), COMPLETE], ids=["empty", "complete"])
@pytest.mark.parametrize("on", [None, LATE])
def test_every_finding_stands_once_and_whole(application: Application, on: date | None) -> None:
    rows = Page(html(application, on)).rows
    findings = check(application, CALL, on).findings
    assert sorted(rows) == sorted(f"account-{one.rule}" for one in findings)
    for one in findings:
        row = rows[f"account-{one.rule}"]
        basis = "" if one.status is Status.MISSING else one.basis.label
        for words in (
            one.rule, one.title, one.status.label, one.clause, one.quote, one.message,
            one.advice, one.strength.label, basis,
        ):  # fmt: skip
            assert words in row, (one.rule, words)
        for number in filter(None, one.reading.split("、")):
            assert f"读法 {number}：{CALL.readings[number]}" in row


def test_every_reading_that_a_rule_names_has_its_sentence() -> None:
    named = {number for rule in RULES for number in rule.reading.split("、") if number}
    assert named <= CALL.readings.keys()


def test_every_reading_is_explained_in_the_guide() -> None:
    guide = (OWN_PAGES / "guide" / "questions.md").read_text("utf-8")
    explained = re.findall(r"\{ #reading-([\d-]+) \}", guide)
    assert sorted(CALL.readings) == sorted(number.replace("-", ".") for number in explained)


def test_the_values_that_decided_are_shown_and_those_of_many_units_together() -> None:
    rows = Page(html(COMPLETE)).rows
    assert "报送 › 报送方式：工作时间内现场报送" in rows["account-R61"]
    assert "12 家单位 › 签署方式：均为“法定代表人本人签字”" in rows["account-R24"]


def test_the_day_shown_is_the_day_checked_for() -> None:
    assert "报送 › 拟报送日期：2023年8月12日" in Page(html(COMPLETE, LATE)).rows["account-R61"]


def test_what_stops_comes_before_what_is_settled() -> None:
    words = Page(html(COMPLETE, LATE)).words
    order = [
        "项不满足",
        r"不满足 1 项",
        r"需人工判断 5 项",
        r"支持、鼓励的情形 \d+ 项",
        r"一致性提示 \d+ 项",
        r" 满足 4\d 项",
    ]
    places = [re.search(part, words).start() for part in order]
    assert all(one < other for one, other in pairwise(places))
    assert words.index("本报告不能说明什么") > places[-1]


def test_counts_as_the_page_does() -> None:
    report = check(COMPLETE, CALL, LATE)
    words = Page(html(COMPLETE, LATE)).words
    on_page = re.findall(r"</span> (\S+) <b>(\d+)</b>", views.counts(report))
    assert on_page
    for title, number in on_page:
        assert f"{title} {number}" in words


def test_says_for_whom_by_which_rules_and_for_which_day() -> None:
    words = Page(html(COMPLETE)).words
    for part in (
        "自查报告", "不是受理部门的结论", COMPLETE.alliance.name, COMPLETE.lead.name,
        f"{CALL.issuer}《{CALL.title}》（2023年6月25日发布）",
        f"{CALL.id}，指纹 {fingerprint(CALL)}，程序版本 {__version__}", "2023年8月8日",
        check(COMPLETE, CALL).summary,
    ):  # fmt: skip
        assert part in words
    assert "2023年8月12日" in Page(html(COMPLETE, LATE)).words
    assert "（未填拟报送日期）" in Page(html(Application())).words


def test_says_what_it_cannot_say() -> None:
    words = Page(html(COMPLETE)).words
    for part in (
        "通知只对四（三）写明不予受理", "没有查", f"{CALL.regulation}的正文未收存，R44",
        "不随申报材料报送",
    ):  # fmt: skip
        assert part in words
    assert "自述，未联网核验" in words
    assert not re.search(r"结论：符合|^符合$|全部符合", words, re.MULTILINE)


def test_stands_alone() -> None:
    page = Page(html(COMPLETE))
    assert not {"script", "link", "img", "iframe", "object", "a", "form"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name in ("src", "href", "style")]
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert not re.search(r"url\(|@import|https?:", html(COMPLETE))
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in page.attributes


def test_what_people_type_is_text() -> None:
    application = Application.model_validate(
        {"alliance": {"name": HOSTILE}, "lead": {"name": HOSTILE}}
    )
    page = Page(html(application, None, (drafts.Problem("/x", HOSTILE, HOSTILE),)))
    assert page.words.count(HOSTILE) >= 5
    assert not {"script", "img"} & set(page.tags)
    assert page.tags.count("style") == 1


def test_answers_that_cannot_be_used_are_listed_before_the_findings() -> None:
    received = drafts.read('{"lead": {"uscc": "91140100MA0000007", "name": "甲"}}')
    words = Page(html(received.application, None, received.problems)).words
    assert "填写有误 1 处" in words
    assert words.index("应为 18 位，现为 17 位") < words.index("待补充：原文、发现和所填内容")
    assert "填写有误" not in Page(html(COMPLETE)).words


def test_is_the_same_every_time_and_the_sheet_is_its_body() -> None:
    assert html(COMPLETE) == html(COMPLETE)
    account = views.account(check(COMPLETE, CALL), COMPLETE, CALL)
    assert views.report_sheet(account) in views.report_page(account)
    assert "<style" not in views.report_sheet(account)


def test_is_laid_out_for_a4() -> None:
    text = html(COMPLETE)
    for part in ("size: A4", "counter(page)", "table-header-group", "break-inside: avoid"):
        assert part in text
    assert Page(text).tags.count("thead") == len(groups(check(COMPLETE, CALL)))
