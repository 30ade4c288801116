"""Zip packages."""

import io
import zipfile

import pytest

from validator.word.package import pack, unpack

PARTS = {"word/z.xml": b"<z/>", "_rels/.rels": b"<r/>", "a.xml": b"<a/>" * 100,
         "[Content_Types].xml": b"<c/>"}  # fmt: skip


@pytest.mark.parametrize("compress", [True, False])
def test_same_parts_same_bytes_whatever_their_order(compress: bool) -> None:  # noqa: FBT001
    backwards = dict(reversed(PARTS.items()))
    assert pack(PARTS, compress=compress) == pack(backwards, compress=compress)
    assert unpack(pack(PARTS, compress=compress)) == PARTS


def test_nothing_of_the_machine_gets_in() -> None:
    with zipfile.ZipFile(io.BytesIO(pack(PARTS))) as archive:
        entries = archive.infolist()
    assert [e.filename for e in entries] == [
        "[Content_Types].xml", "_rels/.rels", "a.xml", "word/z.xml",
    ]  # fmt: skip
    assert {(e.date_time, e.create_system, e.external_attr) for e in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0, 0o600 << 16),
    }
