"""Repacks a source distribution's Python files as a wheel without compiled code."""

from __future__ import annotations

import base64
import hashlib
import tarfile
from pathlib import Path, PurePosixPath

from browser_python.build import zips

_WHEEL = b"Wheel-Version: 1.0\nGenerator: validator\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def pure_wheel(sdist: Path, into: Path) -> Path:
    """Write `<name>-<version>-py3-none-any.whl` from the `src` folder of a source archive.

    A package must work without its compiled code, as MarkupSafe does: it has the same in Python.

    Args:
        sdist: The `.tar.gz`, with its packages under `src/`.
        into: The folder for the wheel.

    Returns:
        The wheel's path.

    Raises:
        ValueError: The archive holds no Python file under `src/`.
    """
    stem = sdist.name.removesuffix(".tar.gz")
    info = f"{stem}.dist-info"
    members = {f"{info}/WHEEL": _WHEEL}
    with tarfile.open(sdist) as archive:
        for entry in archive.getmembers():
            name = _place(PurePosixPath(entry.name), info)
            content = archive.extractfile(entry) if name else None
            if content:
                members[name] = content.read()
    if not any(name.endswith(".py") for name in members):
        message = f"{sdist.name} holds no Python file under src/"
        raise ValueError(message)
    members[f"{info}/RECORD"] = _record(members, f"{info}/RECORD")
    wheel = into / f"{stem}-py3-none-any.whl"
    zips.write_stored(wheel, members)
    return wheel


def _place(path: PurePosixPath, info: str) -> str:
    """Return the path in the wheel for a file of the source archive; '' for a file left out."""
    inner = path.relative_to(path.parts[0])
    if str(inner) == "PKG-INFO":
        return f"{info}/METADATA"
    if inner.name.startswith(("LICENSE", "COPYING")):
        return f"{info}/licenses/{inner.name}"
    if inner.parts[:1] == ("src",) and inner.suffix == ".py":
        return str(inner.relative_to("src"))
    return ""


def _record(members: dict[str, bytes], own_name: str) -> bytes:
    lines = []
    for name, content in sorted(members.items()):
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={digest},{len(content)}")
    return "\n".join([*lines, f"{own_name},,", ""]).encode()
