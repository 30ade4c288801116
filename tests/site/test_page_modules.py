"""Small modules of the page's scripts, run in Node: rules that Python states as well, or alone."""

from __future__ import annotations

import json
import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from validator.attachments.bundle import file_safe

SCRIPTS = Path(__file__).parents[2] / "site_templates/assets/js"


def run(module: str, program: str) -> Any:  # noqa: ANN401 - whatever the program says
    """Return what a program says, in which a module's exports stand as `it`."""
    address = (SCRIPTS / module).as_uri()
    whole = f"import * as it from {json.dumps(address)};\nconsole.log(JSON.stringify({program}));"
    done = subprocess.run(  # noqa: S603 - our own program
        [str(shutil.which("node")), "--input-type=module", "--eval", whole],
        capture_output=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_a_download_is_named_by_one_rule() -> None:
    known = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) != "Cn"]
    gone = """Array.from({length: 0x110000}, (_, code) => code)
      .filter((code) => it.fileSafe(String.fromCodePoint(code)) === '')"""
    in_script = set(run("page/files.mjs", gone))
    in_python = {ord(letter) for letter in known if file_safe(f"a{letter}a") == "aa"}
    assert in_script & set(map(ord, known)) == in_python
    assert {ord(letter) for letter in "/\\\u202e\u061c\u2060\u00ad\n"} <= in_python


@pytest.mark.parametrize(
    ("text", "among_names", "is_block"),
    [
        ("甲公司\t企业", False, True),
        ("甲公司\r\n乙公司\r\n", True, True),
        ("甲公司\r乙公司", True, True),
        ("甲公司\r\n", True, False),
        ("太原市小店区\n某路 1 号", False, False),
        ('"太原市小店区\n某路 1 号"\r\n', True, False),
        ('"甲\t乙"', False, False),
        ('"甲"公司\t企业\n"乙"公司\t企业', False, True),
    ],
)
def test_a_text_of_several_lines_is_rows_only_where_it_is_a_block(
    text: str,
    among_names: bool,  # noqa: FBT001
    is_block: bool,  # noqa: FBT001
) -> None:
    given = f"it.isBlock({json.dumps(text)}, {json.dumps(among_names)})"
    assert run("form/cells.mjs", given) is is_block
