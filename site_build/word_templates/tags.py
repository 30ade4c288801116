"""Finds the Jinja tags in a template's paragraphs, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docx.document import Document

from site_build.word_templates.errors import TemplateError
from site_build.word_templates.places import Place, places

_TAG: Final = re.compile(r"\{\{(?P<value>.*?)\}\}|\{%(?P<block>.*?)%\}|\{#.*?#\}", re.DOTALL)
_SCOPE: Final = re.compile(r"(tr|tc|p|r)\s(.*)", re.DOTALL)
_ESCAPED: Final = re.compile(r"\{_[{%]|[%}]_\}")
_FULL_WIDTH: Final = re.compile(r"[{｛]\s*[｛％＃]|｛\s*[{%#]|[｝％＃]\s*[}｝]|[}%#]\s*｝")
_QUOTES: Final = str.maketrans("“”‘’", "\"\"''")  # Word replaces typed straight quotes by these.


@dataclass(frozen=True)
class Tag:
    """``{{ … }}`` or ``{% … %}``.

    Attributes:
        place: The paragraph that holds the tag.
        scope: The element that docxtpl replaces by the tag: ``tr`` (a table row), ``tc`` (a cell),
            ``p``, ``r`` (a run), or '' for the tag's own text.
        block: Whether the tag is a ``{% … %}``.
        code: The expression or statement, without braces and scope.
    """

    place: Place
    scope: str
    block: bool
    code: str

    @property
    def keyword(self) -> str:
        """The first word of the code, for a block such as ``for`` or ``endif``."""
        return self.code.split(maxsplit=1)[0] if self.code else ""


def tags(document: Document) -> Iterator[Tag]:
    """Yield all tags in order.

    Raises:
        TemplateError: A brace is full-width, stands alone, or is not closed in its paragraph.
    """
    for place in places(document):
        yield from _of_paragraph(place)


def _of_paragraph(place: Place) -> Iterator[Tag]:
    text = _ESCAPED.sub("", place.text)
    if _FULL_WIDTH.search(text):
        raise TemplateError(place, "标签用了全角花括号或百分号，请改为半角的 { } %")
    rest = _TAG.sub("", text)
    if "{{" in rest or "{%" in rest or "{#" in rest:
        raise TemplateError(place, "标签没有闭合，请在同一段内补上 }} 或 %}")
    if "{" in rest or "}" in rest:
        raise TemplateError(place, "有单独的花括号，标签应写作 {{ 名称 }} 或 {% 语句 %}")
    for found in _TAG.finditer(text):
        inner = found["value"] if found["value"] is not None else found["block"]
        if inner is not None:
            yield _tag(place, inner, block=found["block"] is not None)


def _tag(place: Place, inner: str, *, block: bool) -> Tag:
    scoped = _SCOPE.match(inner)
    scope, code = scoped.groups() if scoped else ("", inner)
    code = code.removeprefix("-").removesuffix("-").strip()
    return Tag(place, scope, block, code.translate(_QUOTES))
