"""What can go wrong between a draft and its documents; how a document can fail: `word.errors`."""

from validator.word.errors import DocumentError


class UnknownAttachmentError(DocumentError):
    """Nobody registered an attachment under this name."""

    code = "unknown-attachment"

    def __init__(self, name: str) -> None:
        """Name what was asked for."""
        super().__init__(f"没有名为“{name}”的附件。")


class NotCompiledError(DocumentError):
    """The template's compiled form is a build product, and the build has not run."""

    code = "not-compiled"

    def __init__(self, name: str) -> None:
        """Name the attachment whose compiled template is absent."""
        super().__init__(f"附件“{name}”的模板尚未编译，请先运行 make site。")


class NoDraftError(DocumentError):
    """A Word document that carries no draft of ours."""

    code = "no-draft"

    def __init__(self) -> None:
        """Say why it may be so, and what to do."""
        super().__init__(
            "这份 Word 文档里没有草稿：可能不是本站生成，或是“不含草稿”的副本，"
            "或曾另存为其他格式。请改用草稿文件（.json）。",
        )


class NoDraftInPackageError(DocumentError):
    """A .zip in which no file is a draft of ours or carries one."""

    code = "no-draft-in-package"

    def __init__(self) -> None:
        """Say why it may be so, and what to do."""
        super().__init__(
            "这个压缩包里没有草稿：可能不是本站生成，或是“不含草稿”的副本。请改用草稿文件（.json）。",
        )


class SpreadsheetError(DocumentError):
    """A spreadsheet where a draft is opened."""

    code = "spreadsheet"

    def __init__(self) -> None:
        """Say where it goes."""
        super().__init__(
            "这是 Excel 表格，不是草稿；成员单位的表格请在“成员单位”里用“导入成员（Excel）”选择。",
        )
