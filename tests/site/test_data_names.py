"""The register of the `data-*` names is what templates, scripts and style sheets have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_build import data_names

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = """
// what [data-remark] is about is no name
const { shown, saidBy: by = '' } = control.dataset;
if ('none' in box.dataset || place.dataset.rowNumber !== '1') root.dataset.runs = '';
the(form, '[data-add]').toggleAttribute('data-current', isCurrent);
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of one template, one script and one style sheet."""
    files = {
        "site_templates/form/a.html.j2": '<p data-add data-{{ "shown" if x else "gone" }}-if="1">',
        "site_templates/assets/js/form/a.mjs": SCRIPT,
        "site_templates/assets/css/tool/a.css": "[data-current] { color: red }",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_the_register_is_what_the_files_have() -> None:
    assert data_names.differences(data_names.registered(), data_names.found()) == []


def test_names_are_found_however_they_are_spelt(root: Path) -> None:
    uses = data_names.found(root)
    written = {name for name, use in uses.items() if use.written}
    assert written == {"add", "shown-if", "gone-if", "current", "runs"}
    assert {name for name, use in uses.items() if use.read} == {
        *("add", "current", "none", "row-number", "said-by", "shown"),
    }
    assert uses["current"] == data_names.Use(written={"js/form"}, read={"css"})


def test_a_name_that_is_not_registered_is_told() -> None:
    register, uses = data_names.registered(), data_names.found()
    uses["bed"] = data_names.Use(written={"form"})
    assert data_names.differences(register, uses) == [
        "data-bed is not registered; it is written in form, read in no room",
    ]


def test_a_registered_name_that_is_gone_is_told() -> None:
    register, uses = data_names.registered(), data_names.found()
    del uses["rows"]
    (sentence,) = data_names.differences(register, uses)
    assert sentence == "data-rows is registered, and neither written nor read anywhere"


def test_a_name_that_nothing_reads_is_told() -> None:
    register = {"bed": {"means": "a bed", "written": "form", "read": ""}}
    uses = {"bed": data_names.Use(written={"form"})}
    (sentence,) = data_names.differences(register, uses)
    assert sentence.startswith("data-bed is read nowhere")
    register["bed"]["elsewhere"] = "read by the tests"
    assert data_names.differences(register, uses) == []


def test_a_name_that_moved_to_another_room_is_told() -> None:
    register, uses = data_names.registered(), data_names.found()
    uses["rows"].read.add("js/page")
    (sentence,) = data_names.differences(register, uses)
    assert sentence.startswith("data-rows is read in 'css js js/form js/page'")
