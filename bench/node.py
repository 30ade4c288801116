"""Peers that run under Node: a script that times itself, asked once a round."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def run(script: str, given: Mapping[str, object]) -> dict[str, Any]:
    """Run `node/<script>.mjs` with a JSON object on its input; return the one on its output.

    Raises:
        subprocess.CalledProcessError: The script failed; its own words are on the terminal.
    """
    done = subprocess.run(  # noqa: S603 - ours
        ["node", HERE / "node" / f"{script}.mjs"],  # noqa: S607 - wherever it is
        input=json.dumps(given),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told
