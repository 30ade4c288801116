"""Warns where a credit code's first two characters contradict a unit's category (4.7, 4.33)."""

from __future__ import annotations

from collections.abc import Mapping

from validator.application.choices import Category
from validator.case import given
from validator.case.answers import UnitAnswers

REGISTERED: Mapping[str, str] = {
    "11": "机关",
    "12": "事业单位",
    "13": "群众团体",
    "19": "机构编制部门登记的其他单位",
    "51": "社会团体",
    "52": "民办非企业单位",
    "53": "基金会",
    "59": "民政部门登记的其他单位",
    "91": "企业",
    "92": "个体工商户",
    "93": "农民专业合作社",
}
"""The kind of unit for each prefix of a code (GB 32100-2015); other prefixes give no warning."""

_EXPECTED: Mapping[Category, tuple[str, ...]] = {
    Category.ENTERPRISE: ("91",),
    Category.UNIVERSITY: ("12", "52"),  # 民办高校 are 民办非企业单位
    Category.INSTITUTE: ("12", "52"),  # 新型研发机构 are 民办非企业单位
}
_KNOWN_CASES: Mapping[tuple[Category, str], str] = {
    (Category.INSTITUTE, "91"): "转制院所登记为企业属正常，请附转制文件等证明",
    (Category.UNIVERSITY, "91"): "营利性民办高校登记为企业属正常，请附办学许可证",
}


def differs_from_code(unit: UnitAnswers) -> str:
    """Return a warning where a unit's code is of another kind than its category, else "".

    Only 企业, 高校 and 科研机构 are compared, the three that the notice names.

    Raises:
        ValueError: the unit's category is not given.
    """
    category, prefix = given(unit.category), (unit.uscc or "")[:2]
    registered = REGISTERED.get(prefix)
    if registered is None or prefix in _EXPECTED.get(category, (prefix,)):
        return ""
    todo = _KNOWN_CASES.get((category, prefix), "请核对类别或代码，并附能证明类别的文件")
    return (
        f"代码以 {prefix} 开头，登记为{registered}，与所选类别“{category}”不一致；"
        f"{todo}（只作提醒，不影响结论）。"
    )
