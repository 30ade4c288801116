"""The Jinja environment that templates are compiled, checked and filled in."""

from collections.abc import Callable, Mapping

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from validator.word.filters import FILTERS
from validator.word.text import finalize


def environment(filters: Mapping[str, Callable[..., object]]) -> ImmutableSandboxedEnvironment:
    """Return a new environment: sandboxed, escaping, strict about names.

    Args:
        filters: What the templates may use besides the engine's own filters.
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
