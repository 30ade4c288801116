"""Inline code is allowed by its hash, or refused by name."""

import base64
import hashlib
from pathlib import Path

import pytest

from site_build.publishing import headers, inline_code


def source(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def scan(folder: Path, html: str) -> inline_code.InlineCode:
    page = folder / "index.html"
    page.write_bytes(html.encode())
    return inline_code.scan([page])


def test_hashes_what_a_browser_hashes(tmp_path: Path) -> None:
    html = "<style>a{}\r\n</style><script>if (a < b && '&amp;') {\r\n}</script>"
    code = scan(tmp_path, html)
    assert code.styles == {source("a{}\n")}
    assert code.scripts == {source("if (a < b && '&amp;') {\n}")}
    assert code.refused == []


def test_passes_over_data_and_files(tmp_path: Path) -> None:
    html = '<script type="application/json">{}</script><script src="a.js"></script>'
    assert scan(tmp_path, html).scripts == set()


@pytest.mark.parametrize(
    "html",
    [
        '<p style="color: red">',
        '<p onclick="go()">',
        '<a href=" JavaScript:go()">',
    ],
)
def test_refuses_what_has_no_hash(tmp_path: Path, html: str) -> None:
    (refusal,) = scan(tmp_path, f"<!doctype html>\n{html}").refused
    assert ":2:" in refusal
    with pytest.raises(ValueError, match="the policy refuses"):
        headers.compose(tmp_path)


def test_the_policy_names_the_hashes(tmp_path: Path) -> None:
    scan(tmp_path, "<script>1</script><style>b{}</style>")
    (policy,) = [
        choice["default"]
        for choice in headers.compose(tmp_path)["choice"]
        if choice["header"] == "Content-Security-Policy"
    ]
    assert f"script-src 'self' {source('1')};" in policy
    assert f"style-src 'self' {source('b{}')};" in policy
