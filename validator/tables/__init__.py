"""Spreadsheets: the 汇总表, the template for members, and reading it back."""

from validator.tables.members_import import (
    PASTED_MAX,
    CellProblem,
    Import,
    TableError,
    import_pasted,
    import_xlsx,
)
from validator.tables.members_template import members_template
from validator.tables.summary import SUMMARY_NAME, summary_csv, summary_xlsx

__all__ = [
    "PASTED_MAX",
    "SUMMARY_NAME",
    "CellProblem",
    "Import",
    "TableError",
    "import_pasted",
    "import_xlsx",
    "members_template",
    "summary_csv",
    "summary_xlsx",
]
