"""The one way to render HTML: what is inserted is escaped, unknown names are refused."""

from __future__ import annotations

from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined


def html_environment(loader: BaseLoader, **syntax: Any) -> Environment:  # noqa: ANN401 - Jinja's own
    """Return a new environment for templates of HTML; a line with a tag alone leaves no line.

    Args:
        loader: where the templates come from.
        syntax: how tags are written, where they are not written as Jinja usually has them.
    """
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        **syntax,
    )


def page_environment(loader: BaseLoader) -> Environment:
    """Return a new environment for the Markdown pages of the site and of calls.

    Comments are written `<# #>`: the usual `{#` begins an anchor in Markdown (`{#clause-1}`).
    """
    return html_environment(loader, comment_start_string="<#", comment_end_string="#>")
