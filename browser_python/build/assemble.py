"""Writes `build/runtime/`: all that the browser fetches to run Python, and its manifest."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from browser_python.build import archive, image, layers, places, zips

ARCHIVE = "python.bin"
"""Not `.zip`: offices' proxies open, alter or refuse archives."""
_ENVIRONMENT = {"PYDANTIC_DISABLE_PLUGINS": "__all__"}
"""No package here is a plug-in of pydantic: it need not look for any."""
_FRONT, _GLUE = "pyodide.mjs", "pyodide.asm.mjs"


def assemble(
    *,
    warmup: Path,
    runtime: Path = places.RUNTIME,
    whole: Path = places.WHOLE,
    base: Path = places.BASE,
) -> None:
    """Compile `validator`, merge it with the base layer, and lay out the runtime.

    The files lie in a folder named after their contents, so that browsers may keep them for
    ever and a page never mixes two builds; the manifest goes into the scripts.

    Args:
        warmup: The folder with the scripts `visit.py` and `wander.py`; see `image.make`.
        runtime: The folder to write.
        whole: The folder for what is parted on the way.
        base: The compiled base layer.

    Raises:
        subprocess.CalledProcessError: Compiling failed, or shaking the engine, or making the image.
        ValueError: The layers do not merge.
    """
    with TemporaryDirectory(dir=base.parent) as work:
        own = Path(work) / "own"
        layers.build_own(own, base=base)
        lock = json.loads((own / places.LOCK).read_text("utf-8"))
        merged = archive.merge([base, own])
        for folder in (runtime, whole):
            shutil.rmtree(folder, ignore_errors=True)
        manifest = _manifest(lock, _write_whole(whole, merged))
        parts = Path(work) / "parts"
        parts.mkdir()
        for name in (_FRONT, _GLUE, ARCHIVE):
            shutil.copyfile(whole / name, parts / name)
        manifest["image"] = image.make(manifest, whole=whole, parts=parts, warmup=warmup)
        manifest |= _contents(parts)
        runtime.mkdir(parents=True)
        shutil.move(parts, runtime / manifest["build"])
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
    (runtime / "manifest.json").write_text(text + "\n", "utf-8")


def _write_whole(whole: Path, merged: archive.Merged) -> list[dict[str, str]]:
    whole.mkdir(parents=True)
    zips.write_stored(whole / ARCHIVE, merged.members)
    extensions = []
    for path, code in sorted(merged.extensions.items()):
        module = PurePosixPath(path).with_name(PurePosixPath(path).name.partition(".")[0])
        file = f"{module.name.lstrip('_')}.wasm"
        (whole / file).write_bytes(code)
        extensions.append({"file": file, "path": path, "module": ".".join(module.parts)})
    shutil.copyfile(places.PYODIDE / _FRONT, whole / _FRONT)
    command = ["node", str(places.HERE / "shake.mjs"), str(places.PYODIDE), str(whole)]
    command += [it["file"] for it in extensions]
    subprocess.run(command, check=True)  # noqa: S603 - every word is ours
    return extensions


def _manifest(lock: dict, extensions: list[dict[str, str]]) -> dict:
    packages = lock["packages"].values()
    pyodide = json.loads((places.PYODIDE / "package.json").read_text("utf-8"))["version"]
    return {
        "archive": ARCHIVE,
        "env": _ENVIRONMENT,
        "extensions": extensions,
        "lock": {"info": lock["info"], "packages": {}},
        "versions": {"pyodide": pyodide, "python": lock["info"]["python"]}
        | {package["name"]: package["version"] for package in packages},
    }


def _contents(parts: Path) -> dict:
    files = {path.name: _describe(path) for path in sorted(parts.iterdir())}
    identity = json.dumps(files, sort_keys=True).encode()
    later = [name for name in files if name == ARCHIVE or ".later." in name]
    return {"build": hashlib.sha256(identity).hexdigest()[:16], "files": files, "later": later}


def _describe(path: Path) -> dict[str, str | int]:
    content = path.read_bytes()
    return {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
