"""Requests checks of unusual answers. The build runs this script inside Pyodide after `visit`.

The engine has then started from the finished image, so the image holds no result of these requests.
The code that these requests call is published with the image all the same: otherwise an unusual
answer, typed in the first second, would wait until the browser has fetched the rest of the code.
"""

import copy
import json
from collections.abc import Iterator
from typing import Any

from validator import drafts, worker
from validator.calls import DEFAULT, load
from validator.example import example
from validator.precheck import PreCheck

ANSWERS: tuple[object, ...] = (
    None,
    "",
    "示例理工大学 2000年1月31日",
    "2022-02-30",
    0,
    -1.5,
    True,
    [],
    [{}],
)
MEMBERS = 2


def places(node: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the path of every section, list, row and answer of a draft."""
    if path:
        yield path
    if isinstance(node, dict | list):
        for name, value in node.items() if isinstance(node, dict) else enumerate(node):
            yield from places(value, (*path, name))


def answered(draft: dict[str, Any], path: tuple[str | int, ...], answer: object) -> dict[str, Any]:
    """Return a copy of the draft with another answer at one place."""
    other = copy.deepcopy(draft)
    *above, last = path
    holder: Any = other
    for name in above:
        holder = holder[name]
    holder[last] = answer
    return other


few = json.loads(drafts.save(example(load(DEFAULT), members=MEMBERS)))
nothing = PreCheck().model_dump(mode="json")
for path in places(few):
    for answer in ANSWERS:
        draft = json.dumps(answered(few, path, answer))
        worker.answer("check", {"draft": draft})
    worker.answer("what_if", {"draft": draft})
    worker.answer("open", {"draft": draft})
for path in places(nothing):
    for answer in ANSWERS:
        answers = json.dumps(answered(nothing, path, answer))
        worker.answer("precheck", {"answers": answers})
many = json.dumps(few | {"members": few["members"] * 15})
worker.answer("check", {"draft": many})
worker.answer("what_if", {"draft": many})
