"""Which answers the judges can ever read, found by trying what can be declared.

Prints `reads.toml`, for the judges that do not say themselves what they read, as mechanisms do.
`make reads` runs this module after such a judge has changed. An answer that is read only behind a
condition would be missing if that condition never held here, and the page would say “可以不填” of a
question that decides something. So nothing is printed unless every condition in the rules has been
true and false; for a condition that has not, an example is missing in the examples.toml of the
first call or in `tests/rules/other_calls`.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator

from rules.conditions import watched
from rules.drafts import drawn, without
from rules.fitted import FITTED
from rules.situations import CALL, EXAMPLES, RULES
from rules.walks import Walk, opened
from validator.application import Application
from validator.check import check
from validator.example import example
from validator.report import Report
from validator.rules import JUDGES
from validator.rules.reads import pattern

Seen = dict[str, set[str]]

_HEAD = """\
# Which answers each judge can ever read; `-` is any row of a list. A mechanism is not here: its
# arguments name what it reads. Written by `make reads`, which walks what can be declared; a test
# holds it against other walks.
"""


def reports(seeds: Iterable[int]) -> Iterator[Report]:
    """The reports of the examples, and of what the seeds lead to."""
    yield from (check(one.application, one.call, one.on) for one in EXAMPLES)
    for seed in seeds:
        for start in (drawn(seed), without(seed, 0.2), without(seed, 0.6)):
            yield check(start, CALL)
        if seed % 8 == 0:
            yield from _steps(Walk(Application(), seed), 300)
            yield from _steps(Walk(example(CALL, minimal=True), seed), 300)


def seen(some: Iterable[Report]) -> Seen:
    """Return the patterns of the answers that each rule read in some reports."""
    found: Seen = defaultdict(set)
    for report in some:
        for finding in report.findings:
            found[finding.rule].update(map(pattern, finding.fields))
    return found


def by_judge(found: Seen) -> Seen:
    """Return what the judges read that do not tell it themselves, from what the rules read."""
    judges: Seen = {name: set() for name, judge in JUDGES.items() if not judge.reads}
    for rule in RULES:
        if not rule.judged_by.reads:
            judges[rule.judged_by.name] |= found[rule.id]
    return judges


def as_toml(found: Seen) -> str:
    """Return what judges read as TOML, in the order of the alphabet."""
    lines = [_HEAD]
    for name in sorted(found):
        places = "".join(f"  {json.dumps(place)},\n" for place in sorted(found[name]))
        lines.append(f"{name} = [\n{places}]\n" if places else f"{name} = []\n")
    return "\n".join(lines)


def _steps(walk: Walk, most: int) -> Iterator[Report]:
    for _ in range(most):
        report = check(walk.application, CALL)
        yield report
        if walk.dice.random() < 0.2 or not opened(report):
            walk.wander()
        else:
            walk.step(report)


def main() -> None:
    """Write the map, or end with the outcomes of conditions that were not seen."""
    with watched() as conditions:
        for one in FITTED:
            one.reads()
            one.find()
        text = as_toml(by_judge(seen(reports(range(1000, 1400)))))
    if gaps := conditions.never_seen():
        sys.exit("\n".join(["What the rules can read was not seen whole:", *gaps]))
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
