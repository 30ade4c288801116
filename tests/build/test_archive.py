"""The archive that browsers run: whole, compiled, and nothing needed left out."""

import ast
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from site_build import folders
from validator.calls import DEFAULT, available

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
RUNTIME = ROOT / "build" / "runtime"
REACH = HERE / "reach.py"


@pytest.fixture(scope="module")
def manifest() -> dict:
    return json.loads((RUNTIME / "manifest.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def archive(manifest: dict) -> zipfile.ZipFile:
    with zipfile.ZipFile(RUNTIME / manifest["build"] / manifest["archive"]) as opened:
        yield opened


@pytest.fixture(scope="module")
def native() -> dict:
    return reached(sys.executable, str(REACH))


@pytest.fixture(scope="module")
def pyodide() -> dict:
    whole = folders.PYTHON / "whole"
    return reached("node", str(HERE / "boot.mjs"), str(RUNTIME), str(whole), str(REACH))


def reached(*command: str) -> dict:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return json.loads(subprocess.check_output(command, cwd=ROOT, env=environment))  # noqa: S603 - ours


def test_holds_bytecode_never_checked_against_a_source(archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    assert not [name for name in names if name.endswith(".py")]
    flags = {archive.read(name)[4:8] for name in names if name.endswith(".pyc")}
    assert flags == {(1).to_bytes(4, "little")}


def test_is_stored_sorted_and_undated(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    assert [entry.filename for entry in entries] == sorted(archive.namelist())
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_manifest_describes_every_file(manifest: dict) -> None:
    folder = RUNTIME / manifest["build"]
    sizes = {path.name: path.stat().st_size for path in folder.iterdir()}
    assert {name: described["bytes"] for name, described in manifest["files"].items()} == sizes


def test_names_pass_proxies_that_refuse_archives(manifest: dict) -> None:
    assert {Path(name).suffix for name in manifest["files"]} == {".bin", ".mjs", ".wasm"}


def test_every_module_of_validator_loads(native: dict, pyodide: dict) -> None:
    assert pyodide["modules"] == native["modules"]


def imported() -> set[str]:
    """Return what `validator` imports, inside functions too."""
    names = set()
    for path in (ROOT / "validator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names.add(node.module.partition(".")[0])
    return names


def test_nothing_that_validator_imports_was_trimmed(
    archive: zipfile.ZipFile, pyodide: dict
) -> None:
    held = {name.partition("/")[0].removesuffix(".pyc") for name in archive.namelist()}
    assert imported() - held - set(pyodide["builtin"]) == set()


def test_validators_data_is_readable(native: dict, pyodide: dict) -> None:
    """Without what the wheel leaves out, and without the calls that come with their own pages."""
    homes = [f"calls/{call}/" for call in available() if call != DEFAULT]
    of_first = (f"calls/{DEFAULT}/pages/", f"calls/{DEFAULT}/examples.toml")
    left_out = ("calls/schema/", *of_first, *homes)
    wanted = {
        name: digest
        for name, digest in native["data"].items()
        if not name.endswith(".docx") and not name.startswith(left_out)
    }
    assert pyodide["data"] == wanted


def test_answers_as_natively(native: dict, pyodide: dict) -> None:
    assert pyodide["ping"] == native["ping"]


def test_licences_travel_along(archive: zipfile.ZipFile, manifest: dict) -> None:
    """As a file, or where a package has none, as the statement in its metadata."""
    packages = set(manifest["versions"]) - {"pyodide", "python"}
    licensed = {
        name.partition("-")[0].replace("_", "-").lower()
        for name in archive.namelist()
        if re.search(r"\.dist-info/(licenses/|LICEN[CS]E)", name)
        or (name.endswith("/METADATA") and b"\nLicense" in archive.read(name))
    }
    assert licensed == packages
