"""Writes validator/case/answers.pyi: the types of the answers, for type checkers.

The classes themselves are made from the models when the validator is imported, which no type
checker can follow. `make reads` runs `python -m site_build.case_stub`, which prints the text.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from datetime import date
from typing import Any, Union, get_args, get_origin, get_type_hints

from validator.application import Application
from validator.application.base import Section
from validator.application.places import make
from validator.case.answers import class_name, kinds_below, own_fields

_HEAD = """# Written by `make reads` from the models; answers.py says what for.

from datetime import date

from validator.application import choices
from validator.application.base import Section
from validator.case.tracking import Answers

def class_name(kind: type[Section]) -> str: ...
def kinds_below(kind: type[Section]) -> dict[type[Section], None]: ...
def own_fields(kind: type[Section]) -> list[str]: ...
"""


def stub() -> str:
    """Return the text of validator/case/answers.pyi."""
    classes = ("\n".join(_class(kind)) + "\n" for kind in kinds_below(Application))
    return "\n".join((_HEAD, *classes))


def _class(kind: type[Section]) -> Iterator[str]:
    bases = ", ".join(class_name(b) for b in kind.__bases__ if b is not Section) or "Answers"
    hints, parts, own = get_type_hints(kind), make(kind), own_fields(kind)
    yield f"class {class_name(kind)}({bases}):" + ("" if own else " ...")
    for name in own:
        if name in parts.sections:
            yield f"    {name}: {class_name(hints[name])}"
        elif name in parts.rows:
            row = class_name(get_args(hints[name])[0])
            yield f"    @property\n    def {name}(self) -> tuple[{row}, ...]: ..."
        else:
            yield f"    @property\n    def {name}(self) -> {_written(hints[name])}: ..."


def _written(hint: Any) -> str:  # noqa: ANN401 - any annotation of a question
    """Return a question's type as the stub writes it."""
    if get_origin(hint) in (Union, types.UnionType):
        return " | ".join(_written(part) for part in get_args(hint))
    if get_origin(hint) is tuple:
        return f"tuple[{_written(get_args(hint)[0])}, ...]"
    if hint is type(None):
        return "None"
    if hint in (str, int, float, bool, date):
        return str(hint.__name__)
    return f"choices.{hint.__name__}"


if __name__ == "__main__":
    sys.stdout.write(stub())
