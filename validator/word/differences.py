"""Where two lists of lines differ, in time that grows with their length and no faster.

`difflib` alone takes the square of what is repeated, and tables repeat a lot: a page of the same
word held the browser for seventeen seconds. Lines that stand once in either list are found again
at once; `difflib` sees only what lies between them, and only where that is short.
"""

import difflib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

Difference = tuple[int, int, int, int]
"""What stands from i to j in the one list stands from k to n in the other."""
_COMPARED_MAX: Final = 1_500  # pairs of lines: some forty against forty


def differences(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Difference]:
    """Yield what differs, in order; a longer passage of nothing but repeated lines as a whole."""
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
    """The places of lines that stand once in either list: the most that keep their order."""
    counts, others = Counter(ours), Counter(theirs)
    places = {line: place for place, line in enumerate(theirs) if others[line] == 1}
    return _rising(
        [(i, places[line]) for i, line in enumerate(ours) if counts[line] == 1 and line in places]
    )


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of pairs, sorted by the first number, in which the second rises too."""
    ends: list[int] = []  # the least second number that ends a chain of each length
    last: list[int] = []  # the pair it belongs to
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
