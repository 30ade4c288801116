"""The files of a packaged call, as they are and with a place in them written otherwise."""

from importlib.resources import files
from pathlib import Path

FOLDER = Path(str(files("validator.calls").joinpath("shanxi_alliance_2023")))
TEXTS = {file.name: file.read_text("utf-8") for file in FOLDER.glob("*.toml")}


def spoiled(written: str, instead: str, name: str = "") -> dict[str, str]:
    """The call's files with the first place where a text stands in them, or in one, changed."""
    found = name or next(name for name in sorted(TEXTS) if written in TEXTS[name])
    assert written in TEXTS[found]
    return {**TEXTS, found: TEXTS[found].replace(written, instead, 1)}
