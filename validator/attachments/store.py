"""Loads compiled templates: a call's from its folder, the report's from beside this module."""

from functools import cache
from importlib.resources import files
from typing import Final

from validator.attachments.environment import environment
from validator.attachments.errors import NotCompiledError
from validator.calls import Call, Folder
from validator.calls.attachment import REPORT
from validator.word.compiled import CompiledTemplate, load

_OURS: Final = Folder(lambda: files("validator.attachments"))
"""The report's template serves every call, and lies as the templates of a call do."""


def template(call: Call, name: str) -> CompiledTemplate:
    """Return an attachment's template, ready to fill; later calls return the same object.

    Raises:
        NotCompiledError: The build has not made the template.
    """
    return of_folder(_OURS if name == REPORT else call.folder, name)


@cache
def of_folder(folder: Folder, name: str) -> CompiledTemplate:
    """Return a template of one folder; raises as `template` does."""
    try:
        package = folder.compiled(name).read_bytes()
    except FileNotFoundError:
        raise NotCompiledError(name) from None
    return load(package, environment())
