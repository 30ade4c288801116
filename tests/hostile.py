"""Files that are built to hang or kill their reader: small, made when a test wants them."""

import io
import zipfile
from collections.abc import Iterable, Mapping

DEEP = 200_000
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET = "xl/worksheets/sheet1.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEADING = ("单位全称", "单位类别", "联系人")


def nested(tag: str, depth: int = DEEP, attributes: str = "") -> bytes:
    """Return an XML element nested in itself `depth` times."""
    inner = f"<{tag}>" * (depth - 1) + f"</{tag}>" * (depth - 1)
    return f"<{tag}{attributes}>{inner}</{tag}>".encode()


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return a ZIP package of parts, which need not make a valid document."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def unzipped(package: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_parts(package: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a package with some parts replaced or added."""
    return zipped(unzipped(package) | dict(parts))


def lying(package: bytes, name: str, size: int) -> bytes:
    """Return a package whose headers announce a wrong size of a part."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        told = archive.getinfo(name).file_size.to_bytes(4, "little")
    encoded = name.encode()
    lied = bytearray(package)
    for signature, size_at, name_at in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        at = package.find(signature)
        while package[at + name_at : at + name_at + len(encoded)] != encoded:
            at = package.index(signature, at + 1)
        assert lied[at + size_at : at + size_at + 4] == told
        lied[at + size_at : at + size_at + 4] = size.to_bytes(4, "little")
    return bytes(lied)


def workbook(rows: str, extra: Mapping[str, bytes] | None = None) -> bytes:
    """Return a workbook of one sheet: the heading of a table of members, `rows`, extra parts."""
    head = "".join(f'<c t="inlineStr"><is><t>{title}</t></is></c>' for title in _HEADING)
    sheet = f'<worksheet xmlns="{_MAIN}"><sheetData><row>{head}</row>{rows}</sheetData></worksheet>'
    kinds = {"/xl/workbook.xml": "sheet.main", f"/{_SHEET}": "worksheet"}
    if extra and "xl/sharedStrings.xml" in extra:
        kinds["/xl/sharedStrings.xml"] = "sharedStrings"
    if extra and "xl/styles.xml" in extra:
        kinds["/xl/styles.xml"] = "styles"
    types = "".join(
        f'<Override PartName="{part}" ContentType="{_TYPE}.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    return zipped(
        {
            "[Content_Types].xml": (
                f'<Types xmlns="{_PACKAGE}/content-types">{types}</Types>'
            ).encode(),
            "_rels/.rels": _relationships([("officeDocument", "xl/workbook.xml")]),
            "xl/workbook.xml": (
                f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
                '<sheet name="成员单位" sheetId="1" r:id="rId1"/></sheets></workbook>'
            ).encode(),
            "xl/_rels/workbook.xml.rels": _relationships([("worksheet", "worksheets/sheet1.xml")]),
            _SHEET: sheet.encode(),
            **(extra or {}),
        }
    )


def members(count: int) -> str:
    """Return the XML of a sheet's rows, one for each member."""
    return "".join(
        f'<row><c t="inlineStr"><is><t>第{number}家公司</t></is></c></row>'
        for number in range(count)
    )


def strings(count: int) -> dict[str, bytes]:
    """Return the part of a workbook that holds its shared strings."""
    said = "<si><t>x</t></si>" * count
    return {"xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{said}</sst>'.encode()}


def body(paragraphs: Iterable[str]) -> bytes:
    """Return the main part of a Word document."""
    said = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return f'<w:document xmlns:w="{_W}"><w:body>{said}</w:body></w:document>'.encode()


def deep_body(depth: int = DEEP) -> bytes:
    """Return the main part of a Word document with paragraphs nested in each other."""
    return nested("w:p", depth, f' xmlns:w="{_W}"')


def _relationships(targets: Iterable[tuple[str, str]]) -> bytes:
    said = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{said}</Relationships>'.encode()
