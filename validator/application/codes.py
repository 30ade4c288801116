"""统一社会信用代码 (GB 32100-2015), 高企证书编号 and 行业代码: their structure and check digits.

A wrong structure is a problem of the answer. A wrong check digit is not, because some genuine codes
of early years have one: the answer stays, and rules leave the code to people.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema
from stdnum.cn import uscc as gb32100

from validator.application.text import clean_code
from validator.reference import INDUSTRIES, industry_of

LENGTH = 18
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_LOOKALIKES = {"I": "1", "O": "0", "S": "5", "V": "U", "Z": "2"}
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_ORGANISATION_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_INDUSTRY = re.compile(r"^[A-T]?\d{2,4}$")
_HIGH_TECH = re.compile(r"^G[RF]20\d{2}\d{2}\d{6}$")

INDIVIDUAL_BUSINESS = "92"
SOCIAL_SERVICE = "52"


def _structure(value: object) -> object:
    code = clean_code(value)
    if not isinstance(code, str):
        return code
    if len(code) != LENGTH:
        msg = f"统一社会信用代码应为 {LENGTH} 位，现为 {len(code)} 位"
        raise ValueError(msg)
    if code.strip(ALPHABET):  # Some character is not in the alphabet.
        place, letter = next(it for it in enumerate(code, 1) if it[1] not in ALPHABET)
        hint = f"，是否应为 {_LOOKALIKES[letter]}？" if letter in _LOOKALIKES else ""
        msg = f"统一社会信用代码第 {place} 位是“{letter}”，代码中不用这个字符{hint}"
        raise ValueError(msg)
    return code


def _high_tech(value: object) -> object:
    code = clean_code(value)
    if isinstance(code, str) and not _HIGH_TECH.match(code):
        msg = "高企证书编号应为 GR 加 12 位数字，如 GR202114000001（2016 年前复审的以 GF 开头）"
        raise ValueError(msg)
    return code


def _industry(value: object) -> object:
    code = clean_code(value)
    if not isinstance(code, str):
        return code
    if not _INDUSTRY.match(code):
        msg = "行业代码应为 2 至 4 位数字，前面可带门类字母，如 3463 或 C3463"
        raise ValueError(msg)
    letter, digits = ("", code) if code.isdigit() else (code[0], code[1:])
    industry = industry_of(digits, INDUSTRIES)
    if industry is None:
        msg = f"GB/T 4754—2017 没有以 {digits[:2]} 开头的行业，请核对行业代码"
        raise ValueError(msg)
    if letter not in ("", industry.letter):
        msg = (
            f"行业代码以 {digits[:2]} 开头的是{industry.title}，门类为 {industry.letter}，"
            f"与所填的 {letter} 不符"
        )
        raise ValueError(msg)
    return code


def _code_schema(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"anyOf": [{"type": "string", "pattern": pattern}, {"type": "null"}]})


Uscc = Annotated[str | None, BeforeValidator(_structure), _code_schema(f"^[{ALPHABET}]{{18}}$")]
"""统一社会信用代码 of the right structure, or unanswered."""

HighTechCertificate = Annotated[
    str | None, BeforeValidator(_high_tech), _code_schema(_HIGH_TECH.pattern)
]
"""高企证书编号, or unanswered."""


IndustryCode = Annotated[str | None, BeforeValidator(_industry), _code_schema(_INDUSTRY.pattern)]
"""行业代码 (GB/T 4754-2017) of a division that there is, or unanswered."""


@lru_cache(maxsize=4096)  # each check asks for the same few codes again
def check_digits_hold(code: str) -> bool:
    """Whether both check digits hold: the 18th (GB/T 17710) and the 17th (GB 11714).

    Args:
        code: 18 characters of the code's alphabet.
    """
    return check_digit(code[:17]) == code[17] and organisation_digit(code[8:16]) == code[16]


def check_digit(stem: str) -> str:
    """Return the 18th character for the first 17 (GB/T 17710, modulus 31)."""
    return gb32100.calc_check_digit(stem)


def organisation_digit(body: str) -> str:
    """Return the check digit for the eight characters of an organisation code (GB 11714)."""
    values = map(_ORGANISATION_DIGITS.index, body)
    products = (value * weight for value, weight in zip(values, _ORGANISATION_WEIGHTS, strict=True))
    digit = 11 - sum(products) % 11
    return {10: "X", 11: "0"}.get(digit, str(digit))
