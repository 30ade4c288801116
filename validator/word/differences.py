"""Finds where two lists of lines differ, in time that grows only with their length.

`difflib` alone takes time that grows with the square of repeated lines, and tables repeat many: a
page of one repeated word kept the browser busy for seventeen seconds. So the lines that occur once
in each list are matched first, and `difflib` compares only the short passages between them.
"""

import difflib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

Difference = tuple[int, int, int, int]
"""The numbers i, j, k, n: lines i to j of one list stand in place of lines k to n of the other."""
_COMPARED_MAX: Final = 1_500
"""The most pairs of lines that `difflib` compares: some forty lines with forty."""


def differences(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Difference]:
    """Yield the differences in order; a long passage of repeated lines is one difference."""
    i = k = 0
    for anchor_i, anchor_k in (*_anchors(ours, theirs), (len(ours), len(theirs))):
        yield from _between(ours, theirs, (i, anchor_i, k, anchor_k))
        i, k = anchor_i + 1, anchor_k + 1


def _between(ours: Sequence[str], theirs: Sequence[str], place: Difference) -> Iterator[Difference]:
    i, j, k, n = place
    while i < j and k < n and ours[i] == theirs[k]:
        i, k = i + 1, k + 1
    while i < j and k < n and ours[j - 1] == theirs[n - 1]:
        j, n = j - 1, n - 1
    if (j - i) * (n - k) > _COMPARED_MAX:
        yield i, j, k, n
        return
    matcher = difflib.SequenceMatcher(None, ours[i:j], theirs[k:n], autojunk=False)
    for what, *(a, b, c, d) in matcher.get_opcodes():
        if what != "equal":
            yield i + a, i + b, k + c, k + d


def _anchors(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of lines that occur once in each list, as many as keep their order."""
    counts, others = Counter(ours), Counter(theirs)
    places = {line: place for place, line in enumerate(theirs) if others[line] == 1}
    return _rising(
        [(i, places[line]) for i, line in enumerate(ours) if counts[line] == 1 and line in places]
    )


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest chain of pairs, sorted by the first number, whose second rises as well."""
    ends: list[int] = []  # the least second number that ends a chain of each length
    last: list[int] = []  # the index of the pair with that second number
    before: list[int | None] = []
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else None)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [index]
    chain = []
    at = last[-1] if last else None
    while at is not None:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]
