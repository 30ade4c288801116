"""Reads what a call lists of each kind of section, and names what is wrong with the list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from validator.application.base import Section, condition_of
from validator.application.pointers import section_of
from validator.calls import CallError, Sections, Wording
from validator.nearest import hint, nearest

_WORD_STARTS = re.compile(r"(?<!^)(?=[A-Z])")
_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
_FOR_OWN = ("alliance", "unit", "lead", "member")
"""The tables in which a call may ask its own questions: of the alliance, of some or all units."""
_Tables = dict[str, tuple[type[Section], ...]]


def table_of(kind: type[object]) -> str:
    """How a call's files name a kind of section: `OperatingRecord` is `operating_record`."""
    return _WORD_STARTS.sub("_", kind.__name__).lower()


def entries(kind: type[Section], said: Sections) -> dict[str, Wording]:
    """Return what a call asks of a kind of section, in the order of asking.

    What is listed of a kind of section is asked in the kinds made from it as well, and comes first
    there: what is listed of a unit is asked of the lead and of every member.
    """
    found: dict[str, Wording] = {}
    for base in reversed(kind.__mro__):
        found |= said.get(table_of(base), {})
    return found


@cache
def kinds(whole: type[Section]) -> dict[str, type[Section]]:
    """Return a kind of section and all kinds below it, by their names in the schema."""
    found = {whole.__name__: whole}
    for field in whole.model_fields.values():
        inner = section_of(field.annotation)
        if inner is not None:
            found |= kinds(inner)
    return found


def check(whole: type[Section], said: Sections, file: str) -> None:
    """Make sure that a call can ask what it lists.

    Args:
        whole: the vocabulary, such as `Application`.
        said: what the call lists, such as `Call.questions`.
        file: the file of the call's folder in which that stands.

    Raises:
        CallError: something listed cannot be asked; the message names each key and the reason.
    """
    faults = [*_unknown(whole, said)]
    if not faults:
        reached: dict[type[Section], None] = {}
        faults += [*_stranded(whole, said), *dict.fromkeys(_unaskable(whole, said, reached))]
        used = {table_of(base) for kind in reached for base in kind.__mro__}
        faults += [
            f"{table}：列了问题，但没有哪一部分问它；请在它上面的部分里列出，或者删去这一段"
            for table in said
            if table not in used
        ]
    if faults:
        lines = (f"{file} 的 {fault}" for fault in faults)
        raise CallError.of(lines)


def _unknown(whole: type[Section], said: Sections) -> Iterator[str]:
    """Say which tables and keys nobody can ask."""
    known = _tables(whole)
    for table, listed in said.items():
        if table not in known:
            yield f"{table}：表单没有这一部分{hint(table, known)}"
            continue
        for name, words in listed.items():
            if words.kind is not None:
                fault = _fault_of_own(table, name, said, known)
            elif name in known[table][0].model_fields:
                continue
            else:
                meant = nearest(name, known[table][0].model_fields)
                way_out = f"，是不是“{meant}”？" if meant else "；请核对名称，"
                fault = f"表单的这一部分没有这个问题{way_out}如果是本通知自己的问题，请写明 kind"
            if fault:
                yield f"{table}.{name}：{fault}"


def _fault_of_own(table: str, name: str, said: Sections, known: _Tables) -> str:
    """Say why a call cannot have a question of its own; empty if it can."""
    kinds_asked = known[table]
    if table not in _FOR_OWN or _FOR_OWN[0] not in known:
        tables = "、".join(f"[{one}]" for one in _FOR_OWN)
        return f"本通知自己的问题只能写在 questions.toml 的 {tables} 里"
    if not _KEY.fullmatch(name):
        return "名称应以小写英文字母开头，只用小写英文字母、数字和下划线，不超过 40 个"
    if any(name in kind.model_fields for kind in kinds_asked):
        return "表单已有这个问题；请去掉 kind，或者换一个名称"
    if any(hasattr(kind, name) for kind in kinds_asked):
        return "这个名称程序另有用处，请换一个名称"
    if table in ("lead", "member") and name in said.get("unit", {}):
        return "[unit] 里已有这个问题，只能列一次"
    return ""


def _tables(whole: type[Section]) -> _Tables:
    """The tables that a call may write, each with the kinds of section that it is about.

    The first of these is the kind after which the table is named.
    """
    found: _Tables = {}
    for kind in kinds(whole).values():
        for base in kind.__mro__:
            if issubclass(base, Section) and base is not Section:
                own = found.get(table_of(base), (base,))
                found[table_of(base)] = (*own, kind)
    return found


def _stranded(whole: type[Section], said: Sections) -> Iterator[str]:
    """Say which questions no part follows, since the form shows a question with the next part."""
    loose: list[str] = []
    parts = 0
    for name in entries(whole, said):
        if section_of(whole.model_fields[name].annotation) is None:
            loose.append(name)
        else:
            parts, loose = parts + 1, []
    for name in loose if parts else ():
        yield f"{table_of(whole)}.{name}：后面还要有一个部分，单独的问题列在它所引出的部分之前"
    if not parts:
        yield f"{table_of(whole)}：没有列出任何部分"


def _unaskable(
    kind: type[Section], said: Sections, reached: dict[type[Section], None]
) -> Iterator[str]:
    """Say what cannot be asked of a kind of section, and of those below it that are asked."""
    if kind in reached:
        return
    reached[kind] = None
    asked = entries(kind, said)
    before: set[str] = set()
    for name, words in asked.items():
        if words.kind is None:
            place, field = f"{_table_with(name, kind, said)}.{name}", kind.model_fields[name]
            condition = condition_of(field)
            if condition is not None and condition.earlier not in before:
                earlier = kind.model_fields[condition.earlier].title
                if condition.earlier in asked:
                    yield f"{place}：由“{earlier}”（{condition.earlier}）决定问不问，要列在它之后"
                elif condition.asks:
                    yield f"{place}：由“{earlier}”（{condition.earlier}）决定问不问，请把它也列出"
            inner = section_of(field.annotation)
            if inner is not None:
                if not entries(inner, said):
                    yield f"{place}：没有列出“{field.title}”要问什么，请写 [{table_of(inner)}]"
                yield from _unaskable(inner, said, reached)
        before.add(name)


def _table_with(name: str, kind: type[Section], said: Sections) -> str:
    tables = map(table_of, kind.__mro__)
    return next(table for table in tables if name in said.get(table, {}))
