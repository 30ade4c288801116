"""The mechanism for a text that people judge: a rule only finds out whether there is a text."""

from __future__ import annotations

from typing import Annotated

from validator.case import Case
from validator.rules.mechanisms.answered import Sentence, TextPlace, answer, filled, named, title
from validator.rules.mechanisms.blanks import Blanks
from validator.rules.rule import Verdict, judge, missing, review

_Given = Annotated[Sentence, Blanks("length")]
_Blank = Annotated[Sentence, Blanks("title")]


@judge("review missing", reads=lambda given: [given.of])
def attested(
    case: Case,
    *,
    of: TextPlace,
    given: _Given = "已填写说明（{length} 字），是否符合由受理部门判断。",
    advice: str = "",
    blank: _Blank = "尚未填写{title}。",
) -> Verdict:
    """Ask people to judge a text.

    Args:
        of: the question.
        given: what is said once the text is written; {length} is the number of characters.
        advice: what to add to the text.
        blank: what is said while the text is not written; {title} is the question's title.
    """
    text = answer(case, of)
    if not text:
        return missing(filled(blank, title=title(case, of)), *named(case, of))
    return review(filled(given, length=len(text)), advice)
