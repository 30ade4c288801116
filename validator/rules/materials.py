"""Rules about the papers to hand in."""

from __future__ import annotations

import re

from validator.application.choices import Presence
from validator.application.membership import count
from validator.application.names import plain_name
from validator.case import Answers, Case, at, given, unanswered
from validator.case.answers import CommitteeAnswers, CouncilAnswers, OfficeAnswers
from validator.rules.days import years_in_words
from validator.rules.mechanisms.answered import title
from validator.rules.rule import Verdict, judge, met, missing, review
from validator.rules.units import labels, listing, units, unlisted

_GROUPS = ("projects", "achievements", "properties", "transfers", "regulations")


@judge("met missing")
def report_and_lists(case: Case) -> Verdict:
    """The report argues necessity and feasibility; the three lists of people name somebody."""
    report = case.evidence.report
    halves = {"ready": "论证报告", "necessity": "必要性论证", "feasibility": "可行性论证"}
    lacking = {
        word: at(report, name)[0] for name, word in halves.items() if not getattr(report, name)
    }
    bodies: dict[str, CouncilAnswers | CommitteeAnswers | OfficeAnswers] = {
        f"{title(case, '/organs/council')}名单": case.organs.council,
        f"{title(case, '/organs/committee')}名单": case.organs.committee,
        f"{title(case, '/organs/office')}人员名单": case.organs.office,
    }
    named = {word: [p for p in body.people if p.name] for word, body in bodies.items()}
    absent = [word for word, body in bodies.items() if body.presence is Presence.ABSENT]
    lacking |= {
        word: at(bodies[word], "presence")[0]
        if word in absent
        else _first_blank(bodies[word], "people", "name")
        for word in bodies
        if not named[word]
    }
    if lacking:
        why = f"填报为“未设立”的，名单不计：{'、'.join(absent)}。" if absent else ""
        return missing(f"尚缺{'、'.join(lacking)}。{why}", *lacking.values())
    sizes = "、".join(f"{word} {len(people)} 人" for word, people in named.items())
    return met(f"论证报告含必要性、可行性两部分；{sizes}。")


@judge("met review missing", needs="name_pattern")
def charter(case: Case, *, written: str = "") -> Verdict:
    """The charter is ready, and the alliance's name is written as the call asks.

    `written` is how the call writes it, where the name is written otherwise.
    """
    blank = unanswered(case.alliance, "name")
    if not case.evidence.charter.ready:
        blank += at(case.evidence.charter, "ready")
    if blank:
        return missing("章程尚未备齐，或联盟名称尚未填写。", *blank)
    name = given(case.alliance.name)
    if not any(re.match(case.call.name_pattern, it) for it in (name, plain_name(name))):
        return review(
            f"联盟名称“{name}”不合通知的写法{written}。",
            "请改名，或咨询受理部门。",
            *at(case.alliance, "name"),
        )
    return met(f"《{name}章程》已备齐，名称合乎写法。")


@judge("met review missing", needs="thresholds.business_years")
def unit_evidence(case: Case) -> Verdict:
    """Licence, introduction and business figures of each unit are ready."""
    everyone, years = units(case), case.call.thresholds.business_years
    lacking = [
        place
        for unit in everyone
        for name in ("licence", "introduction")
        if not getattr(unit.evidence, name)
        for place in at(unit.evidence, name)
    ]
    young, short = [], []
    for unit in everyone:
        absent = set(years) - set(unit.evidence.business_years or ())
        if absent and unit.founded_on and all(year < unit.founded_on.year for year in absent):
            young.append(unit)
        elif absent:
            short.append(unit)
    lacking += [place for unit in short for place in at(unit.evidence, "business_years")]
    if lacking:
        return missing(
            f"证照、单位简介或{years[0]}—{years[-1]}年经营状况还缺 {len(lacking)} 项。",
            *lacking,
            *unlisted(case),
        )
    if unlisted(case):
        return missing(f"已列 {count(everyone)} 家均已备齐；成员名单尚未列全。", *unlisted(case))
    if young:
        return review(
            f"{labels(young)}成立不满{years_in_words(len(years))}，只备成立以后年度的经营状况。",
            "附成立日期证明并说明。",
        )
    return met(
        f"{count(everyone)} 家的证照、简介和{years[0]}—{years[-1]}年经营状况均已备齐。",
        "组织机构代码证自2015年10月1日起已由统一社会信用代码替代，装订时留一行注明即可。",
    )


@judge("met review missing")
def alliance_evidence(case: Case) -> Verdict:
    """Each kind of evidence of the alliance has an entry, or a reason why there is none."""
    groups = {name: title(case, f"/evidence/{name}") for name in _GROUPS}
    entries = {name: _filled(getattr(case.evidence, name)) for name in groups}
    empty = [name for name in groups if not entries[name]]
    unexplained = [name for name in empty if not getattr(case.evidence, f"{name}_none")]
    if unexplained:
        places = [
            *(_first_blank(case.evidence, name, "payer", "name") for name in unexplained),
            *at(case.evidence, *(f"{name}_none" for name in unexplained)),
        ]
        words = "、".join(groups[name] for name in unexplained)
        return missing(f"{words}既无条目，也未说明“无”的原因。", *places)
    if empty:
        return review(
            f"{'、'.join(groups[name] for name in empty)}填报为“无”并说明了原因；"
            "通知未写明是否每类必备。"
        )
    counts = listing((f"{word} {len(entries[n])} 项" for n, word in groups.items()), 9)
    return met(f"五类均有：{counts}。")


def _filled(rows: tuple[Answers, ...]) -> list[Answers]:
    """Return the rows that name something: a row that was added and left blank is no entry."""
    names = ("name", "payer", "payee")
    return [row for row in rows if any(getattr(row, name, None) for name in names)]


def _first_blank(body: Answers, rows: str, *names: str) -> str:
    """Return the place of the name in the first row, or of the list while the list has no row."""
    first = next(iter(getattr(body, rows)), None)
    if first is None:
        return at(body, rows)[0]
    return at(first, next(name for name in names if hasattr(first, name)))[0]
