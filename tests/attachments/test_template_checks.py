"""Authors' mistakes are found at build, and told with their place."""

from collections.abc import Sequence

import pytest
from parity.documents import paragraphs, table

from site_build.word_templates.check import check_filled, check_source
from site_build.word_templates.compiler import compiled
from site_build.word_templates.errors import TemplateError
from validator.application import Application

SAMPLES = {
    "空白": {"lead": Application().lead, "members": ()},
    "一家": {
        "lead": Application().lead,
        "members": ({"name": "甲", "phones": ("1",), "year": 2022},),
    },
}

LINES = {
    "全角花括号": ["｛｛ lead.name ｝｝"],
    "全角花括号或百分号": ["{％ if lead.name ％}"],
    "单独的花括号": ["{ lead.name }}"],
    "有单独的花括号": ["见 {lead.name}"],
    "没有闭合": ["{{ lead.name }", "}"],
    "没有对应的 {% endif %}": ["甲{% if lead.name %}", "乙"],
    "没有对应的 {% if %}": ["{% endif %}"],
    "没有对应的 {% for %}": ["{% if lead.name %}{% endfor %}"],
    "而不是 {% endfor %}": ["{%p for m in members %}", "{% endfor %}"],
    "只能写在表格里": ["{%tr for m in members %}", "{%tr endfor %}"],
    "不支持标签 {% include %}": ["{% include 'x' %}"],
    "不支持富文本": ["{{r lead.name }}"],
    "不允许使用 \\|safe": ["{{ lead.name|safe }}"],
    "没有名为“uper”的过滤器": ["{{ lead.name|uper }}"],
    "没有名为“leed”的内容": ["{{ leed.name }}"],
    "“lead.nmae”中没有名为“nmae”": ["{{ lead.nmae }}"],
    "没有名为“nmae”的内容": ["{%p for m in members %}", "{{ m.nmae }}", "{%p endfor %}"],
    "没有名为“other”的内容": ["{% if false %}{{ lead.other }}{% endif %}"],
    "没有名为“m”的内容": ["{% for m in members %}{% endfor %}{{ m }}"],
    "不是列表": ["{% for m in members %}{% for y in m.year %}{% endfor %}{% endfor %}"],
    "写法有误": ["{{ lead.name + }}"],
}
ROWS = {
    "却在另一处关闭": [("{% if lead.name %}", "{% endif %}")],
    "同一行里有两个": [("{%tr for m in members %}", "{%tr endfor %}")],
    "第 1 个表格第 2 行第 2 格（“{{ leed }}”）": [("", ""), ("", "{{ leed }}")],
}
RIGHT = [
    "{% if lead.name == “甲” %}{{ lead.name|e }}{% elif members %}{% else %}{% endif %}",
    "{%p for m in members if m.name %}", "{{ loop.index }}{{ m.name }}{{ m['name'] }}",
    "{% for phone in m.phones %}{{ phone }}{% endfor %}", "{%p else %}", "无", "{%p endfor %}",
    "{% set n = members|length %}{{ n }}{# 注 #}", "写作 {_{ 名称 }_}", "{{ range(3)|list }}",
]  # fmt: skip


@pytest.mark.parametrize(("message", "lines"), LINES.items(), ids=LINES.keys())
def test_mistakes_in_paragraphs(message: str, lines: Sequence[str]) -> None:
    with pytest.raises(TemplateError, match=message.replace("{%", r"\{%")) as found:
        check_source(paragraphs("封面", *lines), SAMPLES)
    assert "正文第 " in str(found.value)


@pytest.mark.parametrize(("message", "rows"), ROWS.items(), ids=ROWS.keys())
def test_mistakes_in_tables(message: str, rows: Sequence[Sequence[str]]) -> None:
    with pytest.raises(TemplateError) as found:
        check_source(table(*rows), SAMPLES)
    assert message in str(found.value)


def test_a_right_template_passes() -> None:
    document = paragraphs(*RIGHT)
    check_source(document, SAMPLES)
    check_filled(compiled(document, ""), SAMPLES)


def test_a_template_that_cannot_be_filled_is_told_by_sample() -> None:
    rows = (("{%tr for m in members %}",), ("{{ m.name }}",), ("{%tr endfor %}",))
    with pytest.raises(TemplateError, match=r"用“空白”试填：.*没有任何行"):
        check_filled(compiled(table(*rows), ""), SAMPLES)
