"""What the build of the image takes for granted of Pyodide is compared with Pyodide itself."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from browser_python.build import places

HERE = Path(__file__).resolve().parent
CHECK = places.HERE / "check_layout.mjs"
PACKAGE = places.HERE.parent
PUBLIC = {"HEAP32", "HEAPU8", "HEAPU32", "length"}
"""What Emscripten documents, and what every array has."""
PAGE = 'Read "How to take the next Pyodide" in browser_python/README.md.'


def checked(*arguments: Path) -> subprocess.CompletedProcess[str]:
    command = ["node", str(CHECK), *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - ours


@pytest.fixture(scope="module")
def planted() -> dict[str, list[str]]:
    command = ["node", str(HERE / "plant_layout.mjs")]
    return json.loads(subprocess.check_output(command, text=True))  # noqa: S603 - every word is ours


def test_the_pyodide_of_npm_is_laid_out_as_assumed() -> None:
    said = checked()
    assert (said.returncode, said.stderr) == (0, "")


def test_every_number_that_is_changed_is_named(planted: dict[str, list[str]]) -> None:
    assert planted.pop("") == []
    assert len(planted) > 30
    for name, sentences in planted.items():
        assert sentences, name
        assert all(it.startswith("This assumes CPython 3.14: ") for it in sentences)
        if name.startswith("Py"):
            assert any(name in it for it in sentences), (name, sentences)


def test_says_what_was_assumed_and_what_was_found(planted: dict[str, list[str]]) -> None:
    by_probe = "PyCodeObject.co_names is not at 20: what the probe object holds there is at 16."
    by_python = "PyObject.ob_type is not at 8: _Py_DebugOffsets says 4."
    assert planted["PyCodeObject.co_names"] == [f"This assumes CPython 3.14: {by_probe}"]
    assert planted["PyObject.ob_type"][0] == f"This assumes CPython 3.14: {by_python}"


def test_names_what_another_glue_lacks(tmp_path: Path) -> None:
    other = shutil.copytree(places.PYODIDE, tmp_path / "pyodide")
    glue = other / "pyodide.asm.mjs"
    text = glue.read_text("utf-8")
    glue.write_text(text.replace('Module["growMemory"]=', 'Module["moreMemory"]='), "utf-8")
    said = checked(other)
    assert said.returncode == 1
    assumed = "pyodide.asm.mjs has growMemory (memory for the image)"
    found = 'Module["growMemory"]= is not in it.'
    assert said.stderr.splitlines() == [f"This assumes Pyodide 314: {assumed}; {found}", PAGE]


def names_relied_on() -> set[str]:
    relied_on = (places.HERE / "names.mjs").read_text("utf-8")
    names = re.findall(r"\bname: '([^']+)'", relied_on)
    of_module = re.findall(r"^    (?!name|file|text|use)(\w+): '", relied_on, re.MULTILINE)
    return {*names, *of_module}


def test_the_page_lists_every_name() -> None:
    page = (PACKAGE / "README.md").read_text("utf-8")
    names = names_relied_on()
    assert len(names) > 25
    assert {name for name in names if f"`{name}`" not in page} == set()


def test_no_other_name_of_the_engine_is_used() -> None:
    scripts = [path.read_text("utf-8") for path in PACKAGE.rglob("*.mjs")]
    used = {name for text in scripts for name in re.findall(r"(?<!/)\bengine\.(\w+)", text)}
    assert "growMemory" in used
    assert used - names_relied_on() - PUBLIC == set()


def test_names_an_engine_with_more_functions_than_foreseen(tmp_path: Path) -> None:
    copy = shutil.copytree(PACKAGE, tmp_path / PACKAGE.name)
    (tmp_path / "node_modules").symlink_to(PACKAGE.parent / "node_modules")
    link = copy / "boot" / "link.mjs"
    link.write_text(link.read_text("utf-8").replace("TABLE_BASE = 16_384", "TABLE_BASE = 14_000"))
    command = ["node", str(copy / "build" / CHECK.name)]
    said = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - ours
    assert said.returncode == 1
    assert "from entry 14000" in said.stderr
    assert PAGE in said.stderr
