"""Which answers each rule can ever read, found by trying what can be declared.

Writes `reads.toml`; `make reads` runs it after a rule has changed. What a rule reads behind a
condition that never came out that way would be missing, and the page would say of a question that
decides something “可以不填”. So nothing is written unless every condition in the rules came out
both ways: for one that did not, an example in `tests/rules/examples` is missing.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator

from rules.conditions import watched
from rules.drafts import drawn, without
from rules.situations import CALL, EXAMPLES, RULES
from rules.walks import Walk, opened
from validator.application import Application
from validator.check import check
from validator.example import example
from validator.report import Report
from validator.rules.reads import pattern

Seen = dict[str, set[str]]

_HEAD = """\
# Which answers each rule can ever read; `-` is any row of a list. Written by `make reads`, which
# walks what can be declared; a test holds it against other walks.
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


def as_toml(found: Seen) -> str:
    """Return what was seen as TOML, in the order of the rules and of the alphabet."""
    lines = [_HEAD]
    for rule in RULES:
        places = "".join(f"  {json.dumps(place)},\n" for place in sorted(found[rule.id]))
        lines.append(f"{rule.id} = [\n{places}]\n" if places else f"{rule.id} = []\n")
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
        text = as_toml(seen(reports(range(1000, 1400))))
    if gaps := conditions.never_seen():
        sys.exit("\n".join(["What the rules can read was not seen whole:", *gaps]))
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
