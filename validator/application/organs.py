"""组织构架 (三（一）5): the three bodies, their lists of people (三（二）4), and the charter."""

from __future__ import annotations

from validator.application.base import Section, ask, group
from validator.application.choices import Premises, Presence
from validator.application.text import Day, Line, Text

_ABSENT = ("presence", "absent")
_HELP = "答“未设立”时，这个机构下已填的内容保留，但不计入核验和材料。"


class Person(Section):
    """A person on one of the lists; no identity number is asked, since the notice needs none."""

    name: Line = ask("姓名")
    gender: Line = ask("性别", example="女")
    title: Line = ask("职务/职称")
    unit: Line = ask("工作单位")
    role: Line = ask("联盟内职务")
    speciality: Line = ask("专业领域")
    phone: Line = ask("电话")


class Councillor(Person):
    """理事会成员; `unit` is the member that the person represents."""


class Expert(Person):
    """专家咨询委员会成员."""

    external: bool | None = ask("是否外部专家")


class Officer(Person):
    """常设执行机构人员."""

    full_time: bool | None = ask("是否专职")
    duties: Line = ask("岗位职责")
    employer: Line = ask("劳动关系单位", help="与牵头单位签订劳动合同亦可。")


class Council(Section):
    """理事会."""

    presence: Presence | None = ask("理事会", help=_HELP)
    first_meeting_on: Day = ask("首次理事会日期", hidden_if=_ABSENT)
    people: tuple[Councillor, ...] = group("理事会名单", tuple, hidden_if=_ABSENT, max_length=200)


class Committee(Section):
    """专家咨询委员会."""

    presence: Presence | None = ask("专家咨询委员会", help=_HELP)
    people: tuple[Expert, ...] = group(
        "专家咨询委员会名单", tuple, hidden_if=_ABSENT, max_length=200
    )


class Office(Section):
    """常设执行机构."""

    presence: Presence | None = ask("常设执行机构", help=_HELP)
    host: Line = ask("依托单位", help="原则上为牵头单位，填全称。", hidden_if=_ABSENT)
    host_reason: Text = ask("未设在牵头单位的原因", hidden_if=_ABSENT)
    fixed_premises: bool | None = ask("有固定办公场所", hidden_if=_ABSENT)
    address: Line = ask("办公地址", shown_if=("fixed_premises", True))
    premises_proof: Premises | None = ask("办公场所证明", shown_if=("fixed_premises", True))
    people: tuple[Officer, ...] = group(
        "常设执行机构名单", tuple, hidden_if=_ABSENT, max_length=200
    )


class Charter(Section):
    """章程: the mechanisms that 三（一）5 names."""

    decision: bool | None = ask("章程载明决策机制")
    consultation: bool | None = ask("章程载明咨询机制")
    execution: bool | None = ask("章程载明执行机制")
    passed_on: Day = ask("章程通过日")


class Organs(Section):
    """The three bodies and the charter that sets them up."""

    council: Council = group("理事会", Council)
    committee: Committee = group("专家咨询委员会", Committee)
    office: Office = group("常设执行机构", Office)
    charter: Charter = group("章程", Charter)
