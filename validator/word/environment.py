"""The Jinja environment in which templates are compiled, checked and filled."""

from collections.abc import Callable, Mapping

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from validator.word.filters import FILTERS
from validator.word.text import finalize


def environment(filters: Mapping[str, Callable[..., object]]) -> ImmutableSandboxedEnvironment:
    """Return a new environment that is sandboxed, escapes, and refuses unknown names.

    Args:
        filters: Filters that the templates may use besides the engine's own.
    """
    made = ImmutableSandboxedEnvironment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        keep_trailing_newline=True,
    )
    made.filters.update(FILTERS)
    made.filters.update(filters)
    return made
