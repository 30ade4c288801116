"""Files are written whole or not at all, and over nothing that somebody may still want."""

from __future__ import annotations

import resource
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from validator.writing import InTheWayError, write


def test_what_says_something_else_is_not_overwritten_unasked(tmp_path: Path) -> None:
    edited, new = tmp_path / "章程.docx", tmp_path / "目录.docx"
    edited.write_bytes(b"edited")
    with pytest.raises(InTheWayError, match=r"章程\.docx"):
        write({new: b"new", edited: b"made"})
    assert [path.name for path in tmp_path.iterdir()] == ["章程.docx"]
    assert edited.read_bytes() == b"edited"
    write({new: b"new", edited: b"made"}, overwrite=True)
    assert (new.read_bytes(), edited.read_bytes()) == (b"new", b"made")


def test_what_is_already_there_stays_untouched(tmp_path: Path) -> None:
    path = tmp_path / "same"
    path.write_bytes(b"same")
    before = path.stat()
    write({path: b"same"})
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_link_is_named_and_never_written_through(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"kept")
    link.symlink_to(target)
    with pytest.raises(InTheWayError, match="链接，指向"):
        write({link: b"made"})
    write({link: b"made"}, overwrite=True)
    assert (target.read_bytes(), link.read_bytes(), link.is_symlink()) == (b"kept", b"made", False)
    loose = tmp_path / "loose"
    loose.symlink_to(tmp_path / "nowhere")
    with pytest.raises(InTheWayError):
        write({loose: b"made"})


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "private"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write({path: b"new"}, overwrite=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_device_is_written_to() -> None:
    write({Path("/dev/null"): b"made"})
    with pytest.raises(OSError, match="No space left"):
        write({Path("/dev/full"): b"made"})


def test_a_failure_on_the_way_leaves_everything_as_it_was(tmp_path: Path) -> None:
    old = tmp_path / "a"
    old.write_bytes(b"old")
    with pytest.raises(OSError, match="File too large"):
        _with_little_room(
            lambda: write({old: b"new", tmp_path / "b": bytes(9_000)}, overwrite=True)
        )
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old"}


def test_a_full_disk_is_told_in_words_and_leaves_no_file(tmp_path: Path) -> None:
    program = (
        "import resource, sys\n"
        "from validator.cli import main\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000))\n"
        f"sys.exit(main(['example', '-o', {str(tmp_path / 'draft.json')!r}]))\n"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, check=False
    )
    assert done.returncode == 2
    assert "超过文件大小的限制" in done.stderr.decode()
    assert list(tmp_path.iterdir()) == []


def _with_little_room(act) -> None:  # noqa: ANN001 - a call
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8_000, limits[1]))
    try:
        act()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
