"""Puts the draft into its document, as a customXml part, and reads it back.

Word does not show the part and keeps it when it saves. python-docx and LibreOffice keep it in a
.docx as well; saving as .odt or .doc loses it.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from xml.etree import ElementTree as ET  # safe: `foreign` has checked all XML that is read here

from markupsafe import escape

from validator import foreign
from validator.characters import escaped_in_json
from validator.word.errors import NotADocumentError, OverfullDocumentError

_NAMESPACE: Final = "urn:validator:draft:1"
_ID: Final = "{5A0C7B52-0F5E-5C0B-9D6A-6F1B8D0E2C41}"
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CUSTOM_XML: Final = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BODY_RELATIONSHIPS: Final = "word/_rels/document.xml.rels"
_TYPES: Final = "[Content_Types].xml"
_BOUNDS: Final = foreign.Bounds(size=20_000_000, tags=200_000)
_ITEM: Final = re.compile(r"customXml/item\d*\.xml")


@dataclass(frozen=True)
class Carried:
    """The draft that a document carries, and how the document was made.

    Attributes:
        attachment: The name of the attachment that the document is.
        draft: The draft's JSON text.
        on: The day for which the document was made, e.g. 2023-08-07; empty for no day, `None`
            where the document does not note it.
        intact: Whether nobody changed the draft, by its SHA-256.
        call: The id of the call that the document was made for; empty where it does not note it.
        fingerprint: That of the call and the rules that it was made with; empty likewise.
    """

    attachment: str
    draft: str
    on: str | None
    intact: bool
    call: str = ""
    fingerprint: str = ""


@dataclass(frozen=True)
class Made:
    """How a document was made.

    Attributes:
        attachment: The name of the attachment.
        on: The day for which the document is made.
        call: The id of the call.
        fingerprint: That of the call and the rules.
    """

    attachment: str
    on: date | None
    call: str
    fingerprint: str


def carry(parts: Mapping[str, bytes], draft: str, made: Made) -> dict[str, bytes]:
    """Return a document's parts with those that carry the draft.

    Args:
        parts: The parts of a finished document.
        draft: The draft's JSON text.
        made: How the document was made.
    """
    number = 1 + sum(bool(_ITEM.fullmatch(name)) for name in parts)
    item, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    compact = json.dumps(json.loads(draft), ensure_ascii=False, separators=(",", ":"))
    return {
        **parts,
        item: _item(escaped_in_json(compact), made).encode(),
        properties: _item_properties().encode(),
        f"customXml/_rels/item{number}.xml.rels": _relationships(
            "rId1", f"{_OFFICE}/customXmlProps", f"itemProps{number}.xml"
        ).encode(),
        _BODY_RELATIONSHIPS: _with_relationship(parts[_BODY_RELATIONSHIPS].decode(), item),
        _TYPES: _with_type(parts[_TYPES].decode(), properties),
    }


def carried(document: bytes) -> Carried | None:
    """Return what a document carries; `None` when it carries no draft.

    Raises:
        NotADocumentError: The bytes are no .docx, or one that no office program writes.
        OverfullDocumentError: The customXml parts hold more than any draft does.
    """
    try:
        items = foreign.parts(document, _ITEM.fullmatch, _BOUNDS)
    except foreign.UnreadableError:
        raise NotADocumentError from None
    except foreign.OverfullError:
        raise OverfullDocumentError from None
    return next(filter(None, map(_parse, items.values())), None)


def _item(draft: str, made: Made) -> str:
    day = made.on.isoformat() if made.on else ""
    digest = hashlib.sha256(draft.encode()).hexdigest()
    return (
        f'{_DECLARATION}<draft xmlns="{_NAMESPACE}" attachment="{escape(made.attachment)}"'
        f' on="{day}" call="{escape(made.call)}" fingerprint="{made.fingerprint}"'
        f' sha256="{digest}">{escape(draft)}</draft>'
    )


def _item_properties() -> str:
    return (
        f'{_DECLARATION}<ds:datastoreItem xmlns:ds="{_CUSTOM_XML}" ds:itemID="{_ID}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def _relationships(identifier: str, kind: str, target: str) -> str:
    return (
        f'{_DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}">'
        f'<Relationship Id="{identifier}" Type="{kind}" Target="{target}"/></Relationships>'
    )


def _with_relationship(relationships: str, item: str) -> bytes:
    used = set(re.findall(r'Id="([^"]+)"', relationships))
    identifier = next(f"rId{n}" for n in range(1, len(used) + 2) if f"rId{n}" not in used)
    added = f'<Relationship Id="{identifier}" Type="{_OFFICE}/customXml" Target="../{item}"/>'
    return relationships.replace("</Relationships>", f"{added}</Relationships>").encode()


def _with_type(types: str, properties: str) -> bytes:
    added = f'<Override PartName="/{properties}" ContentType="{_PROPERTIES}"/>'
    if 'Extension="xml"' not in types:
        added = f'<Default Extension="xml" ContentType="application/xml"/>{added}'
    return types.replace("</Types>", f"{added}</Types>").encode()


def _parse(item: bytes) -> Carried | None:
    root = ET.fromstring(item)  # noqa: S314 - no DTD, bounded size and depth
    if root.tag != f"{{{_NAMESPACE}}}draft":
        return None
    draft = root.text or ""
    intact = hashlib.sha256(draft.encode()).hexdigest() == root.get("sha256")
    return Carried(
        root.get("attachment", ""),
        draft,
        root.get("on"),
        intact,
        root.get("call", ""),
        root.get("fingerprint", ""),
    )
