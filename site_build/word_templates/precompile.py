"""Checks and compiles the Word templates before the wheel of the validator is built.

usage: python -m site_build.word_templates.precompile [SRC_DIR] [OUT_DIR]
"""

import argparse
import hashlib
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Final

from site_build.folders import ROOT, SITE_TEMPLATES
from site_build.word_templates.check import Samples, check_filled, check_source
from site_build.word_templates.compiler import compiled, key_of
from site_build.word_templates.errors import TemplateError
from site_build.word_templates.samples import samples
from site_build.word_templates.tidy import tidied
from validator.attachments import documents
from validator.attachments.store import SUFFIX

SOURCE: Final = SITE_TEMPLATES / "attachments"
TARGET: Final = ROOT / "validator" / "attachments" / "compiled"


def precompile(source: Path = SOURCE, target: Path = TARGET) -> list[Path]:
    """Check every registered template, and compile those that changed.

    Args:
        source: Folder of the .docx templates.
        target: Folder for the compiled templates; every other file in this folder is removed.

    Returns:
        The files written. A compiled template that is up to date is left untouched, so that nothing
        that is built from it is built again.

    Raises:
        TemplateError: A template is missing, not registered, or has a mistake.
    """
    wanted = {known.template: known.name for known in documents()}
    found = {path.name: path for path in sorted(source.glob("*.docx")) if path.name[0] != "~"}
    for name in sorted(wanted.keys() ^ found.keys()):
        message = "没有登记为附件" if name in found else "缺少这个模板文件"
        raise TemplateError(source / name, message)
    target.mkdir(parents=True, exist_ok=True)
    tried = samples()
    outcomes = {target / (wanted[name] + SUFFIX): path for name, path in found.items()}
    for stale in set(target.iterdir()) - outcomes.keys():
        stale.unlink()
    return [out for out, path in outcomes.items() if _compile(path, out, tried)]


def _compile(path: Path, out: Path, tried: Samples) -> bool:
    document = path.read_bytes()
    key = _key(document)
    made = out.read_bytes() if out.exists() else None
    if made is not None and key_of(made) != key:
        made = None
    try:
        check_source(document, tried)
        package = made or compiled(tidied(document), key)
        check_filled(package, tried)
    except TemplateError as error:
        raise TemplateError(path.name, str(error)) from error
    if made is None:
        out.write_bytes(package)
    return made is None


def _key(document: bytes) -> str:
    """Return a hash of all that decides a compiled template: .docx, docxtpl and this package."""
    code = sorted(Path(__file__).parent.glob("*.py"))
    whole = [document, version("docxtpl").encode(), *(path.read_bytes() for path in code)]
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in whole)).hexdigest()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; return the exit status, 1 when a template has a mistake."""
    parser = argparse.ArgumentParser(description="检查并编译 Word 模板")
    parser.add_argument("source", nargs="?", type=Path, default=SOURCE)
    parser.add_argument("target", nargs="?", type=Path, default=TARGET)
    options = parser.parse_args(arguments)
    try:
        written = precompile(options.source, options.target)
    except TemplateError as error:
        print(f"模板有误：{error}", file=sys.stderr)  # noqa: T201 - a command's output
        return 1
    print(f"模板检查通过，编译了 {len(written)} 个。")  # noqa: T201 - a command's output
    return 0


if __name__ == "__main__":
    sys.exit(main())
