"""Measures whether the first finding grows with the number of calls on a site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import results, visits
from bench.link import Link
from bench.measure import interleaved
from bench.packing import compress
from bench.setting import Bench
from site_build.folders import ROOT
from validator.calls import DEFAULT

NUMBERS = (1, 3, 20)
MOST = 1.05
_LINK = Link("50_mbit", 50_000_000)
_PATTERN = "yunze_science_base_2027"
"""The call of which synthetic ones are copies: the smallest of those that are here."""
_SOURCES = ("browser_python", "deploy", "docs", "site_build", "site_templates", "validator")
_STEPS = (
    ("site_build.word_templates.precompile",),
    ("mkdocs", "build", "--quiet", "--config-file", "mkdocs.yml"),
    ("site_build.publishing.edition",),
)


def run(bench: Bench) -> Iterator[results.Row]:
    """Yield times and bytes on sites with more calls, beside those where the call is alone."""
    peers = {number: f"free-calls-{number}" for number in NUMBERS}
    for number, peer in peers.items():
        build(bench.served.folder / peer, number)
    sent: dict[str, list[float]] = {peer: [] for peer in peers.values()}

    def visit(peer: str) -> float:
        done = visits.cold_on(_LINK, bench.served, peer)
        sent[peer].append(done.bytes)
        return done.milliseconds

    times = interleaved({peer: partial(visit, peer) for peer in sent}, bench.pace)
    alone = peers[1]
    for number in NUMBERS[1:]:
        peer = peers[number]
        yield results.ratio(f"cold.calls.{number}", times[peer], times[alone], "ms")
        yield results.ratio(f"bytes.calls.{number}", sent[peer], sent[alone], "bytes", MOST)


def build(site: Path, number: int) -> None:
    """Build a site with so many calls around the browser's Python that is built here.

    Args:
        site: The folder to fill.
        number: How many calls: the first one, then those that are here, then synthetic ones.

    Raises:
        subprocess.CalledProcessError: A step of the build failed; its words are on the terminal.
    """
    with TemporaryDirectory() as work:
        copy = Path(work)
        unwanted = shutil.ignore_patterns("node_modules", "__pycache__")
        for name in _SOURCES:
            shutil.copytree(ROOT / name, copy / name, ignore=unwanted)
        shutil.copy(ROOT / "mkdocs.yml", copy)
        (copy / "build").mkdir()
        (copy / "build" / "runtime").symlink_to(ROOT / "build" / "runtime")
        (copy / "node_modules").symlink_to(ROOT / "node_modules")
        _set_calls(copy / "validator" / "calls", number)
        settings = os.environ | {"PYTHONPATH": str(copy), "NO_MKDOCS_2_WARNING": "1"}
        for step in _STEPS:
            command = [sys.executable, "-m", *step]
            subprocess.run(command, cwd=copy, env=settings, check=True)  # noqa: S603 - ours
        shutil.move(copy / "site", site)
    compress(site)


def _set_calls(home: Path, number: int) -> None:
    """Remove calls of a folder, or add copies of one, until there are so many."""
    others = sorted(path.parent for path in home.glob("*/call.toml") if path.parent.name != DEFAULT)
    for index in range(len(others) + 1, number):
        added = home / f"synthetic_{index}_2027"
        shutil.copytree(home / _PATTERN, added)
        call = added / "call.toml"
        call.write_text(call.read_text("utf-8").replace(_PATTERN, added.name), "utf-8")
    for folder in others[max(number - 1, 0) :]:
        shutil.rmtree(folder)
