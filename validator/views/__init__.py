"""Reports, pre-checks and opened files as HTML, which the page inserts without a change."""

from validator.views.account import Account, account
from validator.views.files import carried, imported, opened, outdated, warning
from validator.views.links import Links
from validator.views.precheck import PreCheckOutcome, outcome, pre_check
from validator.views.render import changes, counts, results
from validator.views.report_page import report_page, report_sheet

__all__ = [
    "Account",
    "Links",
    "PreCheckOutcome",
    "account",
    "carried",
    "changes",
    "counts",
    "imported",
    "opened",
    "outcome",
    "outdated",
    "pre_check",
    "report_page",
    "report_sheet",
    "results",
    "warning",
]
