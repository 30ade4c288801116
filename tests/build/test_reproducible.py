"""The same inputs give the same bytes, wherever and whenever they are built."""

from pathlib import Path

import pytest

from browser_python.build import Level
from site_build import folders, runtime


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_build_on_another_machine_gives_the_same_runtime(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    made = tmp_path / "elsewhere" / "runtime"
    runtime.make(Level.IMAGE, made, tmp_path / "work")
    again, first = contents(made), contents(folders.RUNTIME)
    assert sorted(again) == sorted(first)
    assert [name for name in first if again[name] != first[name]] == []
