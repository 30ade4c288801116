"""Turns newlines and tabs inside ``w:t`` into ``w:br`` and ``w:tab``, in the run's formatting."""

import re
from collections.abc import Iterator
from typing import Final

_TOKEN: Final = re.compile(
    r"<w:r(?=[ >/])[^>]*>"
    r"|</w:r>"
    r"|<w:rPr>.*?</w:rPr>"
    r"|<w:t(?: [^>]*)?>[^<]*</w:t>",
    re.DOTALL,
)
_BREAK: Final = re.compile(r"[\n\t]")
_NEWLINE: Final = '</w:t><w:br/><w:t xml:space="preserve">'


def resolve_breaks(xml: str) -> str:
    r"""Return a part's XML with ``\n`` and ``\t`` in texts written as Word writes them."""
    return "".join(_pieces(xml))


def _pieces(xml: str) -> Iterator[str]:
    done = 0
    runs: list[str] = []  # the formatting of every open run; a text box nests runs within a run
    for token in _TOKEN.finditer(xml):
        tag = token.group()
        if tag.startswith("<w:t"):
            if _BREAK.search(tag):
                yield xml[done : token.start()]
                yield _with_breaks(tag, runs[-1] if runs else "")
                done = token.end()
        elif tag.startswith("<w:rPr"):
            if runs and not runs[-1]:
                runs[-1] = tag
        elif tag == "</w:r>":
            runs.pop()
        elif not tag.endswith("/>"):
            runs.append("")
    yield xml[done:]


def _with_breaks(text: str, formatting: str) -> str:
    tab = f'</w:t></w:r><w:r>{formatting}<w:tab/></w:r><w:r>{formatting}<w:t xml:space="preserve">'
    return text.replace("\t", tab).replace("\n", _NEWLINE)
