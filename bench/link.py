"""A network as the browser plays it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Link:
    """Bits a second (0: as it comes), and milliseconds."""

    name: str
    bits: int = 0
    latency: int = 0

    @property
    def conditions(self) -> dict[str, Any]:
        """As the protocol writes it."""
        rate = self.bits / 8 if self.bits else -1
        return {
            "offline": False,
            "latency": self.latency,
            "downloadThroughput": rate,
            "uploadThroughput": rate,
        }


OPEN = Link("open")
