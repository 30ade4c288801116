"""Renders the templates beside this module; every text that a template is given is escaped."""

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
    from collections.abc import Callable, Iterable, Sequence

    from validator.application.base import Section
    from validator.application.places import Asked
    from validator.problems import Problem
    from validator.report import Finding, Report
    from validator.views.links import Links
    from validator.whatif import WhatIf

_PLACES_SHOWN, _NEXT_SHOWN, _PROBLEMS_SHOWN = 5, 3, 100
_FINDINGS_KEPT = 150
"""Rendered findings kept, enough for two checks: most findings do not change between checks."""


def results(asked: Asked, report: Report, problems: Iterable[Problem], links: Links) -> str:
    """Return a whole report as HTML.

    Args:
        asked: the questions of the application, with their answers.
        report: the report of its check.
        problems: the answers that could not be used; rules that read their places are open.
        links: the addresses of the pages that the report links to.
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
        label=partial(label, asked=asked.of),
        html_of=partial(_finding, asked=asked, links=links),
    )


def _finding(finding: Finding, asked: Asked, links: Links) -> Markup:
    """Return a finding as HTML, rendered once for the same finding and answers.

    A finding with missing answers shows no answers, so a change of them needs no new rendering.
    """
    missing = finding.status is Status.MISSING
    places = () if missing else (*finding.fields, *finding.settles)
    return _rendered(finding, places, tuple(map(asked.answers.get, places)), asked.of, links)


@lru_cache(maxsize=_FINDINGS_KEPT)
def _rendered(
    finding: Finding,
    places: tuple[str, ...],
    held: tuple[Any, ...],
    asked: type[Section],
    links: Links,
) -> Markup:
    answers = dict(zip(places, held, strict=True))
    words = _macro(asked, links)(finding, decisive(finding, answers, asked) if answers else ())
    return Markup(words)  # noqa: S704 - the macro has escaped what it was given


@lru_cache(maxsize=4)
def _macro(asked: type[Section], links: Links) -> Callable[[Finding, Sequence[Any]], str]:
    """Return the macro of finding.html.j2, which renders a finding and the answers behind it."""
    template = environment().get_template("finding.html.j2")
    said = {"links": links, "label": partial(label, asked=asked), "places_shown": _PLACES_SHOWN}
    module = template.make_module(said)
    macro: Callable[[Finding, Sequence[Any]], str] = vars(module)["finding"]
    return macro


def counts(report: Report) -> str:
    """Return HTML with the number of findings in each group, as links to the groups."""
    return environment().get_template("counts.html.j2").render(groups=groups(report))


def changes(found: Iterable[WhatIf]) -> str:
    """Return HTML with the changes that would improve a report; empty without a change."""
    return environment().get_template("changes.html.j2").render(changes=tuple(found))


@cache
def environment() -> Environment:
    """Return the Jinja environment of the templates in this folder."""
    templates = html_environment(FunctionLoader(source))
    templates.filters.update(day=in_chinese)
    templates.globals.update(marks=MARKS, Status=Status, Strength=Strength)
    return templates


def source(name: str) -> str:
    """Return the text of a file in this folder."""
    return files("validator.views").joinpath(name).read_text("utf-8")
