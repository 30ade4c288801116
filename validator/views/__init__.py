"""What Python has to say as HTML: rendered here, put into the page as it is."""

from validator.views.files import imported, opened
from validator.views.links import Links
from validator.views.render import changes, counts, results

__all__ = ["Links", "changes", "counts", "imported", "opened", "results"]
