"""LibreOffice, which no part of the build uses, as a reader and writer of documents and tables."""

import os
import subprocess
from pathlib import Path


def convert(files: list[Path], ending: str, folder: Path) -> dict[str, Path]:
    """Have LibreOffice save files in another format.

    Each run has a profile of its own in `folder`, so that tests may run side by side: a LibreOffice
    that finds its profile in use hands its files to the one that runs, and ends too early.

    Args:
        files: what is read.
        ending: the format to save in, named as LibreOffice does: by the ending, such as `pdf`.
        folder: an empty or new folder for what is saved.

    Returns:
        What was saved, by its name without the ending.
    """
    subprocess.run(  # noqa: S603 - a fixed command
        [
            os.environ.get("SOFFICE", "soffice"),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--convert-to", ending, "--outdir", str(folder / "saved")),
            *map(str, files),
        ],
        check=True,
        capture_output=True,
    )
    return {path.stem: path for path in (folder / "saved").iterdir()}
