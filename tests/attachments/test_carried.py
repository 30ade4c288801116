"""A document carries its draft, through editors, and says where it was edited since."""

import io
import json
import zipfile
from pathlib import Path

import docx
import hostile
import pytest
from openxml_audit import OpenXmlValidator

from validator import drafts
from validator.application import Application
from validator.attachments import DocumentError, fill, opened
from validator.calls import Call, load
from validator.drafts import declared
from validator.example import example
from validator.fingerprint import fingerprint
from validator.word.differences import differences
from validator.word.package import pack, unpack

NAME = "application_form"


@pytest.fixture(scope="module")
def call() -> Call:
    return load("shanxi_alliance_2023")


@pytest.fixture(scope="module")
def application(call: Call) -> Application:
    return example(call)


@pytest.fixture(scope="module")
def document(application: Application, call: Call) -> bytes:
    return fill(NAME, declared(application), call, application.submission.planned_on)


def edited(document: bytes, old: str, new: str) -> bytes:
    """The document after somebody changed a word in python-docx, the way Word would."""
    opened_there = docx.Document(io.BytesIO(document))
    cells = (c for t in opened_there.tables for row in t.rows for c in row.cells)
    run = next(r for c in cells for p in c.paragraphs for r in p.runs if old in r.text)
    run.text = run.text.replace(old, new)
    saved = io.BytesIO()
    opened_there.save(saved)
    return saved.getvalue()


def test_opening_restores_the_draft(document: bytes, application: Application, call: Call) -> None:
    back = opened(document, call)
    assert drafts.read(back.draft).application == application
    assert back.intact
    assert back.edits == ()


def test_a_document_tells_its_call_and_whether_the_rules_have_changed_since(
    document: bytes, call: Call
) -> None:
    back = opened(document, call)
    assert (back.call, back.outdated) == (call.id, False)
    parts = unpack(document)
    (item,) = (name for name in parts if name.startswith("customXml/item") and "Props" not in name)
    made = f'fingerprint="{fingerprint(call)}"'.encode()
    assert made in parts[item]
    older = {**parts, item: parts[item].replace(made, b'fingerprint="00000000"')}
    assert opened(pack(older), call).outdated
    oldest = {**parts, item: parts[item].replace(made, b"").replace(b' call="', b' x="')}
    back = opened(pack(oldest), call)
    assert (back.call, back.outdated) == (call.id, False)


def test_a_document_is_compared_with_its_own_call_whatever_the_page_s(
    document: bytes, call: Call
) -> None:
    other = call.model_copy(update={"id": "other", "title": "另一份通知"})
    back = opened(document, other)
    assert (back.call, back.edits) == (call.id, ())


def test_an_edit_in_word_is_named_and_the_draft_stays(document: bytes, call: Call) -> None:
    back = opened(edited(document, "0351-0000000", "0351-7654321"), call)
    assert back.intact
    assert any("0351-0000000" in e.draft and "0351-7654321" in e.document for e in back.edits)


def test_a_clean_copy_carries_nothing(application: Application, call: Call) -> None:
    clean = fill(NAME, declared(application), call, None, clean=True)
    assert not any(name.startswith("customXml") for name in unpack(clean))
    with pytest.raises(DocumentError, match="没有草稿"):
        opened(clean, call)


def test_a_draft_that_was_tampered_with_is_not_intact(document: bytes, call: Call) -> None:
    parts = unpack(document)
    (item,) = (name for name in parts if name.startswith("customXml/item") and "Props" not in name)
    parts[item] = parts[item].replace("示例理工大学".encode(), "另一所大学".encode())
    assert not opened(pack(parts), call).intact


def test_the_document_stays_valid(document: bytes, tmp_path: Path) -> None:
    file = tmp_path / "form.docx"
    file.write_bytes(document)
    assert OpenXmlValidator().validate(file).errors == []


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"{}", b"%PDF-1.7"])
def test_what_is_no_document_is_refused_in_words(content: bytes, call: Call) -> None:
    with pytest.raises(DocumentError, match="不是可以读取的 Word 文档"):
        opened(content, call)


def test_entities_are_refused(document: bytes, call: Call) -> None:
    parts = unpack(document)
    (item,) = (name for name in parts if name.startswith("customXml/item") and "Props" not in name)
    parts[item] = (
        b'<!DOCTYPE d [<!ENTITY a "aaaa">]><draft xmlns="urn:validator:draft:1">&a;</draft>'
    )
    with pytest.raises(DocumentError, match="不是可以读取的 Word 文档"):
        opened(pack(parts), call)


def test_a_draft_from_a_newer_version_is_refused_in_words(document: bytes, call: Call) -> None:
    parts = unpack(document)
    (item,) = (name for name in parts if name.startswith("customXml/item") and "Props" not in name)
    parts[item] = parts[item].replace(
        f"draft_version&#34;:{drafts.VERSION}".encode(), b"draft_version&#34;:7"
    )
    with pytest.raises(drafts.DraftError, match="更新的版本"):
        opened(pack(parts), call)


