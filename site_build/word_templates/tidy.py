"""Removes the marks of an editor that a loop in a template would repeat.

Word gives every paragraph an id and every edit a revision mark, and sets the bookmark `_GoBack`
where the author typed last. Ids and bookmarks have to be unique in a document, and a loop in a
template would copy them.
"""

from typing import Final

from lxml import etree

from validator.word.package import pack, unpack

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_ATTRIBUTES: Final = (_W + "rsid", _W14 + "paraId", _W14 + "textId")
_ELEMENTS: Final = (_W + "proofErr", _W + "lastRenderedPageBreak")
_LAST_EDIT: Final = "_GoBack"


def tidied(document: bytes) -> bytes:
    """Return the .docx without revision ids, paragraph ids, proofing marks and ``_GoBack``."""
    parts = unpack(document)
    texts = [name for name in parts if name.startswith("word/") and name.endswith(".xml")]
    changed = {name: _tidied_part(parts[name]) for name in texts}
    return pack({**parts, **changed})


def _tidied_part(xml: bytes) -> bytes:
    root = etree.fromstring(xml)
    if not any([_strip_attributes(root), _strip_elements(root)]):
        return xml
    changed: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return changed


def _strip_attributes(root: etree._Element) -> int:
    marks = [
        (element, name)
        for element in root.iter(etree.Element)
        for name in element.attrib
        if name.startswith(_ATTRIBUTES)
    ]
    for element, name in marks:
        del element.attrib[name]
    return len(marks)


def _strip_elements(root: etree._Element) -> int:
    marks = [*root.iter(*_ELEMENTS), *_last_edit(root)]
    for element in marks:
        element.getparent().remove(element)
    return len(marks)


def _last_edit(root: etree._Element) -> list[etree._Element]:
    starts = [e for e in root.iter(_W + "bookmarkStart") if e.get(_W + "name") == _LAST_EDIT]
    ids = {start.get(_W + "id") for start in starts}
    return [*starts, *(e for e in root.iter(_W + "bookmarkEnd") if e.get(_W + "id") in ids)]
