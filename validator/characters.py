"""Characters that people type or paste and files cannot hold.

XML 1.0 forbids most control characters, surrogates and U+FFFE/FFFF: Word and Excel call a file with
one of them damaged. A lone surrogate, which JavaScript can send, has no form in any encoding.
"""

from __future__ import annotations

import re

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HALF = re.compile("[\ud800-\udfff]")


def without_forbidden(text: str) -> str:
    r"""Return a text without what XML 1.0 forbids.

    >>> without_forbidden("甲\x07乙\ufffe")
    '甲乙'
    """
    return _NO_XML.sub("", text)


def escaped_in_json(text: str) -> str:
    r"""Return JSON text in which what XML 1.0 forbids is written as JSON escapes it: none is lost.

    >>> escaped_in_json('"\uffff"')
    '"\\uffff"'
    """
    return _NO_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def whole(text: str) -> str:
    r"""Return a text with the replacement character for each half of a character.

    Programs that cut a text in the middle of a character leave such halves on the clipboard.
    """
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", text)
