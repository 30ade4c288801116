"""The error of a call whose data cannot be used."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from validator.problems import RefusedError

_HEAD = "通知数据有误：\n"


class CallError(RefusedError):
    """A call's data cannot be used. The message names each key and the reason, in Chinese."""

    @classmethod
    def of(cls, faults: Iterable[str]) -> Self:
        """Return the error that tells faults of a call's folder, a line each."""
        return cls(_HEAD + "\n".join(faults))

    @property
    def faults(self) -> tuple[str, ...]:
        """The faults that the error tells, a line each."""
        return tuple(str(self).removeprefix(_HEAD).splitlines())
