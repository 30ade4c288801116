"""The one way to render HTML: what is inserted is escaped, unknown names are refused."""

from __future__ import annotations

from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined


def html_environment(
    loader: BaseLoader,
    kind: type[Environment] = Environment,
    **syntax: Any,  # noqa: ANN401 - Jinja's own
) -> Environment:
    """Return a new environment for templates of HTML; a line with a tag alone leaves no line.

    Args:
        loader: where the templates come from.
        kind: the class, a sandbox for templates of strangers.
        syntax: how tags are written, where they are not written as Jinja usually has them.
    """
    return kind(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        **syntax,
    )


def page_environment(loader: BaseLoader, kind: type[Environment] = Environment) -> Environment:
    """Return a new environment for the Markdown pages of the site and of calls.

    Comments are written `<# #>`: the usual `{#` begins an anchor in Markdown (`{#clause-1}`).
    """
    return html_environment(loader, kind, comment_start_string="<#", comment_end_string="#>")
