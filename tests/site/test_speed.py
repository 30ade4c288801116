"""The page 快不快 and the benchmark that it is made from fit each other; no peer is needed."""

from importlib import import_module
from inspect import signature
from pkgutil import iter_modules

import pytest

from bench import results, scenarios
from site_build.pages import hook_speed

ON = "2026-01-02"
ABOUT = {
    "on": ON,
    "machine": {"processors": 2, "system": "Linux", "arch": "x86_64"},
    "versions": {"validator": "0.1.0"},
}


@pytest.mark.parametrize("name", [it.name for it in iter_modules(scenarios.__path__)])
def test_every_scenario_still_finds_what_it_measures(name: str) -> None:
    scenario = import_module(f"{scenarios.__name__}.{name}")
    assert list(signature(scenario.run).parameters) == ["bench"]


def test_the_page_shows_every_kind_of_row() -> None:
    rows = [
        results.ratio("check.native", [3, 5, 4], [2, 2, 2], "ms", 1.5),
        results.value("memory", [37_700_000], "bytes", 120e6),
        results.words("hello.stlite", missing=["/far/<micropip>.whl"]),
    ]
    page = hook_speed.render(ABOUT | {"rows": [{**row, "on": ON} for row in rows]})
    assert "2026年1月2日" in page
    assert "2 倍（1.5 倍—2.5 倍）" in page
    assert "不超过 1.5 倍，<strong>未达到" in page
    assert "37.7 MB" in page
    assert "&lt;micropip&gt;.whl" in page


def test_a_row_without_words_stops_the_build() -> None:
    row = results.value("nameless", [1.0], "ms") | {"on": ON}
    with pytest.raises(LookupError, match="nameless"):
        hook_speed.render(ABOUT | {"rows": [row]})


@pytest.mark.parametrize(
    ("figure", "unit", "shown"),
    [(1532, "ms", "1.53 秒"), (4.26, "ms", "4.26 毫秒"), (154_800, "bytes", "155 KB"),
     (0.4, "ratio", "0.4 倍"), (0, "", "0 次")],
)  # fmt: skip
def test_amounts_have_three_digits_and_a_unit(figure: float, unit: str, shown: str) -> None:
    assert hook_speed.amount(figure, unit) == shown
