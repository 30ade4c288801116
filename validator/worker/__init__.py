"""The browser's way in: answers the requests that the page sends to Python."""

from validator.worker.files import FILE_MAX
from validator.worker.protocol import answer

__all__ = ["FILE_MAX", "answer"]
