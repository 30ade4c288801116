"""The build step as a whole."""

import shutil
from pathlib import Path

import pytest
from parity.documents import add_xml, document, paragraphs, saved, texts

from site_build.word_templates.errors import TemplateError
from site_build.word_templates.precompile import CALLS, main, precompile
from site_build.word_templates.tidy import tidied
from validator.attachments import attachment
from validator.calls import CallError, load
from validator.word.package import unpack

CALL = load("shanxi_alliance_2023")
FORM = attachment(CALL, "application_form")
pytestmark = pytest.mark.no_cover


def _copy(folder: Path) -> Path:
    """A copy of the call's folder without what was compiled."""
    skipped = shutil.ignore_patterns("compiled")
    return Path(shutil.copytree(CALLS / CALL.id, folder, ignore=skipped))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return _copy(tmp_path / "call")


def test_output_is_deterministic_and_incremental(folder: Path, tmp_path: Path) -> None:
    written = precompile(folder)
    assert len(written) == len(CALL.documents)
    assert precompile(folder) == []
    again = precompile(_copy(tmp_path / "other"))
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in written]


def test_what_is_out_of_date_is_made_anew_and_strangers_go(folder: Path) -> None:
    precompile(folder)
    (folder / "compiled" / "left-over.zip").write_bytes(b"")
    (folder / "templates" / FORM.template).write_bytes(paragraphs("{{ alliance.name }}"))
    assert [path.name for path in precompile(folder)] == [f"{FORM.name}.zip"]
    assert {path.name for path in (folder / "compiled").iterdir()} == {
        f"{known.name}.zip" for known in CALL.documents
    }


def test_a_mistake_names_the_file_and_leaves_the_old_one(folder: Path) -> None:
    precompile(folder)
    written = folder / "compiled" / f"{FORM.name}.zip"
    before = written.read_bytes()
    (folder / "templates" / FORM.template).write_bytes(paragraphs("{{ aliance }}"))
    with pytest.raises(TemplateError, match=f"{FORM.template}：正文第 1 段.*“aliance”"):
        precompile(folder)
    assert written.read_bytes() == before


def test_files_and_list_must_agree(folder: Path) -> None:
    (folder / "templates" / "新附件.docx").write_bytes(paragraphs("x"))
    (folder / "templates" / FORM.template).unlink()
    with pytest.raises(CallError) as refusal:
        precompile(folder)
    assert "templates/新附件.docx：documents.toml 没有登记" in str(refusal.value)
    place = f"documents.toml 第 3 份文档（{FORM.name}）的 template"
    assert f"{place}：文件夹 templates 里没有“{FORM.template}”" in str(refusal.value)


def test_command_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder)]) == 0
    assert f"编译了 {len(CALL.documents)} 个" in capsys.readouterr().out
    (folder / "templates" / FORM.template).write_bytes(paragraphs("{{ aliance }}"))
    assert main([str(folder)]) == 1
    assert "模板有误" in capsys.readouterr().err


def test_what_word_leaves_behind_is_removed_and_the_text_is_not() -> None:
    word = document()
    add_xml(
        word,
        '<w:p w:rsidR="00AA" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
        'w14:paraId="12"><w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" '
        'w:name="_GoBack"/><w:r><w:t>甲</w:t></w:r><w:bookmarkEnd w:id="1"/>'
        '<w:bookmarkStart w:id="2" w:name="留"/><w:bookmarkEnd w:id="2"/></w:p>',
    )
    cleaned = tidied(saved(word))
    xml = unpack(cleaned)["word/document.xml"].decode()
    assert texts(cleaned) == ["甲"]
    assert xml.count("bookmark") == 2
    assert not any(mark in xml for mark in ("rsid", "paraId", "proofErr", "_GoBack"))
