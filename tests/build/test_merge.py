"""Merging refuses what would go wrong in a browser only."""

import zipfile
from pathlib import Path

import pytest

from browser_python.build import archive
from site_build.runtime import KEEP

HASHED = b"\x0f\x0e\r\n" + (3).to_bytes(4, "little") + bytes(8)
DATED = b"\x0f\x0e\r\n" + bytes(4) + bytes(8)


def layer(folder: Path, **wheels: dict[str, bytes]) -> Path:
    for name, members in wheels.items():
        with zipfile.ZipFile(folder / f"{name}.whl", "w") as wheel:
            for member, content in members.items():
                wheel.writestr(member, content)
    return folder


def test_sets_extension_modules_apart(tmp_path: Path) -> None:
    members = {"a/_fast.so": b"wasm", "a/__init__.pyc": HASHED}
    merged = archive.merge([layer(tmp_path, a=members)], KEEP)
    assert merged.extensions == {"a/_fast.so": b"wasm"}
    assert list(merged.members) == ["a/__init__.pyc"]


@pytest.mark.parametrize(
    ("wheels", "complaint"),
    [
        ({"a": {"same.txt": b"1"}, "b": {"same.txt": b"2"}}, "comes twice"),
        ({"a": {"source.py": b""}}, "not compiled"),
        ({"a": {"dated.pyc": DATED}}, "time stamp"),
    ],
)
def test_refuses(tmp_path: Path, wheels: dict, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        archive.merge([layer(tmp_path, **wheels)], KEEP)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("validator/attachments/compiled/form.j2", True),
        ("validator/calls/call.toml", True),
        ("tomllib/__init__.pyc", True),
        ("tarfile.pyc", True),
        ("encodings/utf_8.pyc", True),
        ("encodings/cp869.pyc", False),
        ("stdnum/cn/uscc.pyc", True),
        ("stdnum/us/ssn.pyc", False),
        ("pydantic/v1/main.pyc", False),
        ("pydantic-2.14.3.dist-info/METADATA", True),
        ("pydantic-2.14.3.dist-info/RECORD", False),
        ("validator/py.typed", False),
        ("code.pyc", False),
        ("codecs.pyc", True),
    ],
)
def test_trims(name: str, *, kept: bool) -> None:
    assert KEEP.keeps(name) is kept
