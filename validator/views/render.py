"""Renders the templates beside this module, escaping whatever an applicant typed."""

from __future__ import annotations

from functools import cache, lru_cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FunctionLoader
from markupsafe import Markup

from validator.application.pointers import label
from validator.calls import Strength
from validator.chinese import in_chinese
from validator.decisive import decisive
from validator.markup import html_environment
from validator.next_step import next_answers
from validator.report import Status
from validator.views.groups import MARKS, groups

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from validator.application.places import Asked
    from validator.problems import Problem
    from validator.report import Finding, Report
    from validator.views.links import Links
    from validator.whatif import WhatIf

_PLACES_SHOWN, _NEXT_SHOWN, _PROBLEMS_SHOWN = 5, 3, 100
_FINDINGS_KEPT = 150
"""This check's and the last one's: from one to the next most findings stay as they are."""


def results(asked: Asked, report: Report, problems: Iterable[Problem], links: Links) -> str:
    """Return the whole of a report.

    Args:
        asked: the questions of the application, with their answers.
        report: what a check of it said.
        problems: answers that could not be used; they were checked as unanswered.
        links: where the pages stand that it links to.
    """
    template = environment().get_template("results.html.j2")
    return template.render(
        report=report,
        next=next_answers(report),
        groups=groups(report),
        problems=tuple(problems),
        links=links,
        next_shown=_NEXT_SHOWN,
        problems_shown=_PROBLEMS_SHOWN,
        html_of=partial(_finding, answers=asked.answers, links=links),
    )


def _finding(finding: Finding, answers: Mapping[str, Any], links: Links) -> Markup:
    """Return a finding; what is open names no answers, so they are no part of what it is."""
    missing = finding.status is Status.MISSING
    places = () if missing else (*finding.fields, *finding.settles)
    return _rendered(finding, places, tuple(map(answers.get, places)), links)


@lru_cache(maxsize=_FINDINGS_KEPT)
def _rendered(
    finding: Finding, places: tuple[str, ...], held: tuple[Any, ...], links: Links
) -> Markup:
    answers = dict(zip(places, held, strict=True))
    words = _macro(links)(finding, decisive(finding, answers) if answers else ())
    return Markup(words)  # noqa: S704 - the macro has escaped what it was given


@lru_cache(maxsize=4)
def _macro(links: Links) -> Callable[[Finding, Sequence[Any]], str]:
    """The macro of finding.html.j2: a finding, and the places that decided it, as HTML."""
    template = environment().get_template("finding.html.j2")
    module = template.make_module({"links": links, "places_shown": _PLACES_SHOWN})
    macro: Callable[[Finding, Sequence[Any]], str] = vars(module)["finding"]
    return macro


def counts(report: Report) -> str:
    """Return how many findings there are of each kind, each number a link to them."""
    return environment().get_template("counts.html.j2").render(groups=groups(report))


def changes(found: Iterable[WhatIf]) -> str:
    """Return what other ways of doing would come to; nothing where there are none."""
    return environment().get_template("changes.html.j2").render(changes=tuple(found))


@cache
def environment() -> Environment:
    """Return the templates of this folder; what they are given is escaped."""
    templates = html_environment(FunctionLoader(source))
    templates.filters.update(label=label, day=in_chinese)
    templates.globals.update(marks=MARKS, Status=Status, Strength=Strength)
    return templates


def source(name: str) -> str:
    """Return the text of a file of this folder."""
    return files("validator.views").joinpath(name).read_text("utf-8")
