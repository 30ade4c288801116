"""The published schema is that of a draft, as the models describe it."""

import json

import built

from validator import drafts
from validator.calls import DEFAULT, load


def test_schema_is_the_models_own() -> None:
    published = (built.SITE / "schema" / "application.schema.json").read_text("utf-8")
    assert json.loads(published) == drafts.schema(load(DEFAULT))
