"""The engine knows nothing of a call: no rule by number, no position, place, year or sentence."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from site_build.fingerprint import meaning
from validator.calls import available, load

ENGINE = Path(str(files("validator")))
CALLS = [load(name) for name in available()]
NOT_ENGINE = {
    "calls/calls.toml",  # says which of the calls is the first
    "reference/double_first_class.toml",  # names places of every province, whatever the call
    "reference/regions.toml",  # the same
}

READ = {".py", ".toml", ".j2"}
RUN = 9
"""So many characters of a notice in a row are its sentence; fewer are words of the field."""


KNOWN = {
    "application/alliance.py": "sentence",
    "application/choices.py": "sentence",
    "application/credit.py": "sentence",
    "application/evidence.py": "sentence",
    "application/funding.py": "sentence",
    "application/organs.py": "sentence",
    "application/submission.py": "year",
    "application/text.py": "year",
    "application/unit.py": "place sentence",
    "calls/clause.py": "position",
    "cli.py": "year",
    "precheck/questions.py": "sentence",
    "problems.py": "year",
    "reference/above_scale.toml": "year",
    "reference/later_fields.toml": "place year",
    "tables/workbook.py": "year",
}
"""Where one still stands. The list only shrinks: what is cleaned leaves it."""


def _runs(text: str) -> set[str]:
    written = re.sub(r"\s", "", text)
    return {written[at : at + RUN] for at in range(len(written) - RUN + 1)}


SENTENCES = {run for call in CALLS for clause in call.clauses for run in _runs(clause.text)} - {
    run for call in CALLS for name in (call.title, call.programme) for run in _runs(name)
}
REGIONS = [call.region for call in CALLS if call.region]
HOMES = {home.rstrip("省市") for it in REGIONS for home in (it.province, it.city) if home}
HOMES |= {"京津冀", "太原"}
SIGNS = {
    "rule": re.compile(r"\b[RC]\d{1,2}\b"),
    "position": re.compile(r"[一二三四五六七八九十]（[一二三四五六七八九十]）"),
    "place": re.compile("|".join(map(re.escape, sorted(HOMES)))),
    "year": re.compile(rf"(?<!\d)(?:{'|'.join(str(call.year) for call in CALLS)})(?!\d)"),
}


def _found(file: Path) -> set[str]:
    text = file.read_text("utf-8")
    if file.suffix == ".py":
        text = "\n".join(meaning(text))  # a docstring may give an example of a real call
    found = {sign for sign, pattern in SIGNS.items() if pattern.search(text)}
    return found | ({"sentence"} if SENTENCES & _runs(text) else set())


def _engine() -> dict[str, Path]:
    homes = {ENGINE / "calls" / name for name in available()}
    return {
        name: file
        for file in sorted(ENGINE.rglob("*"))
        if file.suffix in READ and homes.isdisjoint(file.parents) and "compiled" not in file.parts
        if (name := file.relative_to(ENGINE).as_posix()) not in NOT_ENGINE
    }


def test_the_engine_says_nothing_of_a_call_but_where_it_is_known() -> None:
    found = {
        name: " ".join(sorted(signs)) for name, file in _engine().items() if (signs := _found(file))
    }
    assert found == KNOWN


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("ONLY = 'R21'", "rule"),
        ("CLAUSE = '三（一）4'", "position"),
        ("SAID = '在山西省注册'", "place"),
        ("YEAR = 2023", "year"),
        ("SAID = '组织推荐单位对申报材料进行审核'", "sentence"),
    ],
)
def test_what_is_a_call_s_own_is_seen(text: str, sign: str, tmp_path: Path) -> None:
    file = tmp_path / "engine.py"
    file.write_text(text, "utf-8")
    assert _found(file) == {sign}
