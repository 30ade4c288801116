"""The browser's door: the page sends requests, Python answers them."""

from validator.worker.files import FILE_MAX
from validator.worker.protocol import answer

__all__ = ["FILE_MAX", "answer"]
