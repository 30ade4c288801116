"""The peer from npm: docxtemplater, with the 申请表's template rewritten in its syntax.

docxtemplater's templates hold only names, no expressions. So each stretch of text with placeholders
becomes a numbered name, whose value Jinja computes beforehand. Loops over rows, cells and
paragraphs stay loops. Conditions are decided beforehand: their text is left in or out.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping
from functools import cache
from itertools import count
from typing import Any

from markupsafe import Markup

from bench import node
from bench.docxtpl_peer import CONTEXT, template_of
from site_build.word_templates.compiler import compiled
from validator.attachments.environment import environment
from validator.word.compiled import MANIFEST
from validator.word.package import pack, unpack

_STATEMENT = re.compile(r"\{%-? *(for|if|elif|else|endfor|endif)\b *(.*?) *-?%\}(<)?")
_TEXT = re.compile(r"(?<=>)[^<]*\{[{%][^<]*(?=<)")
_OPENING = re.compile(r"<w:t(?: [^>]*)?>")
_CLOSING = "</w:t>"
_ELEMENT = re.compile(r"<(w:\w+)")
_FOR = re.compile(r"(\w+) in (.*)", re.DOTALL)
_JINJA = environment()

Names = dict[str, Any]


def milliseconds(calls: int) -> float:
    """Fill the template `calls` times; return the milliseconds of one time."""
    return float(_run(calls)["milliseconds"])


def filled() -> bytes:
    """Return the filled document."""
    return base64.b64decode(str(_run(1)["document"]))


def _run(calls: int) -> dict[str, Any]:
    template, data = rewritten()
    given = {"template": base64.b64encode(template).decode(), "data": data, "calls": calls}
    return node.run("docxtemplater", given)


@cache
def rewritten() -> tuple[bytes, Names]:
    """Return the rewritten template, and the data to fill it with."""
    parts = unpack(compiled(template_of("application_form"), ""))
    data: Names = {}
    numbers = count(1)
    for part in json.loads(parts.pop(MANIFEST))["parts"]:
        source = parts[part].decode()
        if part.startswith("docProps/"):
            parts[part] = _rendered(source, CONTEXT).encode()
        else:
            parts[part] = _Rewriting(numbers, [(dict(CONTEXT), data)]).of(source).encode()
    return pack(parts), data


class _Rewriting:
    """Rewrites a text that is shown once for each scope: names for Jinja, and data to add to."""

    def __init__(self, numbers: count[int], scopes: list[tuple[Names, Names]]) -> None:
        self._numbers = numbers
        self._scopes = scopes

    def of(self, source: str) -> str:
        """Return the text in docxtemplater's syntax; the values are put into the data."""
        start = next((it for it in _STATEMENT.finditer(source) if _opens_block(it)), None)
        if start is None:
            return _TEXT.sub(self._named, source)
        body, otherwise, rest = _block(source, start.end(2))
        before, after = self.of(source[: start.start()]), self.of(rest)
        if start[1] == "if":
            return before + self._decided(start[2], body, otherwise) + after
        return before + self._repeated(start[2], body, otherwise) + after

    def _named(self, text: re.Match[str]) -> str:
        name = f"v{next(self._numbers)}"
        for names, data in self._scopes:
            data[name] = _rendered(text[0], names)
        return f"{{{name}}}"

    def _decided(self, condition: str, body: str, otherwise: str) -> str:
        names, _ = self._scopes[0]
        holds = _rendered(f"{{% if {condition} %}}1{{% endif %}}", names)
        return self.of(body if holds else otherwise)

    def _repeated(self, header: str, body: str, otherwise: str) -> str:
        name = f"l{next(self._numbers)}"
        inner: list[tuple[Names, Names]] = []
        for names, data in self._scopes:
            rows = [names | row for row in _iterated(header, names)]
            data[name] = [{} for _ in rows]
            inner += zip(rows, data[name], strict=True)
        if not inner:
            return self.of(otherwise)
        element = _found(_ELEMENT, body)[1]
        text = _Rewriting(self._numbers, inner).of(body)
        opening, closing = _found(_OPENING, text).end(), text.rindex(_CLOSING)
        inside = f"{{-{element} {name}}}{text[opening:closing]}{{/{name}}}"
        return text[:opening] + inside + text[closing:]


def _found(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    """Return the first place where a pattern is found.

    Raises:
        ValueError: There is none: the template has a shape that is not known here.
    """
    found = pattern.search(text)
    if found is None:
        message = f"no {pattern.pattern} in {text[:60]}"
        raise ValueError(message)
    return found


def _opens_block(statement: re.Match[str]) -> bool:
    return statement[1] in {"for", "if"} and statement[3] == "<"


def _block(source: str, place: int) -> tuple[str, str, str]:
    """Split the text after an opening statement: the body, the body of `else`, and the rest."""
    start = source.index("%}", place) + 2
    depth, middle = 0, None
    for statement in _STATEMENT.finditer(source, start):
        word = statement[1]
        end = source.index("%}", statement.start()) + 2
        if word == "else" and not depth:
            middle = (statement.start(), end)
        depth += {"for": 1, "if": 1, "endfor": -1, "endif": -1}.get(word, 0)
        if depth < 0:
            first, second = middle or (statement.start(), statement.start())
            return source[start:first], source[second : statement.start()], source[end:]
    message = f"a block is not closed: {source[place : place + 60]}"
    raise ValueError(message)


def _iterated(header: str, names: Mapping[str, Any]) -> list[Names]:
    """Return the names that the body of a loop has in each pass."""
    variable = _found(_FOR, header)[1]
    seen: list[Names] = []

    def see(value: object, index: int, first: bool) -> str:  # noqa: FBT001 - Jinja's loop
        seen.append({variable: value, "loop": {"index": index, "first": first}})
        return ""

    call = f"{{{{ see({variable}, loop.index, loop.first) }}}}"
    _rendered(f"{{% for {header} %}}{call}{{% endfor %}}", {**names, "see": see})
    return seen


def _rendered(source: str, names: Mapping[str, Any]) -> str:
    """Return rendered text without escapes, since docxtemplater escapes by itself."""
    return Markup(_JINJA.from_string(source).render(names)).unescape()  # noqa: S704 - rendered here
