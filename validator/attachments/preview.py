"""A finished document as HTML: to look at before it is downloaded, and to print.

It shows the document itself, so whatever stands in Word stands here; page breaks and fonts are
the page's own.
"""

import io
import re
from typing import Final

_STYLES: Final = """
p[style-name^='封面'] => p.cover:fresh
p[style-name='表格项目'] => p.head:fresh
p[style-name='表格文字'] => p:fresh
p[style-name='章'] => h2.chapter:fresh
p[style-name='条'] => p.article:fresh
p[style-name='项'] => p.item:fresh
"""
_EMPTY_CELL: Final = re.compile(r"<(td|th)([^>]*)></\1>")


def preview(document: bytes) -> str:
    """Return the document's content as an HTML fragment: headings, paragraphs, tables.

    Args:
        document: a .docx that was filled here. Every text in it is escaped; it has no pictures
            or links.
    """
    import mammoth  # noqa: PLC0415 - loaded in the browser only when a preview is asked for

    html = mammoth.convert_to_html(
        io.BytesIO(document),
        style_map=_STYLES,
        ignore_empty_paragraphs=False,
        convert_image=None,
        id_prefix="preview-",
    ).value
    return _EMPTY_CELL.sub(r"<\1\2><p></p></\1>", html)
