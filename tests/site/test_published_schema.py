"""The published schema is the models' own."""

import json

import built

from validator.application import Application


def test_schema_is_the_models_own() -> None:
    published = (built.SITE / "schema" / "application.schema.json").read_text("utf-8")
    assert json.loads(published) == Application.model_json_schema()
