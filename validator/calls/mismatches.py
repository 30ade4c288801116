"""Tells what a call's files say twice, and what they name that is not there.

The data is taken as TOML has it, so that all of this is told beside values of a wrong type, and
not after these are mended. What is no text where a text should stand is left to whoever tells
types.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from validator.calls.attachment import REPORT
from validator.calls.places import file_of, place
from validator.calls.rule import Strength, numbers_in
from validator.nearest import hint, nearest

_Said = Mapping[str, Any]
_OWN_VALUES = ("figures", "lists", "deadlines")


def mismatches(said: _Said) -> Iterator[str]:
    """Tell the mismatches, a line each: file, key, reason and way out.

    Args:
        said: the call's data by key. Of a file that could not be read the keys are not there, and
            nothing is said of what names something in that file.
    """
    yield from _repeated(said, "clauses", "position")
    yield from _repeated(said, "rules", "id")
    for key in ("name", "title", "file_name", "template"):
        yield from _repeated(said, "documents", key)
    yield from _report_again(said)
    if "clauses" in said:
        yield from _unknown_positions(said)
    if "rules" in said and "clauses" in said:
        yield from _rules_in_clauses(said)
    if "rules" in said:
        yield from _unknown_readings(said)
        yield from _unused(said)


def _entries(said: _Said, name: str) -> list[_Said]:
    """Return the entries of a list; one that is no table is empty, so that the count is right."""
    found = said.get(name)
    whole = found if isinstance(found, (list, tuple)) else ()
    return [entry if isinstance(entry, Mapping) else {} for entry in whole]


def _text(entry: _Said, key: str) -> str:
    found = entry.get(key)
    return found if isinstance(found, str) else ""


def _texts(entry: _Said, key: str) -> list[str]:
    found = entry.get(key)
    whole = found if isinstance(found, (list, tuple)) else ()
    return [text for text in whole if isinstance(text, str)]


def _table(said: _Said, name: str) -> _Said:
    found = said.get(name)
    return found if isinstance(found, Mapping) else {}


def _repeated(said: _Said, name: str, key: str) -> Iterator[str]:
    first: dict[str, int] = {}
    for number, entry in enumerate(_entries(said, name)):
        value = _text(entry, key)
        if value and value in first:
            earlier = place((name, first[value]), said).removeprefix(file_of(name)).strip()
            yield (
                f"{place((name, number, key), said)}：“{value}”与{earlier}重复，请改其中一处，"
                "或删去多写的一处"
            )
        first.setdefault(value, number)


def _report_again(said: _Said) -> Iterator[str]:
    for number, entry in enumerate(_entries(said, "documents")):
        if _text(entry, "name") == REPORT:
            where = place(("documents", number, "name"), said)
            yield f"{where}：“{REPORT}”是自查报告的名称，请换一个"


def _unknown_positions(said: _Said) -> Iterator[str]:
    positions = [_text(entry, "position") for entry in _entries(said, "clauses")]
    for location, position in (*_positions(said), *_positions_of_questions(said)):
        if position not in positions:
            way_out = hint(position, positions) or "；条款的编号见 notice.toml 各处的 position"
            yield f"{place(location, said)}：通知没有条款“{position}”{way_out}"
    for number, material in enumerate(_entries(said, "materials")):
        if material.get("position") == "":
            yield (
                f"{place(('materials', number, 'position'), said)}：没有写是哪一条要这项材料，"
                "请写条款的编号"
            )


def _positions(said: _Said) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """Yield the places at which materials, documents and others name a clause, and the clause."""
    for key in ("materials_in", "summary_in"):
        if position := _text(said, key):
            yield (key,), position
    for name in ("materials", "documents"):
        for number, entry in enumerate(_entries(said, name)):
            if position := _text(entry, "position"):
                yield (name, number, "position"), position


def _positions_of_questions(said: _Said) -> Iterator[tuple[tuple[int | str, ...], str]]:
    for file in ("questions", "precheck"):
        for section in _table(said, file):
            asked = _table(_table(said, file), section)
            for question in asked:
                if position := _text(_table(asked, question), "clause"):
                    yield (file, section, question, "clause"), position


def _rules_in_clauses(said: _Said) -> Iterator[str]:
    rules = {_text(entry, "id"): entry for entry in _entries(said, "rules")}
    named: set[str] = set()
    for number, clause in enumerate(_entries(said, "clauses")):
        for part_number, part in enumerate(_entries(clause, "parts")):
            where = place(("clauses", number, "parts", part_number, "rules"), said)
            for rule in _texts(part, "rules"):
                named.add(rule)
                if rule not in rules:
                    way_out = hint(rule, rules)
                    yield f"{where}：rules.toml 里没有编号为“{rule}”的规则{way_out}"
                elif _text(rules[rule], "strength") == Strength.HINT.value:
                    yield (
                        f'{where}：{rule} 是一致性提示（strength = "hint"），不是通知的要求，'
                        "不能写进条款；请从这里去掉，或改它的 strength"
                    )
    for number, stated in enumerate(_entries(said, "rules")):
        known = _text(stated, "id")
        if known and _text(stated, "strength") != Strength.HINT.value and known not in named:
            yield (
                f"{place(('rules', number), said)}：notice.toml 没有条款写到它，"
                f'申报单位看不到依据；请在依据的那一段写 rules = ["{known}"]，或者删去这条规则'
            )


def _unknown_readings(said: _Said) -> Iterator[str]:
    if "readings" not in said:
        return
    readings = _table(said, "readings")
    for number, rule in enumerate(_entries(said, "rules")):
        for reading in numbers_in(_text(rule, "reading")):
            if reading not in readings:
                where = place(("rules", number, "reading"), said)
                way_out = hint(reading, readings)
                yield f"{where}：readings.toml 没有编号为“{reading}”的读法{way_out}"


def _unused(said: _Said) -> Iterator[str]:
    """Tell which figures, lists and days of the call no rule uses.

    What a rule misspells is told at the rule, by whoever makes the rules ready, and not here too.
    """
    words = {word for rule in _entries(said, "rules") for word in _words(_table(rule, "given"))}
    known = {name for table in _OWN_VALUES for name in _table(said, table)}
    misspelt = {nearest(word, known) for word in words - known if word.isidentifier()}
    for table in _OWN_VALUES:
        for name in _table(said, table):
            if name not in words and name not in misspelt:
                yield (f"{place((table, name), said)}：没有规则用到它，请核对名称；不用的请删去")


def _words(given: _Said) -> Iterator[str]:
    """Yield the texts among a rule's arguments, and the keys of its tables."""
    for value in given.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, Mapping):
            yield from map(str, value)
