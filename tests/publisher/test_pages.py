"""What is told of a page is what the site's build would stop at, or a reader would stumble over."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jinja2 import TemplateError
from mkdocs.config.base import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import meta

from site_build import folders
from site_build.pages import calls, chinese, hook_blanks, hook_markdown
from site_build.pages.environment import page_environment
from site_build.pages.links import Links
from validator.attachments import available
from validator.calls import load
from validator.publisher import page_words
from validator.publisher.front_matter import faults_of_front_matter
from validator.publisher.pages import faults_of_pages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

CALL = load("shanxi_alliance_2023")
HOME = calls.own_pages(CALL.id)
OWN = {
    f"pages/{path.relative_to(HOME).as_posix()}": path.read_text("utf-8")
    for path in HOME.rglob("*.md")
}
NAME = "guide/conditions.md"
DOCS = folders.ROOT / "docs"
OF_THE_SITE = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}


def _told(text: str) -> list[str]:
    return [*faults_of_pages(CALL, {**OWN, f"pages/{NAME}": text})]


@pytest.fixture(scope="module")
def files() -> Files:
    names = [calls.place(CALL.id, name) for name in calls.sources(CALL.id)]
    names += [hook_blanks.address(CALL.id, known.name) for known in available(CALL)]
    names += [hook_blanks.members_address(CALL.id), *OF_THE_SITE]
    return Files([File(name, "docs", "site", use_directory_urls=True) for name in names])


def _of_call(files: Files) -> dict[str, object]:
    page = files.get_file_from_path(calls.place(CALL.id, NAME))
    assert page is not None
    links = Links(CALL, page, files)
    return {"version": "1", "url": links.url, **hook_markdown._of_call(CALL, links)}  # noqa: SLF001


def test_what_a_page_may_use_is_what_the_build_gives(files: Files) -> None:
    parts = Path(hook_markdown.__file__).with_name("templates")
    assert _of_call(files).keys() == page_words.NAMES
    assert chinese.FILTERS.keys() == page_words.FILTERS
    assert {path.name for path in parts.glob("*.html")} == page_words.PARTS
    common = {path.relative_to(calls.COMMON).as_posix() for path in calls.COMMON.rglob("*.md")}
    assert common == page_words.COMMON
    assert OF_THE_SITE == page_words.OF_THE_SITE


@pytest.mark.parametrize(
    "line",
    [
        "{{ call.title }",
        "{% if is_over %}",
        "{% for item in call.materials %}{{ item.title }}",
        "{% endif %}",
        "{% iff is_over %}{% endif %}",
        "{% include 'windows.html' %}",
        "{% include 'window.html %}",
        "{{ call.thresholds.copeis }}",
        "{{ call.figures.copies }}",
        "{{ call.region.province.name }}",
        "{{ call.readings['9.9'] }}",
        "{{ cal.title }}",
        "{{ titel }}",
        "{{ call.issued | date_ch }}",
        "{% if call.year is evenly %}{% endif %}",
        '{{ call.year + "年" }}',
        '{{ clause("三（四）") }}',
        '{{ url("guide/condition.md") }}',
        '{{ blank_url("chater") }}',
        "{{ call.title | join(3, 4, 5, 6) }}",
    ],
)
def test_what_stops_the_build_is_told(line: str, files: Files) -> None:
    assert _told(f"# 页面\n\n{line}\n")
    with pytest.raises((TemplateError, LookupError, TypeError)):
        page_environment().from_string(line).render(_of_call(files))


@pytest.mark.parametrize(
    "line",
    [
        "{{ call.thresholds.copies }} 份 <# 份数 #>",
        "{% set n = call.operating.years %}{{ n + 1 }}",
        "{% for item in call.materials %}{{ loop.index }}{{ item.title }}{% endfor %}",
        "{% if call.region.city %}{{ call.region.city }}{% endif %}",
        "{{ call.region.city or call.region.province }}",
        "{{ call.region.city if call.region.city else '' }}",
        "{% if call.figures.copies is defined %}一{% endif %}",
        "{{ call.figures.copies | default(6) }}",
        "{{ call.window.last_day | date_cn }}{{ call.window | window_cn(weekdays=true) }}",
        '{{ clause("一", "三（一）3") }}{{ rule("R21", "R22") }}{{ quote("R21") }}',
        '{% if has("guide/questions.md") %}{{ url("about/privacy.md") }}{% endif %}',
        "{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}{{ twice(call.year) }}",
        "{% raw %}{{ lead.name }}{% endraw %}",
        "{% for item in attachments %}{{ blank_url(item.name) }}{% endfor %}",
        '{{ call.operating.ends | map(attribute="day") | sort | first | date_cn }}',
    ],
)
def test_what_the_build_takes_is_not_told(line: str, files: Files) -> None:
    assert page_environment().from_string(line).render(_of_call(files)) is not None
    assert _told(f"# 页面\n\n{line}\n") == []


def test_a_page_of_a_stranger_reaches_no_python() -> None:
    for line in (
        "{{ call.title.__class__.__mro__[1].__subclasses__() }}",
        "{% set found = ''.__class__ %}{{ found.__mro__ }}",
        "{{ url.__globals__ }}",
        "{{ call.within.__func__.__globals__ }}",
    ):
        assert _told(line), line


@pytest.mark.parametrize(
    ("lines", "right"),
    [
        ("title: 申报条件", True),
        ("title: 申报条件\nhide:\n  - toc", True),
        ("title: 申报条件\nhide:\n- toc", True),
        ("title: '申报: 条件'", True),
        ("title: 申报条件：先看这几个数", True),
        ("# 注\ntitle: 申报条件 # 注\n\nwindow: true", True),
        ("description: >\n  第一行\n  第二行", True),
        ("search: {boost: 2}", True),
        ("title：申报条件", False),
        ("title:申报条件", False),
        ("title: 申报: 条件", False),
        ('title: "申报条件', False),
        ("title: '申报条件", False),
        ("title: @申报", False),
        ("title: `申报`", False),
        ("title: [申报", False),
        ("title: 申报\n\tdescription: 条件", False),
        ("只有一句话", False),
    ],
)
def test_front_matter_is_read_as_the_build_reads_it(lines: str, right: bool) -> None:  # noqa: FBT001
    text = f"---\n{lines}\n---\n\n# 页面\n"
    _, data = meta.get_data(text)
    assert bool(data) is right
    assert ([*faults_of_front_matter(text)] == []) is right


def test_front_matter_without_an_end_and_a_misspelt_key_are_told() -> None:
    assert "没有与之对应" in "".join(_told("---\ntitle: 申报条件\n\n# 页面\n"))
    assert "没有“titel”这一项，是不是“title”？" in "".join(_told("---\ntitel: 条件\n---\n"))
    assert _told("# 页面\n\n---\n\n正文\n") == []


LINKS = [
    ("[一](materials.md)", True),
    ("[一](../index.md)", True),
    ("[一](../notice.md#clause-1)", True),
    ("[一](../../../about/privacy.md)", True),
    ("[一](#here)", True),
    ("[一](#_2)", True),
    ("[一](questions.md#plain-words)", True),
    ("[一](https://example.com/x)", True),
    ("`[一](nowhere.md)`", True),
    ("```\n[一](nowhere.md)\n```", True),
    ("[一](material.md)", False),
    ("[一](../materials.md)", False),
    ("[一](../../about/privacy.md)", False),
    ("[一](/guide/materials.md)", False),
    ("[一](materials)", False),
    ("[一](materials/)", False),
    ("[一](#nowhere)", False),
    ("[一](#_9)", False),
    ("[一](questions.md#nowhere)", False),
    ("![一](a.png)", False),
]


@pytest.fixture(scope="module")
def config() -> MkDocsConfig:
    return load_config(str(folders.ROOT / "mkdocs.yml"), hooks=[], plugins=[])


@pytest.mark.parametrize(("line", "right"), LINKS, ids=[line for line, _ in LINKS])
def test_a_link_is_told_as_the_build_tells_it(
    line: str,
    right: bool,  # noqa: FBT001
    files: Files,
    config: MkDocsConfig,
    caplog: pytest.LogCaptureFixture,
) -> None:
    texts = {
        NAME: f"# 页面\n\n## 第一节\n\n## 第二节\n\n## 这里 {{ #here }}\n\n{line}\n",
        "guide/questions.md": "# 疑问\n\n## Plain words\n",
    }
    told = [*faults_of_pages(CALL, {**OWN, **{f"pages/{it}": texts[it] for it in texts}})]
    assert (told == []) is right, told
    pages = []
    for name, text in texts.items():
        file = files.get_file_from_path(calls.place(CALL.id, name))
        assert file is not None
        page = Page(None, file, config)
        page.markdown = text
        page.render(config, files)
        pages.append(page)
    notice = files.get_file_from_path(calls.place(CALL.id, "notice.md"))
    assert notice is not None
    notice.page = None
    with caplog.at_level(logging.INFO):
        for page in pages:
            page.validate_anchor_links(files=files, log_level=logging.WARNING)
    assert (caplog.records == []) is right, caplog.text
