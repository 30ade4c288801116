"""The rule table: the rules of the notice, grouped as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validator.calls import Kind, Strength
from validator.rules import rules_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from validator.calls import Call, Clause
    from validator.rules.rule import Rule

STRENGTHS = {
    Strength.LITERAL: "通知自己写明了后果。",
    Strength.HARD: (
        "通知写作“应、须、必须、需、不能少于、不再”一类的话。"
        "通知没有写不满足就不受理，按必须项核对是本站的读法。"
    ),
    Strength.SOFT: "通知留了余地。超出时不算不满足，要说明理由，由人工判断。",
    Strength.PREFERENCE: "优先支持的情形，只分命中与未命中，不影响结论。",
    Strength.INFO: "只作提示，不作判断。",
    Strength.HINT: "各份材料之间是否说法一致，通知没有相应条款，不影响结论。",
}
KINDS = {
    Kind.AUTO: "由您填的日期、数目、类别等直接判定。",
    Kind.EVIDENCE: "看您是否填了这一项、勾选了相应的证据；证据真伪不核验。",
    Kind.ATTEST: "以您的说明为准，本站只看是否写了，好坏由人工判断。",
    Kind.GUIDE: "显示通知的话，供您对照。",
}


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The rules of one part of the notice; `clause` is None for the consistency checks."""

    heading: str
    anchor: str
    clause: Clause | None
    rules: tuple[Rule, ...]


def rule_groups(call: Call) -> tuple[RuleGroup, ...]:
    """Return the rules under the headings of the notice, in the order of the notice.

    Rules whose clause stands under no heading come first: a short notice may have no headings.
    """
    rules = rules_of(call)
    groups = [
        RuleGroup(_full_heading(clause, title), f"rules-{clause.anchor}", clause, found)
        for clause in call.clauses
        if (title := clause.heading) and (found := tuple(_rules_under(clause, call)))
    ]
    hints = tuple(item for item in rules if item.strength is Strength.HINT)
    listed = {item.id for group in groups for item in group.rules}
    others = tuple(item for item in rules if item.id not in listed and item not in hints)
    if others:
        [first, *_] = call.clauses_of(others[0].id)
        groups.insert(0, RuleGroup("通知的要求", "rules-notice", first, others))
    if hints:
        groups.append(RuleGroup("一致性提示", "consistency", None, hints))
    return tuple(groups)


def _rules_under(heading: Clause, call: Call) -> Iterable[Rule]:
    """Yield the rules whose first clause stands under this heading and under no lower heading."""
    headings = [clause for clause in call.clauses if clause.heading and clause.numbering]
    for item in rules_of(call):
        clauses = call.clauses_of(item.id)
        if clauses and _nearest(clauses[0], headings) is heading:
            yield item


def _nearest(clause: Clause, headings: Iterable[Clause]) -> Clause | None:
    over = (it for it in headings if clause.numbering.within(it.numbering))
    return max(over, key=lambda heading: heading.level, default=None)


def _full_heading(clause: Clause, heading: str) -> str:
    """Return （一）申报条件 as 三（一）申报条件, since several parts of a notice have a （一）."""
    position = clause.position
    suffixes = (at for at in range(len(position)) if heading.startswith(position[at:]))
    return position[: next(suffixes, 0)] + heading
