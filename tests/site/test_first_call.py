"""The publisher's guide leads to a site that has the new call, beside the calls that were there."""

from __future__ import annotations

import re
from pathlib import Path

import built
import pytest
from newcomer import guide, repository

CALL = f"calls/{guide.CALL}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    follower = guide.Follower(repository.copied(tmp_path_factory.mktemp("publisher") / "site"))
    for number in range(1, 11):
        follower.follow(number)
    return follower.build()


def test_the_call_has_its_pages_and_its_blank_documents(site: Path) -> None:
    form = (site / CALL / "tools" / "self-check" / "index.html").read_text("utf-8")
    assert "中试场地面积" in form
    notice = built.read(site / CALL / "notice" / "index.html").words
    assert "面积不少于500平方米" in notice
    assert len([*site.joinpath(CALL).rglob("*.docx")]) >= 2
    first = built.read(site / "index.html")
    assert f"{CALL}/" in first.addresses
    assert "2028年度云泽市中试服务站" in first.words


def test_pages_of_other_calls_say_nothing_of_it(site: Path) -> None:
    others = [path for path in site.glob("calls/*") if path.is_dir() and path.name != guide.CALL]
    pages = [page for folder in others for page in folder.rglob("*.html")]
    assert len(pages) > 20
    assert [page for page in pages if "中试服务站" in page.read_text("utf-8")] == []


def test_every_picture_of_the_guide_is_there_and_no_other(site: Path) -> None:
    told = set(re.findall(r"\(\.\./images/first-call/([\w-]+\.jpg)\)", guide.PAGE))
    there = {path.name for path in (site / "images" / "first-call").iterdir()}
    assert there == told
