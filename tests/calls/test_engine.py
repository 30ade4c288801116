"""The engine knows nothing of a call: no rule by number, no position, place, year or sentence."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from site_build.fingerprint import meaning
from site_build.folders import ROOT
from validator.calls import available, load

CALLS = [load(name) for name in available()]
NOT_ENGINE = {
    "validator/calls/calls.toml",  # says which of the calls is the first
    "validator/reference/double_first_class.toml",  # names places of every province
    "validator/reference/regions.toml",  # the provinces of GB/T 2260, whatever the call
}
OF_THE_NATION = {
    # Six ministries' guidance on such alliances, 国科发政 770 of 2008, which notices repeat.
    "对外承担责任的主体",
    "建立经费使用的内部监督机制",
    # What every guide of the national research programmes has asked of applicants since 2018.
    "科研严重失信行为记录",
}
"""Words of national rules that a notice repeats: they name questions whatever the call."""
SHOWN = {"validator/calls/clause.py": "“三（一）3”"}
"""By file, an example that shows people how something is written; no clause is meant."""

READ = {".py", ".toml", ".j2", ".html", ".css", ".mjs", ".js", ".ts", ".txt"}
ROOTS = ("validator", "site_build", "site_templates", "browser_python")
RUN = 9
"""So many characters of a notice in a row are its sentence; fewer are words of the field."""


def _runs(text: str) -> set[str]:
    written = re.sub(r"\s", "", text)
    return {written[at : at + RUN] for at in range(len(written) - RUN + 1)}


SENTENCES = {run for call in CALLS for clause in call.clauses for run in _runs(clause.text)} - {
    run for call in CALLS for name in (call.title, call.programme) for run in _runs(name)
}
SENTENCES -= {run for words in OF_THE_NATION for run in _runs(words)}
REGIONS = [call.region for call in CALLS if call.region]
HOMES = {home.rstrip("省市") for it in REGIONS for home in (it.province, it.city) if home}
HOMES |= {"京津冀", "太原"}
SIGNS = {
    "rule": re.compile(r"\b[RC]\d{1,2}\b"),
    "position": re.compile(r"[一二三四五六七八九十]（[一二三四五六七八九十]）"),
    "place": re.compile("|".join(map(re.escape, sorted(HOMES)))),
    "year": re.compile(rf"(?<!\d)(?:{'|'.join(str(call.year) for call in CALLS)})(?!\d)"),
}


def _found(file: Path, shown: str = "") -> set[str]:
    text = file.read_text("utf-8")
    if file.suffix == ".py":
        text = "\n".join(meaning(text))  # a docstring may give an example of a real call
    if file.suffix == ".toml":
        text = repr(tomllib.loads(text))  # a comment may give the date of a source
    text = text.replace(shown, "")
    found = {sign for sign, pattern in SIGNS.items() if pattern.search(text)}
    return found | ({"sentence"} if SENTENCES & _runs(text) else set())


def _engine() -> dict[str, Path]:
    homes = {ROOT / "validator" / "calls" / name for name in available()}
    return {
        name: file
        for root in ROOTS
        for file in sorted((ROOT / root).rglob("*"))
        if file.suffix in READ and homes.isdisjoint(file.parents) and "compiled" not in file.parts
        if (name := file.relative_to(ROOT).as_posix()) not in NOT_ENGINE
    }


def test_the_engine_says_nothing_of_a_call() -> None:
    said = {name: _found(file, SHOWN.get(name, "")) for name, file in _engine().items()}
    assert {name: signs for name, signs in said.items() if signs} == {}


def test_nothing_is_allowed_that_the_engine_does_not_say() -> None:
    engine = {name: file.read_text("utf-8") for name, file in _engine().items()}
    everything = "".join(engine.values())
    assert [words for words in OF_THE_NATION if words not in everything] == []
    assert [name for name, shown in SHOWN.items() if shown not in engine[name]] == []
    assert [name for name in NOT_ENGINE if not _found(ROOT / name)] == []


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
