"""The error of a call whose data cannot be used."""

from validator.problems import RefusedError


class CallError(RefusedError):
    """A call's data cannot be used. The message names each key and the reason, in Chinese."""
