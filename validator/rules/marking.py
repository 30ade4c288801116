"""Whether a label bears the alliance's name (reading 4.27): more may stand beside the name."""

from __future__ import annotations

import re

from validator.application.names import plain_name, shape

_APART = r"[\W_]"
_WORDS = (
    r"申报|认定|申请|报送|报告|书面|材料|电子|文件|资料|附件|全套|光盘|U盘|优盘"
    r"|名称|年度?|[0-9]|的"
)
"""What people write beside a name; anything else may be part of a longer name."""
_BEFORE = re.compile(rf"(?:^|{_APART}|{_WORDS})$", re.IGNORECASE)
_AFTER = re.compile(rf"(?:$|{_APART}|{_WORDS})", re.IGNORECASE)


def bears(label: str, name: str) -> bool | None:
    """Whether a name stands on a label; none where a human has to look.

    That is where the name may be part of another, longer one, or where what stands there only
    looks like the name.

    >>> bears("《山西省甲联盟》申报材料（电子版）", "山西省甲联盟")
    True
    >>> bears("华北山西省甲联盟总会", "山西省甲联盟") is None
    True

    Args:
        label: what is written on it.
        name: the name, not empty.
    """
    wanted = plain_name(name)
    spaced = " ".join(plain_name(part) for part in label.split())
    texts = (spaced, plain_name(label))  # a name is found whether the label is spaced or not
    if any(_stands_apart(text, wanted) for text in texts):
        return True
    return None if shape(name) in shape(label) else False


def _stands_apart(text: str, wanted: str) -> bool:
    starts = [found.start() for found in re.finditer(re.escape(wanted), text)]
    return any(
        _BEFORE.search(text[:start]) and _AFTER.match(text[start + len(wanted) :])
        for start in starts
    )
