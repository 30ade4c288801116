"""argparse's errors of usage in Chinese: what is wanted, by name."""

from __future__ import annotations

import re

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
"""The order counts: the last takes the sentences that are Chinese already."""


def in_chinese(message: str) -> str:
    """Return one of argparse's messages in Chinese; one that is not known stays as it is.

    >>> in_chinese("argument --on: expected one argument")
    '--on 后面要写一个值'
    """
    for pattern, sentence in _SENTENCES:
        if found := pattern.fullmatch(message):
            words = {name: _plain(text) for name, text in found.groupdict().items()}
            return sentence.format_map(words)
    return message


def _plain(text: str) -> str:
    """Names in a row as Chinese writes them, without argparse's quotation marks."""
    return text.replace("', '", "、").strip("'").replace(", ", "、")
