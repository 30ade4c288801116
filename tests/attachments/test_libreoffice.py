"""LibreOffice, which no part of the build uses, reads every document."""

from pathlib import Path

from office import convert

from validator.attachments import documents, fill
from validator.calls import load
from validator.drafts import declared
from validator.example import example


def test_every_document_becomes_pages(tmp_path: Path) -> None:
    call = load("shanxi_alliance_2023")
    application = example(call, members=29)
    for known in documents(call):
        document = fill(known.name, declared(application), call, None)
        (tmp_path / f"{known.name}.docx").write_bytes(document)
    saved = convert(sorted(tmp_path.glob("*.docx")), "pdf", tmp_path / "office")
    pages = {name: path.read_bytes() for name, path in saved.items()}
    assert pages.keys() == {known.name for known in documents(call)}
    assert all(page.startswith(b"%PDF") and len(page) > 5_000 for page in pages.values())
