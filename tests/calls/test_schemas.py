"""The JSON Schemas of a call's files are made from the models, and every file names its own."""

import json

import pytest

from calls.folder import FOLDER
from site_build import call_schemas
from validator.calls import available
from validator.rules import JUDGES

FILES = [file for call in available() for file in (FOLDER.parent / call).glob("*.toml")]


def test_the_schemas_are_those_of_the_models() -> None:
    """Else `python -m site_build.call_schemas write`."""
    found = {it.name: it.read_text("utf-8") for it in call_schemas.FOLDER.iterdir()}
    assert found == call_schemas.written()


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_a_file_names_its_schema_in_its_first_line(file: object) -> None:
    first = file.read_text("utf-8").partition("\n")[0]
    named = first.removeprefix("#:schema ")
    assert (file.parent / named).resolve() == call_schemas.FOLDER / f"{file.stem}.schema.json"


def test_every_reference_leads_somewhere_and_no_sentence_is_english() -> None:
    for name, text in call_schemas.written().items():
        schema = json.loads(text)
        defined = {f'"#/$defs/{it}"' for it in schema.get("$defs", {})}
        references = {it.partition("}")[0].strip() for it in text.split('"$ref":')[1:]}
        assert {it.partition(",")[0].strip() for it in references} <= defined, name
        assert '"description": "A ' not in text, name


def test_a_rule_may_be_given_what_its_judge_takes() -> None:
    rule = call_schemas.schemas()["rules"]["$defs"]["StatedRule"]
    by_judge = {it["if"]["properties"]["judge"]["const"]: it["then"] for it in rule["allOf"]}
    assert by_judge.keys() == JUDGES.keys()
    taken = by_judge["papers"]["properties"]["given"]
    assert taken["additionalProperties"] is False
    assert {"of", "ready"} <= set(taken["required"])
