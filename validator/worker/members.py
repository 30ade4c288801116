"""The members as a spreadsheet, to take away and to take in."""

from __future__ import annotations

from typing import Any

from validator import drafts, views
from validator.worker import requests
from validator.worker.files import decoded
from validator.worker.received import declared


def members_template(given: requests.Draft) -> bytes:
    """Return the spreadsheet to fill in, with the members of a draft in it."""
    from validator.tables import members_template as template  # noqa: PLC0415 - only when asked for

    reading, notice, _ = declared(given.draft)
    return template(notice, reading.application.members)


def import_members(given: requests.Import) -> dict[str, Any]:
    """Return the draft with a table's members in it; what the table does not say stays."""
    from validator.tables import (  # noqa: PLC0415 - only when asked for
        import_pasted,
        import_xlsx,
        merge,
    )

    is_pasted = given.content is None
    table = import_pasted(given.text) if is_pasted else import_xlsx(decoded(given.content))
    draft = drafts.read(given.draft).draft
    merged = merge(table, draft.get("members"), replace=given.replace)
    draft["members"] = merged.members
    return {
        "draft": draft,
        "problems": [str(problem) for problem in table.problems],
        "html": views.imported(table, merged),
    }
