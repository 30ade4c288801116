"""The publisher's guide does not lie: its steps are followed outside the repository."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from docx import Document
from newcomer import guide, repository
from parity.documents import everything

from site_build.word_templates.precompile import precompile
from validator.attachments import documents, fill
from validator.calls import read
from validator.check import check
from validator.drafts import declared
from validator.example import example
from validator.publisher import MARK, notes
from validator.report import Outcome

FOUND = re.compile(r"(\d+) 处有误。")


@pytest.fixture(scope="module")
def follower(tmp_path_factory: pytest.TempPathFactory) -> guide.Follower:
    """Somebody who has done the first step."""
    return guide.Follower(repository.copied(tmp_path_factory.mktemp("publisher") / "site"))


def faults(said: str) -> int:
    return int(FOUND.findall(said)[-1]) if FOUND.search(said) else 0


def test_the_steps_lead_to_a_call_without_fault(follower: guide.Follower) -> None:
    begun = follower.follow(1)
    assert MARK in begun
    assert faults(begun) > 5
    for number in range(2, 8):
        assert not (said := follower.follow(number)), said
    assert "没有发现错误" in (said := follower.follow(8)), said
    assert "2 个模板，2 个正确，0 个有误" in said
    assert notes(follower.folder) == ()

    assert len(precompile(follower.folder)) == 2
    call = read(follower.folder)
    answers = example(call)
    assert check(answers, call).outcome is Outcome.NO_VIOLATION_FOUND
    form, promise = (
        fill(known.name, declared(answers), call, None) for known in documents(call)[:2]
    )
    tables = Document(io.BytesIO(form)).tables
    assert [cell.text for cell in tables[1].columns[1].cells] == [
        *("单位名称", "云泽市示例漆业有限公司", "云泽市示例家具厂", "示例大学")
    ]
    assert "本单位云泽市示例涂料研究所申报云泽市中试服务站云泽市示例涂料中试服务站" in (
        everything(promise).replace("\n", "")
    )
    assert "{" not in everything(form) + everything(promise)

    follower.follow(9)
    inside = follower.copy / "validator" / "calls" / guide.CALL
    assert read(inside) == call


def test_the_notice_is_the_one_that_the_page_hands_out() -> None:
    handed_out = guide.ROOT / "docs" / "about" / "first-call"
    named = set(re.findall(r"\(first-call/(.+?)\)", guide.PAGE))
    assert {path.name for path in handed_out.iterdir()} == named


@pytest.mark.parametrize("file", sorted((guide.ROOT / "docs/about/first-call").glob("*.docx")))
def test_the_official_files_were_saved_by_libreoffice(file: Path) -> None:
    made_by = Document(str(file)).part.package.part_related_by
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
    assert b"LibreOffice" in made_by(kind).blob
