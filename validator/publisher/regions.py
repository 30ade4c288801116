"""Tells which names of a call's regions are no names of provinces as the form has them.

A unit's province is chosen from a list, so a rule that compares it with 北京 where the list says
北京市 would find nobody there, and say so without a sign of the mistake.
"""

from __future__ import annotations

from collections.abc import Iterator

from validator.calls import Call
from validator.nearest import hint
from validator.reference import PROVINCES


def unknown_regions(call: Call) -> Iterator[str]:
    """Tell them, a line each: file, key, reason and way out."""
    if call.region is None:
        return
    told = {
        "province": (call.region.province,),
        "partners": call.region.partners,
        "developed": call.region.developed,
    }
    for key, names in told.items():
        for name in names:
            if name not in PROVINCES:
                yield (
                    f"call.toml 的 region.{key}：没有“{name}”这个省份{hint(name, PROVINCES)}"
                    "（写法与表单“住所所在省份”的选项一样）"
                )
