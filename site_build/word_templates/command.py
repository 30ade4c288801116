"""`validator templates check`: tells a template's author the mistakes, by file and place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from zipfile import BadZipFile

from site_build.folders import SITE_TEMPLATES
from site_build.word_templates.check import Samples, check_filled, check_source
from site_build.word_templates.compiler import compiled
from site_build.word_templates.errors import TemplateError
from site_build.word_templates.samples import samples
from site_build.word_templates.tidy import tidied
from validator.usage import UNUSABLE, Parser

SOURCE = SITE_TEMPLATES / "attachments"
_MISTAKES = 1


def main(arguments: Sequence[str]) -> int:
    """Check templates without compiling them into the build.

    Args:
        arguments: `check`, then .docx files or folders; by default the site's own templates.

    Returns:
        0 when every template is right, 1 when one has a mistake, 2 when there is nothing to check.
    """
    parser = Parser(prog="validator templates", description="检查 Word 模板")
    parser.add_argument(
        "action", metavar="动作", choices=("check",), help="check：检查占位符并用样例试填"
    )
    parser.add_argument(
        "paths", metavar="模板", nargs="*", type=Path, default=[SOURCE], help="模板文件或文件夹"
    )
    options = parser.parse_args(arguments)
    files = list(_templates(options.paths))
    if not files:
        print("没有找到 .docx 模板。")  # noqa: T201 - a command's output
        return UNUSABLE
    tried = samples()
    mistakes = [(path, said) for path in files if (said := mistake(path, tried))]
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


def _templates(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        found = sorted(path.glob("*.docx")) if path.is_dir() else [path]
        yield from (file for file in found if not file.name.startswith("~"))
