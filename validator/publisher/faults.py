"""Tells every fault of a call's folder: by file, key and reason, in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources.abc import Traversable

from validator import precheck
from validator.application.asked import asked_by
from validator.attachments.binder import unusable_places
from validator.calls import Call, CallError, read
from validator.check import check
from validator.example import EXAMPLE, MINIMAL, example
from validator.publisher.asking import questions
from validator.publisher.situations import SITUATIONS, surprises
from validator.publisher.to_write import texts, unwritten
from validator.report import Status
from validator.rules import rules_of
from validator.rules.reads import reads_of

NOTICE = "notice.txt"
"""The notice as printed, if the folder has it: each sentence must stand in a clause."""
_HEAD = "通知数据有误：\n"
_WHOLE = "（整体）："
_FILES = {
    "call.toml",
    "notice.toml",
    "rules.toml",
    "questions.toml",
    "precheck.toml",
    "readings.toml",
    "documents.toml",
    EXAMPLE,
    MINIMAL,
    NOTICE,
    SITUATIONS,
}
_FOLDERS = {"templates", "compiled", "pages"}
_NAMES_RULE = re.compile(r'\b(?:rule|quote|finding_url)\("([^"]+)"\)')
_NAMES_CLAUSE = re.compile(r'\bclause(?:_url)?\("([^"]+)"\)')
_TAG = re.compile(r"\{[{%](.*?)[}%]\}", re.DOTALL)
_NAME = re.compile(r"[A-Za-z_]\w*")
_OF_THE_HOUSE = frozenset(
    {"name", "uscc", "no_uscc", "category", "tier", "standing", "province", "planned_on"}
)
"""Questions that the page, the tables and the comparison of units read whatever the call."""
_OF_THE_SUMMARY = frozenset(
    {
        *("chains", "towns", "other_field", "contact", "phone"),
        *("ownership", "above_scale", "high_tech", "listing", "effective_on", "recommender"),
    }
)


def faults(folder: Traversable) -> tuple[str, ...]:
    """Return what is wrong in a call's folder, a line for each fault; nothing when all is right.

    What cannot be told before the data can be read at all is told after that is mended.
    """
    found = [*_strangers(folder), *unwritten(folder)]
    try:
        call = read(folder)
    except CallError as refusal:
        return (*_lines(refusal), *found)
    for step in (asked_by, precheck.asked_by, rules_of):
        try:
            step(call)
        except CallError as refusal:  # what comes after goes by what is asked and by the rules
            return (*_lines(refusal), *found)
    return (
        *_folder_name(call, folder),
        *_against_the_notice(call, folder),
        *unusable_places(call),
        *_pages(call, folder),
        *_example(call),
        *_situations(call),
        *found,
    )


def notes(folder: Traversable) -> tuple[str, ...]:
    """Return what a publisher may want to look at in a call's folder, though nothing is wrong.

    Raises:
        CallError: `faults` tells what is wrong.
    """
    return tuple(_unread(read(folder), folder))


def _lines(refusal: CallError) -> Iterator[str]:
    for line in str(refusal).removeprefix(_HEAD).splitlines():
        yield from line.removeprefix(_WHOLE).split("；") if line.startswith(_WHOLE) else [line]


def _strangers(folder: Traversable) -> Iterator[str]:
    for entry in sorted(folder.iterdir(), key=lambda it: it.name):
        known = _FOLDERS if entry.is_dir() else _FILES
        if entry.name not in known and not entry.name.startswith((".", "~")):
            what = "文件夹" if entry.is_dir() else "文件"
            yield f"{entry.name}：没有哪一处用到这个{what}，请核对名称，或移走"


def _folder_name(call: Call, folder: Traversable) -> Iterator[str]:
    try:
        name = folder.name
    except TypeError:  # the top of an archive that is no file: it has no name, and zipfile raises
        return
    if name != call.id:
        yield f"call.toml 的 id：“{call.id}”应与文件夹的名称“{name}”相同"


def _against_the_notice(call: Call, folder: Traversable) -> Iterator[str]:
    file = folder.joinpath(NOTICE)
    if not file.is_file():
        return
    printed = call.folder.text(NOTICE)
    stated = "".join(_plain(f"{clause.heading or ''}{clause.text}") for clause in call.clauses)
    for number, line in enumerate(printed.splitlines(), 1):
        for sentence in _plain(line).replace("。", "。\n").splitlines():
            if sentence not in stated:
                yield f"{NOTICE} 第 {number} 行：“{sentence}”不在 notice.toml 的任何条款里"
    whole = _plain(printed)
    for number, clause in enumerate(call.clauses):
        for part in clause.parts:
            if _plain(part.text) not in whole:
                place = f"notice.toml 的 clauses.{number}（{clause.position}）"
                yield f"{place}：{NOTICE} 里没有“{part.text.strip()}”"


def _plain(text: str) -> str:
    return "".join(text.split())


def _unread(call: Call, folder: Traversable) -> Iterator[str]:
    """Tell which questions neither a rule nor a document nor a material goes by."""
    read_by_rules = frozenset[str]().union(*reads_of(call).values())
    materials = {place for it in call.materials for place in (*it.ready, *it.each_unit)}
    named = {place.rpartition("/")[2] for place in (*read_by_rules, *materials)} | _OF_THE_HOUSE
    named |= _OF_THE_SUMMARY if call.summary_in else frozenset()
    for path, text in texts(folder):
        if path.endswith(".docx"):
            named |= {name for tag in _TAG.findall(text) for name in _NAME.findall(tag)}
    for place, title in questions(asked_by(call)).items():
        if place.rpartition("/")[2] not in named:
            yield f"questions.toml 的“{title}”（{place}）：没有规则、文档或材料用到这一问"


def _pages(call: Call, folder: Traversable) -> Iterator[str]:
    rules = {rule.id for rule in call.rules}
    clauses = {clause.position for clause in call.clauses}
    for path, text in texts(folder):
        if not path.startswith("pages/"):
            continue
        for number, line in enumerate(text.splitlines(), 1):
            for rule in _NAMES_RULE.findall(line):
                if rule not in rules:
                    yield f"{path} 第 {number} 行：没有编号为“{rule}”的规则"
            for position in _NAMES_CLAUSE.findall(line):
                if position not in clauses:
                    yield f"{path} 第 {number} 行：通知没有条款“{position}”"


def _situations(call: Call) -> Iterator[str]:
    """Tell where the call's own tests fail; without an example there is nothing to start from."""
    if not [*_example(call)]:
        yield from surprises(call)


def _example(call: Call) -> Iterator[str]:
    try:
        found = check(example(call), call).findings
        example(call, minimal=True)
    except CallError as refusal:
        yield from _lines(refusal)
        return
    for finding in found:
        if finding.status is Status.NOT_MET:
            yield f"{EXAMPLE}：样例不符合规则 {finding.rule}（{finding.title}）：{finding.message}"
