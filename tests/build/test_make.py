"""`make` does no work twice."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_a_second_make_site_has_nothing_to_do() -> None:
    environment = {name: value for name, value in os.environ.items() if "MAKE" not in name}
    command = ["make", "--question", "site"]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False)  # noqa: S603 - ours
    assert done.returncode == 0
