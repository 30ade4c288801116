"""Runs in the browser: what Python does first after it has started from the memory image.

The image freezes some state, which is then the same for every visitor: the hash seed, the state of
`random` (until `wake`), the environment, the time zone (UTC). `os.urandom`, `secrets` and `uuid4`
are not frozen, since they ask the browser each time.
"""

import random


def wake() -> None:
    """Give `random` a new seed, which no other visitor has."""
    random.seed()


def stand_in(*_: object, **__: object) -> None:
    """Ask for the code that a function lacks: its code stands in for all code that comes later.

    Raises:
        ImportError: always; the call is made again when the code has come.
    """
    import browser_later  # noqa: F401, PLC0415 - is in the archive

    raise ImportError
