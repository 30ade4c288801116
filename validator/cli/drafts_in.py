"""Reads the draft that a command names, and the call that the command is about."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

from validator import attachments, drafts
from validator.application import Application
from validator.calls import DEFAULT, Call, available, load
from validator.carrying import Carried, carried_to
from validator.cli.refused import Refused, reason, short
from validator.problems import Problem
from validator.usage import harmless

LEFT_BLANK: Final = "材料里这些地方留空，草稿里照原样保留"
_PROBLEMS_NAMED: Final = 20
_TO_MEND: Final = "请改正后重试"


def call_of(options: argparse.Namespace, application: Application | None = None) -> Call:
    """Return the call that the command line names, else the one that the draft answers.

    Raises:
        Refused: there is no such call.
    """
    chosen = options.notice or (application.notice if application else None) or DEFAULT
    if chosen not in available():
        msg = f"没有编号为“{chosen}”的通知；现有：{'、'.join(available())}"
        raise Refused(msg)
    return load(chosen)


def read_whole(options: argparse.Namespace) -> drafts.Received:
    """Read a draft whose answers are all to be used: any problem in it makes it unusable."""
    received = draft_in(options)
    if received.problems:
        raise Refused(listed(received.problems, _TO_MEND))
    return received


def draft_in(options: argparse.Namespace) -> drafts.Received:
    """Read a draft from a file or standard input, with whatever is wrong in it."""
    name = options.file
    try:
        raw = _bytes(name)
    except OSError as error:
        msg = f"不能读取“{name}”：{reason(error)}"
        raise Refused(msg) from None
    call = call_of(options) if options.notice else None
    received = drafts.read(_draft_of(raw, options), call)
    carried = carried_to(received, call) if call else None
    if call and carried:
        _tell_carried(carried, call)
        received = carried.received
    if received.outdated and not raw.startswith(attachments.ZIPPED):
        sys.stderr.write("提示：草稿保存以后，通知的数据或规则有过改动；现按现在的规则处理。\n")
    if received.left_aside:
        sys.stderr.write(f"提示：{harmless(_aside(received.left_aside))}\n")
    return received


def _tell_carried(carried: Carried, call: Call) -> None:
    """Say what became of a draft that answered another call, as the page does."""
    said = f"这份草稿填的是“{carried.before}”，现在按“{call.yearly}”处理：留下 {carried.kept} 项"
    dropped = [f"{it.label}（{it.words}）" for it in carried.dropped]
    for words, names in (("不再问，去掉", dropped), ("新问，请补填", carried.new)):
        if names:
            shown = "、".join(map(short, names[:_PROBLEMS_NAMED]))
            said += f"；{words} {len(names)} 项：{shown}"
            said += "等" if len(names) > _PROBLEMS_NAMED else ""
    sys.stderr.write(f"提示：{harmless(said)}。\n")


def _draft_of(raw: bytes, options: argparse.Namespace) -> str:
    """Return the draft in a file: its text, or the draft that a document or package carries."""
    if not raw.startswith(attachments.ZIPPED):
        return drafts.text_of(raw)
    found = attachments.opened(raw, call_of(options))
    if options.notice and found.call not in ("", options.notice):
        sys.stderr.write(
            f"提示：这份文件是为另一份通知“{harmless(found.call)}”生成的，现在按"
            f"“{options.notice}”处理。\n"
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
            f"{harmless(short('、'.join(found.others)))}。\n"
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
    named = "、".join(short(answer.label) for answer in answers[:_PROBLEMS_NAMED])
    more = "等" if len(answers) > _PROBLEMS_NAMED else ""
    return (
        f"草稿里有 {len(answers)} 项这份通知不问，保留在草稿里，不计入核验和材料：{named}{more}。"
    )


def listed(problems: tuple[Problem, ...], what_to_do: str) -> str:
    """The answers that cannot be used, a line each, under a sentence on what becomes of them."""
    lines = [
        f"  {short(p.label)}（{short(p.pointer)}）：{p.message}" for p in problems[:_PROBLEMS_NAMED]
    ]
    more = len(problems) - len(lines)
    rest = [f"  另有 {more} 处，改正以上各处后再查。"] if more else []
    head = f"草稿有 {len(problems)} 处填写有误，{what_to_do}："
    return "\n".join([head, *lines, *rest])
