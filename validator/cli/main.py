"""Runs one command, and says in words why a command could not be run."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import entry_points

from validator.calls import CallError
from validator.cli.calls import COMMANDS
from validator.cli.parser import parser_for
from validator.cli.refused import Refused, reason
from validator.problems import RefusedError
from validator.usage import UNUSABLE, harmless


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
    added = {entry.name: entry for entry in entry_points(group=COMMANDS)}
    if arguments and arguments[0] in added:
        command: Callable[[Sequence[str]], int] = added[arguments[0]].load()
        return command(arguments[1:])
    options = parser_for(added).parse_args(arguments)
    try:
        run: Callable[[argparse.Namespace], int] = options.run
        return run(options)
    except (Refused, CallError, RefusedError) as refusal:
        sys.stderr.write(f"无法处理：{harmless(str(refusal))}\n")
        return UNUSABLE
    except BrokenPipeError:
        sys.stderr.close()  # with stderr open, Python would print an exception for stdout on exit
        return 0
    except OSError as error:
        sys.stderr.write(f"不能输出结果：{reason(error)}\n")
        sys.stdout = None  # on exit Python would fail again to write what stdout still holds
        return UNUSABLE
