"""Makes workbooks part by part, as other programs than Excel and xlsxwriter write them."""

from __future__ import annotations

import io
import zipfile

USUAL = "http://schemas.openxmlformats.org"
STRICT = "http://purl.oclc.org/ooxml"


def book(  # noqa: PLR0913 - a workbook has these parts
    rows: str,
    *,
    after: str = "",
    styles: str | None = None,
    texts: str | None = None,
    properties: str = "",
    strict: bool = False,
) -> bytes:
    """An .xlsx of one sheet.

    Args:
        rows: the XML of the rows.
        after: the XML after the rows, such as merged cells.
        styles: the part with the styles; by default there is none.
        texts: the part with the shared texts; by default there is none.
        properties: attributes of the workbook's properties.
        strict: whether to write the strict dialect of OOXML.
    """
    root = STRICT if strict else USUAL
    main = f"{root}/spreadsheetml/main" if strict else f"{root}/spreadsheetml/2006/main"
    office = f"{root}/officeDocument/relationships" if strict else (
        f"{root}/officeDocument/2006/relationships"
    )  # fmt: skip
    package = f"{USUAL}/package/2006/relationships"
    extra = {"styles": styles, "sharedStrings": texts}
    related = "".join(
        f'<Relationship Id="r{name}" Type="{office}/{name}" Target="{name}.xml"/>'
        for name, part in extra.items()
        if part is not None
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{USUAL}/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><workbookPr {properties}/>'
        '<sheets><sheet name="成员" sheetId="1" r:id="r9"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="r9" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>{related}</Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>'
        f"{after}</worksheet>",
    }
    for name, part in extra.items():
        if part is not None:
            parts[f"xl/{name}.xml"] = part.replace("MAIN", main)
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return saved.getvalue()


def row(*texts: str) -> str:
    """The XML of a row of inline texts."""
    cells = (f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f"<row>{''.join(cells)}</row>"
