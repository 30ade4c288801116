"""What a publisher is told of a folder: every fault by file, key and reason; what has changed."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from itertools import chain
from pathlib import Path
from typing import Any, get_args

import docx
import pytest
from calls.folder import FOLDER
from parity.documents import paragraphs
from pydantic import BaseModel
from test_cli import run

from site_build.word_templates.precompile import precompile
from validator.calls import Call, CallError, available, load, read
from validator.calls.call import (
    Contact,
    Deadline,
    Operating,
    Region,
    Support,
    Thresholds,
    Window,
)
from validator.calls.folder import packaged
from validator.calls.packed import unpacked
from validator.publisher import MARK, begun, differences, faults, mistakes, notes
from validator.publisher.situations import SITUATIONS
from validator.publisher.titles import title_of

PRINTED = Path(__file__).parents[1] / "calls" / "shanxi-alliance-2023.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The packaged call in a folder of its own, with the notice as printed.

    Its own tests stay behind: they are hundreds, and would be run for every spoiled file.
    """
    skipped = shutil.ignore_patterns("compiled", SITUATIONS)
    home = Path(shutil.copytree(FOLDER, tmp_path / FOLDER.name, ignore=skipped))
    shutil.copy(PRINTED, home / "notice.txt")
    return home


def _begun(at: Path, new_id: str) -> Path:
    for name, content in begun(FOLDER, new_id).items():
        file = at / new_id / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return at / new_id


@pytest.mark.parametrize("name", available())
def test_no_packaged_call_has_a_fault(name: str) -> None:
    assert faults(packaged(name).root) == ()


def test_the_call_with_its_printed_notice_has_no_fault(folder: Path) -> None:
    assert faults(folder) == ()
    assert [note for note in notes(folder) if "/city" not in note] == []


def test_a_folder_in_an_archive_is_looked_at_like_one_on_a_disk(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "notice.txt").write_text("一句没有写进条款的话。\n", "utf-8")
    archive = shutil.make_archive(str(tmp_path / "call"), "zip", folder.parent, folder.name)
    packed = zipfile.Path(archive, f"{folder.name}/")
    assert read(packed) == load(FOLDER.name)
    assert faults(packed) == faults(folder)
    assert faults(packed)[0].startswith("notice.txt 第 1 行：“一句没有写进条款的话。”不在")


def test_files_at_the_top_of_an_archive_that_somebody_dropped_have_no_fault(folder: Path) -> None:
    dropped = io.BytesIO()
    with zipfile.ZipFile(dropped, "w") as archive:
        for file in sorted(folder.rglob("*")):
            archive.write(file, file.relative_to(folder))
    assert faults(unpacked(dropped.getvalue()).root) == ()


def test_a_question_that_nothing_goes_by_is_noted(folder: Path) -> None:
    assert [note for note in notes(folder) if "（/lead/city）：没有规则、文档或材料用到" in note]
    word = docx.Document(io.BytesIO(paragraphs("所在地")))
    word.paragraphs[0].add_run("{{ lead.")
    word.paragraphs[0].add_run("city }}").bold = True  # Word cuts a placeholder so
    word.save(str(folder / "templates" / "章程.docx"))
    assert not [note for note in notes(folder) if "/lead/city" in note]


def test_a_new_folder_builds_at_once_and_lists_what_is_to_be_written(tmp_path: Path) -> None:
    folder = _begun(tmp_path, "jiangsu_2025")
    assert len(precompile(folder)) == len(load(FOLDER.name).documents)
    call = read(folder)
    assert call.id == "jiangsu_2025"
    assert call.contact.phone == MARK
    found = faults(folder)
    assert [line for line in found if MARK not in line] == []
    for key in (
        *("首日", "末日", "份数", "通知标题", "项目名称", "年度", "发布单位", "所依办法"),
        *("组织推荐单位", "已认定的联盟", "优先的地区", "先进发达地区", "产业链", "专业镇"),
        *("年限", "日期", "经营情况的年份", "材料清单的依据"),
    ):
        assert [line for line in found if line.endswith(f"{MARK}{key}")], key
    assert len([line for line in found if "核对这项材料的" in line]) == len(call.materials)
    for number in call.readings:
        assert [line for line in found if line.endswith(f"核对读法 {number}")], number
    for rule in call.rules:
        assert [line for line in found if f"核对规则 {rule.id} 的" in line], rule.id
    for known in call.documents:
        assert [line for line in found if f"核对文档“{known.title}”的" in line], known.title
        assert [line for line in found if f"（templates/{known.template}）" in line], known.template
    for path in (*folder.rglob("*.md"), *folder.glob("example*.json")):
        name = path.relative_to(folder).as_posix()
        assert [line for line in found if name in line], name
    assert mistakes(folder) == ()
    assert not (folder / "notice.txt").exists()


