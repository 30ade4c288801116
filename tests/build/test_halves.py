"""What is left out of the engine and its glue, and how compiled code is halved."""

import json
import subprocess
from pathlib import Path

import pytest

from browser_python.build import places
from site_build import folders

HERE = Path(__file__).resolve().parent
MANIFEST = json.loads((folders.RUNTIME / "manifest.json").read_text("utf-8"))
PARTS = folders.RUNTIME / MANIFEST["build"]


def said(script: str, *given: str) -> dict:
    command = ["node", str(HERE / script), *given]
    return json.loads(subprocess.check_output(command, cwd=folders.ROOT))  # noqa: S603 - ours


@pytest.fixture(scope="module")
def halved() -> dict:
    return said("halve.mjs")


def left(asked: str, imports: str) -> str:
    return said("shake.mjs", asked, imports)["text"]


def test_the_first_half_holds_what_ran_and_looks_whole(halved: dict) -> None:
    assert halved["ran"] == 1
    assert halved["exports"] == ["memory", "table", "hot", "cold", "throws"]
    assert halved["before"] == [42, [], False]


def test_a_call_of_the_second_half_fetches_it_once(halved: dict) -> None:
    assert halved["after"] == [43, ["it"], True]


def test_both_halves_answer_as_the_whole(halved: dict) -> None:
    assert halved["halved"] == halved["early"] == halved["whole"]


def test_says_why_the_second_half_did_not_come(halved: dict) -> None:
    assert halved["offline"] == ["offline", True, 42]


def test_keeps_what_is_asked_for_and_what_that_calls() -> None:
    text = left("kept", "draw")
    assert "function _draw(){return helper()}function helper(){}_draw.sig" in text
    assert 'Module["kept"]=inner' in text
    assert "wasmImports={draw:_draw}" in text
    assert "_alone" not in text
    assert "unused" not in text


def test_takes_over_an_export_that_is_called() -> None:
    assert '{_used=Module["_used"]=wasmExports["used"];}' in left("lazy", "none")
    assert "wasmExports[" not in left("kept", "none")


def test_keeps_what_does_something_where_it_stands() -> None:
    text = left("none", "none")
    assert "var made=effect();function effect()" in text
    assert "const {inner,outer}=effect();" in text


def test_the_published_glue_says_that_it_is_a_part() -> None:
    glue = (PARTS / "pyodide.asm.mjs").read_text("utf-8")
    assert glue.startswith("// Part of Pyodide (https://pyodide.org, MPL-2.0)")
    assert len(glue) < (places.PYODIDE / "pyodide.asm.mjs").stat().st_size / 2


@pytest.mark.parametrize("file", ["pyodide.asm", "pydantic_core"])
def test_most_of_the_code_comes_later(file: str) -> None:
    whole = (folders.PYTHON / "whole" / f"{file}.wasm").stat().st_size
    first = (PARTS / f"{file}.wasm").stat().st_size
    assert first < 0.6 * whole
    assert (PARTS / f"{file}.later.wasm").stat().st_size < whole
