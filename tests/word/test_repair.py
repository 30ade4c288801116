"""The pass over a rendered part: refusals and repairs."""

import pytest

from validator.word.errors import DuplicateBookmarkError, EmptyTableError, MalformedXmlError
from validator.word.repair import repaired

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _body(inner: str) -> bytes:
    return f"<w:body {W}>{inner}</w:body>".encode()


def _table(*cells: str) -> str:
    row = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
    grid = '<w:gridCol w:w="100"/>' * len(cells)
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid><w:tr>{row}</w:tr></w:tbl>"


def _repaired(inner: str) -> str:
    return repaired("正文", _body(inner), body=True).decode()


def test_what_needs_no_repair_stays_byte_for_byte() -> None:
    inner = f"<w:p />{_table('<w:p/>')}<w:p a='1'></w:p>"
    assert _repaired(inner) == _body(inner).decode()


def test_malformed_xml_is_refused_with_the_text_around_it() -> None:
    with pytest.raises(MalformedXmlError, match="此处") as refused:
        _repaired("<w:p>此处</w:r>")
    assert refused.value.code == "malformed-xml"


def test_a_table_without_rows_is_refused() -> None:
    with pytest.raises(EmptyTableError, match="没有任何行"):
        _repaired("<w:tbl><w:tblGrid/></w:tbl>")


def test_a_bookmark_in_a_loop_is_refused_by_name() -> None:
    with pytest.raises(DuplicateBookmarkError, match="“此处”重复"):
        _repaired('<w:bookmarkStart w:name="此处"/>' * 2)


@pytest.mark.parametrize(
    ("cell", "fixed"),
    [
        ("<w:tcPr/>", "<w:tcPr/><w:p/>"),
        ("<w:p/>", "<w:p/>"),
        ("<w:p/><w:bookmarkEnd/>", "<w:p/><w:bookmarkEnd/>"),
        ("<w:sdt/>", "<w:sdt/>"),
        (f"<w:p/>{_table('<w:p/>')}", f"<w:p/>{_table('<w:p/>')}<w:p/>"),
        (_table("<w:tcPr/>"), f"{_table('<w:tcPr/><w:p/>')}<w:p/>"),
    ],
)
def test_a_cell_gets_the_paragraph_it_must_end_with(cell: str, fixed: str) -> None:
    assert _repaired(_table(cell)) == _body(_table(fixed)).decode()


def test_repairs_outside_the_body_leave_grids_alone() -> None:
    part = _body("<w:tbl><w:tblGrid/><w:tr><w:tc></w:tc></w:tr></w:tbl>")
    assert b"<w:tc><w:p/></w:tc>" in repaired("页眉", part, body=False)
