"""Follows docs/about/first-call.md, the publisher's guide: commands, files, placeholders."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from newcomer.repository import run, run_whole
from office import convert

from site_build.folders import ROOT

PAGE = (ROOT / "docs" / "about" / "first-call.md").read_text("utf-8")
CALL = "yunze_station_2028"
_STEP = re.compile(r"^## (\d+)\. ", re.MULTILINE)
_FENCED = re.compile(
    r"(?:把 `([\w.]+)` 全文换成：\n\n)?^```(\w+)\n(.*?)^```\n", re.MULTILINE | re.DOTALL
)
_PLACED = re.compile(r"^\| `(.+?\.docx)` \| (.+?) \| `(.+)` \|$", re.MULTILINE)
_BESIDE = re.compile(r"“(.+)”右边的格子")
_BELOW = re.compile(r"“(.+)”下面第 (\d) 格")
_INSTEAD = re.compile(r"把“(.+)”换成")


@dataclass(frozen=True, slots=True)
class Follower:
    """Somebody who follows the guide.

    Attributes:
        copy: a copy of the repository, in which the commands run.
        folder: where the guide puts the call's folder: outside the repository.
    """

    copy: Path

    @property
    def folder(self) -> Path:
        """The folder of the guide's call."""
        return self.copy.parent / "calls" / CALL

    def follow(self, number: int) -> str:
        """Do a step whole, and return what its commands printed.

        Raises:
            AssertionError: the page writes a file in a way that this reader does not know.
        """
        text, said = steps()[number], ""
        for file, kind, block in _FENCED.findall(text):
            if kind == "sh":
                said += "".join(f"{d.stdout}{d.stderr}" for d in self._commands(block))
                continue
            assert file, f"no file is named above {block[:60]}"
            (self.folder / file).write_text(block, "utf-8")
        for file in dict.fromkeys(name for name, _, _ in _PLACED.findall(text)):
            placed = [(where, what) for name, where, what in _PLACED.findall(text) if name == file]
            put(self.folder / "templates" / file, placed)
        return said

    def build(self) -> Path:
        """Build the site of the copy around the browser's Python that is built here.

        Returns:
            The folder of the site.

        Raises:
            AssertionError: a command failed.
        """
        (self.copy / "build" / "runtime").symlink_to(ROOT / "build" / "runtime")
        (self.copy / "node_modules").symlink_to(ROOT / "node_modules")
        python = f"NO_MKDOCS_2_WARNING=1 '{sys.executable}' -m"
        run_whole(f"{python} site_build.word_templates.precompile", self.copy)
        run_whole(f"{python} mkdocs build --strict --config-file mkdocs.yml", self.copy)
        run_whole(f"{python} site_build.publishing.edition", self.copy)
        run_whole(f"{python} site_build.publishing.headers", self.copy)
        return self.copy / "site"

    def _commands(self, block: str) -> Iterator[object]:
        return (run(line, self.copy) for line in block.splitlines() if not line.startswith("make"))


def steps() -> dict[int, str]:
    """Return the text of each step, by its number."""
    _, *parts = _STEP.split(PAGE)
    return {int(number): text for number, text in zip(parts[::2], parts[1::2], strict=True)}


def put(file: Path, placed: list[tuple[str, str]]) -> None:
    """Write placeholders into a Word file as the page says, and have LibreOffice save the file."""
    word = Document(str(file))
    for where, what in placed:
        _put(word, where, what.replace("\\|", "|"))
    word.save(str(file))
    work = file.parent.parent.parent / "office"
    saved = convert([file], "docx", work)
    shutil.move(saved[file.stem], file)
    shutil.rmtree(work)


def _put(word: Document, where: str, what: str) -> None:
    if found := _INSTEAD.fullmatch(where):
        (paragraph,) = (it for it in word.paragraphs if found[1] in it.text)
        _replace(paragraph, found[1], what)
    elif found := _BESIDE.fullmatch(where):
        row, column = _cell(word, found[1])
        row[column + 1].paragraphs[0].add_run(what)
    else:
        found = _BELOW.fullmatch(where)
        assert found, where
        _cell_below(word, found[1], int(found[2])).paragraphs[0].add_run(what)


def _replace(paragraph: Paragraph, words: str, what: str) -> None:
    """Put a placeholder in the place of words that several runs may hold."""
    stretches = list(paragraph._p.iter(qn("w:t")))  # noqa: SLF001 - python-docx has no other way
    whole = "".join(it.text or "" for it in stretches).replace(words, what)
    for one in stretches:
        one.text = ""
    stretches[0].text = whole


def _cell(word: Document, label: str) -> tuple[list[_Cell], int]:
    """Return the row and the column of a cell by its text; a merged cell counts once."""
    for table in word.tables:
        for row in table.rows:
            cells = list(dict.fromkeys(row.cells))
            for column, cell in enumerate(cells):
                if cell.text == label:
                    return cells, column
    raise LookupError(label)


def _cell_below(word: Document, label: str, below: int) -> _Cell:
    for table in word.tables:
        for number, row in enumerate(table.rows):
            for column, cell in enumerate(row.cells):
                if cell.text == label:
                    return table.rows[number + below].cells[column]
    raise LookupError(label)
