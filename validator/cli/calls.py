"""The commands for a call's folder: list, check, diff, new."""

from __future__ import annotations

import argparse
from importlib.metadata import entry_points
from importlib.resources.abc import Traversable
from pathlib import Path

from validator import publisher
from validator.calls import available, load
from validator.calls import read as read_call
from validator.calls.folder import HOME, MAIN, packaged
from validator.calls.packed import PACKED_MAX, unpacked
from validator.cli.output import write_files
from validator.cli.refused import Refused, reason
from validator.usage import harmless

COMMANDS = "validator.commands"
"""The group of entry points by which other packages add commands."""
_PACKED = ".zip"


def print_list(_: argparse.Namespace) -> int:
    """Print the calls of this machine."""
    for name in available():
        call = load(name)
        print(f"{name}  {call.title}  受理 {call.window.in_words}")
    return 0


def print_faults(options: argparse.Namespace) -> int:
    """Print every fault of a call, and what is wrong with its Word templates where that is known.

    Checking templates takes what makes the site, so another project adds that command.
    """
    names = [options.call] if options.call else list(available())
    templates = {entry.name: entry for entry in entry_points(group=COMMANDS)}.get("templates")
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


def print_differences(options: argparse.Namespace) -> int:
    """Print what differs between two calls for applicants."""
    old, new = (read_call(_folder(name)) for name in (options.old, options.new))
    found = publisher.by_subject(old, new)
    for subject, lines in found.items():
        print(f"【{subject}】")
        for line in lines:
            print(harmless(line))
    print(f"{sum(map(len, found.values()))} 处不同。" if found else "没有不同。")
    return 0


def begin(options: argparse.Namespace) -> int:
    """Write the folder of a new call, begun from one that exists."""
    home = options.output or Path(str(HOME.root))
    options.output = home / options.id
    if options.output.exists():
        msg = f"“{options.output}”已经存在，没有写入任何文件"
        raise Refused(msg)
    options.overwrite = False
    made = publisher.begun(_folder(options.old), options.id)
    for folder in sorted({(options.output / name).parent for name in made}):
        folder.mkdir(parents=True, exist_ok=True)
    write_files({options.output / name: content for name, content in sorted(made.items())}, options)
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
    why = f"文件夹“{name}”里没有 {MAIN}" if path.is_dir() else f"没有编号为“{name}”的通知"
    msg = f"{why}；现有：{'、'.join(available())}"
    raise Refused(msg)


def _unpacked(path: Path) -> Traversable:
    try:
        with path.open("rb") as file:
            content = file.read(PACKED_MAX + 1)
    except OSError as error:
        msg = f"不能读取“{path}”：{reason(error)}"
        raise Refused(msg) from None
    return unpacked(content).root
