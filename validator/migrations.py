"""Brings drafts of earlier versions up to the present one, by a small function for each step.

A step takes a draft of one version, without its `draft_version`, and returns the same answers as
the next version writes them. Steps run before anything has checked the draft, so a step passes on
whatever it does not expect; the reader then names the problem.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Draft = dict[str, Any]
Step = Callable[[Draft], Draft]


class Steps:
    """The steps in order; the first leads from version 1 to version 2."""

    def __init__(self) -> None:
        """Begin without a step, so that version 1 is the present one."""
        self._steps: list[Step] = []

    @property
    def present(self) -> int:
        """The version that the last step leads to."""
        return 1 + len(self._steps)

    def starts_from(self, version: int) -> Callable[[Step], Step]:
        """Register the step that leads from a version to the next.

        Raises:
            ValueError: a step from that version exists already, or the step before is missing.
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
            draft: the draft without its version; the object is not changed.
            version: the version in which the draft is written, from 1 to `present`.
        """
        for step in self._steps[version - 1 :]:
            draft = step(draft)
        return draft


STEPS = Steps()
"""The steps of drafts. A new step goes last, and raises the version in which drafts are written."""


@STEPS.starts_from(1)
def _with_a_name_of_its_own(draft: Draft) -> Draft:
    """Version 2 may name the draft beside its version; the answers are those of version 1."""
    return draft
