"""The same inputs give the same bytes, wherever and whenever they are built."""

from pathlib import Path

from browser_python.build import assemble, layers, places
from site_build.runtime import WARMUP


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_second_build_gives_the_same_runtime(tmp_path: Path) -> None:
    base = tmp_path / "elsewhere" / "base"
    layers.build_base(base)
    runtime, whole = tmp_path / "runtime", tmp_path / "whole"
    assemble.assemble(warmup=WARMUP, runtime=runtime, whole=whole, base=base)
    again, first = contents(runtime), contents(places.RUNTIME)
    assert sorted(again) == sorted(first)
    assert [name for name in first if again[name] != first[name]] == []
