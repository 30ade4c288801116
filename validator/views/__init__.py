"""What Python has to say as HTML: rendered here, put into the page as it is."""

from validator.views.account import Account, account
from validator.views.files import imported, opened
from validator.views.links import Links
from validator.views.render import counts, results
from validator.views.report_page import report_page, report_sheet

__all__ = [
    "Account",
    "Links",
    "account",
    "counts",
    "imported",
    "opened",
    "report_page",
    "report_sheet",
    "results",
]
