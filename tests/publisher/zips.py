"""A packaged call in a .zip, as an office packs its folder, unchanged or spoiled."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from validator.calls.folder import packaged

Spoil = Callable[[dict[str, bytes]], object]
CITY = "yunze_alliance_2027"


def files(call: str = CITY, spoil: Spoil = lambda it: it) -> dict[str, bytes]:
    """Return the files of a call by path, without what the build makes of them."""
    root = Path(str(packaged(call).root))
    found = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and "compiled" not in path.parts
    }
    spoil(found)
    return found


def zipped(call: str = CITY, spoil: Spoil = lambda it: it) -> bytes:
    """Return the folder of a call as a .zip, the folder at its top."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files(call, spoil).items():
            archive.writestr(f"{call}/{name}", content)
    return buffer.getvalue()


def instead(name: str, written: str, other: str) -> Spoil:
    """Write something else in the place of the first `written` in a file."""

    def spoil(found: dict[str, bytes]) -> None:
        assert written.encode() in found[name]
        found[name] = found[name].replace(written.encode(), other.encode(), 1)

    return spoil


def without(name: str) -> Spoil:
    """Take a file away."""
    return lambda found: found.pop(name)


def beside(name: str, content: bytes) -> Spoil:
    """Put a file into the folder, or in the place of one."""
    return lambda found: found.update({name: content})


SPOILED: dict[str, Spoil] = {
    "a key that is none": instead("call.toml", "[thresholds]", "[thresholds]\ncopes = 3"),
    "a text for a number": instead("call.toml", "year = 2027", 'year = "2027"'),
    "no TOML": instead("rules.toml", "[[rules]]", "[[rules]"),
    "a missing file": without("readings.toml"),
    "GBK": beside("questions.toml", "# 问题\n".encode("gbk")),
    "a mark": instead("call.toml", 'id = "', '# 〔待填〕核对编号\nid = "'),
    "a template that nobody names": beside("templates/多余.docx", b"PK"),
    "a stray file": beside("quesions.toml", b""),
    "another id": instead("call.toml", 'id = "yunze', 'id = "yunse'),
    "an unknown judge": instead("rules.toml", 'judge = "', 'judge = "un'),
    "a situation with another status": instead("examples.toml", 'status = "met"', 'status = "hit"'),
    "nested without end": beside("precheck.toml", b"a = " + b"[" * 50_000),
    "an example nested without end": beside("example.json", b"[" * 50_000),
    "nothing but the main file": lambda found: [
        found.pop(name) for name in list(found) if name != "call.toml"
    ],
}
"""Ways to spoil a folder, by what is wrong."""
