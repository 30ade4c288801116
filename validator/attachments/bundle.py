"""The package (材料包): all documents in the order of handing in, with an index and the draft."""

import re
import unicodedata
from datetime import date
from typing import Final

from validator import drafts
from validator.application import Application
from validator.application.asked import title_in
from validator.attachments.catalogue import available
from validator.attachments.filling import fill
from validator.calls import Attachment, Call
from validator.chinese import in_chinese
from validator.tables import SUMMARY_NAME, summary_xlsx
from validator.word.package import pack

_UNNAMED: Final = "未命名联盟"
_NAME_MAX: Final = 60
_FORBIDDEN: Final = r'\/:*?"<>|'
_UNSEEN: Final = ("Cc", "Cf", "Cs", "Zl", "Zp")
_RESERVED: Final = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)


def files(
    received: drafts.Received, call: Call, on: date | None, *, clean: bool = False
) -> dict[str, bytes]:
    """Return the whole submission, file by file; the same input always gives the same bytes.

    Args:
        received: A draft as read.
        call: The call it answers.
        on: The day the documents are made for.
        clean: Leave out the draft, from among the files and from every document.

    Raises:
        DocumentError: One of the documents cannot be made.
    """
    known, application = available(call), received.application
    made = {
        _place(number, attachment): fill(attachment.name, received, call, on, clean=clean)
        for number, attachment in enumerate(known)
    }
    if call.summary_in:
        made[SUMMARY_NAME] = summary_xlsx([application], call)
    if not clean:
        made["草稿.json"] = drafts.as_text(received.draft).encode()
    made["说明.txt"] = _index(known, application, call, clean=clean).encode("utf-8-sig")
    return made


def bundle(received: drafts.Received, call: Call, on: date | None, *, clean: bool = False) -> bytes:
    """Return what `files` returns as a .zip, in a folder with the alliance's name."""
    folder = file_safe(received.application.alliance.name)
    made = files(received, call, on, clean=clean)
    return pack({f"{folder}/{name}": content for name, content in made.items()})


def bundle_name(application: Application) -> str:
    """Return the package's file name, which begins with the alliance's name."""
    return f"{file_safe(application.alliance.name)}-申报材料.zip"


def report_name(application: Application) -> str:
    """Return the report's file name without its ending."""
    return f"{file_safe(application.alliance.name)}-自查报告"


def file_safe(name: str | None) -> str:
    """Return a name that every file system accepts and that people see as it is.

    Path separators are removed, and so are invisible characters: some of them turn the direction
    of writing, so that a name can show another ending than it has. The name is cut to 60
    characters, and a device name of Windows, such as CON, gets an underscore.
    """
    safe = "".join(letter for letter in name or "" if not _is_forbidden(letter))
    safe = safe.strip(" .")[:_NAME_MAX].strip(" .")
    return f"_{safe}" if _RESERVED.match(safe) else safe or _UNNAMED


def _is_forbidden(letter: str) -> bool:
    return letter in _FORBIDDEN or unicodedata.category(letter) in _UNSEEN


def _place(number: int, attachment: Attachment) -> str:
    """Return a file name with a number, by which file managers list the order of handing in."""
    return f"{number:02}-{attachment.file_name}"


def _index(
    known: tuple[Attachment, ...], application: Application, call: Call, *, clean: bool
) -> str:
    copies = call.thresholds.copies
    lines = [
        application.alliance.name or f"（{title_in(call, '/alliance/name')}未填）",
        f"依据：{call.issuer}《{call.title}》（{in_chinese(call.issued)}）",
        "",
        "以下文件按报送顺序排列；未填的内容留空，供手写。",
        "",
        *(
            f"{_place(number, attachment)}　对应 {attachment.position}　{attachment.layout}"
            for number, attachment in enumerate(known)
        ),
        "",
        *([f"书面材料一式 {copies} 份。"] if copies else []),
        f"受理时间 {call.window.in_words}。",
    ]
    if call.summary_in:
        lines.append("汇总表由组织推荐单位提供，包内一份只供其参考。")
    if not clean:
        lines.append("草稿.json 和各 Word 文件内含全部填报内容，可在自查页打开续填；外发前请留意。")
    return "\r\n".join(lines) + "\r\n"
