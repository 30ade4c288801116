"""The real attachments, filled here and by docxtpl from the same data."""

from datetime import date

import pytest

from site_build.word_templates.precompile import CALLS, OURS
from validator.application import Application
from validator.attachments import REPORT, documents
from validator.attachments.context import build
from validator.calls import Attachment, load
from validator.calls.folder import TEMPLATES
from validator.example import example

from .comparison import differences, filled_here, filled_natively

CALL = load("shanxi_alliance_2023")
APPLICATIONS = {
    "empty": Application(),
    "minimal": example(CALL, minimal=True),
    "one": example(CALL, members=0),
    "ten": example(CALL, members=9),
    "thirty": example(CALL, members=29),
}


@pytest.mark.parametrize("attachment", documents(CALL), ids=lambda known: known.name)
@pytest.mark.parametrize("application", APPLICATIONS.values(), ids=APPLICATIONS.keys())
def test_every_part_equals_docxtpl(attachment: Attachment, application: Application) -> None:
    home = OURS if attachment.name == REPORT else CALLS / CALL.id
    template = (home / TEMPLATES / attachment.template).read_bytes()
    context = build(application, CALL, date(2023, 8, 8))
    native, here = filled_natively(template, context), filled_here(template, context)
    assert differences(native, here) == []
