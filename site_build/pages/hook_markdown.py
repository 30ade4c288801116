"""MkDocs hook: figures, dates, quotations and tables of the pages come from the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import validator
from site_build.form.of_clause import address_of, parts_of
from site_build.form.questions import sections
from site_build.pages import calls, chinese, hook_blanks, judges
from site_build.pages.environment import page_environment
from site_build.pages.links import Links
from site_build.pages.placeholders import placeholders
from site_build.pages.rule_table import KINDS, STRENGTHS, rule_groups
from site_build.pages.trace import trace
from site_build.pages.window import is_over, state, today
from validator.application.asked import asked_by
from validator.application.wording import described
from validator.attachments import available
from validator.calls import Kind, Strength
from validator.fingerprint import fingerprint

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from validator.calls import Call

_SELF_CHECK = "tools/self-check.md"
_environment = page_environment()


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return the page's Markdown with every `{{ … }}` filled in."""
    del config
    call = calls.call_of(page.file.src_uri)
    links = Links(call, page.file, files)
    known = _of_call(call, links) if call else _of_site()
    return _environment.from_string(markdown).render(
        version=validator.__version__,
        url=links.url,
        **known,
    )


def _of_site() -> dict[str, Any]:
    """What a page that belongs to no call may say: which calls there are, what a call may name."""
    return {
        "calls": calls.published(),
        "fingerprint": fingerprint,
        "state": lambda call: state(call, today()),
        "strengths": tuple(Strength),
        "kinds": tuple(Kind),
        "mechanisms": judges.mechanisms,
        "functions": judges.functions,
    }


def _of_call(call: Call, links: Links) -> dict[str, Any]:
    """What a page of a call may say."""
    used = {rule.strength for rule in call.rules}
    return {
        "call": call,
        "is_over": is_over(call, today()),
        "literal": [rule.id for rule in call.rules if rule.strength is Strength.LITERAL],
        "groups": rule_groups(call),
        "strengths": {it: words for it, words in STRENGTHS.items() if it in used},
        "kinds": KINDS,
        "has": links.has,
        "clause": links.clause,
        "clause_url": links.clause_url,
        "rule": links.rule,
        "reading_url": links.reading_url,
        "quote": links.quote,
        "form_parts": lambda position: parts_of(call, position),
        "field_url": lambda part: links.url(_SELF_CHECK, address_of(part)),
        "finding_url": lambda rule: links.url(_SELF_CHECK, f"finding-{rule}"),
        "attachments": available(call),
        "has_members": "members" in asked_by(call).model_fields,
        "blank_url": lambda name: links.file_url(hook_blanks.address(call.id, name)),
        "trace": lambda: trace(call),
        "placeholders": lambda: [(it, placeholders(it)) for it in sections(call, described(call))],
        "members_url": links.file_url(hook_blanks.members_address(call.id)),
    }


def on_env(env: Environment, **_: object) -> Environment:
    """Give the theme's templates the filters of the pages: the banner tells days."""
    env.filters.update(chinese.FILTERS)
    return env
