"""Times the rules and the validation; the peers publicodes and ajv do the same work under Node."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from bench import node, results, workloads
from bench.inside import inside
from bench.measure import interleaved
from bench.setting import Bench
from validator import drafts
from validator.check import check

CALLS = 10


class DisagreementError(RuntimeError):
    """A peer decides something otherwise, so it does not do the same work."""


def run(bench: Bench) -> Iterator[results.Row]:
    """Yield the times in the browser's worker, and natively."""
    native = {
        "native.whole_check": lambda: workloads.milliseconds(workloads.whole_check, CALLS),
        "native.validation": lambda: workloads.milliseconds(workloads.validation, CALLS),
        "publicodes": lambda: publicodes(workloads.DRAFT)["milliseconds"],
        "ajv": lambda: ajv(workloads.DRAFT)["milliseconds"],
    }
    with inside(bench.served) as python:
        browser = {
            "whole_check": lambda: python.milliseconds("whole_check", CALLS),
            "validation": lambda: python.milliseconds("validation", CALLS),
        }
        times = interleaved(native | browser, bench.pace)
    for place in ("", "native."):
        for peer, ours in (("publicodes", "whole_check"), ("ajv", "validation")):
            yield results.ratio(f"{place}{peer}", times[place + ours], times[peer], "ms")


def publicodes(draft: str, calls: int = CALLS) -> dict[str, Any]:
    """Evaluate the rules with publicodes; return its `verdicts` by rule, and `milliseconds`.

    Raises:
        DisagreementError: A verdict is not the validator's.
    """
    call = workloads.CALL
    bounds = {
        "first": str(call.window.first_day),
        "last": str(call.window.last_day),
        "core": call.thresholds.core_members_min,
        "units": call.thresholds.members_usual_max,
        "copies": call.thresholds.copies,
        "province": call.region.province if call.region else None,
    }
    told = node.run("publicodes", {"draft": json.loads(draft), "call": bounds, "calls": calls})
    report = check(drafts.read(draft).application, call)
    ours = {finding.rule: finding.status.value in {"met", "hit"} for finding in report.findings}
    odd = [rule for rule, verdict in told["verdicts"].items() if verdict != ours[rule]]
    if odd:
        raise DisagreementError(str(odd))
    return told


def ajv(draft: str, calls: int = CALLS) -> dict[str, Any]:
    """Validate a draft with ajv; return whether it is `valid`, and `milliseconds`.

    Raises:
        DisagreementError: ajv accepts what the validator refuses, or the reverse.
    """
    told = node.run(
        "ajv", {"schema": drafts.schema(workloads.CALL), "draft": draft, "calls": calls}
    )
    if told["valid"] == bool(drafts.read(draft).problems):
        raise DisagreementError(str(told["errors"]))
    return told
