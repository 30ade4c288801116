"""Names the certificate that shows that a unit is a legal person (三（二）7, reading 4.7).

The notice asks for a 营业执照, which universities and public institutions do not have.
"""

from types import MappingProxyType
from typing import Final

from validator.application import Unit
from validator.application.choices import Category

_BY_CODE: Final = MappingProxyType(
    {
        "11": "统一社会信用代码证书",
        "12": "事业单位法人证书",
        "51": "社会团体法人登记证书",
        "52": "民办非企业单位登记证书",
        "53": "基金会法人登记证书",
        "91": "营业执照",
        "92": "营业执照",
        "93": "营业执照",
    },
)
"""By the first two characters of the 统一社会信用代码, which name registrar and kind (GB 32100)."""
_ABROAD: Final = "境外或港澳台的登记证明"
_ANY: Final = "营业执照、事业单位法人证书或登记证书"


def certificate(unit: Unit) -> str:
    """Return a unit's certificate by its code, else by its category, else all that may apply."""
    if unit.no_uscc and not unit.uscc:
        return _ABROAD
    known = _BY_CODE.get((unit.uscc or "")[:2])
    return known or ("营业执照" if unit.category is Category.ENTERPRISE else _ANY)
