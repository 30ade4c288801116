"""Errors between a draft and its documents; `validator.word.errors` has those of a Word file."""

from validator.word.errors import DocumentError


class UnknownAttachmentError(DocumentError):
    """The call has no attachment of this name."""

    code = "unknown-attachment"

    def __init__(self, name: str) -> None:
        """Tell the name that was asked for."""
        super().__init__(f"没有名为“{name}”的附件。")


class NotCompiledError(DocumentError):
    """The build, which compiles the templates, has not run."""

    code = "not-compiled"

    def __init__(self, name: str) -> None:
        """Tell the attachment whose compiled template is absent, and what to run."""
        super().__init__(f"附件“{name}”的模板尚未编译，请先运行 make site。")


class NoDraftError(DocumentError):
    """A Word document carries no draft."""

    code = "no-draft"

    def __init__(self) -> None:
        """Tell why there may be no draft, and what to open instead."""
        super().__init__(
            "这份 Word 文档里没有草稿：可能不是本站生成，或是“不含草稿”的副本，"
            "或曾另存为其他格式。请改用草稿文件（.json）。",
        )


class NoDraftInPackageError(DocumentError):
    """A .zip holds neither a draft nor a document that carries a draft."""

    code = "no-draft-in-package"

    def __init__(self) -> None:
        """Tell why there may be no draft, and what to open instead."""
        super().__init__(
            "这个压缩包里没有草稿：可能不是本站生成，或是“不含草稿”的副本。请改用草稿文件（.json）。",
        )


class SpreadsheetError(DocumentError):
    """A spreadsheet was chosen where a draft is opened."""

    code = "spreadsheet"

    def __init__(self) -> None:
        """Tell where a spreadsheet of members is imported."""
        super().__init__(
            "这是 Excel 表格，不是草稿；成员单位的表格请在“成员单位”里用“导入成员（Excel）”选择。",
        )
