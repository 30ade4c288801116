"""The real attachments, filled here and by docxtpl from the same data."""

from datetime import date

import pytest

from site_build.word_templates.precompile import SOURCE
from validator.application import Application
from validator.attachments import documents
from validator.attachments.context import build
from validator.calls import load
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


@pytest.mark.parametrize("attachment", documents(), ids=lambda known: known.name)
@pytest.mark.parametrize("application", APPLICATIONS.values(), ids=APPLICATIONS.keys())
def test_every_part_equals_docxtpl(attachment: object, application: Application) -> None:
    template = (SOURCE / attachment.template).read_bytes()
    context = build(application, CALL, date(2023, 8, 8))
    native, here = filled_natively(template, context), filled_here(template, context)
    assert differences(native, here) == []
