"""The browser's door: every name answers, and what cannot be used is refused in words."""

import io
import json
import zipfile

import pytest
from pydantic import ValidationError

from validator.worker import call

LINKS = {"notice": "n", "rules": "r", "questions": "q"}


def ask(name: str, **payload: object) -> dict:
    return json.loads(call(name, json.dumps(payload)))


def check(draft: object, editing: str = "") -> dict:
    return ask("check", draft=json.dumps(draft), links=LINKS, editing=editing)


def test_unknown_names_and_payloads_are_mistakes_of_the_page() -> None:
    with pytest.raises(LookupError):
        call("no such call", "null")
    with pytest.raises(ValidationError):
        call("check", "{}")


def test_checks_a_draft() -> None:
    answer = check(ask("example")["draft"])
    assert answer["problems"] == []
    assert answer["outcome"] == "no_violation_found"
    assert answer["summary"] in answer["html"]
    assert answer["counts"]["not_met"] == 0


def test_a_wrong_answer_is_named_and_the_rest_still_checked() -> None:
    answer = check({"lead": {"uscc": "123"}, "submission": {"planned_on": "2023-08-12"}})
    assert [problem["pointer"] for problem in answer["problems"]] == ["/lead/uscc"]
    assert answer["problems"][0]["label"] == "牵头单位 › 统一社会信用代码"
    assert answer["outcome"] == "not_met"


def test_nobody_is_told_off_in_mid_word() -> None:
    answer = check({"lead": {"uscc": "123"}}, editing="/lead/uscc")
    assert len(answer["problems"]) == 1
    assert "data-error-summary" not in answer["html"]


def test_drafts_for_another_call_are_refused_in_words() -> None:
    assert "没有这个通知" in check({"notice": "elsewhere_2024"})["error"]


@pytest.mark.parametrize("text", [None, "", "[]", "{", '{"draft_version": 99}'])
def test_refuses_files_that_are_no_drafts(text: str | None) -> None:
    assert ask("open", text=text)["error"]


def test_opens_a_file_with_its_wrong_answers_in_place() -> None:
    answer = ask("open", text='\ufeff{"lead": {"uscc": "123", "name": "甲"}}')
    assert answer["draft"] == {"lead": {"uscc": "123", "name": "甲"}}
    assert "牵头单位 › 统一社会信用代码" in answer["warning"]


def test_opens_what_it_gave_as_an_example() -> None:
    draft = ask("example", minimal=True)["draft"]
    answer = ask("open", text=json.dumps(draft))
    assert (answer["draft"], answer["warning"]) == (draft, "")


def test_fills_every_attachment_it_lists() -> None:
    listed = json.loads(call("attachments", "null"))
    assert listed
    draft = json.dumps({"alliance": {"name": "山西省某某产业技术创新战略联盟"}})
    for attachment in listed:
        document = call("fill", json.dumps({"name": attachment["name"], "draft": draft}))
        with zipfile.ZipFile(io.BytesIO(document)) as package:
            assert "山西省某某" in package.read("word/document.xml").decode()


def test_an_unknown_attachment_is_refused_in_words() -> None:
    assert "没有名为" in json.loads(call("fill", '{"name": "nothing", "draft": "{}"}'))["error"]
