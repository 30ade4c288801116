"""Makes the memory image that the browser's Python starts from, and halves the compiled code.

It is stored as it is, not deflated: the server's brotli makes 2.4 MB of it, and a good deal more
of a deflated one, whatever compresses.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from browser_python.build import places

IMAGE = "memory.bin"
LATER = "memory.later.bin"
"""What of the memory no start needs: the code of functions that were not called yet."""


def make(manifest: dict, *, whole: Path, parts: Path, warmup: Path) -> dict[str, str]:
    """Write the image and its later part, and both halves of the engine and of each extension.

    Byte for byte the same from the same parts: clock and random numbers stand still, and of
    the environment only what Node itself needs is passed on.

    Args:
        manifest: What names the engine, the archive and the extension modules; see `assemble`.
        whole: The folder with the engine, the archive and the extension modules.
        parts: The folder to write to.
        warmup: The folder with the scripts that do once what visitors do first: `visit.py`, which
            runs before the image is taken and again in what starts from it, and `wander.py`.

    Returns:
        What the manifest says of it: `file`, `later`, and Pyodide's own `head` of it in base64.

    Raises:
        subprocess.CalledProcessError: Python did not start, or did not answer as it should.
    """
    here = places.HERE
    with TemporaryDirectory() as work:
        described = Path(work) / "manifest.json"
        image = {"file": IMAGE, "later": LATER}
        described.write_text(json.dumps(manifest | {"image": image}), "utf-8")
        command = ["node", "--import", str(here / "fixed_world.mjs"), str(here / "make_image.mjs")]
        head = Path(work) / "head"
        command += map(str, [described, whole, here / "inside", warmup, parts, head])
        environment = {"PATH": os.environ["PATH"], "TZ": "UTC"}
        subprocess.run(command, check=True, env=environment)  # noqa: S603 - every word is ours
        return image | {"head": base64.b64encode(head.read_bytes()).decode()}
