"""JSON pointers, and what people call the places that they name."""

import pytest

from validator.application import Application
from validator.application.pointers import label, pointer

LABELS = {
    "/lead/uscc": "牵头单位 › 统一社会信用代码",
    "/members": "成员单位",
    "/members/0": "成员单位第 1 家",
    "/members/2/tier": "成员单位第 3 家 › 核心或一般成员",
    "/members/11/credit/queries/0": "成员单位第 12 家 › 诚信状况 › 信用查询第 1 条",
    "/partners/0/name": "合作单位第 1 家 › 单位全称",
    "/alliance/entity/shareholders": "联盟基本情况 › 法人实体 › 股东单位",
    "/operation/records/1/held_on": "联盟运行 › 运行记录第 2 条 › 日期",
    "/evidence/report/feasibility": "申报材料 › 论证报告 › 含可行性论证",
    "/submission/planned_on": "报送 › 拟报送日期",
    "/nowhere/at/all": "nowhere › at › all",
    "/lead/nowhere": "牵头单位 › nowhere",
    "": "整个文件",
}


@pytest.mark.parametrize("place", LABELS)
def test_label(place: str) -> None:
    assert label(place, Application) == LABELS[place]


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ((), ""),
        (("lead", "uscc"), "/lead/uscc"),
        (("members", 2, "tier"), "/members/2/tier"),
        (("a/b", "c~d"), "/a~1b/c~0d"),
    ],
)
def test_pointer(location: tuple[int | str, ...], place: str) -> None:
    assert pointer(location) == place
