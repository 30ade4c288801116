"""Makes the memory image that the browser's Python starts from, and halves the compiled code.

It is stored as it is, not deflated: the server's brotli makes 2.5 MB of it, and a good deal more
of a deflated one, whatever compresses.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from browser_python.build import places

if TYPE_CHECKING:
    from browser_python.build.arguments import Entry, Warmup
    from browser_python.build.keep import Keep

IMAGE = "memory.bin"
LATER = "memory.later.bin"
"""What of the memory no start needs: the code of functions that were not called yet."""


def make(  # noqa: PLR0913 - all by name
    manifest: dict[str, Any],
    *,
    whole: Path,
    parts: Path,
    warmup: Warmup,
    keep: Keep,
    entry: Entry,
) -> dict[str, str]:
    """Write the image and its later part, and both halves of the engine and of each extension.

    Byte for byte the same from the same parts: clock and random numbers stand still, and of
    the environment only what Node itself needs is passed on.

    Args:
        manifest: What names the engine, the archive and the extension modules; see `levels`.
        whole: The folder with the engine, the archive and the extension modules.
        parts: The folder to write to.
        warmup: The scripts that do once what visitors do first.
        keep: Which code the image holds though nobody called it.
        entry: What the page calls.

    Returns:
        What the manifest says of it: `file`, `later`, and Pyodide's own `head` of it in base64.

    Raises:
        subprocess.CalledProcessError: Python did not start, or did not answer as it should.
    """
    here = places.HERE
    with TemporaryDirectory() as work:
        described = Path(work) / "manifest.json"
        image = {"file": IMAGE, "later": LATER}
        told = {
            "image": image,
            "warmup": {"visit": str(warmup.visit), "wander": str(warmup.wander)},
            "atStart": keep.at_start,
            "probe": [entry.module, entry.function, *entry.probe],
        }
        described.write_text(json.dumps(manifest | told), "utf-8")
        command = ["node", "--import", str(here / "fixed_world.mjs"), str(here / "make_image.mjs")]
        head = Path(work) / "head"
        command += map(str, [described, whole, here / "inside", parts, head])
        environment = {"PATH": os.environ["PATH"], "TZ": "UTC"}
        subprocess.run(command, check=True, env=environment)  # noqa: S603 - every word is ours
        return image | {"head": base64.b64encode(head.read_bytes()).decode()}
