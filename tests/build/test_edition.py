"""The list of an edition names all that a visitor may open, and its id depends on every byte."""

import json
from pathlib import Path

from site_build.publishing import edition

SITE = edition.SITE


def small_site(folder: Path) -> Path:
    (folder / "guide").mkdir(parents=True)
    (folder / "index.html").write_text("首页", "utf-8")
    (folder / "guide" / "index.html").write_text("指南", "utf-8")
    (folder / "guide" / "index.html.br").write_bytes(b"packed")
    (folder / "404.html").write_text("没有", "utf-8")
    return folder


def test_pages_stand_under_the_address_that_people_open(tmp_path: Path) -> None:
    assert sorted(edition.describe(small_site(tmp_path))) == ["", "guide/"]


def test_the_id_depends_on_contents_alone(tmp_path: Path) -> None:
    first = edition.write(small_site(tmp_path / "a"))
    assert edition.write(small_site(tmp_path / "b")) == first
    assert edition.write(tmp_path / "b") == first
    (tmp_path / "b" / "guide" / "index.html").write_text("指导", "utf-8")
    second = edition.write(tmp_path / "b")
    assert second != first
    assert f"EDITION = '{second}'" in (tmp_path / "b" / "sw.js").read_text("utf-8")


def test_the_published_list_is_of_the_published_site() -> None:
    listed = json.loads((SITE / edition.LIST).read_text("utf-8"))["files"]
    assert listed == edition.describe(SITE)
    pages = {it.parent.relative_to(SITE).as_posix() for it in SITE.rglob("index.html")}
    assert {it.rstrip("/") or "." for it in listed if not it or it.endswith("/")} == pages
    blanks = {it.relative_to(SITE).as_posix() for it in SITE.glob("calls/*/blank/*")}
    assert blanks
    assert blanks <= set(listed)
