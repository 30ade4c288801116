"""A small template, with data, for each feature of docxtpl that a template may use."""

import base64
import io
from collections.abc import Callable

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from .comparison import Context
from .documents import add_table, add_xml, document, drop_cells, paragraphs, saved, table

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
)


def row_loop() -> tuple[bytes, Context]:
    rows = (
        ("序号", "名称", "类别"),
        ("{%tr for m in members %}", "", ""),
        ("{{ loop.index }}", "{{ m.name }}", "{{ m.kind }}"),
        ("{%tr endfor %}", "", ""),
    )
    members = ({"name": "甲<&>\"'公司", "kind": "企业"}, {"name": "乙大学", "kind": None})
    return table(*rows), {"members": members}


def column_loop() -> tuple[bytes, Context]:
    rows = (
        ("指标", "{%tc for y in years %}", "{{ y }}", "{%tc endfor %}"),
        ("{{ label }}", "{%tc for v in values %}", "{{ v }}", "{%tc endfor %}"),
    )
    return table(*rows), {"years": [*range(2017, 2023)], "label": "收入", "values": [1.5] * 6}


def shrinking_column_loop() -> tuple[bytes, Context]:
    template, context = column_loop()
    return template, {**context, "years": [2021], "values": [1]}


def nested_loops() -> tuple[bytes, Context]:
    word = document()
    add_table(
        word,
        ("{%tr for g in groups %}", ""),
        ("{{ g.title }}", ""),
        ("{%tr for n in g.names %}", ""),
        ("{{ n }}", "{% for x in xs %}{{ x }}{% if not loop.last %}、{% endif %}{% endfor %}"),
        ("{%tr endfor %}", ""),
        ("{%tr endfor %}", ""),
    )
    for text in ("{%p for g in groups %}", "（{{ loop.index }}）{{ g.title }}"):
        word.add_paragraph(text)
    word.add_paragraph("{%p endfor %}")
    groups = ({"title": "理事会", "names": ["张", "李"]}, {"title": "专家", "names": []})
    return saved(word), {"groups": groups, "xs": ["a", "b"]}


def conditions() -> tuple[bytes, Context]:
    texts = (
        '{%p if a > 3 and b != "x" %}', "显示 {{ a }}", "{%p elif a < 2 %}", "小",
        "{%p else %}", "不显示", "{%p endif %}", "{#p 注释 #}", "后{# 内注 #}",
    )  # fmt: skip
    return paragraphs(*texts), {"a": 5, "b": "y"}


def whitespace_control() -> tuple[bytes, Context]:
    texts = ("甲", "{%- if a -%}", "乙", "{%- endif -%}", "丙", "  {{ a }}  x  ")
    return paragraphs(*texts), {"a": "  二  空  "}


def headers_and_footers() -> tuple[bytes, Context]:
    word = document()
    section = word.sections[0]
    section.different_first_page_header_footer = True
    word.settings.odd_and_even_pages_header_footer = True
    section.header.paragraphs[0].text = "{{ h }}"
    section.first_page_header.paragraphs[0].text = "首页 {{ h }}"
    section.even_page_footer.paragraphs[0].text = "{% if h %}{{ h }}{% endif %}"
    word.add_section().footer.is_linked_to_previous = False
    word.sections[1].footer.paragraphs[0].text = "第二节 {{ h }}"
    return saved(word), {"h": "A & B <c> \"q\" '联盟'\n第二行"}


def escaping() -> tuple[bytes, Context]:
    template = paragraphs("静态 A & B < C “{{ x }}”", "{{ x|upper }}{{ x|e }}")
    return template, {"x": "&<>\"' &amp; &#38; <![CDATA[x]]> <!-- --> <w:p/>"}


def newlines_and_tabs() -> tuple[bytes, Context]:
    word = document()
    run = word.add_paragraph().add_run("前{{ x }}后")
    run.bold, run.font.size = True, Pt(14)
    add_table(word, ("{{ x }}", "{{ y }}"))
    return saved(word), {"x": "一\n二\n\n三\t四\r\n五\r六\t", "y": "\n"}


