"""Makes a synthetic application, complete or minimal, in which no real unit is named."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from validator.application import Application
from validator.application.codes import check_digit, organisation_digit
from validator.calls import Call

_ALLIANCE = "山西省示例氢能产业技术创新战略联盟"
_SIGNED = "2022-03-18"
_WOMEN = "芳静丽敏娜"
_SURNAMES, _GIVEN = "王李张刘陈杨赵黄周吴徐孙", "明芳伟静磊丽强敏杰娜"
_PREFIX = {"enterprise": "91", "intermediary": "91"}  # others are public institutions, with 12
_REGION = {"山西省": "140100", "北京市": "110108", "河北省": "130100"}

# Name, category, province and task of each unit: first the lead, last an ordinary member.
_UNITS: tuple[tuple[str, str, str, str], ...] = (
    ("太原示例氢能装备有限公司", "enterprise", "山西省", "燃料电池系统集成与示范应用"),
    ("示例理工大学（太原）", "university", "山西省", "质子交换膜基础研究"),
    ("山西示例能源化学研究所", "institute", "山西省", "催化剂制备与表征"),
    ("大同示例制氢有限公司", "enterprise", "山西省", "电解水制氢成套工艺"),
    ("长治示例焦化有限公司", "enterprise", "山西省", "焦炉煤气提纯制氢"),
    ("晋城示例压缩机有限公司", "enterprise", "山西省", "高压压缩机国产化"),
    ("运城示例储氢材料有限公司", "enterprise", "山西省", "固态储氢材料中试"),
    ("吕梁示例客车有限公司", "enterprise", "山西省", "氢能客车整车开发"),
    ("临汾示例阀门有限公司", "enterprise", "山西省", "加氢站阀门研制"),
    ("北京示例氢能研究院", "institute", "北京市", "系统安全评价方法"),
    ("河北示例材料大学", "university", "河北省", "双极板涂层研究"),
    ("山西示例科技成果转化中心", "intermediary", "山西省", "成果转化与技术经纪"),
)


def example(call: Call, *, minimal: bool = False, members: int = len(_UNITS) - 1) -> Application:
    """Return a made-up application for a call.

    Args:
        call: the call to apply for.
        minimal: whether to give no more than the alliance, its lead, one member and the day.
        members: the number of members besides the lead; from the twelfth on, members are
            enterprises with a number for a name.
    """
    answers = _minimal(call) if minimal else _complete(call, members)
    return Application.model_validate_json(json.dumps(answers))


def code(prefix: str, region: str, body: str) -> str:
    """Return a synthetic 统一社会信用代码 whose two check digits hold.

    Args:
        prefix: the first two characters: 91 for an enterprise, 12 for a public institution.
        region: the six digits of a region (GB/T 2260).
        body: the eight characters of an organisation code.
    """
    stem = f"{prefix}{region}{body}"
    stem += organisation_digit(body)
    return stem + check_digit(stem)


def _minimal(call: Call) -> dict[str, Any]:
    identifying = ("name", "uscc", "category", "standing", "province")
    lead, member = ({name: _unit(call, n)[name] for name in identifying} for n in (0, 1))
    return {
        "notice": call.id,
        "alliance": {"name": _ALLIANCE, "chains": ["氢能"]},
        "lead": lead,
        "members": [{**member, "tier": "core"}],
        "submission": {"planned_on": str(call.window.first_day)},
    }


def _complete(call: Call, members: int) -> dict[str, Any]:
    units = [_unit(call, number) for number in range(members + 1)]
    last = len(_UNITS) - 1
    for number, unit in enumerate(units[1:], 1):
        unit["tier"] = "ordinary" if number == last else "core"
    lead, names = _UNITS[0][0], [unit["name"] for unit in units]
    return {
        "notice": call.id,
        "alliance": _alliance(units),
        "lead": units[0] | _lead(call),
        "members": units[1:],
        "has_partners": False,
        "agreement": {
            "effective_on": _SIGNED,
            "goals": "三年内形成从制氢、储运到应用的完整技术链，关键装备国产化率达到九成。",
            "tasks": "按附表所列，由各成员单位分别承担。",
            "targets": [{"name": "新产品", "value": "6 项", "year": 2025}],
            "has_other_parties": False,
        },
        "organs": _organs(lead, names),
        "funding": {
            "mechanism": True,
            "rules_exist": True,
            "rules_name": "联盟经费管理办法",
            "rules_on": "2022-04-20",
            "supervised": True,
            "supervisor": "联盟监事会",
            "custody": "delegated",
            "custodian": lead,
            "public_money_pledge": True,
        },
        "operation": {
            "had_founding_meeting": True,
            "founding_meeting_on": "2022-04-08",
            "records": [
                _record("2022-09-16", "meeting", "第一次技术对接会"),
                _record("2022-12-09", "project", "联合申报省重点研发计划项目"),
                _record("2023-04-21", "activity", "成员单位互访与需求发布"),
            ],
        },
        "evidence": _evidence(names),
        "submission": _submission(call),
    }


def _person(number: int) -> str:
    return _SURNAMES[number % len(_SURNAMES)] + _GIVEN[number // len(_SURNAMES) % len(_GIVEN)]


def _unit(call: Call, number: int) -> dict[str, Any]:
    if number < len(_UNITS):
        name, category, province, task = _UNITS[number]
    else:
        name, category, province = f"山西示例配套企业{number}号有限公司", "enterprise", "山西省"
        task = f"第 {number} 类零部件配套研制"
    person, first_day = _person(number), call.window.first_day
    return {
        "name": name,
        "uscc": code(_PREFIX.get(category, "12"), _REGION[province], f"MA{number:06}"),
        "category": category,
        "standing": "independent",
        "province": province,
        "city": {"山西省": "太原市小店区"}.get(province, province),
        "address": f"{province}示例路{number + 1}号",
        "legal_representative": person,
        "founded_on": "2010-05-06",
        "ownership": "public_institution" if category in ("university", "institute") else "private",
        "contact": _person(number + 40),
        "phone": f"0351-0000{number:03}",
        "email": f"contact{number}@example.com",
        "task": task,
        "rights": "共享联盟平台与成果，优先受让联盟成果",
        "duties": "按期完成分工任务，保守技术秘密，按约出资",
        "research_level": f"在{task}方向具有省级研发平台和稳定团队。",
        "high_tech": category == "enterprise",
        "listing": "none",
        **_certificate(category, number),
        "signature": {
            "kind": "in_person",
            "signer": person,
            "signed_on": _SIGNED,
            "sealed": True,
            "seal_name": name,
        },
        "credit": {
            "good_standing": True,
            "has_misconduct": False,
            "queries": [
                {
                    "channel": "信用中国",
                    "queried_on": str(first_day - timedelta(days=6)),
                    "result": "clear",
                }
            ],
        },
        "evidence": {
            "licence": True,
            "licence_name": name,
            "introduction": True,
            "business_years": list(call.thresholds.business_years),
        },
    }


def _certificate(category: str, number: int) -> dict[str, Any]:
    if category != "enterprise":
        return {}
    return {
        "high_tech_certificate": f"GR202114{number:06}",
        "high_tech_issued_on": "2021-12-07",
    }


def _lead(call: Call) -> dict[str, Any]:
    figures = enumerate(call.thresholds.business_years)
    return {
        "above_scale": True,
        "above_scale_proof": True,
        "industry_code": "3463",
        "staff": 820,
        "researchers": 156,
        "figures": [
            {
                "year": year,
                "revenue": 41000.0 + 5200 * n,
                "profit": 3900.0 + 450 * n,
                "research_spending": 2460.0 + 380 * n,
            }
            for n, year in figures
        ],
        "platforms": "省级企业技术中心、氢能装备省技术创新中心",
        "technology_level": "燃料电池系统功率密度居省内首位，经鉴定达到国内先进水平。",
        "strength": "近三年营业收入持续增长，牵头多项省级项目，带动上下游企业二十余家。",
    }


def _alliance(units: list[dict[str, Any]]) -> dict[str, Any]:
    kinds = [unit["category"] for unit in units]
    counted = (
        "enterprise",
        "university",
        "institute",
        "finance",
        "intermediary",
        "marketing",
        "other",
    )
    return {
        "name": _ALLIANCE,
        "chains": ["氢能"],
        "towns": [],
        "demand": "对应氢能产业链关键装备短板，符合国家氢能产业发展中长期规划和我省转型布局。",
        "recognised": "never",
        "entity": {"formed": False},
        "liability_subject": units[0]["name"],
        "members_listed": True,
        "counts": {
            "total": len(units),
            "core": len(units) - kinds.count("intermediary"),
            **{kind: kinds.count(kind) for kind in counted},
        },
        "narrative": {
            "background": "我省焦炉煤气资源丰富，氢能装备短板突出，需产学研协同攻关。",
            "goals": "建成中试线两条，形成标准三项，培养工程硕士三十名。",
            "mechanism": "理事会决策，专家咨询委员会咨询，秘书处执行，按季度例会推进。",
            "funding": "成员按年缴纳会费，设专账管理，监事会监督。",
            "intellectual_property": "各自成果归各自所有，共同成果按贡献共有，收益按约分配。",
            "results": "已召开技术对接会一次，联合立项一项，申请共有专利一件。",
        },
    }


def _organs(lead: str, names: list[str]) -> dict[str, Any]:
    def person(number: int, unit: str, role: str) -> dict[str, Any]:
        return {
            "name": _person(number),
            "gender": "女" if _person(number)[-1] in _WOMEN else "男",
            "title": "高级工程师",
            "unit": unit,
            "role": role,
            "speciality": "氢能",
            "phone": f"0351-0001{number:03}",
        }

    office = [
        {
            **person(60 + n, lead, role),
            "full_time": n == 0,
            "duties": "日常事务",
            "employer": lead,
        }
        for n, role in enumerate(("秘书长", "秘书"))
    ]
    return {
        "council": {
            "presence": "established",
            "first_meeting_on": "2022-05-12",
            "people": [person(n, name, "理事" if n else "理事长") for n, name in enumerate(names)],
        },
        "committee": {
            "presence": "established",
            "people": [
                {**person(80 + n, "示例氢能学会", "委员"), "external": True} for n in range(3)
            ],
        },
        "office": {
            "presence": "established",
            "host": lead,
            "fixed_premises": True,
            "address": "太原市小店区示例路1号三层",
            "premises_proof": "ownership",
            "people": office,
        },
        "charter": {
            "decision": True,
            "consultation": True,
            "execution": True,
            "passed_on": "2022-04-08",
        },
    }


def _record(day: str, kind: str, title: str) -> dict[str, Any]:
    return {"held_on": day, "kind": kind, "title": title, "evidence": True}


def _evidence(names: list[str]) -> dict[str, Any]:
    named = {"alliance_name": _ALLIANCE}
    ready = {**named, "ready": True}
    pair = (names * 2)[:2]
    return {
        "application_form": ready,
        "agreement": ready,
        "report": {**ready, "necessity": True, "feasibility": True},
        "charter": ready,
        "people_lists": named,
        "operation": {**named, "records": True, "mechanism": True, "structure": True},
        "proofs": named,
        "projects": [{"name": "示例氢能重点研发项目", "participants": pair}],
        "achievements": [{"name": "百千瓦级燃料电池系统", "proof": "科技成果登记证书"}],
        "properties": [{"name": "一种示例双极板（专利）", "owners": pair}],
        "transfers": [
            {"payer": pair[1], "payee": pair[0], "paid_on": "2022-11-03", "amount": 50.0}
        ],
        "regulations": [{"name": "联盟经费管理办法", "adopted_on": "2022-04-20"}],
        "truthfulness_signed": True,
    }


def _submission(call: Call) -> dict[str, Any]:
    return {
        "planned_on": str(call.window.first_day + timedelta(days=1)),
        "delivery": "in_person",
        "recommender_kind": "city",
        "recommender": "太原市科学技术局（示例）",
        "opinion": True,
        "opinion_sealed": True,
        "filled_on": str(call.window.first_day - timedelta(days=3)),
        "bound_in_order": True,
        "duplex_a4": True,
        "glued": True,
        "sealed_by_lead": True,
        "sealed_by_recommender": True,
        "copies": call.thresholds.copies,
        "medium": "usb",
        "medium_label": _ALLIANCE,
        "summary_table": True,
    }
