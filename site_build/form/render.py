"""Renders the forms of the self-check and of the pre-check."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader

from site_build import folders
from site_build.form.parts import Group, Rows
from site_build.form.questions import sections
from validator import precheck
from validator.application.asked import asked_by, title_in
from validator.application.text import LINE_MAX
from validator.application.wording import described
from validator.attachments import available
from validator.drafts import VERSION
from validator.fingerprint import fingerprint
from validator.markup import html_environment
from validator.report import Status
from validator.rules.reads import readers
from validator.tables import PASTED_MAX
from validator.views import Links
from validator.views.groups import MARKS
from validator.worker import FILE_MAX

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

    from validator.calls import Call

TEMPLATES = folders.SITE_TEMPLATES / "form"
_RADIOS_MAX = 9
"""The most options of a choice for which the pre-check shows radio buttons."""


def render(call: Call, addresses: Mapping[str, str]) -> str:
    """Return the self-check's form as HTML.

    Args:
        call: the call that is applied for.
        addresses: the addresses, relative to the form's page, of `notice`, `rules`, `questions`,
            `conditions`, `materials`, `attachments`, `self_check` and `script`; and `integrity`,
            the digest of the script.

    Raises:
        LookupError: a question names a clause that the call does not have.
    """
    template = _environment(call, addresses, unanswered="未填").get_template("page.html.j2")
    return template.render(
        sections=sections(call, described(call)),
        readers=partial(readers, call),
        attachments=available(call),
        name_title=title_in(call, "/alliance/name"),
        has_members="members" in asked_by(call).model_fields,
        draft_version=VERSION,
        fingerprint=fingerprint(call),
        draft_name_max=LINE_MAX,
        file_max=FILE_MAX,
        pasted_max=PASTED_MAX,
        file_megabytes=FILE_MAX // 1_000_000,
    )


def render_pre_check(call: Call, addresses: Mapping[str, str]) -> str:
    """Return the pre-check's form as HTML.

    Args:
        call: the call that is applied for.
        addresses: as for `render`.

    Raises:
        LookupError: a question names a clause that the call does not have.
    """
    environment = _environment(call, addresses, unanswered="先不答")
    return environment.get_template("pre_check.html.j2").render(
        sections=sections(call, precheck.described(call), radios=_RADIOS_MAX),
        readers=lambda _pointer: (),
    )


def form_environment() -> Environment:
    """Return an environment with the templates of the tools' pages."""
    return html_environment(FileSystemLoader(TEMPLATES))


def _environment(call: Call, addresses: Mapping[str, str], unanswered: str) -> Environment:
    """Return the form's templates; `unanswered` is the word on the option not to answer."""
    anchors = {clause.position: clause.anchor for clause in call.clauses}
    environment = form_environment()
    environment.tests["group"] = lambda part: isinstance(part, Group)
    environment.tests["rows"] = lambda part: isinstance(part, Rows)
    environment.filters["clause_address"] = lambda clause: (
        f"{addresses['notice']}#{anchors[clause]}"
    )
    links = {name: addresses[name] for name in Links.model_fields}
    environment.globals |= {
        "call": call,
        "addresses": addresses,
        "links": links,
        "unanswered": unanswered,
        "problem_mark": MARKS[Status.NOT_MET],
    }
    return environment
