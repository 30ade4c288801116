"""The memory image: the same wherever and whenever it is made, and naming no machine."""

import json
import shutil
import struct
import subprocess
from pathlib import Path

import pytest

from site_templates.hooks.runtime import image, places

MANIFEST = json.loads((places.RUNTIME / "manifest.json").read_text("utf-8"))
PARTS = places.RUNTIME / MANIFEST["build"]
MAGIC, NUMBERS = b"IMG1", "<4s3I"


@pytest.fixture(scope="module")
def made() -> bytes:
    return (PARTS / image.IMAGE).read_bytes()


def test_another_machine_makes_the_same(
    made: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {
        "TZ": "Asia/Shanghai",
        "HOME": "/home/other",
        "LANG": "zh_CN.UTF-8",
    }.items():
        monkeypatch.setenv(name, value)
    parts = tmp_path / "elsewhere"
    shutil.copytree(PARTS, parts, ignore=shutil.ignore_patterns(image.IMAGE))
    assert image.make(parts, MANIFEST) == MANIFEST["image"]
    assert (parts / image.IMAGE).read_bytes() == made


def test_names_no_place_of_this_machine(made: bytes) -> None:
    for place in (places.ROOT, Path(shutil.which("node"))):
        assert str(place).encode() not in made
    assert b"make_image" not in made


def test_holds_what_its_numbers_say(made: bytes) -> None:
    magic, _, memory, count = struct.unpack_from(NUMBERS, made)
    runs = struct.unpack_from(f"<{count * 2}I", made, struct.calcsize(NUMBERS))
    addresses, sizes = runs[::2], runs[1::2]
    ends = [address + size for address, size in zip(addresses, sizes, strict=True)]
    assert magic == MAGIC
    assert struct.calcsize(NUMBERS) + count * 8 + sum(sizes) == len(made)
    assert all(end < following for end, following in zip(ends, addresses[1:], strict=False))
    assert ends[-1] <= memory


def test_says_what_cannot_be_made(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    parts = tmp_path / "parts"
    shutil.copytree(PARTS, parts, ignore=shutil.ignore_patterns(image.IMAGE))
    (parts / "pydantic_core.wasm").write_bytes(b"no wasm")
    with pytest.raises(subprocess.CalledProcessError):
        image.make(parts, MANIFEST)
    assert "expected magic word" in capfd.readouterr().err
    assert not (parts / image.IMAGE).exists()
