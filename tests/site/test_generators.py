"""MkDocs and properdocs, the fork that is maintained, build the same files: a move is one line."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import built
import pytest

GENERATORS = ("mkdocs", "properdocs")


def build(generator: str, site: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", generator, "build", "--strict", "--config-file", "mkdocs.yml"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    return subprocess.Popen(  # noqa: S603 - every word is ours
        [*command, "--site-dir", str(site)],
        cwd=built.ROOT,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("generators")
    for generator in GENERATORS:
        with build(generator, folder / generator) as running:
            _, said = running.communicate()
        assert running.returncode == 0, said
    return [folder / generator for generator in GENERATORS]


def files(site: Path) -> dict[str, bytes]:
    found = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def test_every_file_is_the_same(sites: list[Path]) -> None:
    one, other = map(files, sites)
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []


def test_all_pages_were_built(sites: list[Path]) -> None:
    pages = {path.relative_to(built.SITE).as_posix() for path in built.pages()}
    for site in sites:
        assert {path.relative_to(site).as_posix() for path in site.rglob("*.html")} == pages


def test_the_generator_is_named_in_one_line() -> None:
    makefile = (built.ROOT / "Makefile").read_text("utf-8")
    assert re.findall(r"^SITE_GENERATOR \?= (\w+)$", makefile, re.MULTILINE)[0] in GENERATORS
    assert not re.search(r"-m (mkdocs|properdocs)\b", makefile)
