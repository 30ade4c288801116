"""A parser of command lines that prints usage and errors in Chinese; argparse's are English."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

UNUSABLE = 2
"""The exit status of a command whose usage or input cannot be used."""
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

_SENTENCES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sentence)
    for pattern, sentence in (
        (r"the following arguments are required: (?P<what>.*)", "没有写{what}"),
        (
            r"argument (?P<what>.*?): invalid choice: '(?P<given>.*)' .choose from (?P<known>.*).",
            "{what}中没有“{given}”，可用的有：{known}",
        ),
        (r"argument (?P<what>.*?): expected one argument", "{what} 后面要写一个值"),
        (
            r"argument (?P<what>.*?): ignored explicit argument '(?P<given>.*)'",
            "{what} 后面不带值，请去掉“{given}”",
        ),
        (
            r"ambiguous option: (?P<given>.*) could match (?P<known>.*)",
            "“{given}”写得不全，是哪一个：{known}",
        ),
        (r"unrecognized arguments: (?P<given>.*)", "多出了不认识的参数：{given}"),
        (r"argument (?P<what>[^:]*): (?P<said>.*)", "{said}"),
    )
)
"""The first pattern that matches counts; the last takes messages that are Chinese already."""


class Parser(argparse.ArgumentParser):
    """argparse with its own sentences in Chinese."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - argparse's own
        """Begin a parser; its options are argparse's."""
        super().__init__(**options, add_help=False, formatter_class=_Formatter)
        self._positionals.title, self._optionals.title = "参数", "选项"
        self.add_argument("-h", "--help", action="help", help="显示这段用法")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and exit."""
        self.print_usage(sys.stderr)
        said = in_chinese(harmless(message))
        self.exit(UNUSABLE, f"用法有误：{said}。\n用 {self.prog} -h 查看用法。\n")


class _Formatter(argparse.HelpFormatter):
    """argparse's layout of the usage, which it begins with an English word otherwise."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Begin with 用法."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


def harmless(text: str) -> str:
    """Return a text without control characters, by which a stranger's text steers a terminal."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text)


def in_chinese(message: str) -> str:
    """Return one of argparse's messages in Chinese; a message that no pattern knows as it is.

    >>> in_chinese("argument --on: expected one argument")
    '--on 后面要写一个值'
    """
    for pattern, sentence in _SENTENCES:
        if found := pattern.fullmatch(message):
            words = {name: _plain(text) for name, text in found.groupdict().items()}
            return sentence.format_map(words)
    return message


def _plain(text: str) -> str:
    """Return a list of names with 、 between them and without argparse's quotation marks."""
    return text.replace("', '", "、").strip("'").replace(", ", "、")
