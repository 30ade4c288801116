"""Finds words of the first call in what is said for another call."""

import re

from validator.calls import DEFAULT, load
from validator.reference import PROVINCES

FIRST = load(DEFAULT)
_OF_THE_FIRST = re.compile(
    r"山西|省内|我省|本省|太原|京津冀|苏聪明|0351|核心成员|常设执行机构|专家咨询委员会|光盘|胶装|汇总表"
    r"|重点产业链|特色专业镇|[三四]（[一二三]）|(?<![0-9A-Za-z])(?:2023|R\d\d|C\d{1,2})(?![0-9A-Za-z])"
    r"|91140100|读法 4\."
)
_HOME = FIRST.region.province if FIRST.region else ""
_AT = PROVINCES.index(_HOME)
_BEFORE, _AFTER = PROVINCES[_AT - 1], PROVINCES[_AT + 1]
_LISTED = re.compile(
    rf'(?:value="{_HOME}")?>{_HOME}<'
    rf'|(?<="{_BEFORE}",)\s*"{_HOME}"(?=,\s*"{_AFTER}")'
    rf'|"value": "{_HOME}",\s*"label": "{_HOME}"'
    rf"|{'、'.join(PROVINCES)}"
)
"""The list of all provinces names the first call's as well."""


def strangers(text: str) -> set[str]:
    """Return the words of the first call that a text says; the list of all provinces aside."""
    return set(_OF_THE_FIRST.findall(_LISTED.sub("", text)))
