"""The build step as a whole."""

import shutil
from pathlib import Path

import pytest
from parity.documents import add_xml, document, paragraphs, saved, texts

from site_build.word_templates.errors import TemplateError
from site_build.word_templates.precompile import SOURCE, main, precompile
from site_build.word_templates.tidy import tidied
from validator.attachments import documents
from validator.attachments.catalogue import attachment
from validator.word.package import unpack

FORM = attachment("application_form")
pytestmark = pytest.mark.no_cover


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A copy of the templates' folder."""
    return Path(shutil.copytree(SOURCE, tmp_path / "source"))


def test_output_is_deterministic_and_incremental(source: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    written = precompile(source, one)
    assert len(written) == len(documents())
    assert precompile(source, one) == []
    again = precompile(source, other)
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in written]


def test_what_is_out_of_date_is_made_anew_and_strangers_go(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "target"
    precompile(source, target)
    (target / "left-over.zip").write_bytes(b"")
    shutil.copy(source / FORM.template, tmp_path / "kept")
    (source / FORM.template).write_bytes(paragraphs("{{ alliance.name }}"))
    assert [path.name for path in precompile(source, target)] == [f"{FORM.name}.zip"]
    assert {path.name for path in target.iterdir()} == {
        f"{known.name}.zip" for known in documents()
    }


def test_a_mistake_names_the_file_and_leaves_the_old_one(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "target"
    precompile(source, target)
    written = target / f"{FORM.name}.zip"
    before = written.read_bytes()
    (source / FORM.template).write_bytes(paragraphs("{{ aliance }}"))
    with pytest.raises(TemplateError, match=f"{FORM.template}：正文第 1 段.*“aliance”"):
        precompile(source, target)
    assert written.read_bytes() == before


def test_files_and_register_must_agree(source: Path, tmp_path: Path) -> None:
    (source / "新附件.docx").write_bytes(paragraphs("x"))
    with pytest.raises(TemplateError, match=r"新附件.docx：没有登记"):
        precompile(source, tmp_path / "target")
    with pytest.raises(TemplateError, match="缺少这个模板文件"):
        precompile(tmp_path, tmp_path / "target")


def test_command_line(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(source), str(tmp_path / "target")]) == 0
    assert f"编译了 {len(documents())} 个" in capsys.readouterr().out
    (source / FORM.template).write_bytes(paragraphs("{{ aliance }}"))
    assert main([str(source), str(tmp_path / "target")]) == 1
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
