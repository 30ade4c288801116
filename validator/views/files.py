"""Tells people what was found in a file that they opened or imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validator.views.render import environment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from validator.calls import Call
    from validator.carrying import Carried
    from validator.problems import Problem
    from validator.tables import Import, Merged

_EDITS_SHOWN, _PASSAGE_SHOWN = 200, 2_000
_PROBLEMS_NAMED, _OTHERS_NAMED = 5, 5
_ANSWERS_NAMED = 50


def warning(problems: Sequence[Problem], left_aside: Sequence[Problem]) -> str:
    """Return sentences on the answers of an opened file that the form cannot take; "" for none.

    Args:
        problems: the answers that cannot be used.
        left_aside: the answers to what the call does not ask.
    """
    said = ""
    if problems:
        said = f"文件中有 {len(problems)} 处填写有误，请核对：{_named(problems)}。"
    if left_aside:
        said += (
            f"文件中有 {len(left_aside)} 项这份通知不问，没有放进表单，仍在原文件里："
            f"{_named(left_aside)}。"
        )
    return said


def _named(problems: Sequence[Problem]) -> str:
    named = "、".join(problem.label for problem in problems[:_PROBLEMS_NAMED])
    return named + ("等" if len(problems) > _PROBLEMS_NAMED else "")


def opened(  # noqa: PLR0913 - each is one thing to tell
    edits: Iterable[tuple[str, str]] | None,
    *,
    intact: bool,
    member: str = "",
    others: Sequence[str] = (),
    compared: bool = True,
    outdated: bool = False,
) -> str:
    """Return where a Word document differs from the draft it carries.

    Args:
        edits: for each passage that differs, the text by the draft and the document's text; `None`
            for a document that is too long to be compared.
        intact: whether nobody changed the draft inside the document.
        member: of a package, the file in it that the draft was taken from.
        others: of a package, the files in it that hold another draft.
        compared: whether the document could be compared; not if its call is not here.
        outdated: whether the call or the rules have changed since the document was made.
    """
    template = environment().get_template("opened.html.j2")
    found = None if edits is None else tuple(edits)
    shown = [tuple(map(_cut, edit)) for edit in (found or ())[:_EDITS_SHOWN]]
    is_document = not member.lower().endswith(".json")
    return template.render(
        edits=found,
        shown=shown,
        intact=intact,
        member=member,
        is_document=is_document,
        others=others,
        compared=compared,
        others_shown=_OTHERS_NAMED,
        outdated=outdated,
    )


def outdated() -> str:
    """Return what is said of a draft that was saved by an earlier edition of its call."""
    return environment().get_template("outdated.html.j2").render()


def carried(draft: Carried, call: Call) -> str:
    """Return what became of a draft that was carried over from one call to another.

    Args:
        draft: the draft as one of `call`.
        call: the call that it answers now.
    """
    template = environment().get_template("carried.html.j2")
    return template.render(carried=draft, call=call, shown=_ANSWERS_NAMED)


def imported(table: Import, merged: Merged) -> str:
    """Return HTML that tells how a table of members was imported, and what was not taken.

    Args:
        table: the table as read.
        merged: the members after the import.
    """
    return environment().get_template("imported.html.j2").render(table=table, merged=merged)


def _cut(passage: str) -> str:
    return passage if len(passage) <= _PASSAGE_SHOWN else f"{passage[:_PASSAGE_SHOWN]}…"
