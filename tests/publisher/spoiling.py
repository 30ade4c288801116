"""Ways of spoiling a call's folder, each with what its publisher is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from parity.documents import paragraphs


@dataclass(frozen=True)
class Spoiling:
    """One way of spoiling a folder.

    Attributes:
        what: what is wrong, in a few words.
        file: the file that the fault is told of.
        told: the rest of the line, as a regular expression: place, reason and way out.
        spoil: spoils the folder.
    """

    what: str
    file: str
    told: str
    spoil: Callable[[Path], object]


def edited(what: str, file: str, written: str, instead: str, told: str) -> Spoiling:
    """A text of a file is replaced by another, where it first stands; the empty text, in front."""

    def spoil(folder: Path) -> None:
        path = folder / file
        text = path.read_text("utf-8")
        assert written in text, f"{file} does not say {written}"
        path.write_text(text.replace(written, instead, 1), "utf-8")

    return Spoiling(what, file, told, spoil)


def elsewhere(file: str, told: str, spoiling: Spoiling) -> Spoiling:
    """The same way of spoiling, which is told of another file."""
    return Spoiling(spoiling.what, file, told, spoiling.spoil)


def page(what: str, line: str, told: str) -> Spoiling:
    """A line is put into a page, below its front matter."""
    return edited(what, "pages/index.md", "---\n\n", f"---\n\n{line}\n", rf" 第 8 行：{told}")


def front_matter(what: str, lines: str, told: str) -> Spoiling:
    """A page begins with other lines."""
    written = "---\ntitle: 概览\nwindow: true\nhide:\n  - toc\n---\n"
    return edited(what, "pages/index.md", written, lines, told)


def _gbk(file: str) -> Callable[[Path], object]:
    return lambda folder: (folder / file).write_bytes(
        (folder / file).read_text("utf-8").encode("gbk", "replace")
    )


def _put(file: str, content: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / file).write_bytes(content)


def _gone(file: str) -> Callable[[Path], object]:
    return lambda folder: (folder / file).unlink()


UTF8 = r" 不是 UTF-8 编码：第 \d+ 个字节无法识别，请另存为 UTF-8"
NO_WORD = "：不能读取，不是有效的 Word 文档；请用 Word 或 WPS 打开，另存为 .docx"

FILES = (
    Spoiling(
        "a file is missing",
        "questions.toml",
        "：通知的文件夹里没有这个文件，请补上",
        _gone("questions.toml"),
    ),
    Spoiling(
        "call.toml is missing",
        "call.toml",
        "：通知的文件夹里没有这个文件，请补上",
        _gone("call.toml"),
    ),
    Spoiling("GBK of a Chinese Windows", "notice.toml", UTF8, _gbk("notice.toml")),
    Spoiling("a page in GBK", "pages/index.md", UTF8, _gbk("pages/index.md")),
    Spoiling("the example in GBK", "example.json", UTF8, _gbk("example.json")),
    Spoiling("the printed notice in GBK", "notice.txt", UTF8, _gbk("notice.txt")),
    Spoiling(
        "the situations in GBK",
        "examples.toml",
        UTF8,
        _put("examples.toml", "# 情形".encode("gbk")),
    ),
    Spoiling(
        "a misnamed file",
        "question.toml",
        "：没有哪一处用到这个文件，请核对",
        _put("question.toml", b""),
    ),
    Spoiling(
        "a folder nobody uses",
        "template",
        "：没有哪一处用到这个文件夹，请核对",
        lambda it: (it / "template").mkdir(),
    ),
    Spoiling(
        "no Word document", "templates/章程.docx", NO_WORD, _put("templates/章程.docx", b"PK")
    ),
    Spoiling(
        "an old .doc by another name",
        "templates/章程.docx",
        NO_WORD,
        _put("templates/章程.docx", b"\xd0\xcf\x11\xe0" * 99),
    ),
    Spoiling(
        "a template that nobody listed",
        "templates/多余.docx",
        "：documents.toml 没有登记这个模板，请登记或移走",
        _put("templates/多余.docx", paragraphs("x")),
    ),
    Spoiling(
        "a template is missing",
        "documents.toml",
        r" 第 7 份文档（charter）的 template：文件夹 templates 里没有“章程\.docx”，请放进去",
        _gone("templates/章程.docx"),
    ),
    edited(
        "no TOML",
        "call.toml",
        "[window]",
        "[window",
        r" 不是有效的 TOML：第 \d+ 行第 \d+ 列附近有误；请核对引号",
    ),
    edited(
        "a key twice",
        "call.toml",
        "copies = 6",
        "copies = 6\ncopies = 6",
        r" 不是有效的 TOML：第 \d+ 行",
    ),
    edited(
        "the id of another folder",
        "call.toml",
        'id = "shanxi',
        'id = "shangxi',
        " 的 id：.*应与文件夹的名称.*相同，请改",
    ),
)

KEYS = (
    edited(
        "an unknown key",
        "call.toml",
        "copies = 6",
        "copies = 6\ncopes = 6",
        " 的 thresholds.copes：没有这一项，是不是“copies”？",
    ),
    edited(
        "an unknown table",
        "call.toml",
        "[window]",
        "[windows]",
        " 的 windows：没有这一项，是不是“window”？",
    ),
    edited(
        "a key is missing",
        "call.toml",
        "issued = 2023-06-25\n",
        "",
        " 的 issued：缺少这一项，请补上",
    ),
    edited(
        "a word for a number",
        "call.toml",
        "copies = 6",
        'copies = "六"',
        " 的 thresholds.copies：应为整数，不加引号",
    ),
    edited(
        "a number that cannot be",
        "call.toml",
        "copies = 6",
        "copies = 0",
        " 的 thresholds.copies：应大于 0",
    ),
    edited(
        "a day in quotes",
        "call.toml",
        "issued = 2023-06-25",
        'issued = "2023-06-25"',
        " 的 issued：应为日期.*不加引号",
    ),
    edited(
        "no list",
        "call.toml",
        "recognised = []",
        'recognised = "无"',
        " 的 recognised：应为列表，写作",
    ),
    edited(
        "a broken pattern",
        "call.toml",
        "联盟$",
        "联盟($",
        " 的 name_pattern：不是可用的正则表达式，第 \\d+ 个字符",
    ),
    edited(
        "a key of another file",
        "call.toml",
        "[window]",
        "rules = []\n[window]",
        " 的 rules：应写在 rules.toml 中",
    ),
    edited(
        "an unknown strength",
        "rules.toml",
        'strength = "info"',
        'strength = "weak"',
        r" 第 1 条规则（R01）的 strength：应为下列之一：.*hard",
    ),
    edited(
        "a misspelt key of a rule",
        "rules.toml",
        'judge = "guidance"',
        'juge = "guidance"',
        r" 第 1 条规则（R01）的 juge：没有这一项，是不是“judge”？",
    ),
    edited(
        "an id that is none",
        "rules.toml",
        'id = "R02"',
        'id = "第二"',
        r" 第 2 条规则（第二）的 id：格式不对，应以大写英文字母开头",
    ),
    edited(
        "a position that is none",
        "notice.toml",
        'position = "三（一）8"',
        'position = "3.1.8"',
        r" 第 \d+ 个条款（3\.1\.8）：条款位置“3\.1\.8”写法不对：照通知的编号连写",
    ),
    edited(
        "a misspelt key of a material",
        "call.toml",
        "each_unit = ",
        "each_units = ",
        r" 第 \d+ 项材料（.*）的 each_units：没有这一项，是不是“each_unit”？",
    ),
    edited(
        "a list where there is a table",
        "readings.toml",
        "",
        "colour = 1\n",
        " 的 colour：应为文字，写在双引号里",
    ),
)

REFERENCES = (
    edited(
        "an unknown judge",
        "rules.toml",
        'judge = "guidance"',
        'judge = "guidence"',
        r" 第 1 条规则（R01）的 judge：没有名为“guidence”的判定，是不是“guidance”？",
    ),
    edited(
        "an argument that the judge has not",
        "rules.toml",
        'judge = "guidance"',
        'judge = "guidance"\ngiven.sayz = "甲"',
        r" 第 1 条规则（R01）的 given\.sayz：没有这一项，是不是“says”？",
    ),
    edited(
        "a misspelt figure",
        "rules.toml",
        'wanted = "copies"',
        'wanted = "copeis"',
        r" 第 \d+ 条规则（R58）的 given\.wanted：.*没有“copeis”这个数，是不是“copies”？",
    ),
    elsewhere(
        "rules.toml",
        r" 第 \d+ 条规则（R58）的 given\.wanted：.*没有“copies”这个数",
        edited("a figure is missing", "call.toml", "copies = 6", "", ""),
    ),
    edited(
        "a misspelt question",
        "rules.toml",
        "/submission/copies",
        "/submission/copeis",
        r" 第 \d+ 条规则（R58）的 given\.of：.*，是不是“/submission/copies”？",
    ),
    edited(
        "an unknown reading",
        "rules.toml",
        'reading = "4.1"',
        'reading = "4.11.1"',
        r" 第 \d+ 条规则（R\d+）的 reading：.*没有编号为“4\.11\.1”的读法，是不是“4\.11”？",
    ),
    edited(
        "a rule twice",
        "rules.toml",
        'id = "R02"',
        'id = "R01"',
        r" 第 2 条规则（R01）的 id：“R01”与第 1 条规则（R01）重复，请改其中一处",
    ),
    elsewhere(
        "rules.toml",
        r" 第 44 条规则（R44）：notice\.toml 没有条款写到它，.*请在依据的.*写 rules = \[\"R44\"\]",
        edited("a rule in no clause", "notice.toml", 'rules = ["R44"]', 'rules = ["R43"]', ""),
    ),
    edited(
        "a clause with an unknown rule",
        "notice.toml",
        'rules = ["R44"]',
        'rules = ["R444"]',
        r" 第 \d+ 个条款（三（一）8）第 \d+ 段的 rules：.*没有编号为“R444”的规则，是不是“R44”？",
    ),
    edited(
        "a hint in a clause",
        "notice.toml",
        'rules = ["R44"]',
        'rules = ["R44", "C1"]',
        r" 第 \d+ 个条款（三（一）8）第 \d+ 段的 rules：C1 是一致性提示.*请从这里去掉",
    ),
    edited(
        "a clause without rule or mark",
        "notice.toml",
        ', rules = ["R44"]',
        "",
        r" 第 \d+ 个条款（三（一）8）：条款应当要么有规则（.*），要么标明 guidance = true",
    ),
    edited(
        "a position twice",
        "notice.toml",
        'position = "三（一）8"',
        'position = "三（一）7"',
        r" 第 \d+ 个条款（三（一）7）的 position：“三（一）7”与第 \d+ 个条款.*重复，请改",
    ),
    edited(
        "a material of no clause",
        "call.toml",
        'position = "三（二）5"',
        'position = "三（三）5"',
        r" 第 5 项材料（联盟章程）的 position：通知没有条款“三（三）5”，是不是",
    ),
    edited(
        "a document of no clause",
        "documents.toml",
        'position = "三（二）5"',
        'position = "三（二）9"',
        r" 第 7 份文档（charter）的 position：通知没有条款“三（二）9”，是不是",
    ),
    edited(
        "a question of no clause",
        "questions.toml",
        'clause = "四（三）"',
        'clause = "四（九）"',
        r" 的 \w+\.\w+\.clause：通知没有条款“四（九）”，是不是",
    ),
    edited(
        "no clause for the materials",
        "call.toml",
        'materials_in = "三（二）"',
        'materials_in = "三（四）"',
        r" 的 materials_in：通知没有条款“三（四）”，是不是",
    ),
    edited(
        "a misspelt question in the form",
        "questions.toml",
        "\nuscc = ",
        "\nusccs = ",
        r" 的 entity\.usccs：表单的这一部分没有这个问题，是不是“uscc”？",
    ),
    edited(
        "a misspelt part of the form",
        "questions.toml",
        "[identity]",
        "[identiy]",
        r" 的 identiy：表单没有这一部分，是不是“identity”？",
    ),
    elsewhere(
        "rules.toml",
        r" 第 \d+ 条规则（R58）的 given\.of：.*没有“/submission/copies”.*；请",
        edited(
            "a question that rules read is gone",
            "questions.toml",
            "\ncopies = ",
            "\n# copies = ",
            "",
        ),
    ),
    edited(
        "an unknown question of the pre-check",
        "precheck.toml",
        "planned_on = ",
        "planed_on = ",
        r" 的 submission\.planed_on：.*是不是“planned_on”？",
    ),
    edited(
        "a misspelt place of a material",
        "call.toml",
        "/evidence/charter/ready",
        "/evidence/chater/ready",
        r" 第 5 项材料（联盟章程）的 ready：“/evidence/chater/ready”不是表单里的问题，请核对",
    ),
    edited(
        "a material that nothing tells of",
        "call.toml",
        'ready = ["/evidence/charter/ready"]',
        "",
        r" 第 5 项材料（联盟章程）：没有写 ready 或 each_unit，看不出是否备齐；请写上",
    ),
    edited(
        "a document's name twice",
        "documents.toml",
        'name = "charter"',
        'name = "cover"',
        r" 第 \d+ 份文档（cover）的 name：“cover”与第 \d+ 份文档（cover）重复，请改",
    ),
)

SENTENCES = (
    edited(
        "a misspelt name in a sentence",
        "rules.toml",
        "通知要求 {wanted} 份",
        "通知要求 {wantd} 份",
        r" 第 \d+ 条规则（R58）的 given\.wrong：“{wantd}”不会换成内容.*，是不是“wanted”？",
    ),
    edited(
        "an unclosed brace in a sentence",
        "rules.toml",
        "书面材料 {have} 份。",
        "书面材料 {have 份。",
        r" 第 \d+ 条规则（R58）的 given\.right：花括号不成对，请补上",
    ),
)

DAYS = (
    edited(
        "a window that ends before it starts",
        "call.toml",
        "last_day = 2023-08-11",
        "last_day = 2023-08-01",
        " 的 window：受理首日晚于受理末日，请改 first_day 或 last_day",
    ),
    edited(
        "last year's year",
        "call.toml",
        "year = 2023",
        "year = 2022",
        " 的 year：是 2022，title 里写的却是 2023 年，请改其中一处",
    ),
    edited(
        "a title that the notice has not",
        "call.toml",
        'title = "关于组织申报2023',
        'title = "关于申报2023',
        " 的 title：与 notice.toml 的标题“.*”不同，请改为一样",
    ),
    edited(
        "the year in the programme",
        "call.toml",
        'programme = "',
        'programme = "2023年度',
        " 的 programme：不要写年份",
    ),
    edited(
        "the window of another year",
        "call.toml",
        "last_day = 2023-08-11",
        "last_day = 2025-08-11",
        r" 的 window\.last_day：2025年8月11日与年度（year）2023 相差一年以上",
    ),
    edited(
        "a deadline before the notice",
        "call.toml",
        "issued = 2023-06-25",
        "issued = 2023-09-25",
        r" 的 window\.last_day：2023年8月11日早于发布日期（issued）2023年9月25日，请改",
    ),
    edited(
        "a day of reference that stayed",
        "call.toml",
        "first_day = 2023-08-07",
        "first_day = 2023-08-08",
        r" 的 operating\.ends 第 2 项的 day：.*这里是2023年8月7日，.*别处写的是2023年8月8日，请",
    ),
    edited(
        "a sentence in no clause",
        "notice.txt",
        "各市科技局",
        "各县科技局",
        r" 第 2 行：“各县科技局，.*”不在 notice\.toml 的任何条款里，请写进",
    ),
    edited(
        "a part that the notice does not say",
        "notice.toml",
        "现就组织申报2023年度联盟",
        "现就组织申报2024年度联盟",
        r" 第 3 个条款（引言）第 \d+ 段的 text：notice\.txt 里没有“.*”，请照原文改",
    ),
)

PAGES = (
    page("an unclosed brace", "{{ call.title }", r"\{\{ … \}\} 或 \{% … %\} 写得不完整，请核对"),
    page("an unclosed block", "{% if is_over %}", r"\{% if %\} 没有结束，请补上 \{% endif %\}"),
    page("an unknown tag", "{% iff is_over %}", r"没有 \{% iff %\} 这样的标记，请核对拼写"),
    page(
        "an unknown part",
        '{% include "windows.html" %}',
        "没有“windows.html”可以引入，是不是“window.html”？",
    ),
    page(
        "an unknown figure",
        "{{ call.thresholds.copeis }}",
        "call.toml 的 thresholds 里没有“copeis”，是不是“copies”？",
    ),
    page("an unknown name", "{{ cal.title }}", "页面里没有“cal”可用，是不是“call”？"),
    page(
        "an unknown filter",
        "{{ call.issued | date_ch }}",
        "没有“date_ch”这个过滤器，是不是“date_cn”？",
    ),
    page(
        "what the call does not say",
        "{{ call.region.city }}",
        r"call\.toml 没有写 region\.city，页面上会显示 None；请补上",
    ),
    page("what cannot be computed", '{{ call.year + "年" }}', "这一行算不出来，请核对"),
    page("a rule that is not in force", '{{ rule("R99") }}', "没有编号为“R99”的规则"),
    page("an unknown clause", '{{ clause("三（四）") }}', "通知没有条款“三（四）”，是不是"),
    page(
        "an unknown document",
        '{{ blank_url("chater") }}',
        "documents.toml 没有名为“chater”的文档，是不是“charter”？",
    ),
    page(
        "a link to no page",
        "[条件](guide/condition.md)",
        r"链接“guide/condition\.md”没有这个页面，是不是“guide/conditions\.md”？",
    ),
    page(
        "a link from the root",
        "[条件](/guide/conditions.md)",
        "链接“/guide/conditions.md”以 / 开头",
    ),
    edited(
        "a link to no place",
        "pages/guide/conditions.md",
        "# 申报条件",
        "# 申报条件\n\n[上面](#nowhere)",
        r" 第 \d+ 行：链接“#nowhere”：页面里没有“nowhere”这个位置，请在",
    ),
    page("an image", "![图](a.png)", "链接“a.png”：通知的页面不能带图片文件，请去掉"),
    front_matter(
        "front matter without an end",
        "---\ntitle: 概览\n\n# 概览\n",
        " 第 1 行：开头的 --- 没有与之对应的另一行 ---，请在",
    ),
    front_matter(
        "a colon of full width", "---\ntitle：概览\n---\n", " 第 2 行：冒号是全角的“：”，请改为半角"
    ),
    front_matter(
        "an unclosed quotation mark", '---\ntitle: "概览\n---\n', " 第 2 行：引号不成对，请补上"
    ),
    front_matter(
        "a colon in a value",
        "---\ntitle: 概览: 先看\n---\n",
        " 第 2 行：值里又有半角冒号，请把整个值放进引号",
    ),
)

REGIONS = (
    edited(
        "a province by its short name",
        "call.toml",
        '"北京市"',
        '"北京"',
        r" 的 region.partners：没有“北京”这个省份，是不是“北京市”？",
    ),
    edited(
        "the home by its short name",
        "call.toml",
        'province = "山西省"',
        'province = "山西"',
        r" 的 region.province：没有“山西”这个省份，是不是“山西省”？",
    ),
)

ANSWERS = (
    edited(
        "an example that breaks a rule",
        "example.json",
        '"copies": 6',
        '"copies": 5',
        r"：样例不符合规则 R\d+（.*）：",
    ),
    edited(
        "an example of a wrong type",
        "example.json",
        '"copies": 6',
        '"copies": "六"',
        r" 的 .*（/submission/copies）：",
    ),
    edited("an example that is no JSON", "example.json", "{", "", "：不是有效的 JSON"),
    Spoiling(
        "a situation with another status",
        "examples.toml",
        r" 里 R58 的第 1 个情形（六份）：应为“不满足”，核验结果为“满足”",
        _put("examples.toml", '[[R58]]\nsituation = "六份"\nstatus = "not_met"\n'.encode()),
    ),
    Spoiling(
        "a situation of an unknown rule",
        "examples.toml",
        r" 里 R588 的第 1 个情形（六份）：没有编号为“R588”的规则，是不是“R58”？",
        _put("examples.toml", '[[R588]]\nsituation = "六份"\nstatus = "met"\n'.encode()),
    ),
    Spoiling(
        "a misspelt key of a situation",
        "examples.toml",
        r" 里 R58 的第 1 个情形的 statsu：没有这一项，是不是“status”？",
        _put("examples.toml", '[[R58]]\nsituation = "六份"\nstatsu = "met"\n'.encode()),
    ),
)

ALL = (*FILES, *KEYS, *REFERENCES, *SENTENCES, *DAYS, *PAGES, *REGIONS, *ANSWERS)
