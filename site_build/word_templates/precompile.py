"""Checks and compiles the Word templates before the wheel of the validator is built.

usage: python -m site_build.word_templates.precompile [CALL_FOLDER ...]
"""

import argparse
import hashlib
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Final

from site_build.folders import ROOT
from site_build.word_templates.check import Samples, check_filled, check_source
from site_build.word_templates.compiler import compiled, key_of
from site_build.word_templates.errors import TemplateError
from site_build.word_templates.samples import samples
from site_build.word_templates.tidy import tidied
from validator.attachments.catalogue import OUR_REPORT
from validator.calls import CallError, available, load, read
from validator.calls.folder import COMPILED, TEMPLATES

CALLS: Final = ROOT / "validator" / "calls"
OURS: Final = ROOT / "validator" / "attachments"
"""Where the report's template lies, in a folder `templates` as a call's do."""


def precompile_all() -> list[Path]:
    """Compile the templates of every packaged call, and the report's; see `precompile`."""
    written = [path for name in available() for path in precompile(CALLS / name)]
    tried = {name: it for call in map(load, available()) for name, it in samples(call).items()}
    return written + _compile_all(OURS, {OUR_REPORT.template: OUR_REPORT.name}, tried)


def precompile(folder: Path) -> list[Path]:
    """Check every template of a call, and compile those that changed.

    Args:
        folder: The call's folder. The compiled templates go into its folder `compiled`; every
            other file in that folder is removed.

    Returns:
        The files written. A compiled template that is up to date is left untouched, so that nothing
        that is built from it is built again.

    Raises:
        CallError: The call cannot be read, or its templates are not those that it names.
        TemplateError: A template has a mistake.
    """
    call = read(folder)
    names = {known.template: known.name for known in call.documents}
    return _compile_all(folder, names, samples(call))


def _compile_all(folder: Path, names: Mapping[str, str], tried: Samples) -> list[Path]:
    target = folder / COMPILED
    target.mkdir(exist_ok=True)
    outcomes = {
        target / f"{name}.zip": folder / TEMPLATES / template for template, name in names.items()
    }
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
    parser.add_argument("folders", nargs="*", type=Path, help="通知的文件夹，默认为本站全部通知")
    folders = parser.parse_args(arguments).folders
    try:
        written = [it for folder in folders for it in precompile(folder)]
        written += [] if folders else precompile_all()
    except (TemplateError, CallError) as error:
        print(f"模板有误：{error}", file=sys.stderr)  # noqa: T201 - a command's output
        return 1
    print(f"模板检查通过，编译了 {len(written)} 个。")  # noqa: T201 - a command's output
    return 0


if __name__ == "__main__":
    sys.exit(main())
