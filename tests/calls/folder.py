"""The files of a packaged call, unchanged or with one text in them replaced."""

from importlib.resources import files
from pathlib import Path

FOLDER = Path(str(files("validator.calls").joinpath("shanxi_alliance_2023")))
TEXTS = {file.name: file.read_text("utf-8") for file in FOLDER.glob("*.toml")}


def spoiled(written: str, instead: str, name: str = "") -> dict[str, str]:
    """Return the files with the first `written` (in the file `name`, if given) replaced."""
    found = name or next(name for name in sorted(TEXTS) if written in TEXTS[name])
    assert written in TEXTS[found]
    return {**TEXTS, found: TEXTS[found].replace(written, instead, 1)}
