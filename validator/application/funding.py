"""经费管理 (三（一）5): how the alliance manages its funds."""

from __future__ import annotations

from validator.application.base import Section, ask
from validator.application.choices import Custody
from validator.application.text import Day, Line


class Funding(Section):
    """How the alliance raises, spends and supervises its funds."""

    mechanism: bool | None = ask("章程或制度载明筹集、使用经费的长效机制")
    rules_exist: bool | None = ask("已制定联盟经费内部管理办法")
    rules_name: Line = ask("管理办法名称", shown_if=("rules_exist", True))
    rules_on: Day = ask("管理办法制定日期", shown_if=("rules_exist", True))
    supervised: bool | None = ask("已建立经费使用的内部监督机制")
    supervisor: Line = ask("监督机构、人员或文件", shown_if=("supervised", True))
    custody: Custody | None = ask("联盟经费由谁管理")
    custodian: Line = ask("受托管理单位", shown_if=("custody", "delegated"))
    public_money_pledge: bool | None = ask("承诺政府资助经费按规定使用并接受监督")
