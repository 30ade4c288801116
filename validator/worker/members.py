"""Answers requests about members as a spreadsheet: the template to save, and the import."""

from __future__ import annotations

from validator import views
from validator.worker import answers, requests
from validator.worker.files import bounded
from validator.worker.received import declared


def members_template(request: requests.Draft) -> answers.FileAnswer:
    """Return the template of the members' table, with the members of a draft in it."""
    from validator.tables import (  # noqa: PLC0415 - only when asked for
        TEMPLATE_NAME,
        members_template,
    )

    received, call, _ = declared(request.draft)
    return answers.FileAnswer(TEMPLATE_NAME, members_template(call, received.application.members))


def import_members(request: requests.Import) -> answers.Imported:
    """Return a draft's members with those of a table; a blank cell changes no answer."""
    from validator.tables import (  # noqa: PLC0415 - only when asked for
        import_pasted,
        import_xlsx,
        merge,
    )

    received, call, _ = declared(request.draft)
    if request.content is None:
        table = import_pasted(request.text, call)
    else:
        table = import_xlsx(bounded(request.content), call)
    merged = merge(table, received.draft.get("members"), call, replace=request.replace)
    return {
        "members": merged.members,
        "taken": merged.taken,
        "whole": not table.problems,
        "html": views.imported(table, merged),
    }
