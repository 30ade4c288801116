"""Checks that each block of a template closes in the same table, row or cell in which it opens."""

from collections.abc import Iterable
from typing import Final

from site_build.word_templates.errors import TemplateError
from site_build.word_templates.tags import Tag

_OPENING: Final = ("if", "for")
_MIDDLE: Final = {"elif": ("if",), "else": ("if", "for")}
_SINGLE: Final = ("set", "vm", "hm", "colspan", "cellbg")


def check_balance(tags: Iterable[Tag]) -> None:
    """Check how the blocks of a template nest.

    Raises:
        TemplateError: A block is unknown, stands outside its table, shares a table row with
            another row tag, is not closed, or closes elsewhere than it opened.
    """
    opened: list[Tag] = []
    rows: dict[object, Tag] = {}
    for tag in tags:
        if not tag.block:
            continue
        _check_scope(tag, rows)
        word = tag.keyword
        if word in _OPENING:
            opened.append(tag)
        elif word in _MIDDLE:
            _check_pair(opened[-1] if opened else None, tag, _MIDDLE[word])
        elif word.startswith("end") and word[3:] in _OPENING:
            _check_pair(opened.pop() if opened else None, tag, (word[3:],))
        elif word not in _SINGLE:
            raise TemplateError(tag.place, f"不支持标签 {{% {word} %}}")
    if opened:
        raise TemplateError(
            opened[-1].place,
            f"{{% {opened[-1].keyword} %}} 没有对应的 {{% end{opened[-1].keyword} %}}",
        )


def _check_scope(tag: Tag, rows: dict[object, Tag]) -> None:
    if tag.scope not in ("tr", "tc"):
        return
    if tag.place.table is None:
        raise TemplateError(tag.place, f"{{%{tag.scope} %}} 只能写在表格里")
    holder = tag.place.row if tag.scope == "tr" else tag.place.cell
    if holder in rows:
        kind = "行" if tag.scope == "tr" else "格"
        message = f"同一{kind}里有两个 {{%{tag.scope} %}}，请各占一{kind}"
        raise TemplateError(tag.place, message)
    rows[holder] = tag


def _check_pair(opening: Tag | None, tag: Tag, expected: tuple[str, ...]) -> None:
    if opening is None or opening.keyword not in expected:
        message = f"{{% {tag.keyword} %}} 没有对应的 {{% {expected[0]} %}}"
        raise TemplateError(tag.place, message)
    if opening.scope != tag.scope:
        message = (
            f"{{%{opening.scope} {opening.keyword} %}} 应由 {{%{opening.scope} {tag.keyword} %}} "
            f"对应，而不是 {{%{tag.scope} {tag.keyword} %}}"
        )
        raise TemplateError(tag.place, message)
    if _container(opening) is not _container(tag):
        message = f"{{% {opening.keyword} %}} 在一处打开（{opening.place}），却在另一处关闭"
        raise TemplateError(tag.place, message)


def _container(tag: Tag) -> object:
    if tag.scope == "tr":
        return tag.place.table
    return tag.place.row if tag.scope == "tc" else tag.place.cell
