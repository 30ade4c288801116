"""Says values of a call's data, and changes of them, in Chinese that people read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from validator.chinese import in_chinese, yes_no
from validator.publisher.titles import title_of

_NONE = "（无）"
_NAME = "name"
_EMPTY: tuple[object, ...] = (None, "", (), [], {})
_INNER_MARKS = str.maketrans("“”", "‘’")


def changes(title: str, old: Any, new: Any) -> Iterator[str]:  # noqa: ANN401 - values of TOML
    """Tell how a value has changed, a line for each value in it; nothing where it has not.

    Args:
        title: what people call the value.
        old: the value before.
        new: the value now.
    """
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys((*old, *new)):
            yield from changes(f"{title}·{title_of(key)}", old.get(key), new.get(key))
    elif _is_list(old) and _is_list(new):
        yield from _of_lists(title, old, new)
    else:
        yield f"{title}：{in_words(old)} → {in_words(new)}"


def in_words(value: Any) -> str:  # noqa: ANN401 - as above
    """Return a value as a sentence says it; a table by the titles of its keys."""
    if value in _EMPTY:
        return _NONE
    if isinstance(value, date):
        return in_chinese(value)
    if isinstance(value, bool):
        return yes_no(value)
    if isinstance(value, Mapping):
        told = [f"{title_of(key)}{in_words(it)}" for key, it in value.items() if it not in _EMPTY]
        return f"（{'，'.join(told)}）"
    if _is_list(value):
        return "、".join(map(in_words, value))
    return _quoted(value) if isinstance(value, str) else f"{value}"  # a year has no separator


def _quoted(text: str) -> str:
    """Return a text in quotation marks; those within it become the inner ones."""
    return f"“{text.translate(_INNER_MARKS)}”"


def _is_list(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _of_lists(title: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[str]:
    before, after = _by_name(old), _by_name(new)
    if before is not None and after is not None:
        yield from _of_tables(title, before, after)
        return
    gone = [in_words(it) for it in old if it not in new]
    come = [in_words(it) for it in new if it not in old]
    parts = [f"去掉{'、'.join(gone)}"] * bool(gone) + [f"增加{'、'.join(come)}"] * bool(come)
    yield f"{title}：{'；'.join(parts) or '次序不同'}"


def _by_name(entries: Sequence[Any]) -> dict[str, dict[str, Any]] | None:
    """Return the tables of a list by their names; None where it holds something else."""
    if not all(isinstance(it, Mapping) and _NAME in it for it in entries):
        return None
    return {it[_NAME]: {key: it[key] for key in it if key != _NAME} for it in entries}


def _of_tables(
    title: str, old: Mapping[str, dict[str, Any]], new: Mapping[str, dict[str, Any]]
) -> Iterator[str]:
    for name in dict.fromkeys((*old, *new)):
        if name not in new:
            yield f"{title}：去掉“{name}”{in_words(old[name])}"
        elif name not in old:
            yield f"{title}：增加“{name}”{in_words(new[name])}"
        else:
            yield from changes(f"{title}“{name}”", old[name], new[name])
    if old == new:
        yield f"{title}：次序不同"
