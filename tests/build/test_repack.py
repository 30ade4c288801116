"""A source archive becomes a wheel without compiled code."""

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from browser_python.build import repack

SOURCE = {
    "thing-1.0/PKG-INFO": b"Metadata-Version: 2.1\nName: thing\nVersion: 1.0\n",
    "thing-1.0/LICENSE.txt": b"free",
    "thing-1.0/setup.py": b"",
    "thing-1.0/src/thing/__init__.py": b"x = 1\n",
    "thing-1.0/src/thing/_fast.c": b"int x;",
    "thing-1.0/tests/test_thing.py": b"",
}


def sdist(folder: Path, members: dict[str, bytes]) -> Path:
    path = folder / "thing-1.0.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return path


def test_keeps_python_and_licence_only(tmp_path: Path) -> None:
    wheel = repack.pure_wheel(sdist(tmp_path, SOURCE), tmp_path)
    assert wheel.name == "thing-1.0-py3-none-any.whl"
    info = "thing-1.0.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        assert set(archive.namelist()) == {
            "thing/__init__.py",
            f"{info}/METADATA",
            f"{info}/RECORD",
            f"{info}/WHEEL",
            f"{info}/licenses/LICENSE.txt",
        }
        listed = archive.read(f"{info}/RECORD").decode().splitlines()
        assert len(listed) == len(archive.namelist())


def test_refuses_a_source_without_python(tmp_path: Path) -> None:
    only_c = {name: content for name, content in SOURCE.items() if "__init__" not in name}
    with pytest.raises(ValueError, match="no Python file"):
        repack.pure_wheel(sdist(tmp_path, only_c), tmp_path)
