"""Runs in the browser: what Python does first when it wakes from the memory image.

Frozen in the image, the same for every visitor: the hash seed, `random`, the environment, the
time zone (UTC). `os.urandom`, `secrets` and `uuid4` ask the browser each time and are not.
"""

import random


def wake() -> None:
    """Give `random` a seed of its own again."""
    random.seed()


def stand_in(*_: object, **__: object) -> None:
    """What a function does whose code has not come yet; see `cold.mjs`.

    Raises:
        ImportError: always; the call is made again when the code is there.
    """
    import browser_later  # noqa: F401, PLC0415 - is in the archive

    raise ImportError
