"""Puts a table of members into a draft: members that the draft has are updated, others added.

A table has columns for only some of a member's questions. So each row is matched with a member of
the draft, changes the answers that differ, and leaves the answers for which the row has no text.
"""

from __future__ import annotations

import copy
import json
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, get_args

from pydantic.fields import FieldInfo

from validator import drafts
from validator.application.application import MEMBERS_MAX
from validator.application.base import Choice, Section, conditions, hidden
from validator.application.names import plain_name
from validator.application.text import clean_code
from validator.application.unit import Member
from validator.calls import Call
from validator.chinese import yes_no
from validator.tables.cells import numbered
from validator.tables.columns import Column, columns
from validator.tables.members_import import Found, Import, TableError

_UNNAMED = "未填名称的一家"


@dataclass(frozen=True, slots=True)
class Merged:
    """A draft's members after an import, and what changed.

    Attributes:
        members: the members as a draft's JSON.
        added: the number of new members.
        updated: the number of members that the table changed.
        unchanged: the number of members in the table that it did not change.
        removed: the names of the members that were removed.
        notes: a Chinese sentence for whatever should be looked at.
    """

    members: list[Any]
    added: int
    updated: int
    unchanged: int
    removed: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def taken(self) -> int:
        """The number of members that the table names; if 0, the draft's members are unchanged."""
        return self.added + self.updated + self.unchanged


def merge(table: Import, present: object, call: Call, *, replace: bool) -> Merged:
    """Return a draft's members with those of a table.

    Args:
        table: the table as read.
        present: the `members` of the draft's JSON, unusable answers among them.
        call: the call whose members are listed.
        replace: whether to remove members that the table does not name.

    Raises:
        TableError: the draft has, or would have, more members than it may hold.
    """
    old = [item for item in present if item] if isinstance(present, list) else []
    if len(old) > MEMBERS_MAX:
        msg = f"表单里有 {len(old)} 家成员单位，最多 {MEMBERS_MAX} 家，没有导入；请先删去多余的"
        raise TableError(msg)
    known = _read(old, call)
    rows = [found for found in table.found if found.answers]
    if not rows:  # With `replace`, a table without a usable row would otherwise remove all members.
        return Merged(present if isinstance(present, list) else [], 0, 0, 0, (), ())
    partners = _partners(rows, known, call)
    merged = {at: _updated(old[at], known[at], rows[row]) for row, at in partners.items()}
    new = {row: found.answers for row, found in enumerate(rows) if row not in partners}
    total = len(rows) if replace else len(old) + len(new)
    if total > MEMBERS_MAX:
        msg = f"成员单位最多 {MEMBERS_MAX} 家：现有 {len(old)} 家，要新增 {len(new)} 家，没有导入"
        raise TableError(msg)
    if replace:
        places = {row: row for row in range(len(rows))}
        members = [merged[partners[row]] if row in partners else new[row] for row in places]
    else:
        places = partners | {row: len(old) + at for at, row in enumerate(new)}
        members = [*(merged.get(at, item) for at, item in enumerate(old)), *new.values()]
    changed = sum(merged[at] != old[at] for at in merged)
    gone = [at for at in range(len(old)) if replace and at not in merged]
    return Merged(
        members=members,
        added=len(new),
        updated=changed,
        unchanged=len(merged) - changed,
        removed=tuple(known[at].name or _UNNAMED for at in gone),
        notes=(
            *_twins(rows, call),
            *_kept(rows, partners, known),
            *_unasked(rows, places, table.columns, _read(members, call)),
        ),
    )


def _read(members: Sequence[Any], call: Call) -> tuple[Member, ...]:
    told = json.dumps({"draft_version": drafts.VERSION, "members": members})
    return drafts.read(told, call).application.members


def _partners(rows: Sequence[Found], known: Sequence[Member], call: Call) -> dict[int, int]:
    """Match rows of the table with members of the draft: member's index by row's index.

    Rows are matched by credit code, then by name. A row with neither is matched with a member with
    neither that has the same answers. Among equals the first row gets the first member.
    """
    read = _read([row.answers for row in rows], call)
    said = partial(_all_that_a_table_says, asked=columns(call))
    partners: dict[int, int] = {}
    for key in (_code, _name, said):
        free: dict[Hashable, list[int]] = defaultdict(list)
        taken = set(partners.values())
        for at, member in enumerate(known):
            if at not in taken:
                free[key(member)].append(at)
        for row, member in enumerate(read):
            found = key(member)
            if row not in partners and found is not None and free[found]:
                partners[row] = free[found].pop(0)
    return partners


