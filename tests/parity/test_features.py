"""Feature by feature, a document filled here equals the one that docxtpl fills."""

from collections.abc import Callable, Iterator
from types import ModuleType

import pytest

from validator.word import compiled, repair
from validator.word.splices import Splice

from .comparison import Context, differences, filled_here, filled_natively
from .features import FEATURES, column_loop, newlines_and_tabs, pictures_in_a_loop, row_loop

Feature = Callable[[], tuple[bytes, Context]]


class _TableWithoutGrid(repair.Table):
    def grid_splices(self) -> Iterator[Splice]:
        return iter(())


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.__name__)
def test_equals_docxtpl(feature: Feature) -> None:
    template, context = feature()
    native, here = filled_natively(template, context), filled_here(template, context)
    assert differences(native, here) == []


@pytest.mark.parametrize(
    ("feature", "module", "step", "without"),
    [
        (newlines_and_tabs, compiled, "resolve_breaks", lambda xml: xml),
        (column_loop, repair, "Table", _TableWithoutGrid),
        (pictures_in_a_loop, repair, "_DRAWING", ""),
    ],
)
def test_comparison_sees_a_step_left_out(
    feature: Feature,
    module: ModuleType,
    step: str,
    without: object,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    template, context = feature()
    native = filled_natively(template, context)
    monkeypatch.setattr(module, step, without)
    assert differences(native, filled_here(template, context)) == ["word/document.xml"]


def test_comparison_sees_other_data() -> None:
    template, context = row_loop()
    other = {"members": context["members"][:1]}
    native, here = filled_natively(template, context), filled_here(template, other)
    assert differences(native, here) == ["word/document.xml"]
