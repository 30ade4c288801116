"""The published schema is that of a draft, as the models describe it."""

import json

import built

from validator import drafts
from validator.calls import DEFAULT, load


def test_schema_is_the_models_own() -> None:
    for folder in (f"calls/{DEFAULT}", "schema"):  # the second is its earlier address
        published = (built.SITE / folder / "application.schema.json").read_text("utf-8")
        assert json.loads(published) == drafts.schema(load(DEFAULT))
