"""What Python has to say as HTML: rendered here, put into the page as it is."""

from validator.views.files import imported, opened
from validator.views.links import Links
from validator.views.precheck import PreCheckLinks, PreCheckOutcome, outcome, pre_check
from validator.views.render import changes, counts, results

__all__ = [
    "Links",
    "PreCheckLinks",
    "PreCheckOutcome",
    "changes",
    "counts",
    "imported",
    "opened",
    "outcome",
    "pre_check",
    "results",
]
