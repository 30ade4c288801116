"""Loads compiled templates from the folder beside this module, where the build writes them."""

from functools import cache
from importlib.resources import files
from typing import Final

from validator.attachments.environment import environment
from validator.attachments.errors import NotCompiledError
from validator.word.compiled import CompiledTemplate, load

SUFFIX: Final = ".zip"


@cache
def template(name: str) -> CompiledTemplate:
    """Return an attachment's template, ready to fill; later calls return the same object.

    Raises:
        NotCompiledError: The build has not made the template.
    """
    resource = files("validator.attachments").joinpath("compiled", name + SUFFIX)
    try:
        package = resource.read_bytes()
    except FileNotFoundError:
        raise NotCompiledError(name) from None
    return load(package, environment())
