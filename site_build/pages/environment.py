"""The Jinja2 environment in which the Markdown pages are rendered."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from site_build.pages import chinese
from validator.markup import html_environment

_TEMPLATES = Path(__file__).with_name("templates")


def page_environment() -> Environment:
    """An environment that escapes what it inserts and refuses unknown names.

    Comments are written `<# #>`: the usual `{#` begins an anchor in Markdown (`{#clause-1}`).
    """
    environment = html_environment(
        FileSystemLoader(_TEMPLATES), comment_start_string="<#", comment_end_string="#>"
    )
    environment.filters.update(chinese.FILTERS)
    return environment
