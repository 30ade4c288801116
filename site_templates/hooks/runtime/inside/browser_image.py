"""Runs in the browser: what Python does first when it wakes from the memory image.

Frozen in the image, the same for every visitor: the hash seed, `random`, the environment, the
time zone (UTC). `os.urandom`, `secrets` and `uuid4` ask the browser each time and are not.
"""

import random


def wake() -> None:
    """Give `random` a seed of its own again."""
    random.seed()
