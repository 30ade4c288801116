"""Puts out what a command has made: to the terminal, or to files."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Mapping
from pathlib import Path

from validator.cli.refused import Refused, reason, short
from validator.usage import harmless
from validator.writing import write


def put_out(text: str, options: argparse.Namespace) -> None:
    """Print a text, or write the text to the file given by `-o`."""
    if options.output is None:
        print(text)
    else:
        write_files({options.output: f"{text}\n".encode()}, options)


def write_files(
    made: Mapping[Path, bytes], options: argparse.Namespace, *, folder: Path | None = None
) -> None:
    """Write files, and print their paths."""
    try:
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        write(made, overwrite=options.overwrite)
    except OSError as error:
        msg = f"不能写入“{options.output}”：{reason(error)}"
        raise Refused(msg) from None
    for path in made:
        print(path)


def tell_of_others(folder: Path, made: Collection[str]) -> None:
    """Name the other files in the folder, since a file of an older draft might be handed on too."""
    others = sorted({path.name for path in folder.iterdir()} - set(made))
    if others:
        names = short("、".join(others))
        said = f"文件夹里还有不是这次生成的：{names}。外发前请核对。"
        sys.stderr.write(f"{harmless(said)}\n")