def test_options_and_situations_of_the_other_call_are_to_be_confirmed(tmp_path: Path) -> None:
    old = packaged("yunze_alliance_2027").root
    for name, content in begun(old, "jiangsu_2025").items():
        file = tmp_path / "jiangsu_2025" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    found = faults(tmp_path / "jiangsu_2025")
    assert [line for line in found if MARK not in line] == []
    for told in (
        "核对“面向的产业”的",
        "其他名单 industries",
        "其他数目 members_min",
        "examples.toml",
    ):
        assert [line for line in found if told in line], told
    assert not [line for line in notes(tmp_path / "jiangsu_2025") if "待核对" in line]


@pytest.mark.parametrize("new_id", ["", "2025", "Jiangsu", "../up", "江苏", "a b"])
def test_an_id_that_is_no_address_is_refused(new_id: str) -> None:
    with pytest.raises(CallError, match="不能用"):
        begun(FOLDER, new_id)


def test_what_has_changed_is_told_to_applicants(folder: Path) -> None:
    old = load(FOLDER.name)
    assert differences(old, read(folder)) == ()
    changes = {
        "call.toml": [
            ("copies = 6", "copies = 8"),
            ("first_day = 2023-08-07", "first_day = 2023-08-08"),
            ('"氢能",', ""),
            ('"怀仁陶瓷"', '"怀仁陶瓷", "平遥牛肉"'),
            ('title = "联盟章程"', 'title = "章程"'),
        ],
        "notice.toml": [("现就组织申报2023年度联盟", "现就申报2023年度联盟")],
        "rules.toml": [('strength = "info"', 'strength = "hard"')],
        "documents.toml": [('title = "诚信声明"', 'title = "信用声明"')],
    }
    for name, places in changes.items():
        text = (folder / name).read_text("utf-8")
        for written, instead in places:
            assert written in text
            text = text.replace(written, instead, 1)
        (folder / name).write_text(text, "utf-8")
    found = differences(old, read(folder))
    for told in (
        "数目·份数：6 → 8",
        "受理·首日：2023年8月7日 → 2023年8月8日",
        "支持·产业链：去掉“氢能”",
        "支持·专业镇：增加“平遥牛肉”",
        "材料：不再有“联盟章程”",
        "材料：新增“章程”",
        "文档：“诚信声明”改为“信用声明”",
        "约束力由“说明”改为“应当（依文意解读）”",
        "条款 引言：原为“",
    ):
        assert [line for line in found if told in line], (told, found)


def test_what_came_and_what_went_is_told() -> None:
    old = load(FOLDER.name)
    (first, *clauses), (rule, second, *rules) = old.clauses, old.rules
    changed: dict[str, Any] = {
        "year": 2024,
        "summary_in": "",
        "recommenders": tuple(reversed(old.recommenders)),
        "readings": {**old.readings, "4.6": "另一种读法"},
        "clauses": (first.model_copy(update={"position": "六"}), *clauses),
        "rules": (
            rule.model_copy(update={"judge": "contact", "given": {}}),
            second.model_copy(update={"title": "改了"}),
            *rules,
        ),
        "operating": old.operating.model_copy(update={"ends": old.operating.ends[:1]}),
    }
    found = differences(old, old.model_copy(update=changed))
    for told in (
        "年度：2023 → 2024",
        "汇总表的依据：“四（二）” → （无）",
        "组织推荐单位：次序不同",
        "读法·4.6：“",
        "条款 标题：不再有，原为“关于组织申报",
        "条款 六：新增“关于组织申报",
        f"规则：不再有 {rule.id}“{rule.title}”（说明）",
        f"规则：新增 {rule.id}“{rule.title}”（说明）",
        f"规则 {second.id}：“{second.title}”改为“改了”",
        "运行·年限的终点：去掉“受理首日”（日期2023年8月7日）",
    ):
        assert [line for line in found if told in line], (told, found)


