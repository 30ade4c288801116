"""The command line: example, check, report, schema, rules, fill, call, and what others add."""

from __future__ import annotations

import argparse
import errno
import json
import re
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from importlib.metadata import entry_points
from importlib.resources.abc import Traversable
from pathlib import Path

from validator import attachments, drafts, publisher, views
from validator.application import Application
from validator.calls import DEFAULT, Call, CallError, available, load
from validator.calls import read as read_call
from validator.calls.folder import HOME, MAIN, packaged
from validator.calls.packed import PACKED_MAX, unpacked
from validator.check import check
from validator.chinese import A_DAY
from validator.example import example
from validator.problems import Problem, RefusedError
from validator.report import Outcome, Report
from validator.rules import rules_of
from validator.text_report import as_table, as_text
from validator.usage import UNUSABLE, Parser, harmless
from validator.writing import write

_PROBLEMS_NAMED, _SHOWN_MAX = 20, 80
_TO_MEND = "请改正后重试"
_LEFT_BLANK = "材料里这些地方留空，草稿里照原样保留"
_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_EXIT = {Outcome.NO_VIOLATION_FOUND: 0, Outcome.NOT_MET: 1, Outcome.INCOMPLETE: 3}
_COMMANDS = "validator.commands"
_PACKED = ".zip"


_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EEXIST: "同名文件已存在，不是文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.EFBIG: "超过文件大小的限制",
    errno.EROFS: "这里只能读，不能写",
}


class _Refused(Exception):  # noqa: N818 - refuses input, and is no error of the program
    """Input that cannot be used; the message says why, in Chinese."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: the command line without the program's name; by default `sys.argv`'s.

    Returns:
        0 no violation found (or the command did its work), 1 something not met, 3 incomplete,
        2 unusable input or usage.
    """
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.reconfigure(encoding="utf-8")
    arguments = sys.argv[1:] if arguments is None else arguments
    added = {entry.name: entry for entry in entry_points(group=_COMMANDS)}
    if arguments and arguments[0] in added:
        command: Callable[[Sequence[str]], int] = added[arguments[0]].load()
        return command(arguments[1:])
    options = _parser(added).parse_args(arguments)
    try:
        run: Callable[[argparse.Namespace], int] = options.run
        return run(options)
    except (_Refused, CallError, RefusedError) as refusal:
        sys.stderr.write(f"无法处理：{harmless(str(refusal))}\n")
        return UNUSABLE
    except BrokenPipeError:
        sys.stderr.close()  # with stderr open, Python would print an exception for stdout on exit
        return 0
    except OSError as error:
        sys.stderr.write(f"不能输出结果：{_reason(error)}\n")
        sys.stdout = None  # on exit Python would fail again to write what stdout still holds
        return UNUSABLE


def _parser(added: Iterable[str]) -> Parser:
    parser = Parser(prog="validator", description="申报自查：核验、样例、结构、规则表、生成附件")
    parser.add_argument("--notice", default=None, help=f"通知编号，默认按草稿所载，否则 {DEFAULT}")
    commands = parser.add_subparsers(required=True, metavar="命令")

    command = commands.add_parser("example", help="输出一份虚构的申报草稿")
    command.add_argument("--minimal", action="store_true", help="只含最少的内容")
    _may_go_to_a_file(command)
    command.set_defaults(run=_example)

    command = commands.add_parser("check", help="核验一份草稿")
    _wants_a_draft(command)
    command.add_argument(
        "--on", type=_day, help="按这一天报送核验（年-月-日），默认用草稿的拟报送日期"
    )
    command.add_argument("--format", choices=("text", "json"), default="text", help="输出格式")
    _may_go_to_a_file(command)
    command.set_defaults(run=_check)

    command = commands.add_parser("report", help="核验一份草稿，存为可打印的自查报告")
    _wants_a_draft(command)
    command.add_argument(
        "-o", "--output", type=_report_file, required=True, help="报告文件，以 .html 或 .docx 结尾"
    )
    command.add_argument("--on", type=_day, help="按这一天报送核验，默认用草稿的拟报送日期")
    _may_overwrite(command)
    command.set_defaults(run=_report)

    command = commands.add_parser("schema", help="输出草稿的 JSON Schema")
    _may_go_to_a_file(command)
    command.set_defaults(run=_schema)

    command = commands.add_parser("rules", help="输出规则表")
    _may_go_to_a_file(command)
    command.set_defaults(run=_rules)

    command = commands.add_parser("fill", help="生成整套材料：各附件、汇总表、草稿和说明")
    _wants_a_draft(command)
    command.add_argument(
        "-o", "--output", type=Path, required=True, help="存放材料的文件夹；以 .zip 结尾则打成一包"
    )
    command.add_argument("--clean", action="store_true", help="不含草稿")
    _may_overwrite(command)
    command.set_defaults(run=_fill)
    _add_call(commands.add_parser("call", help="通知：列出、检查、比较，从现有的一份新建"))
    for name in added:
        commands.add_parser(name, help=f"另装的命令，用 validator {name} -h 查看")
    return parser


