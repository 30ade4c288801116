"""Newlines and tabs in rendered XML."""

import pytest

from validator.word.breaks import resolve_breaks

KEPT = '<w:t xml:space="preserve">'
BR = f"</w:t><w:br/>{KEPT}"
BOLD = "<w:rPr><w:b/></w:rPr>"


@pytest.mark.parametrize(
    ("rendered", "written"),
    [
        ("<w:r><w:t>a\nb</w:t></w:r>", f"<w:r><w:t>a{BR}b</w:t></w:r>"),
        (
            f"<w:r>{BOLD}<w:t>a\tb</w:t></w:r>",
            f"<w:r>{BOLD}<w:t>a</w:t></w:r><w:r>{BOLD}<w:tab/></w:r><w:r>{BOLD}{KEPT}b</w:t></w:r>",
        ),
        ("\n<w:p>\n\t</w:p>", "\n<w:p>\n\t</w:p>"),
        ("<w:r/><w:r><w:t/><w:tab/></w:r>", "<w:r/><w:r><w:t/><w:tab/></w:r>"),
    ],
)
def test_breaks_take_the_run_with_them(rendered: str, written: str) -> None:
    assert resolve_breaks(rendered) == written


def test_text_after_a_text_box_keeps_its_own_formatting() -> None:
    box = "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>1\n2</w:t></w:r></w:p>"
    xml = f"<w:p><w:r>{BOLD}<w:txbxContent>{box}</w:txbxContent><w:t>x\ty</w:t></w:r></w:p>"
    outcome = resolve_breaks(xml)
    assert outcome.count("<w:br/>") == 1
    assert f"<w:r>{BOLD}<w:tab/></w:r>" in outcome
