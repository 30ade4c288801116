"""What a rule is, and what its judge is: a small function from a case to a verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from inspect import signature
from typing import Any, get_type_hints

from pydantic import BaseModel, ConfigDict, create_model

from validator.calls import Kind, Strength
from validator.calls.rule import numbers_in
from validator.case import Case, given
from validator.case.tracking import Given
from validator.report import Basis, Status


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule decides of a case.

    Attributes:
        status: whether the clause is satisfied.
        message: the finding in a Chinese sentence.
        advice: what to do, in Chinese; may be empty.
        settles: JSON pointers of the answers to look at next, as in `validator.report.Finding`.
        basis: how the verdict was established; None where the rule's kind tells (`Rule.basis`).
    """

    status: Status
    message: str
    advice: str = ""
    settles: tuple[str, ...] = ()
    basis: Basis | None = None


Decide = Callable[..., Verdict]
Places = Callable[[Any], Iterable[str]]
"""From a judge's arguments to the patterns (`validator.rules.reads`) of the answers it can read."""


@dataclass(frozen=True, slots=True)
class Judge:
    """A function that can decide a rule.

    Attributes:
        name: the function's name, by which a call's rules.toml names the judge.
        statuses: every status that the function can give.
        arguments: the model of what the call gives the function besides the case.
        decide: the function.
        reads: for a mechanism, whose arguments name the places it reads: tells these places. None
            for a judge whose places are noted in reads.toml.
        needs: the keys of call.toml without which the function cannot decide, e.g.
            thresholds.copies. A rule is not made ready for a call that lacks one.
    """

    name: str
    statuses: frozenset[Status]
    arguments: type[BaseModel]
    decide: Decide
    reads: Places | None = None
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a call, ready to judge a case.

    Attributes:
        judged_by: the judge that decides the rule. Code that means a certain rule finds it by its
            judge, since each call gives its rules numbers of its own.
        given: the arguments that the call gives the judge.
        judge: the judge's function, with these arguments.
    """

    id: str
    title: str
    strength: Strength
    kind: Kind
    reading: str
    judged_by: Judge
    given: BaseModel
    judge: Callable[[Case], Verdict]

    @property
    def readings(self) -> tuple[str, ...]:
        """The numbers of `reading`, one by one."""
        return numbers_in(self.reading)

    @property
    def statuses(self) -> frozenset[Status]:
        """Every status that the rule can have."""
        return self.judged_by.statuses

    def basis(self, verdict: Verdict) -> Basis:
        """How a verdict of this rule was established, unless the verdict says so itself."""
        if verdict.basis is not None:
            return verdict.basis
        if verdict.status is Status.REVIEW:
            return Basis.JUDGEMENT
        return Basis.CHECKED if self.kind in (Kind.AUTO, Kind.GUIDE) else Basis.DECLARED


def judge(statuses: str, reads: Places | None = None, needs: str = "") -> Callable[[Decide], Judge]:
    """Make a judge of a function that takes a case, and the call's arguments by keyword.

    Args:
        statuses: every status that the function can give, separated by spaces.
        reads: as in `Judge`.
        needs: as in `Judge`, separated by spaces.
    """

    def decorate(decide: Decide) -> Judge:
        given = frozenset(Status.of(status) for status in statuses.split())
        arguments, needed = _arguments(decide), tuple(needs.split())
        return Judge(decide.__name__, given, arguments, decide, reads, needed)

    return decorate


def _arguments(decide: Decide) -> type[BaseModel]:
    """The model of a function's keyword-only parameters."""
    hints = get_type_hints(decide, include_extras=True)
    fields: dict[str, Any] = {
        name: (hints[name], ... if parameter.default is parameter.empty else parameter.default)
        for name, parameter in signature(decide).parameters.items()
        if parameter.kind is parameter.KEYWORD_ONLY
    }
    config = ConfigDict(extra="forbid", frozen=True, strict=True)
    return create_model(decide.__name__, __config__=config, **fields)


def needed(figure: Given | None) -> Given:
    """Return a figure of the call that the judge `needs`, and that the call therefore has.

    Raises:
        ValueError: the judge does not say that it needs the figure.
    """
    return given(figure)


def met(message: str, advice: str = "") -> Verdict:
    """The answers satisfy the clause."""
    return Verdict(Status.MET, message, advice)


def declared(message: str) -> Verdict:
    """The answers satisfy the clause, on the applicant's word alone."""
    return Verdict(Status.MET, message, basis=Basis.DECLARED)


def not_met(message: str, advice: str = "", *settles: str) -> Verdict:
    """The answers contradict the clause; `settles` are the places of the answers to blame."""
    return Verdict(Status.NOT_MET, message, advice, settles)


def review(message: str, advice: str = "", *settles: str) -> Verdict:
    """Only a human can decide."""
    return Verdict(Status.REVIEW, message, advice, settles)


def missing(message: str, *settles: str) -> Verdict:
    """Answers are missing; `settles` are the places of the answers that would decide the rule."""
    return Verdict(Status.MISSING, message, settles=settles)


def not_applicable(message: str) -> Verdict:
    """The clause asks nothing of this application."""
    return Verdict(Status.NOT_APPLICABLE, message)


def hit(message: str) -> Verdict:
    """A preference applies."""
    return Verdict(Status.HIT, message)


def no_hit(message: str) -> Verdict:
    """A preference does not apply, which costs the applicant nothing."""
    return Verdict(Status.NO_HIT, message)
