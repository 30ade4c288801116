"""Compiles a Word template to XML parts with plain Jinja: docxtpl resolves its own tags.

docxtpl needs lxml and python-docx. The compiled template needs only Jinja, so the browser fetches
neither of the two.
"""

import io
import json
import re
from collections.abc import Iterator
from typing import Final

from docx.opc.packuri import PackURI
from docxtpl import DocxTemplate
from lxml import etree

from validator.word.compiled import MANIFEST, Kind
from validator.word.package import pack, unpack

_DECLARATION: Final = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_BODY: Final = re.compile(r"<w:body[^>]*>.*</w:body>", re.DOTALL)
_BODY_TAG: Final = re.compile(r"^<w:body[^>]*>")
_NOTES: Final = "wordprocessingml.footnotes+xml"
_PROPERTIES: Final = "docProps/core.xml"
_PROPERTY_NAMES: Final = ("author", "comments", "identifier", "language", "subject", "title")
_BRACES: Final = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))


def compiled(document: bytes, key: str) -> bytes:
    """Compile a Word template.

    Args:
        document: The .docx, tidied and free of mistakes.
        key: A text kept in the package; a later build compares it to see whether to compile again.

    Returns:
        A package of the document's parts, and a manifest of the parts that hold Jinja. The package
        is stored, not deflated, since it travels inside compressed archives. The same template
        always gives the same bytes.
    """
    template = DocxTemplate(io.BytesIO(document))
    template.init_docx()
    dynamic = {_part(name): (kind, xml) for name, kind, xml in _texts(template)}
    # docxtpl sets these properties in every document, which creates their elements even when empty.
    for name in _PROPERTY_NAMES:
        setattr(template.core_properties, name, getattr(template.core_properties, name))
    buffer = io.BytesIO()
    template.docx.save(buffer)
    parts = unpack(buffer.getvalue())
    properties = parts[_PROPERTIES].decode()
    if "{{" in properties:
        dynamic[_PROPERTIES] = ("properties", properties)
    manifest = {"key": key, "parts": {name: kind for name, (kind, _) in dynamic.items()}}
    parts |= {name: xml.encode() for name, (_, xml) in dynamic.items()}
    parts[MANIFEST] = json.dumps(manifest, sort_keys=True).encode()
    return pack(parts, compress=False)


def key_of(package: bytes) -> str:
    """Return the key under which a package was compiled."""
    key: str = json.loads(unpack(package)[MANIFEST])["key"]
    return key


def _texts(template: DocxTemplate) -> Iterator[tuple[PackURI, Kind, str]]:
    part = template.docx.part
    body = _BODY_TAG.sub("<w:body>", _plain(template, template.get_xml()))
    whole = etree.tostring(template.docx.element, encoding="unicode")
    yield part.partname, "body", _DECLARATION + _BODY.sub(lambda _: body, whole, count=1)
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for _, frame in template.get_headers_footers(uri):
            xml = _plain(template, template.get_part_xml(frame))
            yield frame.partname, "text", _DECLARATION + xml
    for notes in part.package.iter_parts():
        if notes.content_type.endswith(_NOTES):
            yield notes.partname, "text", _plain(template, notes.blob.decode())


def _plain(template: DocxTemplate, xml: str) -> str:
    # docxtpl resolves escaped braces after filling, which would change a `{_{` that somebody types.
    source: str = template.patch_xml(xml)
    for escaped, braces in _BRACES:
        source = source.replace(escaped, "{{'" + braces + "'}}")
    return source


def _part(name: PackURI) -> str:
    return name.lstrip("/")
