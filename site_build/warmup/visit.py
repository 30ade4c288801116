"""Runs inside Pyodide before the memory image is taken: does once what visitors do first.

An answer's first time costs what later ones do not: modules, schemas, templates, patterns.
Documents and spreadsheets stay out: importing them would add 0.8 MB to what a visitor waits for;
they come with the archive, while people read. It runs again in an engine that has started from
the image: what it does not call there may come later.
"""

import gc
import json

from validator import drafts, worker
from validator.calls import DEFAULT
from validator.example import example
from validator.views.render import _macro
from validator.worker.received import call_named

MEMBERS = 29  # and the lead
LINKS = {
    "notice": "../../notice/",
    "rules": "../../about/rules/",
    "questions": "../../guide/questions/",
    "materials": "../../guide/materials/",
    "self_check": "./",
}
"""As the self-check's page has them: what is rendered here is what it asks for first."""
PRE_CHECK_LINKS = LINKS | {"self_check": "../self-check/"}


def ask(name: str, request: dict[str, object], wanted: str) -> None:
    """Ask as the page does; what is not answered stops the build."""
    answer = worker.answer(name, request)
    if not isinstance(answer, str) or wanted not in json.loads(answer):
        raise RuntimeError(answer)


def check(draft: str, wanted: str = "html") -> None:
    """Check a draft."""
    ask("check", {"draft": draft}, wanted)


def lacking(draft: str) -> list[str]:
    """A draft without one of its sections, each in turn; what is asked then differs."""
    known = json.loads(draft)
    return [json.dumps({it: known[it] for it in known if it != left_out}) for left_out in known]


whole = drafts.save(example(call_named(DEFAULT), members=MEMBERS))
wrong = '{"alliance": {"name": 1, "signed_on": "2022-02-30"}, "members": [{"no": 1}]}'

_macro.cache_clear()  # a page may have other links: what makes its macro belongs to the start, too
worker.answer("begin", {"links": LINKS})
ask("ping", {}, "pong")
ask("example", {}, "draft")
ask("example", {"minimal": True}, "draft")
ask("open", {"draft": "{}"}, "error")
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
# What other drafts left behind would only be weight; a cache without a bound knows of no draft.
for cache in [it for it in gc.get_objects() if isinstance(it, type(_macro)) and it is not _macro]:
    if cache.__module__.startswith("validator.") and cache.cache_parameters()["maxsize"]:
        cache.cache_clear()
check("{}")