def split_runs() -> tuple[bytes, Context]:
    word = document()
    add_xml(
        word,
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>值：{</w:t></w:r><w:r><w:t>{ na</w:t></w:r><w:r>"
        '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>me</w:t></w:r>'
        '<w:r><w:t xml:space="preserve"> }</w:t></w:r><w:r><w:t>}尾</w:t></w:r></w:p>',
    )
    add_xml(word, "<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>%p if name == ‘甲’ %}</w:t></w:r></w:p>")
    for text in ("是“{{ name }}”", "{%p endif %}"):
        word.add_paragraph(text)
    return saved(word), {"name": "甲"}


def fields_and_bookmarks() -> tuple[bytes, Context]:
    word = document()
    word.add_heading("{{ t }}", 1)
    add_xml(
        word,
        '<w:p><w:bookmarkStart w:id="7" w:name="_Ref1"/><w:r><w:t>{{ t }}</w:t></w:r>'
        '<w:bookmarkEnd w:id="7"/><w:fldSimple w:instr=" REF _Ref1 "><w:r><w:t>{{ t }}</w:t></w:r>'
        "</w:fldSimple></w:p>",
    )
    return saved(word), {"t": "总体要求"}


def check_boxes() -> tuple[bytes, Context]:
    text = '{{ kind|tick("企业") }}企业{{ kind|tick("高校") }}高校{{ yes|tick }}{{ no|tick }}'
    return paragraphs(text), {"kind": "企业", "yes": True, "no": False}


def document_properties() -> tuple[bytes, Context]:
    word = document()
    word.core_properties.title = "{{ t }}申请表"
    word.core_properties.author = "{{ t }}"
    return saved(word), {"t": "光伏联盟"}


def merged_cells() -> tuple[bytes, Context]:
    rows = (
        ("{%tr for m in ms %}", "", ""),
        ("{% vm %}类别", "{{ m }}", "{% cellbg c %}{{ m }}"),
        ("{%tr endfor %}", "", ""),
        ("{% colspan 3 %}合计{{ ms|length }}", "", ""),
    )
    word = document()
    drop_cells(add_table(word, *rows).rows[3], 1)
    return saved(word), {"ms": ["a", "b"], "c": "FFDD00"}


def nested_table() -> tuple[bytes, Context]:
    word = document()
    outer = add_table(word, ("{{ x }}", ""))
    inner = outer.rows[0].cells[1].add_table(3, 3)
    for row, text in enumerate(("{%tr for i in n %}", "{{ i }}", "{%tr endfor %}")):
        inner.rows[row].cells[0].text = text
    return saved(word), {"x": "x", "n": [1, 2]}


def grid_wider_than_rows() -> tuple[bytes, Context]:
    word = document()
    made = add_table(word, ("{{ x }}", "", "", ""), ("", "", "", ""))
    for row in made.rows:
        drop_cells(row, 3)
    after = OxmlElement("w:gridAfter")
    after.set(qn("w:val"), "1")
    made.rows[1]._tr.get_or_add_trPr().append(after)  # noqa: SLF001 - no public way
    return saved(word), {"x": "1"}


def pictures_in_a_loop() -> tuple[bytes, Context]:
    word = document()
    word.add_paragraph("{%p for i in n %}")
    word.add_picture(io.BytesIO(PIXEL), width=Mm(10))
    word.add_paragraph("{%p endfor %}")
    return saved(word), {"n": [1, 2, 3]}


def placeholders_in_data() -> tuple[bytes, Context]:
    return paragraphs("{{ x }}"), {"x": "{{7*7}} {% for i in x %} {# c #} {{x.__class__}} }} %}"}


def literal_braces() -> tuple[bytes, Context]:
    return paragraphs("写作 {_{ 名称 }_}：{{ x }}"), {"x": "甲"}


def types() -> tuple[bytes, Context]:
    text = '{{ i }}|{{ f|number }}|{{ n }}|{{ t }}|{{ u|default("未填") }}|{{ l|join("、") }}'
    return paragraphs(text), {"i": 10**20, "f": 1.5, "n": None, "t": True, "l": ["x&", "y"]}


FEATURES: tuple[Callable[[], tuple[bytes, Context]], ...] = (
    row_loop, column_loop, shrinking_column_loop, nested_loops, conditions, whitespace_control,
    headers_and_footers, escaping, newlines_and_tabs, split_runs, fields_and_bookmarks,
    check_boxes, document_properties, merged_cells, nested_table, grid_wider_than_rows,
    pictures_in_a_loop, placeholders_in_data, literal_braces, types,
)  # fmt: skip
