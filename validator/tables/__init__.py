"""Spreadsheets: the 汇总表, the template of the members' table, and the import of members."""

from validator.tables.members_import import (
    PASTED_MAX,
    CellProblem,
    Import,
    TableError,
    import_pasted,
    import_xlsx,
)
from validator.tables.members_merge import Merged, merge
from validator.tables.members_template import TEMPLATE_NAME, members_template
from validator.tables.summary import SUMMARY_NAME, summary_csv, summary_xlsx

__all__ = [
    "PASTED_MAX",
    "SUMMARY_NAME",
    "TEMPLATE_NAME",
    "CellProblem",
    "Import",
    "Merged",
    "TableError",
    "import_pasted",
    "import_xlsx",
    "members_template",
    "merge",
    "summary_csv",
    "summary_xlsx",
]
