"""Renders the templates beside this module, escaping whatever an applicant typed."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, FunctionLoader, StrictUndefined

from validator.application.pointers import label
from validator.decisive import decisive
from validator.next_step import next_answers
from validator.report import Status, Strength
from validator.views.groups import MARKS, groups

if TYPE_CHECKING:
    from collections.abc import Iterable

    from validator.application import Application
    from validator.drafts import Problem
    from validator.report import Report
    from validator.views.links import Links
    from validator.whatif import WhatIf

_PLACES_SHOWN, _NEXT_SHOWN = 5, 3


def results(
    application: Application, report: Report, problems: Iterable[Problem], links: Links
) -> str:
    """Return the whole of a report.

    Args:
        application: what was declared.
        report: what a check of it said.
        problems: answers that could not be used; they were checked as unanswered.
        links: where the pages stand that it links to.
    """
    template = environment().get_template("results.html.j2")
    return template.render(
        application=application,
        report=report,
        next=next_answers(report),
        groups=groups(report),
        problems=tuple(problems),
        links=links,
        places_shown=_PLACES_SHOWN,
        next_shown=_NEXT_SHOWN,
    )


def counts(report: Report) -> str:
    """Return how many findings there are of each kind, each number a link to them."""
    return environment().get_template("counts.html.j2").render(groups=groups(report))


def changes(found: Iterable[WhatIf]) -> str:
    """Return what other ways of doing would come to; nothing where there are none."""
    return environment().get_template("changes.html.j2").render(changes=tuple(found))


@cache
def environment() -> Environment:
    """Return the templates of this folder; what they are given is escaped."""
    templates = Environment(
        loader=FunctionLoader(_source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["label"] = label
    templates.globals.update(decisive=decisive, marks=MARKS, Status=Status, Strength=Strength)
    return templates


def _source(name: str) -> str:
    return files("validator.views").joinpath(name).read_text("utf-8")
