"""What the notice decides stands in its data alone: the pages' sources do not repeat it."""

import re
from pathlib import Path

import built
import pytest

from validator.calls import load

CALL = load("shanxi_alliance_2023")
SOURCES = [
    *sorted((built.ROOT / "docs").rglob("*.md")),
    *sorted((built.ROOT / "site_templates" / "call").rglob("*.md")),
    *sorted((built.ROOT / "validator" / "calls" / CALL.id / "pages").rglob("*.md")),
    *sorted((built.ROOT / "site_build" / "pages" / "templates").iterdir()),
    built.ROOT / "site_templates" / "overrides" / "main.html",
]
FIGURES = {
    CALL.thresholds.core_members_min: "家",
    CALL.thresholds.members_usual_max: "家",
    CALL.thresholds.copies: "份",
    CALL.thresholds.credit_query_days: "天",
}
WORDS = {
    *CALL.contact.model_dump().values(),
    *CALL.support.towns,
    *(chain for chain in CALL.support.chains if len(chain) > len("光伏")),
    *(part.text for clause in CALL.clauses for part in clause.parts if len(part.text) > 14),
}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_figure_is_typed(path: Path) -> None:
    text = path.read_text("utf-8")
    typed = [f"{n}{unit}" for n, unit in FIGURES.items() if re.search(rf"\b{n} ?{unit}", text)]
    assert typed == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_date_of_the_call_is_typed(path: Path) -> None:
    text = path.read_text("utf-8")
    years = {CALL.year, CALL.year - CALL.operating.years, *CALL.thresholds.business_years}
    assert [year for year in years if re.search(rf"{year} ?年", text)] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_words_of_the_notice_are_typed(path: Path) -> None:
    text = path.read_text("utf-8")
    assert [words for words in WORDS if words in text] == []
