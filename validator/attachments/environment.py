"""The Jinja environment that templates are compiled, checked and filled in."""

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from validator.attachments.filters import FILTERS
from validator.attachments.text import finalize


def environment() -> ImmutableSandboxedEnvironment:
    """Return a new environment: sandboxed, escaping, strict about names, with our filters."""
    made = ImmutableSandboxedEnvironment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        keep_trailing_newline=True,
    )
    made.filters.update(FILTERS)
    return made