def test_a_document_whose_attachment_is_no_longer_made_gives_its_draft(
    document: bytes, application: Application, call: Call
) -> None:
    parts = unpack(document)
    (item,) = (name for name in parts if name.startswith("customXml/item") and "Props" not in name)
    parts[item] = parts[item].replace(f'attachment="{NAME}"'.encode(), b'attachment="of-old"')
    back = opened(pack(parts), call)
    assert drafts.read(back.draft).application == application
    assert back.edits == ()


def test_the_draft_is_found_beside_what_others_keep_in_a_document(
    document: bytes, application: Application, call: Call
) -> None:
    others = {"customXml/item0.xml": b'<of-others xmlns="urn:example"/>'}
    back = opened(hostile.with_parts(document, others), call)
    assert drafts.read(back.draft).application == application


def test_hostile_text_comes_back_as_typed(application: Application, call: Call) -> None:
    answers = json.loads(drafts.save(application))
    answers["lead"]["strength"] = "]]> <a>&amp; {{7*7}} \u202e 😀 =1+1 \ufffe\uffff\x07\x7f"
    hostile = drafts.read(json.dumps(answers)).application
    back = opened(fill(NAME, declared(hostile), call, hostile.submission.planned_on), call)
    assert drafts.read(back.draft).application == hostile
    assert back.edits == ()


def test_an_archive_that_inflates_without_end_is_refused(call: Call) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("customXml/item1.xml", b" " * 30_000_000)
    with pytest.raises(DocumentError):
        opened(bomb.getvalue(), call)


BODY = "word/document.xml"


@pytest.mark.parametrize(
    "parts",
    [
        {BODY: hostile.deep_body()},
        {"customXml/item1.xml": hostile.nested("a", 20_000)},
        {BODY: b"<a"},
    ],
    ids=["body", "custom", "cut"],
)
def test_what_would_end_a_reader_is_refused_in_words(
    document: bytes, call: Call, parts: dict[str, bytes]
) -> None:
    with pytest.raises(DocumentError, match="不是可以读取的 Word 文档"):
        opened(hostile.with_parts(document, parts), call)


def test_more_than_any_draft_is_refused_in_words(document: bytes, call: Call) -> None:
    bombs = {f"customXml/item{n}.xml": b"<a>" + b" " * 9_000_000 + b"</a>" for n in range(2, 6)}
    with pytest.raises(DocumentError, match=r"内容过多.*屏幕上的内容不变"):
        opened(hostile.with_parts(document, bombs), call)


def test_a_body_that_is_too_long_to_compare_still_gives_its_draft(
    document: bytes, application: Application, call: Call
) -> None:
    long = hostile.body(["甲"] * 200_000)
    back = opened(hostile.with_parts(document, {BODY: long}), call)
    assert drafts.read(back.draft).application == application
    assert back.edits is None


def test_text_in_nested_paragraphs_is_compared_once(document: bytes, call: Call) -> None:
    text = "<w:r><w:t>甲乙</w:t></w:r>"
    nested = hostile.deep_body(30).replace(b"</w:p>", f"{text}</w:p>".encode(), 1)
    edits = opened(hostile.with_parts(document, {BODY: nested}), call).edits
    assert edits is not None
    assert "".join(edit.document for edit in edits) == "甲乙"


class Counted(str):
    """A line that counts how often it is compared."""

    __slots__ = ()
    seen = 0

    def __eq__(self, other: object) -> bool:
        """Compare, and count it."""
        Counted.seen += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def compared(size: int) -> int:
    """How often lines are compared where one word is repeated between words that stand once."""
    Counted.seen = 0
    lines = [[f"{side}{n}" if n % 7 else "企业" for n in range(size)] for side in "甲乙"]
    ours, theirs = ([Counted(line) for line in side] for side in lines)
    same = [Counted("企业") for _ in range(size)]
    assert list(differences(ours + same, same + theirs))
    return Counted.seen


def test_comparing_grows_with_the_length_and_no_faster() -> None:
    assert compared(4_000) < 6 * compared(1_000)


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        ("abc", "abc", []),
        ("abc", "axc", [("b", "x")]),
        ("abcd", "acd", [("b", "")]),
        ("acd", "abcd", [("", "b")]),
        ("aqqbqqc", "aqqbqxc", [("q", "x")]),
        ("", "ab", [("", "ab")]),
        ("a" * 60 + "b", "c" + "d" * 60, [("a" * 60 + "b", "c" + "d" * 60)]),
        ("abcde", "bcdea", [("a", ""), ("", "a")]),
    ],
)
def test_what_differs_is_found(ours: str, theirs: str, found: list[tuple[str, str]]) -> None:
    assert [(ours[i:j], theirs[k:n]) for i, j, k, n in differences(ours, theirs)] == found
