"""Results say everything once, in order, linked, and escape what people type."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest

from validator import drafts, views
from validator.application import Application
from validator.application.places import asked
from validator.calls import Strength, load
from validator.check import check
from validator.example import example
from validator.next_step import next_answers
from validator.report import Status
from validator.views.groups import groups

CALL = load("shanxi_alliance_2023")
LINKS = views.Links(
    notice="../../notice/",
    rules="../../rules/",
    questions="../../guide/questions/",
    materials="../../guide/materials/",
    self_check="./",
)
EMPTY = Application()
COMPLETE = example(CALL)


@dataclass
class Seen(HTMLParser):
    """Ids, addresses and words of a piece of HTML."""

    ids: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    words: str = ""

    def __post_init__(self) -> None:
        """Begin to read."""
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag, and its id and address."""
        self.tags.append(tag)
        given = dict(attrs)
        self.ids += [given["id"]] if "id" in given else []
        self.addresses += [given["href"]] if "href" in given else []

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.words += data


def seen(application: Application, problems: tuple[drafts.Problem, ...] = ()) -> Seen:
    parser = Seen()
    parser.feed(views.results(asked(application), check(application, CALL), problems, LINKS))
    return parser


@pytest.mark.parametrize("application", [EMPTY, COMPLETE])
def test_every_finding_stands_once_with_its_rule_and_clause(application: Application) -> None:
    page = seen(application)
    findings = check(application, CALL).findings
    assert sorted(i for i in page.ids if i.startswith("finding-")) == sorted(
        f"finding-{finding.rule}" for finding in findings
    )
    for finding in findings:
        assert f"../../rules/#{finding.rule.lower()}" in page.addresses
        assert finding.message in page.words
        if finding.strength is not Strength.HINT:
            assert f"../../notice/#{finding.anchor}" in page.addresses
            assert finding.quote in page.words
        for number in finding.reading.split("、"):
            anchor = number.replace(".", "-")
            assert not number or f"../../guide/questions/#reading-{anchor}" in page.addresses


def test_what_stops_comes_first_and_what_is_settled_last() -> None:
    late = COMPLETE.model_copy(update={"submission": EMPTY.submission})
    names = [group.id for group in groups(check(late, CALL))]
    order = ["not-met", "missing", "review", "preferences", "hints", "met", "not-applicable"]
    assert names == [name for name in order if name in names]
    assert {"missing", "review", "preferences", "met"} <= set(names)


def test_group_sizes_agree_with_the_summary() -> None:
    report = check(EMPTY, CALL)
    sizes = {group.id: len(group.findings) for group in groups(report)}
    assert f"{sizes['missing']} 项待补充" in report.summary
    assert f"{sizes['review']} 项需人工判断" in report.summary
    assert sum(sizes.values()) == len(report.findings)


def test_says_how_it_was_established_and_never_that_all_is_well() -> None:
    words = seen(COMPLETE).words
    assert "自述，未联网核验" in words
    assert "自动核验" in words
    assert "通知只对四（三）写明不予受理；其余“不满足”" in words
    assert "依“应当、必须、不能少于”等用语的解读" in words
    assert not re.search(r"结论：符合|^符合$|全部符合", words, re.MULTILINE)


def test_the_answers_that_decided_are_shown_with_their_values() -> None:
    lead = {"province": "河北省", "uscc": "91130100MA0000007L"}
    page = seen(Application.model_validate({"lead": lead}))
    assert "住所所在省份：河北省" in page.words
    assert "要改的填项：" in page.words


def test_what_is_kept_of_a_finding_is_never_shown_for_another_answer() -> None:
    def shown(demand: str, links: views.Links = LINKS) -> str:
        application = Application.model_validate({"alliance": {"demand": demand}})
        return views.results(asked(application), check(application, CALL), (), links)

    for demand in ("甲乙", "丙丁", "甲乙"):  # R12 says of all that they are 2 letters long
        assert f"符合产业需求和政策导向的说明</a>：{demand}</li>" in shown(demand)
    elsewhere = LINKS.model_copy(update={"rules": "elsewhere/"})
    assert 'href="elsewhere/#r12"' in shown("甲乙", elsewhere)


def test_what_to_answer_next_comes_before_the_findings() -> None:
    application = EMPTY
    html = views.results(asked(application), check(application, CALL), (), LINKS)
    said = next_answers(check(application, CALL))
    assert f"{said.findings} 条待补充，要回答 {said.places} 处" in html
    assert html.index(f'href="#{said.closing[0].pointer}"') < html.index('id="results-missing"')
    assert "离结论还差" not in seen(COMPLETE).words


def test_open_findings_lead_to_the_answers_that_settle_them() -> None:
    page = seen(EMPTY)
    assert "#/alliance/name" in page.addresses
    assert "联盟基本情况 › 联盟名称" in page.words


def test_long_lists_are_cut_with_their_length() -> None:
    many = Application.model_validate_json('{"members": [' + ",".join(["{}"] * 30) + "]}")
    page = seen(many)
    finding = next(f for f in check(many, CALL).findings if f.rule == "R19")
    assert len(finding.settles) == 32
    assert "另有 27 处" in page.words
    assert sum(address.endswith("/research_level") for address in page.addresses) == 5


def test_what_people_type_is_text() -> None:
    hostile = '<img src=x onerror="alert(1)"><script>1</script>&amp;'
    application = Application.model_validate({"alliance": {"name": hostile}})
    problem = drafts.Problem('/x"><i>', hostile, hostile)
    page = seen(application, (problem,))
    assert hostile in page.words
    assert not {"img", "script", "i"} & set(page.tags)


def test_unusable_answers_are_listed_first() -> None:
    received = drafts.read('{"lead": {"uscc": "91140100MA0000007"}}')
    application = received.application
    html = views.results(asked(application), check(application, CALL), received.problems, LINKS)
    assert html.index("data-problem-list") < html.index("outcome")
    assert 'href="#/lead/uscc"' in html
    assert "应为 18 位，现为 17 位" in html


def test_no_inline_code() -> None:
    html = views.results(asked(COMPLETE), check(COMPLETE, CALL), (), LINKS)
    assert not re.search(r"\s(style|on\w+)=|<script|javascript:", html)


def test_counts_link_to_their_groups() -> None:
    report = check(COMPLETE, CALL)
    counts = Seen()
    counts.feed(views.counts(report))
    ids = seen(COMPLETE).ids
    assert counts.addresses
    assert {address.removeprefix("#") for address in counts.addresses} <= set(ids)
    assert str(report.counts[Status.REVIEW]) in counts.words
