"""Makes the memory image that the browser's Python starts from, and halves the compiled code.

The image is stored uncompressed: the server's brotli packs it to 2.5 MB, and hardly packs a file
that was deflated before, which is larger.
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
"""The part of the memory that no start needs: the code of functions that were not called."""


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

    The same parts give the same bytes: fixed_world.mjs fixes the clock and random numbers, and only
    the environment variables that Node needs are passed on.

    Args:
        manifest: The manifest so far, with the archive and the extension modules; see `levels`.
        whole: The folder with the engine, the archive and the extension modules.
        parts: The folder to write to.
        warmup: The scripts that make the requests of visitors.
        keep: Which code the image holds even if the warm-up does not call it.
        entry: The function that the page calls.

    Returns:
        The entry `image` of the manifest: `file`, `later`, and Pyodide's `head` in base64.

    Raises:
        subprocess.CalledProcessError: Python did not start, or a script of the warm-up failed.
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