@pytest.mark.parametrize(
    ("file", "written", "instead", "told"),
    [
        (
            "rules.toml",
            'given.wanted = "copies"',
            "given.wanted = 8",
            "规则 R58“书面材料份数”：判定的标准由6改为8",
        ),
        (
            "rules.toml",
            'given.of = "/submission/copies"',
            'given.of = "/alliance/counts/total"',
            "规则 R58“书面材料份数”：判定时看的问题有改动",
        ),
        (
            "call.toml",
            'name = "受理首日"\nday = 2023-08-07',
            'name = "受理首日"\nday = 2023-08-08',
            "运行·年限的终点“受理首日”·日期：2023年8月7日 → 2023年8月8日",
        ),
        (
            "call.toml",
            'name = "受理末日"\nday = 2023-08-11',
            'name = "截止日"\nday = 2023-08-11',
            "运行·年限的终点：增加“截止日”（日期2023年8月11日）",
        ),
    ],
)
def test_values_are_told_in_words(
    folder: Path, file: str, written: str, instead: str, told: str
) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert written in text
    path.write_text(text.replace(written, instead, 1), "utf-8")
    found = differences(load(FOLDER.name), read(folder))
    assert [line for line in found if line.startswith(told)], found


def test_no_line_of_a_difference_is_python() -> None:
    calls = [load(name) for name in available()]
    lines = [line for old in calls for new in calls for line in differences(old, new)]
    assert len(lines) > 100
    assert [line for line in lines if re.search(r"[{}\[\]]|datetime|None|True|False", line)] == []
    assert [line for line in lines if re.search(r"·[a-z_]+", line)] == []


def _keys(model: type[BaseModel]) -> set[str]:
    """The keys of a model of call.toml and of those in it, as far as a change is told by key."""
    kinds = [field.annotation for field in model.model_fields.values()]
    inner = [kind for kind in (*kinds, *chain(*map(get_args, kinds))) if isinstance(kind, type)]
    below = (_keys(kind) for kind in inner if issubclass(kind, BaseModel))
    return set(model.model_fields).union(*below)


def test_every_key_that_may_change_is_told_in_chinese() -> None:
    told_by_thing = {"id", "clauses", "rules", "materials", "documents", "questions", "precheck"}
    tables = (Window, Operating, Thresholds, Region, Support, Contact, Deadline)
    keys = (set(Call.model_fields) - told_by_thing).union(*map(_keys, tables))
    assert {key for key in keys if title_of(key) == key} == set()


def test_questions_that_are_asked_no_more_are_told(folder: Path) -> None:
    file = folder / "questions.toml"
    text = file.read_text("utf-8")
    text = re.sub(r"(?m)^staff = .*$", 'staff = { title = "职工人数" }', text)
    file.write_text(re.sub(r"(?m)^city\b.*\n", "", text), "utf-8")
    found = differences(load(FOLDER.name), read(folder))
    assert [line for line in found if line.endswith("”改为“牵头单位 › 职工人数”")]
    assert "表单的问题：不再有“牵头单位 › 住所所在市、县”" in found


def test_at_the_terminal(folder: Path, tmp_path: Path) -> None:
    listed = run("call", "list")
    assert listed.returncode == 0
    assert FOLDER.name in listed.stdout
    assert run("call", "check", str(folder)).returncode == 0
    made = run("call", "new", "hubei_2025", "--from", FOLDER.name, "-o", str(tmp_path / "new"))
    assert made.returncode == 0, made.stderr
    checked = run("call", "check", str(tmp_path / "new" / "hubei_2025"))
    assert checked.returncode == 1
    assert re.search(r"call\.toml 第 \d+ 行：还有〔待填〕通知标题", checked.stdout)
    assert "处有误。" in checked.stdout
    again = run("call", "new", "hubei_2025", "-o", str(tmp_path / "new"))
    assert again.returncode == 2
    assert "已经存在" in again.stderr
    diff = run("call", "diff", FOLDER.name, str(tmp_path / "new" / "hubei_2025"))
    assert diff.returncode == 0
    assert "联系方式·电话：" in diff.stdout
    assert "没有编号为“nowhere”的通知" in run("call", "check", "nowhere").stderr
    assert "里没有 call.toml" in run("call", "diff", str(tmp_path), FOLDER.name).stderr
