"""The argument of every scenario."""

from __future__ import annotations

from dataclasses import dataclass

from bench.measure import Pace
from bench.served import Served


@dataclass(frozen=True)
class Bench:
    """The pace of the run, and the server."""

    pace: Pace
    served: Served
