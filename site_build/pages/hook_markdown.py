"""MkDocs hook: figures, dates, quotations and tables of the pages come from the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import validator
from site_build.form.of_clause import address_of, parts_of
from site_build.pages import chinese, hook_blanks
from site_build.pages.environment import page_environment
from site_build.pages.links import Links
from site_build.pages.rule_table import KINDS, STRENGTHS, rule_groups
from site_build.pages.window import is_over, today
from validator.attachments import available
from validator.calls import load
from validator.fingerprint import fingerprint

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_SELF_CHECK = "tools/self-check.md"
_environment = page_environment()


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return the page's Markdown with every `{{ … }}` filled in."""
    call = load(config.extra["call"])
    links = Links(call, page.file, files)
    return _environment.from_string(markdown).render(
        call=call,
        version=validator.__version__,
        fingerprint=fingerprint(call),
        is_over=is_over(call, today()),
        groups=rule_groups(call),
        strengths=STRENGTHS,
        kinds=KINDS,
        url=links.url,
        clause=links.clause,
        clause_url=links.clause_url,
        rule=links.rule,
        reading_url=links.reading_url,
        quote=links.quote,
        form_parts=lambda position: parts_of(call, position),
        field_url=lambda part: links.url(_SELF_CHECK, address_of(part)),
        finding_url=lambda rule: links.url(_SELF_CHECK, f"finding-{rule}"),
        attachments=available(),
        blank_url=lambda name: links.file_url(hook_blanks.address(name)),
        members_url=links.file_url(hook_blanks.MEMBERS),
    )


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Give the theme's templates the call as well: the banner on every page speaks of it."""
    del files
    call = load(config.extra["call"])
    env.globals.update(call=call, call_is_over=is_over(call, today()))
    env.filters.update(chinese.FILTERS)
    return env
