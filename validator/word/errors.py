"""Errors of filling and opening a document: a class for each cause, with its Chinese sentence."""

from validator.problems import RefusedError


class DocumentError(RefusedError):
    """A document could not be made or opened. ``str(error)`` is a plain Chinese sentence.

    Attributes:
        code: A stable, language-neutral identifier of the cause.
    """

    code = "attachment"


class UnknownNameError(DocumentError):
    """The template asks for a name that the context does not hold."""

    code = "unknown-name"

    def __init__(self, part: str, reason: str) -> None:
        """Tell the part of the document, and Jinja's reason."""
        super().__init__(f"模板（{part}）引用了不存在的名称：{reason}。")


class TemplateFaultError(DocumentError):
    """The template did something that Jinja refuses."""

    code = "template-fault"

    def __init__(self, part: str, reason: str) -> None:
        """Tell the part of the document, and Jinja's reason."""
        super().__init__(f"模板（{part}）有误：{reason}。")


class MalformedXmlError(DocumentError):
    """The rendered part is not well-formed; Word would call the file damaged."""

    code = "malformed-xml"

    def __init__(self, part: str, reason: str, nearby: str) -> None:
        """Tell the part, the parser's reason and the text around the place."""
        super().__init__(f"填写后的文档（{part}）结构有误：{reason}；附近内容：…{nearby}…")


class EmptyTableError(DocumentError):
    """A loop over nothing left a table without rows; Word refuses such a table."""

    code = "empty-table"

    def __init__(self, part: str) -> None:
        """Tell the part of the document."""
        super().__init__(
            f"填写后的文档（{part}）中有一个没有任何行的表格，请在模板中保留表头行或空行。",
        )


class DuplicateBookmarkError(DocumentError):
    """A bookmark stands inside a loop, so its name occurs twice."""

    code = "duplicate-bookmark"

    def __init__(self, part: str, bookmark: str) -> None:
        """Tell the part and the bookmark."""
        super().__init__(
            f"填写后的文档（{part}）中书签“{bookmark}”重复，请在模板中删除循环内的书签。",
        )


class NotADocumentError(DocumentError):
    """A file is no Word document that can be read safely."""

    code = "not-a-document"

    def __init__(self) -> None:
        """Tell the likely causes."""
        super().__init__(
            "这不是可以读取的 Word 文档（.docx）或材料包（.zip），可能已损坏，或加了密码；"
            "请重新选择文件。",
        )


class OverfullDocumentError(DocumentError):
    """A Word document holds more than the bounds allow."""

    code = "overfull-document"

    def __init__(self) -> None:
        """Tell which file to open instead."""
        super().__init__(
            "这份 Word 文档里的内容过多，超出可以读取的上限，没有打开；屏幕上的内容不变。"
            "请改用当时下载的文档，或草稿文件（.json）。",
        )
