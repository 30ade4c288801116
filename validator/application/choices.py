"""The closed lists of answers; each answer is a code with its Chinese words."""

from __future__ import annotations

from validator.application.base import Choice


class Category(Choice):
    """单位类别: chosen by the applicant, proven by certificate (reading 4.7)."""

    ENTERPRISE = "enterprise", "企业"
    UNIVERSITY = "university", "高校"
    INSTITUTE = "institute", "科研机构"
    FINANCE = "finance", "金融组织"
    INTERMEDIARY = "intermediary", "科技中介"
    MARKETING = "marketing", "营销机构"
    ASSOCIATION = "association", "协会学会"
    GOVERNMENT = "government", "机关"
    OTHER = "other", "其他"


RESEARCH_AND_INDUSTRY = (Category.ENTERPRISE, Category.UNIVERSITY, Category.INSTITUTE)
SERVICES = (Category.FINANCE, Category.INTERMEDIARY, Category.MARKETING)


class Standing(Choice):
    """法人地位, asked because a credit code that begins with 91 does not prove it."""

    INDEPENDENT = "independent", "独立法人"
    BRANCH = "branch", "分公司或分支机构"
    PARTNERSHIP = "partnership", "合伙企业"
    SOLE_PROPRIETORSHIP = "sole_proprietorship", "个人独资企业"
    INDIVIDUAL_BUSINESS = "individual_business", "个体工商户"
    INTERNAL_DEPARTMENT = "internal_department", "内设机构（二级学院、实验室等）"
    OTHER = "other", "其他非独立法人"


class Tier(Choice):
    """核心/一般: as the agreement lists the member (reading 4.1)."""

    CORE = "core", "核心成员"
    ORDINARY = "ordinary", "一般成员"


class Ownership(Choice):
    """单位性质."""

    STATE = "state", "国有"
    PRIVATE = "private", "民营"
    FOREIGN = "foreign", "外资"
    MIXED = "mixed", "混合所有制"
    PUBLIC_INSTITUTION = "public_institution", "事业单位"
    SOCIAL_ORGANISATION = "social_organisation", "社会组织"


class Listing(Choice):
    """拟上市阶段 (reading 4.18)."""

    NONE = "none", "不是拟上市企业"
    TUTORING = "tutoring", "已办理辅导备案"
    RESTRUCTURED = "restructured", "已完成股份制改造"
    RESERVE = "reserve", "列入省级上市后备库"
    STATED = "stated", "自述拟上市，暂无上述材料"


class Signing(Choice):
    """协议签署方式 (reading 4.4)."""

    IN_PERSON = "in_person", "法定代表人本人签字"
    NAME_SEAL = "name_seal", "法定代表人签名章"
    ELECTRONIC = "electronic", "电子签名"
    DELEGATE = "delegate", "授权代表签字"
    SUCCESSOR = "successor", "变更后的法定代表人补签"
    UNSIGNED = "unsigned", "尚未签署"
    NOT_A_PARTY = "not_a_party", "未列为协议缔约方"


class Recognition(Choice):
    """是否曾获认定 (reading 4.20)."""

    NEVER = "never", "从未认定"
    SAME = "same", "本联盟（含更名前）已认定"
    SAME_FIELD = "same_field", "同一领域已有其他联盟获认定"
    SAME_LEAD = "same_lead", "牵头单位已牵头另一获认定的联盟"
    UNKNOWN = "unknown", "不清楚"


class Presence(Choice):
    """Whether the alliance has one of the three bodies."""

    ESTABLISHED = "established", "已设立"
    REPLACED = "replaced", "由其他机构代行职能"
    ABSENT = "absent", "未设立"


class Premises(Choice):
    """办公场所的证明."""

    OWNERSHIP = "ownership", "产权证明"
    LEASE = "lease", "租赁合同"
    PERMIT = "permit", "使用证明"
    NONE = "none", "暂无证明"


class Custody(Choice):
    """联盟经费由谁管理."""

    OWN = "own", "联盟自行管理"
    DELEGATED = "delegated", "委托常设执行机构的依托单位管理"


class QueryResult(Choice):
    """信用查询结果."""

    CLEAR = "clear", "无"
    FOUND = "found", "有"


class Recommender(Choice):
    """组织推荐单位的类型."""

    CITY = "city", "市级科技部门"
    PROVINCIAL = "provincial", "省级部门"
    OTHER = "other", "其他单位"


class Delivery(Choice):
    """How the printed materials are handed in (reading 4.21)."""

    IN_PERSON = "in_person", "工作时间内现场报送"
    AFTER_HOURS = "after_hours", "工作时间之后送达"
    POST = "post", "邮寄（以邮戳为凭）"


class Medium(Choice):
    """电子版材料的载体."""

    DISC = "disc", "光盘"
    USB = "usb", "U盘"
    NONE = "none", "未准备"


class RecordKind(Choice):
    """运行记录的种类."""

    MEETING = "meeting", "会议"
    ACTIVITY = "activity", "活动"
    PROJECT = "project", "项目"
    RESULT = "result", "成果"
    STANDARD = "standard", "标准"
    TRAINING = "training", "人才培养"
    OTHER = "other", "其他"
