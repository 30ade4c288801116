"""A table of members goes into a draft: nothing that is there vanishes or doubles unsaid."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import openpyxl
import pytest
from asking import ask, file
from books import book, row


def example() -> dict[str, Any]:
    return ask("example")["draft"]


def template(draft: dict[str, Any]) -> bytes:
    return file("members_template", draft=json.dumps(draft))


def imported(draft: object, *, replace: bool, text: str = "", content: bytes = b"") -> Any:  # noqa: ANN401 - an answer
    """What the page is told, and the report of it as plain words."""
    table = {"content": content} if content else {"text": text}
    answer = ask("import_members", draft=json.dumps(draft), replace=replace, **table)
    if "html" in answer:
        answer["said"] = re.sub(r"<[^>]*>", "", answer["html"])
    return answer


def rows(*lines: str) -> str:
    return "\n".join(lines)


@pytest.mark.parametrize("replace", [True, False])
def test_the_own_template_out_and_back_changes_nothing(replace: bool) -> None:  # noqa: FBT001
    draft = example()
    assert all(member["credit"]["queries"] for member in draft["members"])
    answer = imported(draft, replace=replace, content=template(draft))
    assert answer["members"] == draft["members"]
    count = len(draft["members"])
    assert f"新增 0 家、更新 0 家、没有变化 {count} 家、移出 0 家" in answer["said"]
    assert "另请留意" not in answer["said"]


@pytest.mark.parametrize("replace", [True, False])
def test_a_cell_that_was_edited_is_all_that_changes(replace: bool) -> None:  # noqa: FBT001
    draft = example()
    opened = openpyxl.load_workbook(io.BytesIO(template(draft)))
    titles = [cell.value for cell in opened["成员单位"][1]]
    opened["成员单位"].cell(3, titles.index("联系人") + 1, "赵六")
    saved = io.BytesIO()
    opened.save(saved)
    answer = imported(draft, replace=replace, content=saved.getvalue())
    draft["members"][1]["contact"] = "赵六"
    assert answer["members"] == draft["members"]
    assert "新增 0 家、更新 1 家" in answer["said"]


def test_a_wrong_answer_in_place_survives() -> None:
    draft = {"members": [{"name": "甲", "uscc": "1", "credit": {"queries": [{"channel": "网"}]}}]}
    answer = imported(draft, replace=True, content=template(draft))
    assert answer["members"] == draft["members"]


def test_replacing_names_who_goes() -> None:
    draft = {"members": [{"name": "甲"}, {"name": "乙", "task": "造"}, {"contact": "张三"}]}
    table = rows("单位全称\t联系人", "丙\t李四", "乙\t")
    answer = imported(draft, replace=True, text=table)
    assert answer["members"] == [{"name": "丙", "contact": "李四"}, draft["members"][1]]
    assert "新增 1 家、更新 0 家、没有变化 1 家、移出 2 家" in answer["said"]
    assert "移出的是：甲、未填名称的一家" in answer["said"]


def test_the_code_decides_before_the_name() -> None:
    code = "91140100MA0000007Q"
    draft = {"members": [{"name": "甲"}, {"name": "旧名", "uscc": code, "task": "造"}]}
    answer = imported(draft, replace=False, text=f"单位全称\t统一社会信用代码\n甲\t{code}")
    assert answer["members"] == [
        {"name": "甲"},
        {"name": "甲", "uscc": code, "task": "造"},
    ]


def test_an_empty_cell_keeps_what_is_there_and_says_so() -> None:
    draft = {"members": [{"name": "甲", "contact": "张三"}]}
    answer = imported(draft, replace=True, text="单位全称\t联系人\n甲\t")
    assert answer["members"] == draft["members"]
    assert "第 2 行“联系人”在表里空着，保留了原有内容" in answer["said"]


def test_two_of_one_name_stay_two_and_are_named() -> None:
    draft = {"members": [{"name": "甲", "task": "一"}, {"name": "甲", "task": "二"}]}
    answer = imported(draft, replace=False, content=template(draft))
    assert answer["members"] == draft["members"]
    assert "第 2、3 行的单位全称相同" in answer["said"]
    code = "91140100MA0000007Q"
    twice = imported({}, replace=False, text=f"单位全称\t信用代码\n甲\t{code}\n乙\t{code}")
    assert len(twice["members"]) == 2
    assert "第 2、3 行的统一社会信用代码相同" in twice["said"]


def test_members_without_name_and_code_are_known_by_what_they_say() -> None:
    draft = {"members": [{"contact": "张三", "credit": {"queries": [{"channel": "网"}]}}]}
    answer = imported(draft, replace=True, content=template(draft))
    assert answer["members"] == draft["members"]


def test_headings_are_known_with_stars_notes_and_other_words() -> None:
    table = rows(
        "某联盟成员一览表",
        "序号\t单位名称\t* 信用代码（18位）\t法人代表*\t手机号\t备注\t联系电话",
        "1\t甲公司\t91140100MA0000007Q\t王五\t13800000000\t新\t0351",
    )
    answer = imported({}, replace=False, text=table)
    assert answer["members"] == [
        {
            "name": "甲公司",
            "uscc": "91140100MA0000007Q",
            "legal_representative": "王五",
            "phone": "13800000000",
        }
    ]
    said = answer["said"]
    assert "表头在第 2 行，它上面的第 1 行没有读取" in said
    assert "序号" not in said
    assert "“备注”一列（第 6 列）不是本表的栏目，其中 1 格没有读取" in said
    assert "“联系电话”一列（第 7 列）与前面一列同是“联系电话”，只读了前面一列" in said


def test_a_list_of_names_may_have_its_heading() -> None:
    answer = imported({}, replace=False, text="单位全称\n甲\n乙\n")
    assert [member["name"] for member in answer["members"]] == ["甲", "乙"]


def test_more_columns_than_the_template_has_are_named() -> None:
    answer = imported({}, replace=False, text="甲" + "\t" * 40 + "多出来的")
    assert "第 41 列没有表头，其中 1 格没有读取" in answer["said"]


def test_what_an_earlier_answer_hides_is_kept_and_named() -> None:
    right = imported({}, replace=False, text="单位全称\t高企证书编号\n甲\tGR202114000001")
    assert right["members"] == [{"name": "甲", "high_tech_certificate": "GR202114000001"}]
    assert "“是否高新技术企业”为“是”时才询问" in right["said"]
    asked = {"members": [{"name": "甲", "high_tech": True}]}
    quiet = imported(asked, replace=False, text="单位全称\t高企证书编号\n甲\tGR202114000001")
    assert "才询问" not in quiet["said"]
    unsigned = imported({}, replace=False, text="单位全称\t签署方式\t签字人\n甲\t尚未签署\t王明")
    assert "“签署方式”不是“未列为协议缔约方”、“尚未签署”时才询问" in unsigned["said"]
    home = imported({}, replace=False, text="单位全称\t是否没有统一社会信用代码\n甲\t是")
    assert "“住所所在省份”为“香港特别行政区”、“澳门特别行政区”" in home["said"]
    wrong = imported({}, replace=False, text="单位全称\t高企证书编号\n甲\t123")
    assert "第 2 行“高企证书编号”：“123”高企证书编号应为" in wrong["said"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("单位全称\t联系人\n" + "甲\t乙\n" * 301, "有 301 行，成员单位最多 300 家，没有导入"),
        ("甲" * 200_000, "不得超过 200 个字"),
        ("单位全称\t统一社会信用代码\n甲\t9.1E+17", "已经丢失"),
    ],
)
def test_what_is_too_much_or_spoilt_is_said(text: str, said: str) -> None:
    answer = imported({}, replace=False, text=text)
    assert said in answer.get("error", answer.get("said"))


def test_half_a_character_is_named_by_its_cell() -> None:
    answer = imported({}, replace=False, text="单位全称\t联系人\n甲\t\ud800乙")
    assert answer["members"] == [{"name": "甲"}]
    assert "含有无法识别的字符" in answer["said"]


def test_a_member_of_any_shape_costs_nothing() -> None:
    draft = {"members": [{"name": "甲", "credit": 5}, 7, {}]}
    answer = imported(draft, replace=False, text="单位全称\t诚信状况良好（已出具声明）\n甲\t是")
    assert answer["members"] == [{"name": "甲", "credit": {"good_standing": True}}, 7]
    assert imported({"members": 5}, replace=False, text="甲\t")["members"]


def test_a_form_with_too_many_members_takes_none() -> None:
    many = {"members": [{"name": f"第{n}家"} for n in range(301)]}
    assert (
        "表单里有 301 家成员单位，最多 300 家" in imported(many, replace=False, text="新")["error"]
    )


def test_a_full_list_takes_updates_but_no_more_members() -> None:
    full = {"members": [{"name": f"第{n}家"} for n in range(300)]}
    table = row("单位全称", "联系人") + row("第7家", "张三")
    answer = imported(full, replace=False, content=book(table))
    assert answer["members"][7] == {"name": "第7家", "contact": "张三"}
    more = imported(full, replace=False, text="单位全称\t联系人\n新\t乙")
    assert "最多 300 家：现有 300 家，要新增 1 家" in more["error"]


@pytest.mark.parametrize("replace", [True, False])
def test_a_table_of_which_nothing_can_be_taken_changes_nothing(replace: bool) -> None:  # noqa: FBT001
    draft = example()
    answer = imported(draft, replace=replace, text=rows("单位全称\t统一社会信用代码", "####\t123"))
    assert answer["members"] == draft["members"]
    assert answer["taken"] == 0
    assert "没有导入成员单位：2 处有误" in answer["said"]
    assert "导入了" not in answer["said"]
    assert imported(draft, replace=replace, content=template(draft))["taken"] == 11
