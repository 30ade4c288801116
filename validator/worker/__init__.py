"""The browser's door: the page asks, Python answers."""

from validator.worker.files import FILE_MAX
from validator.worker.protocol import call

__all__ = ["FILE_MAX", "call"]
