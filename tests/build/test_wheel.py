"""The wheel holds what it says."""

import zipfile
from configparser import ConfigParser

import pytest

from site_build import folders, runtime
from validator.calls import available
from validator.calls.folder import COMPILED, TEMPLATES


@pytest.fixture
def wheel() -> zipfile.Path:
    (built,) = runtime.OWN.glob("*.whl")
    return zipfile.Path(built)


def test_every_entry_point_leads_into_the_wheel(wheel: zipfile.Path) -> None:
    (about,) = (part for part in wheel.iterdir() if part.name.endswith(".dist-info"))
    entries = ConfigParser()
    entries.read_string((about / "entry_points.txt").read_text("utf-8"))
    targets = {target for group in entries.sections() for target in entries[group].values()}
    assert "validator.cli:main" in targets
    modules = [wheel / target.partition(":")[0].replace(".", "/") for target in targets]
    assert [module for module in modules if not is_module(module)] == []


def is_module(place: zipfile.Path) -> bool:
    """Whether a place without an ending is a module or a package."""
    return (place / "__init__.py").exists() or (place.parent / f"{place.name}.py").exists()


def test_the_wheel_holds_one_package(wheel: zipfile.Path) -> None:
    top = {part.name for part in wheel.iterdir() if not part.name.endswith(".dist-info")}
    assert top == {"validator"}


def test_every_compiled_template_is_in_it_and_no_other(wheel: zipfile.Path) -> None:
    homes = [f"validator/calls/{name}" for name in available()] + ["validator/attachments"]
    for home in homes:
        here = {path.name for path in (folders.ROOT / home / COMPILED).iterdir()}
        assert here
        assert {part.name for part in (wheel / home / COMPILED).iterdir()} == here
        assert not (wheel / home / TEMPLATES).exists()
