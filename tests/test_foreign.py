"""A stranger's package: no part reaches a reader that is too much, too deep, or lies."""

import random
import tracemalloc
import zipfile
from contextlib import suppress

import hostile
import pytest

from validator.foreign import (
    DEPTH_MAX,
    PARTS_MAX,
    Bounds,
    OverfullError,
    UnreadableError,
    parts,
)

BOUNDS = Bounds(size=1_000_000, tags=1_000)
MEGABYTE = 1_000_000


def everything(_name: str) -> bool:
    return True


def test_what_is_wanted_is_read_and_nothing_else() -> None:
    package = hostile.zipped({"a.xml": b"<a/>", "b.xml": b"no XML", "c.bin": b" " * 9_000_000})
    assert parts(package, "a.xml".__eq__, BOUNDS) == {"a.xml": b"<a/>"}


@pytest.mark.parametrize(
    "package",
    [
        b"",
        b"PK\x03\x04",
        hostile.zipped({"a.xml": b"<a>"}),
        hostile.zipped({"a.xml": b""}),
        hostile.zipped({"a.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
        hostile.zipped({"a.xml": "<!DOCTYPE a><a/>".encode("utf-16")}),
        hostile.zipped({"a.xml": hostile.nested("a", DEPTH_MAX + 1)}),
        hostile.zipped({"a.xml": hostile.nested("a", 400)}),
        hostile.lying(hostile.zipped({"a.xml": b"<a>" + b" " * 5_000_000 + b"</a>"}), "a.xml", 9),
    ],
    ids=["nothing", "cut", "open", "empty", "entity", "utf-16", "deep", "deeper", "lie"],
)
def test_what_should_not_be_read_is_refused(package: bytes) -> None:
    with pytest.raises(UnreadableError):
        parts(package, everything, BOUNDS)


def test_the_depth_of_an_honest_part_is_read() -> None:
    assert parts(hostile.zipped({"a.xml": hostile.nested("a", DEPTH_MAX)}), everything, BOUNDS)


@pytest.mark.parametrize(
    "package",
    [
        hostile.zipped({"a.xml": b"<a>" + b" " * MEGABYTE + b"</a>"}),
        hostile.zipped({f"{n}.xml": b"<a>" + b" " * 400_000 + b"</a>" for n in range(3)}),
        hostile.zipped({"a.xml": b"<a>" + b"<b/>" * 1_000 + b"</a>"}),
        hostile.zipped({f"{n}.xml": b"<a/>" for n in range(PARTS_MAX + 1)}),
    ],
    ids=["one", "together", "tags", "parts"],
)
def test_too_much_is_told_apart_from_what_is_broken(package: bytes) -> None:
    with pytest.raises(OverfullError):
        parts(package, everything, BOUNDS)


def test_no_more_is_inflated_than_is_allowed() -> None:
    package = hostile.zipped({"a.xml": b"<a>" + b" " * 200 * MEGABYTE + b"</a>"})
    claimed = hostile.lying(package, "a.xml", 7)
    tracemalloc.start()
    for content in (package, claimed):
        with pytest.raises((OverfullError, UnreadableError)):
            parts(content, everything, BOUNDS)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20 * MEGABYTE


def test_an_unusual_compression_is_refused_before_it_inflates(
    tmp_path: pytest.TempPathFactory,
) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.xml", b"<a/>")
    with pytest.raises(UnreadableError):
        parts((tmp_path / "a.zip").read_bytes(), everything, BOUNDS)


def test_whatever_is_spoilt_in_a_package_is_an_answer() -> None:
    dice = random.Random(7)  # noqa: S311 - the same spoilt packages every time
    package = hostile.zipped({"a.xml": b"<a>" + b"<b/>" * 9 + b"</a>", "b/c.rels": b"<c/>"})
    for _ in range(2_000):
        spoilt = bytearray(package)
        for _ in range(dice.randint(1, 4)):
            spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
        with suppress(UnreadableError, OverfullError):
            parts(bytes(spoilt), everything, BOUNDS)
