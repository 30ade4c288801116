"""What the keys of call.toml are called in Chinese."""

from __future__ import annotations

_TITLES = {
    "title": "通知标题",
    "programme": "项目名称",
    "year": "年度",
    "issuer": "发布单位",
    "issued": "发布日期",
    "regulation": "所依办法",
    "name_pattern": "名称格式",
    "recommenders": "组织推荐单位",
    "recognised": "已认定的联盟",
    "window": "受理",
    "first_day": "首日",
    "last_day": "末日",
    "operating": "运行",
    "years": "年限",
    "ends": "年限的终点",
    "thresholds": "数目",
    "core_members_min": "核心成员最少",
    "members_usual_max": "成员一般不超过",
    "copies": "份数",
    "full_time_staff_min": "专职人员最少",
    "credit_query_days": "信用查询距报送的天数",
    "business_years": "经营情况的年份",
    "region": "地区",
    "province": "所在地",
    "code": "代码",
    "partners": "优先的地区",
    "developed": "先进发达地区",
    "support": "支持",
    "chains": "产业链",
    "towns": "专业镇",
    "elsewhere": "其他名单上的领域",
    "contact": "联系方式",
    "office": "处室",
    "person": "联系人",
    "phone": "电话",
    "address": "地址",
    "readings": "读法",
    "summary_in": "汇总表的依据",
    "remark": "提醒",
    "name": "名称",
    "day": "日期",
    "who": "由谁",
    "what": "做什么",
    "city": "所在城市",
    "figures": "其他数目",
    "lists": "其他名单",
    "deadlines": "期限",
    "materials_in": "材料清单的依据",
}


def title_of(key: str) -> str:
    """Return what people call a key; a key that is not known here as it is written."""
    return _TITLES.get(key, key)
