"""LibreOffice, which no part of the build uses, reads every document, where it is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from validator.attachments import documents, fill
from validator.calls import load
from validator.drafts import declared
from validator.example import example

SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(not SOFFICE, reason="LibreOffice (soffice) is not installed")
def test_every_document_becomes_pages(tmp_path: Path) -> None:
    call = load("shanxi_alliance_2023")
    application = example(call, members=29)
    for known in documents(call):
        document = fill(known.name, declared(application), call, None)
        (tmp_path / f"{known.name}.docx").write_bytes(document)
    subprocess.run(  # noqa: S603 - a program found on this machine
        [
            SOFFICE,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path / "pdf"),
            *map(str, sorted(tmp_path.glob("*.docx"))),
        ],
        check=True,
        capture_output=True,
    )
    pages = {path.stem: path.read_bytes() for path in (tmp_path / "pdf").glob("*.pdf")}
    assert pages.keys() == {known.name for known in documents(call)}
    assert all(page.startswith(b"%PDF") and len(page) > 5_000 for page in pages.values())
