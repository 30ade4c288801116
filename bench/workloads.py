"""The work that is timed. CPython and the browser run this same file."""

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
APPLICATION = example(CALL, members=29)  # thirty units with the lead
DRAFT = drafts.save(APPLICATION)
DAY = APPLICATION.submission.planned_on
BATCHES = 5


def validation() -> None:
    """Read the draft and validate it against the models."""
    drafts.read(DRAFT)


def whole_check() -> None:
    """Read a draft, validate it and decide all rules."""
    check(drafts.read(DRAFT).application, CALL)


def rules() -> None:
    """Decide all rules for an application that has been validated before."""
    check(APPLICATION, CALL)


def form() -> None:
    """Fill the 申请表, with the draft inside, as visitors download it."""
    attachments.fill("application_form", declared(APPLICATION), CALL, DAY)


def form_at_first() -> None:
    """Fill the 申请表 for the first time, so that its template is read and compiled as well."""
    store.of_folder.cache_clear()
    form()


def package() -> None:
    """Make the package: all documents, the table and the index in one .zip."""
    attachments.bundle(drafts.declared(APPLICATION), CALL, DAY)


def milliseconds(work: Callable[[], None], calls: int, batches: int = BATCHES) -> float:
    """Return the median over batches of a call's mean time: clocks of browsers tick coarsely."""
    work()
    means = []
    for _ in range(batches):
        started = time.perf_counter()
        for _ in range(calls):
            work()
        means.append((time.perf_counter() - started) * 1000 / calls)
    return median(means)