def _code(member: Member) -> Hashable:
    return clean_code(member.uscc)


def _name(member: Member) -> Hashable:
    return plain_name(member.name) if member.name else None


def _all_that_a_table_says(member: Member, asked: Sequence[Column]) -> Hashable:
    if member.uscc or member.name:
        return None
    return tuple(column.text(member) for column in asked)


def _updated(old: Any, known: Member, row: Found) -> Any:  # noqa: ANN401 - a draft's own JSON
    """Return a member with the answers of a row; an answer that means the same stays as typed."""
    new = copy.deepcopy(old)
    before = known.model_dump(mode="json")
    for path, answer in _leaves(row.answers):
        if _at(before, path) != answer:
            *groups, last = path
            section = new
            for step in groups:
                if not isinstance(section.get(step), dict):
                    section[step] = {}
                section = section[step]
            section[last] = answer
    return new


def _leaves(answers: dict[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[Any, Any]]:
    for name, answer in answers.items():
        if isinstance(answer, dict):
            yield from _leaves(answer, (*above, name))
        else:
            yield (*above, name), answer


def _at(answers: Any, path: Sequence[str]) -> Any:  # noqa: ANN401 - any answer
    for step in path:
        answers = answers[step]
    return answers


def _twins(rows: Sequence[Found], call: Call) -> Iterator[str]:
    """Name the rows of a table with the same credit code, or with the same name."""
    read = _read([row.answers for row in rows], call)
    for key, words in ((_code, "统一社会信用代码"), (_name, "单位全称")):
        places: dict[Hashable, list[int]] = defaultdict(list)
        for row, member in zip(rows, read, strict=True):
            if key(member) is not None:
                places[key(member)].append(row.row)
        for numbers in places.values():
            if len(numbers) > 1:
                yield f"第 {numbered(numbers)} 行的{words}相同，各作一家导入；如系重复请删去"


def _kept(
    rows: Sequence[Found], partners: dict[int, int], known: Sequence[Member]
) -> Iterator[str]:
    """Name the answers that stay because their cell in the table is empty."""
    kept: dict[str, list[int]] = defaultdict(list)
    for row, at in partners.items():
        for column in rows[row].blank:
            if column.text(known[at]):
                kept[column.title].append(rows[row].row)
    for title, numbers in kept.items():
        yield (
            f"第 {numbered(sorted(numbers))} 行“{title}”在表里空着，保留了原有内容；"
            "要清空请在表单里清空"
        )


def _unasked(
    rows: Sequence[Found],
    places: dict[int, int],
    asked: Sequence[Column],
    members: Sequence[Member],
) -> Iterator[str]:
    """Name imported answers that do not count because an earlier answer hides them."""
    for column in asked:
        hiding: dict[str, list[int]] = defaultdict(list)
        for row, at in places.items():
            member = members[at]
            if column not in rows[row].blank and column.text(member):
                hiding[_needed(member, column)].append(rows[row].row)
        hiding.pop("", None)
        for needed, numbers in hiding.items():
            yield (
                f"第 {numbered(sorted(numbers))} 行“{column.title}”已存入草稿；{needed}时才询问，"
                "目前不显示，也不计入核验"
            )


def _needed(member: Member, column: Column) -> str:
    """Say which earlier answer a column's hidden question needs; empty if the question is asked."""
    section: Any = member
    for step in column.name.split("/"):
        if step in hidden(section):
            kind: type[Section] = type(section)
            earlier, values, asks = dict(conditions(kind))[step]
            field = kind.model_fields[earlier]
            words = "、".join(f"“{_words(value, field)}”" for value in values)
            return f"“{field.title}”{'为' if asks else '不是'}{words}"
        section = getattr(section, step)
    return ""


def _words(value: Any, field: FieldInfo) -> str:  # noqa: ANN401 - whatever a question takes
    """Return an answer's words as a cell has them: a choice's label, 是 or 否, or the text."""
    if isinstance(value, bool):
        return yes_no(value)
    kinds = (kind for kind in get_args(field.annotation) if isinstance(kind, type))
    choice = next((kind for kind in kinds if issubclass(kind, Choice)), None)
    return choice.of(value).label if choice else str(value)
