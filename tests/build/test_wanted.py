"""What the machine lacks is said in one line, before pip or npm fail in their own words."""

import subprocess
import sys
from pathlib import Path

WANTED = Path(__file__).resolve().parents[2] / "requirements" / "wanted.sh"


def wanted(python: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = ["/bin/sh", str(WANTED), python]
    return subprocess.run(  # noqa: S603 - ours
        command, env=environment or None, capture_output=True, text=True, check=False
    )


def test_a_machine_that_has_all_is_told_nothing() -> None:
    said = wanted(sys.executable)
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")


def test_all_that_is_lacking_is_said_in_one_line(tmp_path: Path) -> None:
    said = wanted("python3", PATH=str(tmp_path))
    assert said.returncode == 1
    (line,) = said.stderr.splitlines()
    assert "Python 3.11 or newer (there is no python3)" in line
    assert "Node 20 or newer (there is no node)" in line
