"""The Jinja environment in which templates are compiled, checked and filled."""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from validator.word.filters import FILTERS
from validator.word.text import finalize


class _Environment(ImmutableSandboxedEnvironment):
    def _generate(self, source: nodes.Template, *args: Any, **named: Any) -> str:  # noqa: ANN401 - Jinja's
        """Let a loop over an answer that was not given go round no time, as over an empty list.

        A list of names that nobody answered is None. Without this, whoever writes a template has to
        write `or []`, and the document of an unfinished draft cannot be made.
        """
        for loop in source.find_all(nodes.For):
            loop.iter = nodes.Or(loop.iter, nodes.Tuple([], "load"))
        return super()._generate(source, *args, **named)


def environment(filters: Mapping[str, Callable[..., object]]) -> ImmutableSandboxedEnvironment:
    """Return a new environment that is sandboxed, escapes, and refuses unknown names.

    Args:
        filters: Filters that the templates may use besides the engine's own.
    """
    made = _Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        keep_trailing_newline=True,
    )
    made.filters.update(FILTERS)
    made.filters.update(filters)
    return made
