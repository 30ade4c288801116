"""Makes the requests that visitors make first. The build runs this script twice inside Pyodide.

The first run comes before the memory image is taken, so that the image holds what a first answer
imports, builds and compiles. The second run is in an engine that has started from the image: code
that this script does not call there is fetched after the first answer.

No document and no spreadsheet is made here: importing their modules would add 0.8 MB to what a
visitor waits for.
"""

import gc
import json

from validator import drafts, worker
from validator.calls import DEFAULT, load
from validator.example import example
from validator.views.render import _macro

MEMBERS = 29  # thirty units with the lead
LINKS = {
    "notice": "../../notice/",
    "rules": "../../rules/",
    "questions": "../../guide/questions/",
    "materials": "../../guide/materials/",
    "self_check": "./",
}
"""The links that the page of the self-check sends. Findings are rendered with these links and kept:
for other links the page would have to render every finding anew."""
PRE_CHECK_LINKS = LINKS | {"self_check": "../self-check/"}


def ask(name: str, request: dict[str, object], wanted: str) -> None:
    """Make a request as the page does; stop the build if the answer lacks the field `wanted`."""
    answer = worker.answer(name, request)
    if not isinstance(answer, str) or wanted not in json.loads(answer):
        raise RuntimeError(answer)


def check(draft: str, wanted: str = "html") -> None:
    """Have a draft checked, and stop the build if the answer lacks the field `wanted`."""
    ask("check", {"draft": draft}, wanted)


def lacking(draft: str) -> list[str]:
    """Return copies of a draft that each lack one section: rules without answers run other code."""
    known = json.loads(draft)
    return [json.dumps({it: known[it] for it in known if it != left_out}) for left_out in known]


whole = drafts.save(example(load(DEFAULT), members=MEMBERS))
wrong = '{"alliance": {"name": 1, "signed_on": "2022-02-30"}, "members": [{"no": 1}]}'

# The first run has left the macro that renders findings in its cache. A page with other links makes
# another macro, so the second run has to call the code that makes one: a start needs that code.
_macro.cache_clear()
worker.answer("begin", {"links": LINKS})
ask("ping", {}, "pong")
ask("example", {}, "draft")
ask("example", {"minimal": True}, "draft")
ask("open", {"draft": "{}"}, "error")
ask("open", {"draft": '{"notice": "elsewhere", "lead": {"name": "x", "no": 1}}'}, "draft")
for draft in (whole, wrong, *lacking(whole)):
    ask("open", {"draft": draft}, "draft")
    check(draft)
    ask("what_if", {"draft": draft}, "html")
check("no JSON", "error")
worker.answer("begin", {"links": PRE_CHECK_LINKS})
for answers in ("{}", '{"location": {"province": "北京市"}, "members": {"core": -1}}'):
    ask("precheck", {"answers": answers}, "html")
    ask("precheck_draft", {"answers": answers}, "draft")
worker.answer("begin", {"links": LINKS})
# The validator's bounded caches now hold results about the drafts above. No visitor has these
# drafts, so the results would only make the image larger. Caches without a bound hold nothing of a
# draft.
for cache in [it for it in gc.get_objects() if isinstance(it, type(_macro)) and it is not _macro]:
    if cache.__module__.startswith("validator.") and cache.cache_parameters()["maxsize"]:
        cache.cache_clear()
check("{}")  # The first check of a visit, of an empty form, finds its results in the caches.
