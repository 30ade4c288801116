"""A network connection that the browser imitates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Link:
    """Bits per second (0 for no limit), and latency in milliseconds."""

    name: str
    bits: int = 0
    latency: int = 0

    @property
    def conditions(self) -> dict[str, Any]:
        """The parameters of `Network.emulateNetworkConditions`."""
        rate = self.bits / 8 if self.bits else -1
        return {
            "offline": False,
            "latency": self.latency,
            "downloadThroughput": rate,
            "uploadThroughput": rate,
        }


OPEN = Link("open")
