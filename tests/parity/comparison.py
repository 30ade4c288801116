"""Fills a template with docxtpl and with the validator, and compares the documents part by part."""

import io
from collections.abc import Mapping

from docxtpl import DocxTemplate
from lxml import etree

from site_build.word_templates.compiler import compiled
from validator.attachments.environment import environment
from validator.word.compiled import load
from validator.word.package import pack, unpack

Context = Mapping[str, object]


def filled_natively(document: bytes, context: Context) -> bytes:
    """Fill a template with docxtpl, in the validator's Jinja environment."""
    template = DocxTemplate(io.BytesIO(document))
    template.render(dict(context), jinja_env=environment())
    buffer = io.BytesIO()
    template.save(buffer)
    return buffer.getvalue()


def filled_here(document: bytes, context: Context) -> bytes:
    """Compile a template and fill it with the validator."""
    return pack(load(compiled(document, ""), environment()).fill(context))


def differences(one: bytes, other: bytes) -> list[str]:
    """Return the names of the parts that differ: in canonical XML, or in bytes where no XML is."""
    left, right = unpack(one), unpack(other)
    shared = left.keys() & right.keys()
    unequal = [name for name in shared if _canonical(left[name]) != _canonical(right[name])]
    return sorted([*(left.keys() ^ right.keys()), *unequal])


def _canonical(part: bytes) -> bytes:
    if not part.lstrip().startswith(b"<"):
        return part
    return etree.tostring(etree.fromstring(part), method="c14n")
