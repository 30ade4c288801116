"""The compiled templates are a build product: build them before they are used."""

import pytest

from site_build.word_templates.precompile import precompile


@pytest.fixture(autouse=True, scope="session")
def _templates() -> None:
    precompile()
