"""The closed lists of answers that only the pre-check has."""

from __future__ import annotations

from validator.application.base import Choice


class Signed(Choice):
    """How far the agreement is signed and sealed, all units taken together."""

    ALL = "all", "各单位法定代表人都已本人签字，都已盖章"
    UNSEALED = "unsealed", "都已签字，有的单位还没有盖章"
    UNSIGNED = "unsigned", "有的单位还没有签字"
    NONE = "none", "还没有开始签"