def _add_call(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(required=True, metavar="动作")

    action = actions.add_parser("list", help="列出本机的通知")
    action.set_defaults(run=_call_list)

    action = actions.add_parser("check", help="检查一份通知的文件夹，逐条指出错处")
    action.add_argument(
        "call", metavar="通知", nargs="?", help="编号、文件夹或 .zip，默认为全部通知"
    )
    action.set_defaults(run=_call_check)

    action = actions.add_parser("diff", help="列出两份通知对申报单位有哪些不同")
    action.add_argument("old", metavar="旧通知", help="编号、文件夹或 .zip")
    action.add_argument("new", metavar="新通知", help="编号、文件夹或 .zip")
    action.set_defaults(run=_call_diff)

    action = actions.add_parser("new", help="从现有的一份新建通知的文件夹，要写的地方标〔待填〕")
    action.add_argument("id", metavar="编号", help="新通知的编号，也是文件夹的名称，以后不能改")
    action.add_argument("--from", dest="old", default=DEFAULT, help="照哪一份，编号、文件夹或 .zip")
    action.add_argument("-o", "--output", type=Path, help="放在哪个文件夹里，默认与现有的通知一起")
    action.set_defaults(run=_call_new)


def _wants_a_draft(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "file",
        metavar="草稿文件",
        help="草稿文件，或带着草稿的 Word 文件、材料包（.zip）；- 为标准输入",
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
    if path.suffix.lower() in _REPORTS:
        return path
    msg = f"“{text}”应以 {' 或 '.join(_REPORTS)} 结尾，报告按结尾存为网页或 Word"
    raise argparse.ArgumentTypeError(msg)


def _notice(options: argparse.Namespace, application: Application | None = None) -> Call:
    chosen = options.notice or (application.notice if application else None) or DEFAULT
    if chosen not in available():
        msg = f"没有编号为“{chosen}”的通知；现有：{'、'.join(available())}"
        raise _Refused(msg)
    return load(chosen)


def _example(options: argparse.Namespace) -> int:
    _put_out(drafts.save(example(_notice(options), minimal=options.minimal)), options)
    return 0


def _check(options: argparse.Namespace) -> int:
    application = _read(options).application
    call = _notice(options, application)
    report = check(application, call, options.on)
    _put_out(
        _as_json(report)
        if options.format == "json"
        else harmless(as_text(report, call, application)),
        options,
    )
    return _EXIT[report.outcome]


def _report(options: argparse.Namespace) -> int:
    received = _read(options)
    call = _notice(options, received.application)
    content = _REPORTS[options.output.suffix.lower()](received, call, options.on)
    _write({options.output: content}, options)
    return 0


def _report_page(received: drafts.Received, call: Call, on: date | None) -> bytes:
    application = received.application
    report = check(application, call, on)
    return views.report_page(views.account(report, application, call)).encode()


def _report_document(received: drafts.Received, call: Call, on: date | None) -> bytes:
    day = on or received.application.submission.planned_on
    return attachments.fill(attachments.REPORT, received, call, day)


_REPORTS = {".html": _report_page, ".docx": _report_document}


def _schema(options: argparse.Namespace) -> int:
    _put_out(json.dumps(drafts.schema(_notice(options)), ensure_ascii=False, indent=2), options)
    return 0


def _rules(options: argparse.Namespace) -> int:
    call = _notice(options)
    _put_out(as_table(rules_of(call), call), options)
    return 0


def _fill(options: argparse.Namespace) -> int:
    received, output = _draft_in(options), options.output
    if received.problems:
        sys.stderr.write(f"提示：{harmless(_listed(received.problems, _LEFT_BLANK))}\n")
    call = _notice(options, received.application)
    on = received.application.submission.planned_on
    if output.suffix.lower() == _PACKED and not output.is_dir():
        _write({output: attachments.bundle(received, call, on, clean=options.clean)}, options)
    else:
        made = attachments.files(received, call, on, clean=options.clean)
        _write({output / name: content for name, content in made.items()}, options, folder=output)
        _tell_of_others(output, made)
    return 0


def _call_list(_: argparse.Namespace) -> int:
    for name in available():
        call = load(name)
        print(f"{name}  {call.title}  受理 {call.window.in_words}")
    return 0


def _call_check(options: argparse.Namespace) -> int:
    """Print every fault of a call, and what is wrong with its Word templates where that is known.

    Checking templates takes what makes the site, so another project adds that command.
    """
    names = [options.call] if options.call else list(available())
    templates = {entry.name: entry for entry in entry_points(group=_COMMANDS)}.get("templates")
    wrong = False
    for name in names:
        folder = _folder(name)
        found = publisher.faults(folder)
        for fault in found:
            print(harmless(fault))
        for note in () if found else publisher.notes(folder):
            print(harmless(f"提示：{note}"))
        said = f"{len(found)} 处有误" if found else "没有发现错误"
        if templates and not found:
            with publisher.on_disk(folder) as place:
                if templates.load()(["check", str(place)]) != 0:
                    said = "Word 模板有误，见上"
        print(f"{name}：{said}。")
        wrong = wrong or said != "没有发现错误"
    return 1 if wrong else 0


def _call_diff(options: argparse.Namespace) -> int:
    old, new = (read_call(_folder(name)) for name in (options.old, options.new))
    found = publisher.by_subject(old, new)
    for subject, lines in found.items():
        print(f"【{subject}】")
        for line in lines:
            print(harmless(line))
    print(f"{sum(map(len, found.values()))} 处不同。" if found else "没有不同。")
    return 0


def _call_new(options: argparse.Namespace) -> int:
    home = options.output or Path(str(HOME.root))
    options.output = home / options.id
    if options.output.exists():
        msg = f"“{options.output}”已经存在，没有写入任何文件"
        raise _Refused(msg)
    options.overwrite = False
    made = publisher.begun(_folder(options.old), options.id)
    for folder in sorted({(options.output / name).parent for name in made}):
        folder.mkdir(parents=True, exist_ok=True)
    _write({options.output / name: content for name, content in sorted(made.items())}, options)
    print(f"标着{publisher.MARK}的地方要由人写；用 validator call check {options.output} 查看。")
    return 0


def _folder(name: str) -> Traversable:
    """Return a call's folder by its id or its path; the folder may be packed as a .zip."""
    path = Path(name)
    if path.joinpath(MAIN).is_file():
        return path.resolve()
    if path.suffix.lower() == _PACKED:
        return _unpacked(path)
    if name in available():
        return packaged(name).root
    reason = f"文件夹“{name}”里没有 {MAIN}" if path.is_dir() else f"没有编号为“{name}”的通知"
    msg = f"{reason}；现有：{'、'.join(available())}"
    raise _Refused(msg)


def _unpacked(path: Path) -> Traversable:
    try:
        with path.open("rb") as file:
            content = file.read(PACKED_MAX + 1)
    except OSError as error:
        msg = f"不能读取“{path}”：{_reason(error)}"
        raise _Refused(msg) from None
    return unpacked(content).root


def _tell_of_others(folder: Path, made: Collection[str]) -> None:
    """Name the other files in the folder, since a file of an older draft might be handed on too."""
    others = sorted({path.name for path in folder.iterdir()} - set(made))
    if others:
        names = _short("、".join(others))
        said = f"文件夹里还有不是这次生成的：{names}。外发前请核对。"
        sys.stderr.write(f"{harmless(said)}\n")


def _put_out(text: str, options: argparse.Namespace) -> None:
    """Print a text, or write the text to the file given by `-o`."""
    if options.output is None:
        print(text)
    else:
        _write({options.output: f"{text}\n".encode()}, options)


def _write(
    made: Mapping[Path, bytes], options: argparse.Namespace, *, folder: Path | None = None
) -> None:
    """Write files, and print their paths."""
    try:
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        write(made, overwrite=options.overwrite)
    except OSError as error:
        msg = f"不能写入“{options.output}”：{_reason(error)}"
        raise _Refused(msg) from None
    for path in made:
        print(path)


def _read(options: argparse.Namespace) -> drafts.Received:
    """Read a draft whose answers are all to be used: any problem in it makes it unusable."""
    received = _draft_in(options)
    if received.problems:
        raise _Refused(_listed(received.problems, _TO_MEND))
    return received


def _draft_in(options: argparse.Namespace) -> drafts.Received:
    """Read a draft from a file or standard input, with whatever is wrong in it."""
    name = options.file
    try:
        raw = _bytes(name)
    except OSError as error:
        msg = f"不能读取“{name}”：{_reason(error)}"
        raise _Refused(msg) from None
    call = _notice(options) if options.notice else None
    received = drafts.read(_draft_of(raw, options), call)
    if received.left_aside:
        sys.stderr.write(f"提示：{harmless(_aside(received.left_aside))}\n")
    return received


def _draft_of(raw: bytes, options: argparse.Namespace) -> str:
    """Return the draft in a file: its text, or the draft that a document or package carries."""
    if not raw.startswith(attachments.ZIPPED):
        return drafts.text_of(raw)
    found = attachments.opened(raw, _notice(options))
    if options.notice and found.call not in ("", options.notice):
        sys.stderr.write(
            f"提示：这份文件是为另一份通知“{harmless(found.call)}”生成的，现在按"
            f"“{options.notice}”核验。\n"
        )
    if found.outdated:
        sys.stderr.write("提示：文档生成以后，通知的数据或规则有过改动。\n")
    if found.edits:
        sys.stderr.write(
            f"提示：文档里有 {len(found.edits)} 处与它带的草稿不同；"
            "以草稿为准，文档里的改动不计。\n"
        )
    if found.others:
        sys.stderr.write(
            f"提示：用的是压缩包里的“{harmless(found.member)}”；包里还有别的草稿，没有用："
            f"{harmless(_short('、'.join(found.others)))}。\n"
        )
    return found.draft


def _bytes(name: str) -> bytes:
    """Return a file's bytes; read no more than shows that the file is too long, or has no end."""
    if name == "-":
        raw = sys.stdin.buffer.read(drafts.SIZE_MAX + 1)
    else:
        with Path(name).open("rb") as file:
            raw = file.read(drafts.SIZE_MAX + 1)
    if len(raw) > drafts.SIZE_MAX:
        raise drafts.DraftError(drafts.TOO_LARGE)
    return raw


def _aside(answers: tuple[Problem, ...]) -> str:
    """The answers to what the call does not ask, in a sentence."""
    named = "、".join(_short(answer.label) for answer in answers[:_PROBLEMS_NAMED])
    more = "等" if len(answers) > _PROBLEMS_NAMED else ""
    return (
        f"草稿里有 {len(answers)} 项这份通知不问，保留在草稿里，不计入核验和材料：{named}{more}。"
    )


def _listed(problems: tuple[Problem, ...], what_to_do: str) -> str:
    """The answers that cannot be used, a line each, under a sentence on what becomes of them."""
    lines = [
        f"  {_short(p.label)}（{_short(p.pointer)}）：{p.message}"
        for p in problems[:_PROBLEMS_NAMED]
    ]
    more = len(problems) - len(lines)
    rest = [f"  另有 {more} 处，改正以上各处后再查。"] if more else []
    head = f"草稿有 {len(problems)} 处填写有误，{what_to_do}："
    return "\n".join([head, *lines, *rest])


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN_MAX else f"{text[:_SHOWN_MAX]}…"


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0, f"系统错误 {error.errno}")


def _as_json(report: Report) -> str:
    return report.model_dump_json(indent=2)
