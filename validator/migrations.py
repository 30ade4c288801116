"""Drafts of earlier versions, brought up to the present one: a small function for every step.

A step takes a draft of one version, its `draft_version` aside, and returns the same answers as
the next version writes them. It sees files before anything has checked them: what is not as it
should be is passed on as it stands, for the reader to name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Draft = dict[str, Any]
Step = Callable[[Draft], Draft]


class Steps:
    """The steps in order, each known by the version that it starts from; the first is 1."""

    def __init__(self) -> None:
        """Start with no step: version 1 is the present one."""
        self._steps: list[Step] = []

    @property
    def present(self) -> int:
        """The version that the last step leads to."""
        return 1 + len(self._steps)

    def starts_from(self, version: int) -> Callable[[Step], Step]:
        """Register the step that leads from a version to the next.

        Raises:
            ValueError: that step exists already, or the one before it does not.
        """
        if version != self.present:
            what = "registered twice" if version < self.present else "registered after a gap"
            message = f"the step from version {version} is {what}"
            raise ValueError(message)

        def register(step: Step) -> Step:
            self._steps.append(step)
            return step

        return register

    def bring_up(self, draft: Draft, version: int) -> Draft:
        """Return a draft as the present version writes it.

        Args:
            draft: answers by name; not changed.
            version: the version that they are written in, from 1 to `present`.
        """
        for step in self._steps[version - 1 :]:
            draft = step(draft)
        return draft


STEPS = Steps()
"""The steps of drafts. A new one goes last; the version that is written follows from it."""


@STEPS.starts_from(1)
def _with_a_name_of_its_own(draft: Draft) -> Draft:
    """Version 2 may name the draft beside its version; the answers are those of version 1."""
    return draft
