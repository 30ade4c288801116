"""Writes a runtime: all that the browser fetches to run Python, and its manifest."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from browser_python.build import archive, image, layers, places, zips
from browser_python.build.arguments import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from browser_python.build.arguments import Entry, Warmup, Wheels
    from browser_python.build.keep import Keep

ARCHIVE = "python.bin"
"""The name does not end in `.zip`, since proxies of offices open, alter or refuse archives."""
MANIFEST = "manifest.json"
WHOLE = "whole"
"""The folder, in the work folder, with the engine and the extensions before they are halved."""
_BASE = "base"


def build(  # noqa: PLR0913 - all by name
    *,
    wheels: Wheels,
    warmup: Warmup,
    keep: Keep,
    entry: Entry,
    env: Mapping[str, str],
    level: Level,
    into: Path,
    work: Path,
) -> Path:
    """Build a runtime.

    The files lie in a folder named after their contents, so that browsers may keep them for
    ever and a page never mixes two builds; the manifest lies beside that folder.

    Args:
        wheels: What is to run.
        warmup: The scripts that make the requests of visitors; used at the level `image` only.
        keep: Which modules go into the browser; not used at the level `stock`.
        entry: The function that the page calls.
        env: Environment variables that Python starts with.
        level: How much is done at build.
        into: The folder to write; files that are in it are removed first.
        work: The folder for intermediate files. The compiled standard library and packages of
            others (`layers.base`) stay there, so that the next build need not compile them.

    Returns:
        The folder with the files to publish.

    Raises:
        subprocess.CalledProcessError: A script failed that compiles, shakes or makes the image.
        ValueError: The layers do not merge.
    """
    work.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=work) as temporary:
        made, parts = Path(temporary) / "own", Path(temporary) / "parts"
        parts.mkdir()
        if level is Level.STOCK:
            layers.plain(made, wheels)
            described = _stock(made, parts, wheels)
        else:
            layers.base(work / _BASE, wheels)
            layers.own(made, work / _BASE, wheels)
            described = _archive(archive.merge([work / _BASE, made], keep), made, parts)
        manifest = described | {
            "level": level.value,
            "entry": {"module": entry.module, "function": entry.function},
            "env": dict(env),
        }
        if level is Level.IMAGE:
            whole = work / WHOLE
            _shake(manifest, parts, whole)
            manifest["image"] = image.make(
                manifest, whole=whole, parts=parts, warmup=warmup, keep=keep, entry=entry
            )
        manifest |= _contents(parts)
        shutil.rmtree(into, ignore_errors=True)
        into.mkdir(parents=True)
        folder = into / str(manifest["build"])
        shutil.move(parts, folder)
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
    (into / MANIFEST).write_text(text + "\n", "utf-8")
    return folder


def _stock(made: Path, parts: Path, wheels: Wheels) -> dict[str, Any]:
    for name in (places.FRONT, places.GLUE, places.ENGINE, places.LIBRARY):
        shutil.copyfile(places.PYODIDE / name, parts / name)
    for wheel in made.glob("*.whl"):
        shutil.copyfile(wheel, parts / wheel.name)
    lock = json.loads((made / places.LOCK).read_text("utf-8"))
    own = {path.name for path in wheels.own.glob("*.whl")}
    packages = sorted(name for name, it in lock["packages"].items() if it["file_name"] in own)
    described = {"archive": places.LIBRARY, "extensions": [], "lock": lock, "packages": packages}
    return described | {"versions": _versions(lock)}


def _archive(merged: archive.Merged, made: Path, parts: Path) -> dict[str, Any]:
    for name in (places.FRONT, places.GLUE, places.ENGINE):
        shutil.copyfile(places.PYODIDE / name, parts / name)
    zips.write_stored(parts / ARCHIVE, merged.members)
    extensions = []
    for path, code in sorted(merged.extensions.items()):
        module = PurePosixPath(path).with_name(PurePosixPath(path).name.partition(".")[0])
        file = f"{module.name.lstrip('_')}.wasm"
        (parts / file).write_bytes(code)
        extensions.append({"file": file, "path": path, "module": ".".join(module.parts)})
    lock = json.loads((made / places.LOCK).read_text("utf-8"))
    described = {"archive": ARCHIVE, "extensions": extensions, "packages": []}
    return described | {
        "lock": {"info": lock["info"], "packages": {}},
        "versions": _versions(lock),
    }


def _shake(manifest: dict[str, Any], parts: Path, whole: Path) -> None:
    """Leave out of engine and glue what nothing calls; see `shake.mjs`.

    Args:
        manifest: The manifest so far, with the extensions.
        parts: The files of the level `archive`; its engine and glue are replaced.
        whole: The folder to write: engine, glue, archive and extensions, none of them halved.
    """
    shutil.rmtree(whole, ignore_errors=True)
    shutil.copytree(parts, whole)
    command = ["node", str(places.HERE / "shake.mjs"), str(places.PYODIDE), str(whole)]
    command += [it["file"] for it in manifest["extensions"]]
    subprocess.run(command, check=True)  # noqa: S603 - every word is ours
    shutil.copyfile(whole / places.GLUE, parts / places.GLUE)


def _versions(lock: dict[str, Any]) -> dict[str, str]:
    pyodide = json.loads((places.PYODIDE / "package.json").read_text("utf-8"))["version"]
    packages = {it["name"]: it["version"] for it in lock["packages"].values()}
    return {"pyodide": pyodide, "python": lock["info"]["python"]} | packages


def _contents(parts: Path) -> dict[str, Any]:
    files = {path.name: _describe(path) for path in sorted(parts.iterdir())}
    identity = json.dumps(files, sort_keys=True).encode()
    parted = any(".later." in name for name in files)
    later = [name for name in files if parted and (name == ARCHIVE or ".later." in name)]
    return {"build": hashlib.sha256(identity).hexdigest()[:16], "files": files, "later": later}


def _describe(path: Path) -> dict[str, str | int]:
    content = path.read_bytes()
    return {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
