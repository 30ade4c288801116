"""The files of a packaged call, unchanged or with one text in them replaced."""

import shutil
from importlib.resources import files
from pathlib import Path

from validator.publisher.situations import SITUATIONS

FOLDER = Path(str(files("validator.calls").joinpath("shanxi_alliance_2023")))
TEXTS = {
    file.name: file.read_text("utf-8") for file in FOLDER.glob("*.toml") if file.name != SITUATIONS
}
_PLACED = ("materials_in", "summary_in")
_MATERIALS = """
[[materials]]
position = "一"
title = "说明"
ready = ["/alliance/spreads"]
"""


def spoiled(written: str, instead: str, name: str = "") -> dict[str, str]:
    """Return the files with the first `written` (in the file `name`, if given) replaced."""
    found = name or next(name for name in sorted(TEXTS) if written in TEXTS[name])
    assert written in TEXTS[found]
    return {**TEXTS, found: TEXTS[found].replace(written, instead, 1)}


def made_up(folder: Path) -> Path:
    """Put a made-up call into an empty folder; it has the figures of the packaged one."""
    folder.mkdir(exist_ok=True)
    for file in Path(__file__).with_name("made_up").glob("*.toml"):
        shutil.copy(file, folder / file.name)
    text, _, _ = TEXTS["call.toml"].partition("[[materials]]")
    text = text.replace(f'id = "{FOLDER.name}"', f'id = "{folder.name}"', 1)
    kept = [line for line in text.splitlines() if not line.startswith(_PLACED)]
    (folder / "call.toml").write_text("\n".join((*kept, _MATERIALS)), "utf-8")
    return folder
