"""Tells what the site's build, or a reader, would find wrong in a call's own pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from validator.calls import Call
from validator.publisher.front_matter import faults_of_front_matter, front_matter
from validator.publisher.links import faults_of_links
from validator.publisher.page_tags import Given, faults_of_tags
from validator.publisher.page_words import COMMON, FOLDER, OF_THE_SITE


def faults_of_pages(call: Call, texts: Mapping[str, str]) -> Iterator[str]:
    """Tell what is wrong in the pages of a call, by file and line.

    Args:
        call: the call.
        texts: the text of each file of the call's folder that people write, by path.
    """
    pages = {path: text for path, text in texts.items() if path.startswith(FOLDER)}
    names = COMMON | {path.removeprefix(FOLDER) for path in pages}
    positions = {clause.position for clause in call.clauses}
    rules = {rule.id for rule in call.rules}
    given = Given(
        call,
        {
            "clause": ("通知没有条款“{}”", positions),
            "clause_url": ("通知没有条款“{}”", positions),
            "rule": ("没有编号为“{}”的规则", rules),
            "quote": ("没有编号为“{}”的规则", rules),
            "finding_url": ("没有编号为“{}”的规则", rules),
            "reading_url": ("readings.toml 没有编号为“{}”的读法", call.readings.keys()),
            "blank_url": (
                "documents.toml 没有名为“{}”的文档",
                {known.name for known in call.documents},
            ),
            "url": ("没有“{}”这个页面", names | OF_THE_SITE),
        },
    )
    for path, text in pages.items():
        found = [*faults_of_front_matter(text), *faults_of_tags(_body(text), given)]
        found += faults_of_links(path.removeprefix(FOLDER), pages, names)
        for line, reason in sorted(dict.fromkeys(found)):
            yield f"{path} 第 {line} 行：{reason}"


def _body(text: str) -> str:
    """Return a page without its front matter, whose lines stay as empty lines."""
    lines = text.splitlines()
    gone = front_matter(text)
    return "\n".join([*[""] * gone, *lines[gone:], ""])
