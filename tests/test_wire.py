"""The page and the worker are checked from one description: the models of the worker."""

from pathlib import Path

from site_build import wire

WRITTEN = Path(__file__).parents[1] / "site_templates/assets/js/engine/wire.d.ts"


def test_the_pages_types_are_written_from_the_models() -> None:
    assert WRITTEN.read_text("utf-8") == wire.declarations(), "run `make wire`"
