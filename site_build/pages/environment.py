"""The Jinja2 environment in which the Markdown pages are rendered."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from site_build.pages import chinese
from validator import markup

_TEMPLATES = Path(__file__).with_name("templates")


def page_environment() -> Environment:
    """The environment of pages, with the site's parts to include and the filters."""
    environment = markup.page_environment(FileSystemLoader(_TEMPLATES))
    environment.filters.update(chinese.FILTERS)
    return environment
