"""Runs inside Pyodide before the memory image is taken: does once what visitors do first.

An answer's first time costs what later ones do not: modules, schemas, templates, patterns.
Documents and spreadsheets stay out: importing them would add 0.8 MB to the 6.0 that a visitor waits
for, filling a package 2.1 MB; they come with the archive, while people read. What `validator` and
its third parties import for a check is all needed; most else comes with Pyodide itself.
"""

import gc
import json
import linecache
import random

import browser_image  # noqa: F401 - must be in the image

from validator import drafts, worker
from validator.example import example
from validator.notices import DEFAULT, load

MEMBERS = 29  # and the lead
LINKS = {"notice": "/", "rules": "/", "questions": "/"}


def ask(name: str, payload: object, wanted: str) -> None:
    """Ask as the page does; what is not answered stops the build."""
    answer = json.loads(worker.call(name, json.dumps(payload)))
    if wanted not in answer:
        raise RuntimeError(answer)


def check(draft: str, wanted: str = "html") -> None:
    """Check a draft."""
    ask("check", {"draft": draft, "links": LINKS}, wanted)


ask("ping", None, "pong")
ask("example", None, "draft")
check("{}")
check(drafts.save(example(load(DEFAULT), members=MEMBERS)))
check('{"alliance": {"name": 1, "signed_on": "2022-02-30"}, "members": [{"no": 1}]}')
check("no JSON", "error")

linecache.clearcache()
while gc.collect():
    pass

generators = [it for it in gc.get_objects() if isinstance(it, random.Random)]
frozen = [it for it in generators if not isinstance(it, random.SystemRandom)]
if frozen != [random._inst]:  # noqa: SLF001 - the one that `wake` seeds
    message = f"generators of random numbers would be frozen: {frozen}"
    raise RuntimeError(message)
