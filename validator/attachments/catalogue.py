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
        official: Whether the layout is the issued one; else it is reconstructed from the notice.
        purpose: What it is for, in a sentence.
    """

    name: str
    title: str
    file_name: str
    position: str
    template: str
    official: bool
    purpose: str = ""


_CATALOGUE: Final = (
    Attachment(
        name="cover",
        title="申报材料封面",
        file_name="00-申报材料封面.docx",
        position="四（一）1",
        template="00-封面.docx",
        official=False,
        purpose="整册材料的封面，由牵头单位和组织推荐单位盖章。",
    ),
    Attachment(
        name="contents",
        title="申报材料目录",
        file_name="00-申报材料目录.docx",
        position="四（一）1",
        template="00-目录.docx",
        official=False,
        purpose="整册材料的目录，按通知所列七项的顺序。",
    ),
    Attachment(
        name="application_form",
        title="山西省产业技术创新战略联盟申请表",
        file_name="附件1-山西省产业技术创新战略联盟申请表.docx",
        position="三（二）1",
        template="附件1-申请表.docx",
        official=False,
        purpose="联盟、牵头单位和成员单位的基本情况与承诺，附意见栏。",
    ),
    Attachment(
        name="agreement",
        title="山西省产业技术创新战略联盟协议书",
        file_name="附件2-山西省产业技术创新战略联盟协议书.docx",
        position="三（二）2",
        template="附件2-协议书.docx",
        official=False,
        purpose="全体成员的权利义务，每家一个签字盖章栏。",
    ),
    Attachment(
        name="feasibility_report",
        title="联盟组建的必要性、可行性论证报告",
        file_name="联盟组建的必要性、可行性论证报告.docx",
        position="三（二）3",
        template="论证报告.docx",
        official=False,
        purpose="必要性和可行性两部分；须由人撰写的地方有提示。",
    ),
    Attachment(
        name="charter",
        title="联盟章程",
        file_name="联盟章程.docx",
        position="三（二）5",
        template="章程.docx",
        official=False,
        purpose="联盟的机构、成员、经费与监督机制。",
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
