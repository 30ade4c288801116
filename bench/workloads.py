"""The work that is timed in CPython and in the browser: both run this very file."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

from validator import attachments, drafts
from validator.attachments import store
from validator.calls import DEFAULT, load
from validator.check import check
from validator.drafts import declared
from validator.example import example

CALL = load(DEFAULT)
APPLICATION = example(CALL, members=29)  # and the lead: thirty
DRAFT = drafts.save(APPLICATION)
DAY = APPLICATION.submission.planned_on
BATCHES = 5


def validation() -> None:
    """Read the draft and validate it against the models."""
    drafts.read(DRAFT)


def whole_check() -> None:
    """Validation, and all rules."""
    check(drafts.read(DRAFT).application, CALL)


def rules() -> None:
    """All rules, on an application that is validated already."""
    check(APPLICATION, CALL)


def form() -> None:
    """Fill the 申请表, the draft inside it, as one downloads it."""
    attachments.fill("application_form", declared(APPLICATION), CALL, DAY)


def form_at_first() -> None:
    """The same when nothing has been filled before: the template is read and compiled too."""
    store.template.cache_clear()
    form()


def package() -> None:
    """All documents, the table, the index: one zip."""
    attachments.bundle(drafts.declared(APPLICATION), CALL, DAY)


def milliseconds(work: Callable[[], None], calls: int, batches: int = BATCHES) -> float:
    """Return the median over batches of a call's mean: a browser's clock ticks coarsely."""
    work()
    means = []
    for _ in range(batches):
        started = time.perf_counter()
        for _ in range(calls):
            work()
        means.append((time.perf_counter() - started) * 1000 / calls)
    return median(means)
