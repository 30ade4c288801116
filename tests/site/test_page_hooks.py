"""The small functions behind the pages."""

from datetime import date

import pytest
from mkdocs.structure.files import File, Files

from site_build.pages.chinese import day_cn, weekday_cn, years_before
from site_build.pages.hook_search import mark_edges
from site_build.pages.links import Links
from site_build.pages.window import is_over
from site_build.pages.words import cut
from validator.calls import load

CALL = load("shanxi_alliance_2023")


def files(*sources: str) -> Files:
    return Files([File(source, "docs", "site", use_directory_urls=True) for source in sources])


def links(page: str, *others: str) -> Links:
    known = files(page, *others)
    return Links(CALL, known.get_file_from_path(page), known)


def test_dates_are_written_in_chinese() -> None:
    day = date(2023, 8, 7)
    assert (day_cn(day), weekday_cn(day)) == ("8月7日", "星期一")


def test_a_year_before_a_leap_day_is_the_28th() -> None:
    assert years_before(date(2024, 2, 29), 1) == date(2023, 2, 28)
    assert years_before(date(2023, 8, 11), 1) == date(2022, 8, 11)


@pytest.mark.parametrize(("day", "over"), [(10, False), (11, False), (12, True)])
def test_the_window_is_over_after_its_last_day(day: int, over: bool) -> None:  # noqa: FBT001
    assert is_over(CALL, date(2023, 8, day)) is over


def test_links_are_relative_to_their_page() -> None:
    deep = links("guide/conditions.md", "notice.md")
    assert deep.clause_url("三（一）3") == "../../notice/#clause-3-1-3"
    assert links("index.md", "notice.md").clause_url("四（三）") == "notice/#clause-4-3"


def test_a_link_to_a_missing_page_stops_the_build() -> None:
    with pytest.raises(LookupError, match=r"notice\.md"):
        links("index.md").clause("一")


def test_an_unknown_clause_stops_the_build() -> None:
    with pytest.raises(KeyError):
        links("index.md", "notice.md").clause("六")


def test_references_stand_apart() -> None:
    shown = str(links("index.md", "notice.md").clause("一", "三（一）3").striptags())
    assert shown == "第一部分 三（一）3"


@pytest.mark.parametrize(
    ("run", "pieces"),
    [
        ("核心协议书", ["核心", "协议书"]),
        ("核心甲乙协议", ["核心", "甲乙", "协议"]),
        ("甲乙", ["甲乙"]),
        ("协", ["协"]),
    ],
)
def test_the_longest_known_word_is_cut_first(run: str, pieces: list[str]) -> None:
    assert cut(run, frozenset({"协议", "协议书", "核心"})) == pieces


def test_only_chinese_is_cut() -> None:
    marked = mark_edges("<p>R21 核心成员</p>", frozenset({"核心", "成员"}))
    assert marked == "<p>R21 \u200b核心\u200b成员\u200b</p>"


def test_a_number_stays_with_its_unit() -> None:
    assert mark_edges("一式6份", frozenset({"一式"})) == "\u200b一式\u200b\u200b6份\u200b"
