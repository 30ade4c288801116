"""`validator templates check`: tells a template's author the mistakes, by file and place."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from zipfile import BadZipFile

from site_build.word_templates.check import Samples, check_filled, check_source
from site_build.word_templates.compiler import compiled
from site_build.word_templates.errors import TemplateError
from site_build.word_templates.precompile import CALLS, OURS
from site_build.word_templates.samples import samples
from site_build.word_templates.tidy import tidied
from validator.calls import DEFAULT, Call, CallError, available, load, read
from validator.calls.folder import MAIN, TEMPLATES
from validator.usage import UNUSABLE, Parser, harmless

_MISTAKES = 1


def main(arguments: Sequence[str]) -> int:
    """Check templates without compiling them into the build.

    Args:
        arguments: `check`, then .docx files, folders of them or folders of calls; by default the
            templates of the call that `--notice` names, else of all packaged calls and the
            report's. A template that lies in no call's folder is tried with the call that
            `--notice` names.

    Returns:
        0 when every template is right, 1 when one has a mistake, 2 when there is nothing to check.
    """
    parser = Parser(prog="validator templates", description="检查 Word 模板")
    parser.add_argument(
        "action", metavar="动作", choices=("check",), help="check：检查占位符并用样例试填"
    )
    parser.add_argument("--notice", help=f"通知编号，默认为全部通知；单独的模板默认按 {DEFAULT}")
    parser.add_argument(
        "paths", metavar="模板", nargs="*", type=Path, help="模板文件，或模板、通知的文件夹"
    )
    options = parser.parse_args(arguments)
    try:
        other = load(options.notice or DEFAULT)
        files = list(_templates(options.paths or _homes(options.notice)))
        if not files:
            print("没有找到 .docx 模板。")  # noqa: T201 - a command's output
            return UNUSABLE
        tried = cache(lambda folder: _tried(folder, other))  # once for each folder
        mistakes = [(path, said) for path in files if (said := mistake(path, tried(path.parent)))]
    except CallError as refusal:
        sys.stderr.write(f"无法处理：{harmless(str(refusal))}\n")
        return UNUSABLE
    for path, said in mistakes:
        print(f"{path.name}：{said}")  # noqa: T201 - a command's output
    right = len(files) - len(mistakes)
    print(f"{len(files)} 个模板，{right} 个正确，{len(mistakes)} 个有误。")  # noqa: T201 - as above
    return _MISTAKES if mistakes else 0


def mistake(path: Path, tried: Samples) -> str:
    """Return what is wrong with a template, in Chinese; nothing when it is right."""
    try:
        document = path.read_bytes()
        check_source(document, tried)
        check_filled(compiled(tidied(document), ""), tried)
    except TemplateError as error:
        return str(error)
    except (OSError, KeyError, ValueError, BadZipFile):  # python-docx cannot open the file
        return "不能读取，不是有效的 Word 文档（.docx）"
    return ""


def _homes(notice: str | None) -> list[Path]:
    return [CALLS / notice] if notice else [*(CALLS / name for name in available()), OURS]


def _templates(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        inner = path / TEMPLATES
        folder = inner if inner.is_dir() else path
        found = sorted(folder.glob("*.docx")) if folder.is_dir() else [path]
        yield from (file for file in found if not file.name.startswith("~"))


def _tried(folder: Path, other: Call) -> Samples:
    """Return what templates in a folder are tried with: the answers to their own call."""
    home = folder.resolve().parent
    return samples(read(home) if home.joinpath(MAIN).is_file() else other)
