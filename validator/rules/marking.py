"""Finds the alliance's name on a label, where other words may stand beside it (reading 4.27)."""

from __future__ import annotations

import re

from validator.application.names import plain_name, shape

_APART = r"[\W_]"
_WORDS = (
    r"申报|认定|申请|报送|报告|书面|材料|电子|文件|资料|附件|全套|光盘|U盘|优盘"
    r"|名称|年度?|[0-9]|的"
)
"""Words that people write beside a name. Any other word may be part of a longer name."""
_BEFORE = re.compile(rf"(?:^|{_APART}|{_WORDS})$", re.IGNORECASE)
_AFTER = re.compile(rf"(?:$|{_APART}|{_WORDS})", re.IGNORECASE)


def bears(label: str, name: str) -> bool | None:
    """Whether a name stands on a label; None where people have to look.

    People have to look where the name may be part of a longer name, and where the text on the
    label only looks like the name, in characters with other codes.

    >>> bears("《山西省甲联盟》申报材料（电子版）", "山西省甲联盟")
    True
    >>> bears("华北山西省甲联盟总会", "山西省甲联盟") is None
    True

    Args:
        label: the text on the label.
        name: the name to find, not empty.
    """
    wanted = plain_name(name)
    spaced = " ".join(plain_name(part) for part in label.split())
    texts = (spaced, plain_name(label))  # spaces may set a name apart, or stand within the name
    if any(_stands_apart(text, wanted) for text in texts):
        return True
    return None if shape(name) in shape(label) else False


def _stands_apart(text: str, wanted: str) -> bool:
    starts = [found.start() for found in re.finditer(re.escape(wanted), text)]
    return any(
        _BEFORE.search(text[:start]) and _AFTER.match(text[start + len(wanted) :])
        for start in starts
    )
