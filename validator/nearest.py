"""Finds the known name that somebody may have meant who wrote an unknown one."""

from __future__ import annotations

from collections.abc import Iterable

_ALIKE = 0.7
"""Two of three letters alike, such as R02 and R62, are no misspelling; five of six are."""
_LISTED_MAX = 12
"""So many names can be read in a sentence; of more, only the nearest is told."""


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that is most like a name; empty where none is like it."""
    import difflib  # noqa: PLC0415 - only a mistake needs it, and every page would have to fetch it

    written = {one.lower(): one for one in known}
    found = difflib.get_close_matches(name.lower(), written, 1, _ALIKE)
    return written[found[0]] if found else ""


def hint(name: str, known: Iterable[str]) -> str:
    """Return a way out of an unknown name, in Chinese, to follow the sentence that refuses it.

    It names the most similar known name; where none is similar, all of them if they are few.
    """
    names = [*dict.fromkeys(known)]
    if meant := nearest(name, names):
        return f"，是不是“{meant}”？"
    if 0 < len(names) <= _LISTED_MAX:
        return f"；已有的是：{'、'.join(names)}"
    return ""
