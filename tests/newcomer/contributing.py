"""Reads CONTRIBUTING.md: each recipe as steps, each step with the code to write or to run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from site_build.folders import ROOT

PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
_FENCED = re.compile(r"^ *```(\w+)\n(.*?)^ *```\n", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Step:
    """A numbered step: its first sentence, and its blocks of code in order."""

    says: str
    blocks: tuple[str, ...]

    @property
    def file(self) -> str:
        """The file that the first sentence names."""
        return re.findall(r"`([^`]+)`", self.says)[0]


def chapter(title: str) -> str:
    """The text below a heading, up to the next one.

    Raises:
        LookupError: The page has no such heading.
    """
    for text in re.split(r"^## ", PAGE, flags=re.MULTILINE):
        heading, _, body = text.partition("\n")
        if heading == title:
            return body
    raise LookupError(title)


def steps(title: str) -> Iterator[Step]:
    """The numbered steps of a recipe."""
    for text in re.split(r"^\d+\. ", chapter(title), flags=re.MULTILINE)[1:]:
        blocks = (re.sub(r"(?m)^ {1,3}", "", block) for _, block in _FENCED.findall(text))
        yield Step(text.partition("\n\n")[0], tuple(blocks))


def drawing() -> list[set[str]]:
    """The names of each layer in the drawing, the highest first."""
    (block,) = (code for kind, code in _FENCED.findall(PAGE) if kind == "text")
    return [set(re.split(r"  +", line.strip())[0].split(" · ")) for line in block.splitlines()]
