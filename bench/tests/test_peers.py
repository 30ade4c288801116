"""The peers from npm do the validator's work."""

import json

import pytest

from bench import docxtemplater_peer, workloads
from bench.documents import texts
from bench.scenarios import rules
from validator.attachments import fill
from validator.drafts import declared

pytestmark = pytest.mark.peers


def test_docxtemplater_makes_our_document() -> None:
    ours = fill("application_form", declared(workloads.APPLICATION), workloads.CALL, workloads.DAY)
    assert texts(docxtemplater_peer.filled()) == texts(ours)


def test_publicodes_decides_as_we_do() -> None:
    verdicts = rules.publicodes(workloads.DRAFT, calls=1)["verdicts"]
    assert {"R13", "R21", "R58", "R61"} < verdicts.keys()
    assert all(verdicts.values())


def test_publicodes_refuses_what_we_refuse() -> None:
    draft = json.loads(workloads.DRAFT)
    draft["submission"] |= {"copies": 5, "planned_on": "2023-08-14"}
    draft["lead"]["province"] = "北京市"
    draft["members"][3]["signature"]["sealed"] = False
    draft["members"][4]["credit"]["queries"][0]["result"] = "found"
    verdicts = rules.publicodes(json.dumps(draft), calls=1)["verdicts"]
    refused = {rule for rule, met in verdicts.items() if not met}
    assert {"R13", "R28", "R43", "R58", "R61"} <= refused


def test_a_peer_that_decides_otherwise_is_no_peer() -> None:
    draft = json.loads(workloads.DRAFT)
    # publicodes cannot compare credit codes.
    draft["members"][0]["uscc"] = draft["members"][1]["uscc"]
    with pytest.raises(rules.DisagreementError):
        rules.publicodes(json.dumps(draft), calls=1)


@pytest.mark.parametrize(("copies", "valid"), [(6, True), ("six", False)])
def test_ajv_accepts_what_we_accept(copies: object, valid: bool) -> None:  # noqa: FBT001 - a case
    draft = json.loads(workloads.DRAFT)
    draft["submission"]["copies"] = copies
    assert rules.ajv(json.dumps(draft), calls=1)["valid"] is valid
