"""Makes the memory image that the browser's Python starts from.

It is stored as it is, not deflated: the server's brotli makes 2.4 MB of it, and a good deal more
of a deflated one, whatever compresses.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from site_templates.hooks.runtime import places

IMAGE = "memory.bin"
LATER = "later.bin"
"""What of the memory no start needs: the code of functions that were not called yet."""


def make(parts: Path, manifest: dict) -> None:
    """Write the image and its later part beside the runtime's other files.

    Byte for byte the same from the same parts: clock and random numbers stand still, and of
    the environment only what Node itself needs is passed on.

    Args:
        parts: The folder with the engine, the archive and the extension modules.
        manifest: What names them; see `assemble`.

    Raises:
        subprocess.CalledProcessError: Python did not start, or did not answer as it should.
    """
    here = places.HERE
    with TemporaryDirectory() as work:
        described = Path(work) / "manifest.json"
        described.write_text(json.dumps(manifest), "utf-8")
        command = ["node", "--import", str(here / "fixed_world.mjs"), str(here / "make_image.mjs")]
        command += [str(described), str(parts), str(here / "inside")]
        environment = {"PATH": os.environ["PATH"], "TZ": "UTC"}
        subprocess.run(command, check=True, env=environment)  # noqa: S603 - every word is ours
