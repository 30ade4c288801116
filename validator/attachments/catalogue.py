"""The attachments that can be made."""

from dataclasses import dataclass
from typing import Final

from validator.attachments.errors import UnknownAttachmentError


@dataclass(frozen=True)
class Attachment:
    """A document to be handed in.

    Attributes:
        name: Identifier, the same in every language.
        title: What the notice calls it.
        file_name: Under which it is downloaded.
        position: The clause that asks for it, such as 三（二）1.
        template: Its Word template's file name.
        issued: Whether the notice issued a form for it (附件1, 附件2).
        official: Whether the layout is the issued form; else it is reconstructed from the notice.
        purpose: What it is for, in a sentence.
    """

    name: str
    title: str
    file_name: str
    position: str
    template: str
    issued: bool
    official: bool
    purpose: str

    @property
    def layout(self) -> str:
        """Where the layout comes from, in Chinese."""
        if self.official:
            return "官方版式"
        return "重构版式，以官方文件为准" if self.issued else "参考版式，通知未给格式"


_CATALOGUE: Final = (
    Attachment(
        name="cover",
        title="申报材料封面",
        file_name="00-申报材料封面.docx",
        position="四（一）1",
        template="00-封面.docx",
        issued=False,
        official=False,
        purpose="整册材料的封面，由牵头单位和组织推荐单位盖章。",
    ),
    Attachment(
        name="contents",
        title="申报材料目录",
        file_name="00-申报材料目录.docx",
        position="四（一）1",
        template="00-目录.docx",
        issued=False,
        official=False,
        purpose="整册材料的目录，按通知所列七项的顺序。",
    ),
    Attachment(
        name="application_form",
        title="山西省产业技术创新战略联盟申请表",
        file_name="附件1-山西省产业技术创新战略联盟申请表.docx",
        position="三（二）1",
        template="附件1-申请表.docx",
        issued=True,
        official=False,
        purpose="联盟、牵头单位和成员单位的基本情况与承诺，附意见栏。",
    ),
    Attachment(
        name="agreement",
        title="山西省产业技术创新战略联盟协议书",
        file_name="附件2-山西省产业技术创新战略联盟协议书.docx",
        position="三（二）2",
        template="附件2-协议书.docx",
        issued=True,
        official=False,
        purpose="全体成员的权利义务，每家一个签字盖章栏。",
    ),
    Attachment(
        name="feasibility_report",
        title="联盟组建的必要性、可行性论证报告",
        file_name="联盟组建的必要性、可行性论证报告.docx",
        position="三（二）3",
        template="论证报告.docx",
        issued=False,
        official=False,
        purpose="必要性和可行性两部分；须由人撰写的地方有提示。",
    ),
    Attachment(
        name="people_lists",
        title="理事会、专家咨询委员会、常设执行机构人员名单",
        file_name="理事会、专家咨询委员会、常设执行机构人员名单.docx",
        position="三（二）4",
        template="人员名单.docx",
        issued=False,
        official=False,
        purpose="三份名单各起一页，人数不限；未填的留空行。",
    ),
    Attachment(
        name="charter",
        title="联盟章程",
        file_name="联盟章程.docx",
        position="三（二）5",
        template="章程.docx",
        issued=False,
        official=False,
        purpose="联盟的机构、成员、经费与监督机制。",
    ),
    Attachment(
        name="operation_statement",
        title="联盟运行情况",
        file_name="联盟运行情况.docx",
        position="三（二）6",
        template="运行情况.docx",
        issued=False,
        official=False,
        purpose="起算日期、运行记录、体制机制和组织架构，由牵头单位盖章。",
    ),
    Attachment(
        name="evidence_checklist",
        title="证明材料清单",
        file_name="证明材料清单.docx",
        position="三（二）7",
        template="证明材料清单.docx",
        issued=False,
        official=False,
        purpose="逐家、逐类核对证照和证明材料，填页码后随材料装订。",
    ),
    Attachment(
        name="credit_statements",
        title="诚信声明",
        file_name="诚信声明.docx",
        position="三（一）7",
        template="诚信声明.docx",
        issued=False,
        official=False,
        purpose="依托、参与、合作单位每家一页，自述并盖章，未联网核验。",
    ),
    Attachment(
        name="truthfulness_commitment",
        title="真实性承诺书",
        file_name="真实性承诺书.docx",
        position="三（二）",
        template="真实性承诺书.docx",
        issued=False,
        official=False,
        purpose="牵头单位对全部材料真实性的承诺。",
    ),
    Attachment(
        name="binding_checklist",
        title="装订报送清单",
        file_name="装订报送清单.docx",
        position="四（二）",
        template="装订报送清单.docx",
        issued=False,
        official=False,
        purpose="装订、盖章、份数和报送的核对单，不装入成册材料。",
    ),
    Attachment(
        name="media_label",
        title="电子版材料载体标签",
        file_name="电子版材料载体标签.docx",
        position="四（二）",
        template="载体标签.docx",
        issued=False,
        official=False,
        purpose="光盘、U盘和封套的标签，标注联盟名称，剪下即用。",
    ),
)


def available() -> tuple[Attachment, ...]:
    """Return all attachments in the order in which they are bound: cover first."""
    return _CATALOGUE


def attachment(name: str) -> Attachment:
    """Return the attachment of this name.

    Raises:
        UnknownAttachmentError: There is none.
    """
    for known in _CATALOGUE:
        if known.name == name:
            return known
    raise UnknownAttachmentError(name)
