"""The pages need no exception from the security policy, and name no other host."""

import re

import built

from site_build.publishing.inline_code import scan


def test_no_inline_code() -> None:
    found = scan(built.pages())
    assert (found.scripts, found.styles, found.refused) == (set(), set(), [])


def test_no_other_host() -> None:
    namespace = "http://www.w3.org/2000/svg"
    named = {
        host
        for path in built.pages()
        for host in re.findall(r"https?://[^\s\"'<>]+", path.read_text("utf-8"))
    }
    assert named <= {namespace}


def test_every_page_is_in_chinese_and_titled() -> None:
    for path in built.pages():
        text = path.read_text("utf-8")
        assert '<html lang="zh"' in text, path
        assert re.search(r"<title>[^<]+</title>", text), path
        assert len(re.findall(r"<h1[ >]", text)) == 1, path
