"""Shows a finished document as HTML, to look at before it is downloaded, and to print.

The HTML is made from the document itself, so both have the same text; page breaks and fonts are
those of the page.
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
    """Return a document's content as an HTML fragment of headings, paragraphs and tables.

    Args:
        document: the bytes of a .docx that was filled here, which has no pictures and no links.
            Every text in it is escaped.
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
