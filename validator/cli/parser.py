"""What may be written on the command line."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

from validator.calls import DEFAULT
from validator.chinese import A_DAY
from validator.cli import calls, checking
from validator.usage import Parser

_DAY: Final = re.compile(r"^\d{4}-\d{2}-\d{2}$")


def parser_for(added: Iterable[str]) -> Parser:
    """Return the parser of the command line.

    Args:
        added: the names of the commands that other packages add.
    """
    parser = Parser(prog="validator", description="申报自查：核验、样例、结构、规则表、生成附件")
    parser.add_argument("--notice", default=None, help=f"通知编号，默认按草稿所载，否则 {DEFAULT}")
    commands = parser.add_subparsers(required=True, metavar="命令")

    command = commands.add_parser("example", help="输出一份虚构的申报草稿")
    command.add_argument("--minimal", action="store_true", help="只含最少的内容")
    _may_go_to_a_file(command)
    command.set_defaults(run=checking.print_example)

    command = commands.add_parser("check", help="核验一份草稿")
    _wants_a_draft(command)
    _may_be_for_a_day(command)
    command.add_argument("--format", choices=("text", "json"), default="text", help="输出格式")
    _may_go_to_a_file(command)
    command.set_defaults(run=checking.print_check)

    command = commands.add_parser("report", help="核验一份草稿，存为可打印的自查报告")
    _wants_a_draft(command)
    command.add_argument(
        "-o", "--output", type=_report_file, required=True, help="报告文件，以 .html 或 .docx 结尾"
    )
    _may_be_for_a_day(command)
    _may_overwrite(command)
    command.set_defaults(run=checking.write_report)

    command = commands.add_parser("schema", help="输出草稿的 JSON Schema")
    _may_go_to_a_file(command)
    command.set_defaults(run=checking.print_schema)

    command = commands.add_parser("rules", help="输出规则表")
    _may_go_to_a_file(command)
    command.set_defaults(run=checking.print_rules)

    command = commands.add_parser("fill", help="生成整套材料：各附件、汇总表、草稿和说明")
    _wants_a_draft(command)
    command.add_argument(
        "-o", "--output", type=Path, required=True, help="存放材料的文件夹；以 .zip 结尾则打成一包"
    )
    command.add_argument("--clean", action="store_true", help="不含草稿")
    _may_overwrite(command)
    command.set_defaults(run=checking.fill)
    _add_call(commands.add_parser("call", help="通知：列出、检查、比较，从现有的一份新建"))
    for name in added:
        commands.add_parser(name, help=f"另装的命令，用 validator {name} -h 查看")
    return parser


def _add_call(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(required=True, metavar="动作")

    action = actions.add_parser("list", help="列出本机的通知")
    action.set_defaults(run=calls.print_list)

    action = actions.add_parser("check", help="检查一份通知的文件夹，逐条指出错处")
    action.add_argument(
        "call", metavar="通知", nargs="?", help="编号、文件夹或 .zip，默认为全部通知"
    )
    action.set_defaults(run=calls.print_faults)

    action = actions.add_parser("diff", help="列出两份通知对申报单位有哪些不同")
    action.add_argument("old", metavar="旧通知", help="编号、文件夹或 .zip")
    action.add_argument("new", metavar="新通知", help="编号、文件夹或 .zip")
    action.set_defaults(run=calls.print_differences)

    action = actions.add_parser("new", help="从现有的一份新建通知的文件夹，要写的地方标〔待填〕")
    action.add_argument("id", metavar="编号", help="新通知的编号，也是文件夹的名称，以后不能改")
    action.add_argument("--from", dest="old", default=DEFAULT, help="照哪一份，编号、文件夹或 .zip")
    action.add_argument("-o", "--output", type=Path, help="放在哪个文件夹里，默认与现有的通知一起")
    action.set_defaults(run=calls.begin)


def _wants_a_draft(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "file",
        metavar="草稿文件",
        help="草稿文件，或带着草稿的 Word 文件、材料包（.zip）；- 为标准输入",
    )


def _may_be_for_a_day(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--on", type=_day, help="按这一天报送核验（年-月-日），默认用草稿的拟报送日期"
    )


def _may_go_to_a_file(command: argparse.ArgumentParser) -> None:
    command.add_argument("-o", "--output", type=Path, help="存为文件（UTF-8），默认输出到终端")
    _may_overwrite(command)


def _may_overwrite(command: argparse.ArgumentParser) -> None:
    command.add_argument("--overwrite", action="store_true", help="覆盖内容不同的同名文件")


def _day(text: str) -> date:
    if _DAY.match(text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    msg = f"“{text}”不是日期，应写作 年-月-日，如 {A_DAY}"
    raise argparse.ArgumentTypeError(msg)


def _report_file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() in checking.REPORTS:
        return path
    msg = f"“{text}”应以 {' 或 '.join(checking.REPORTS)} 结尾，报告按结尾存为网页或 Word"
    raise argparse.ArgumentTypeError(msg)
