"""Rules that the page's scripts and Python both state: the scripts are run in Node."""

from __future__ import annotations

import json
import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

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
