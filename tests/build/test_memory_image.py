"""The memory image: whole, in parts, and naming no machine; test_reproducible makes it again."""

import json
import re
import shutil
import struct
import subprocess
from html import unescape
from pathlib import Path

import pytest

from browser_python.build import image
from site_build import folders
from site_build.runtime import ENTRY, KEEP, WARMUP
from validator.calls import DEFAULT

MANIFEST = json.loads((folders.RUNTIME / "manifest.json").read_text("utf-8"))
PARTS = folders.RUNTIME / MANIFEST["build"]
WHOLE = folders.PYTHON / "whole"
SAID = {"warmup": WARMUP, "keep": KEEP, "entry": ENTRY}
MAGIC, NUMBERS = b"IMG3", "<4s3I"
FUNCTION_WORD = 4
CODE = ("pyodide.asm.wasm", "pydantic_core.wasm")


def second_of(file: str) -> str:
    return file.replace(".wasm", ".later.wasm")


@pytest.fixture(scope="module")
def made() -> bytes:
    return (PARTS / image.IMAGE).read_bytes()


def runs(content: bytes) -> dict[int, bytes]:
    """What an image paints, by address."""
    _, _, _, count = struct.unpack_from(NUMBERS, content)
    start = struct.calcsize(NUMBERS)
    numbers = struct.unpack_from(f"<{count * 2}I", content, start)
    painted, at = {}, start + count * 8
    for address, size in zip(numbers[::2], numbers[1::2], strict=True):
        painted[address] = content[at : at + size]
        at += size
    return painted


def test_is_parted_as_its_code_is() -> None:
    parted = {second_of(name): name for name in CODE} | {image.LATER: image.IMAGE}
    assert {it.name for it in PARTS.glob("*.later.*")} == set(parted)
    assert all((PARTS / first).is_file() for first in parted.values())


def test_names_no_place_of_this_machine(made: bytes) -> None:
    for place in (folders.ROOT, Path(shutil.which("node"))):
        assert str(place).encode() not in made
    assert b"make_image" not in made


@pytest.mark.parametrize("name", [image.IMAGE, image.LATER])
def test_holds_what_its_numbers_say(name: str) -> None:
    made = (PARTS / name).read_bytes()
    magic, _, memory, count = struct.unpack_from(NUMBERS, made)
    runs = struct.unpack_from(f"<{count * 2}I", made, struct.calcsize(NUMBERS))
    addresses, sizes = runs[::2], runs[1::2]
    ends = [address + size for address, size in zip(addresses, sizes, strict=True)]
    assert magic == MAGIC
    assert struct.calcsize(NUMBERS) + count * 8 + sum(sizes) == len(made)
    assert all(end < following for end, following in zip(ends, addresses[1:], strict=False))
    assert ends[-1] <= memory


def test_what_comes_later_is_blank_until_then(made: bytes) -> None:
    memory = bytearray(struct.unpack_from("<I", made, 8)[0])
    for address, content in runs(made).items():
        memory[address : address + len(content)] = content
    later = runs((PARTS / image.LATER).read_bytes())
    blank = [at for at, content in later.items() if not any(memory[at : at + len(content)])]
    words = [at for at, content in later.items() if len(content) == FUNCTION_WORD]
    assert len(blank) > 20_000
    assert sorted(blank + words) == sorted(later)


def test_a_function_that_was_not_called_waits_for_its_code() -> None:
    script = Path(__file__).with_name("start_image.mjs")
    command = ["node", str(script), str(folders.RUNTIME), str(WHOLE)]
    said = subprocess.run(  # noqa: S603 - every word is ours
        command, check=True, capture_output=True, text=True, cwd=folders.ROOT
    )
    told = json.loads(said.stdout)
    assert told.pop("called")[0] == CODE[0]
    assert told == {
        "before": "stand_in",
        "wanted": False,
        "atStart": [],
        "answer": "One Two",
        "after": "capwords",
        "asked": 1,
        "fraction": [1, 2],
    }


@pytest.mark.parametrize("page", ["self-check", "pre-check"])
def test_what_a_page_asks_for_first_has_been_rendered_with_its_links(page: str) -> None:
    html = (folders.SITE / "calls" / DEFAULT / "tools" / page / "index.html").read_text("utf-8")
    (links,) = re.findall('data-links="([^"]*)"', html)
    visit = WARMUP.visit.read_text("utf-8")
    for name, address in json.loads(unescape(links)).items():
        assert f'"{name}": "{address}"' in visit


def test_says_what_cannot_be_made(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    whole = tmp_path / "whole"
    shutil.copytree(WHOLE, whole)
    (whole / "pydantic_core.wasm").write_bytes(b"no wasm")
    with pytest.raises(subprocess.CalledProcessError):
        image.make(MANIFEST, whole=whole, parts=tmp_path, **SAID)
    assert "expected magic word" in capfd.readouterr().err
    assert not (tmp_path / image.IMAGE).exists()
