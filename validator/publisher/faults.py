"""Tells every fault of a call's folder: by file, key and reason, in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources.abc import Traversable

from validator import precheck
from validator.application.asked import asked_by
from validator.attachments.binder import unusable_places
from validator.calls import Call, CallError, Folder, read
from validator.calls.folder import MAIN
from validator.calls.load import Looked, looked_through, unmatched
from validator.calls.places import OWN_FILE, TABLES, file_of, place
from validator.check import check
from validator.example import EXAMPLE, MINIMAL, example
from validator.publisher.asking import questions
from validator.publisher.contents import is_aside
from validator.publisher.mended import mended
from validator.publisher.pages import faults_of_pages
from validator.publisher.printed import NOTICE, against_the_notice
from validator.publisher.regions import unknown_regions
from validator.publisher.situations import SITUATIONS, surprises
from validator.publisher.to_write import TO_CONFIRM, unwritten
from validator.publisher.written import Written, written
from validator.publisher.years import contradictions
from validator.report import Status
from validator.rules import made_ready
from validator.rules.reads import reads_of

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
    TO_CONFIRM,
}
_FOLDERS = {"templates", "compiled", "pages"}
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
    """Return what is wrong or still to be written in a call's folder, a line for each.

    Each line begins with the file's path in the folder. What is still to be written comes last.
    """
    there = written(folder)
    return (*_wrong(folder, there), *unwritten(there))


def mistakes(folder: Traversable) -> tuple[str, ...]:
    """Return what is wrong in a call's folder, as `faults` does, without what is to be written."""
    return tuple(_wrong(folder, written(folder)))


def notes(folder: Traversable) -> tuple[str, ...]:
    """Return what a publisher may want to look at in a call's folder, though nothing is wrong.

    Raises:
        CallError: `faults` tells what is wrong.
    """
    return tuple(_unread(read(folder), written(folder)))


def _wrong(folder: Traversable, there: Written) -> list[str]:
    """Return every fault that can be told at once, each once, in the order of finding."""
    found = looked_through(Folder(lambda: folder))
    told = [*there.faults, *found.faults, *_strangers(folder)]
    call = found.call
    if call is None:
        told += _further(found, folder, there)
    else:
        told += _folder_name(call, folder)
        told += _of_main(call)
        told += against_the_notice(call, there.texts.get(NOTICE, ""))
        told += _of_the_form(call)
        told += faults_of_pages(call, there.texts)
        if not told:
            told += _answers(call)
    return [*dict.fromkeys(told)]


def _further(found: Looked, folder: Traversable, there: Written) -> Iterator[str]:
    """Tell what else is wrong in a folder that holds no call yet, as far as that can be told.

    Nothing is told of an entry that is wrong in itself, where a stand-in may be to blame, nor where
    a whole file cannot be read, since whatever names something in that file would look wrong.
    """
    of_main = {"id", "title", "year", "issuer"}
    if not {*OWN_FILE, *TABLES}.issubset(found.said) or of_main.isdisjoint(found.said):
        return
    call = mended(found.said)
    if call is None:
        return
    call = call.within(Folder(lambda: folder))
    told = [*unmatched(call, call.folder), *_of_the_form(call)]
    told += faults_of_pages(call, there.texts)
    if all(file_of(str(place_of[0])) != MAIN for place_of in found.wrong):
        told += _of_main(call)
    told = [line for line in told if not line.startswith(tuple(map(_blamed, found.wrong)))]
    yield from told


_ENTRIES = (*OWN_FILE, "materials")
_APART = ("strength", "kind", "reading")
"""The keys of a rule on which nothing else that is told of the rule depends."""


def _blamed(wrong: tuple[int | str, ...]) -> str:
    """Return the beginning of the lines that a stand-in at a place may be to blame for."""
    whole_entry = wrong[0] in _ENTRIES and len(wrong) > 1 and wrong[-1] not in _APART
    return place(wrong[:2] if whole_entry else wrong, {})


def _of_the_form(call: Call) -> Iterator[str]:
    """Tell what is wrong with the questions, the rules, and the places that tell of materials."""
    for step in (asked_by, precheck.asked_by):
        try:
            step(call)
        except CallError as refusal:
            yield from refusal.faults
            continue
        if step is asked_by:
            yield from unusable_places(call)
    yield from made_ready(call)[1]


def _answers(call: Call) -> list[str]:
    """Return where the call's example and its situations are not answered as they should be.

    They tell something of a call only if nothing else is wrong, and without an example there is
    nothing to start situations from.
    """
    return [*_example(call)] or [*surprises(call)]


def _strangers(folder: Traversable) -> Iterator[str]:
    for entry in sorted(folder.iterdir(), key=lambda it: it.name):
        known = _FOLDERS if entry.is_dir() else _FILES
        if entry.name not in known and not is_aside(entry.name):
            what = "文件夹" if entry.is_dir() else "文件"
            yield f"{entry.name}：没有哪一处用到这个{what}，请核对名称，或移走"


def _folder_name(call: Call, folder: Traversable) -> Iterator[str]:
    try:
        name = folder.name
    except TypeError:  # the top of an archive that is no file: it has no name, and zipfile raises
        return
    if name != call.id:
        yield f"call.toml 的 id：“{call.id}”应与文件夹的名称“{name}”相同，请改其中一个"


def _of_main(call: Call) -> Iterator[str]:
    """Tell what call.toml says that cannot be meant, though each value alone may stand there."""
    yield from contradictions(call)
    yield from unknown_regions(call)
    yield from _materials(call)


def _materials(call: Call) -> Iterator[str]:
    said = call.model_dump()
    for number, material in enumerate(call.materials):
        if not material.ready and not material.each_unit:
            yield (
                f"{place(('materials', number), said)}：没有写 ready 或 each_unit，看不出是否备齐；"
                '请写上问它是否备齐的问题，如 ready = ["/evidence/charter/ready"]'
            )


def _unread(call: Call, there: Written) -> Iterator[str]:
    """Tell which questions neither a rule nor a document nor a material goes by."""
    read_by_rules = frozenset[str]().union(*reads_of(call).values())
    materials = {at for it in call.materials for at in (*it.ready, *it.each_unit)}
    named = {at.rpartition("/")[2] for at in (*read_by_rules, *materials)} | _OF_THE_HOUSE
    named |= _OF_THE_SUMMARY if call.summary_in else frozenset()
    for text in there.word.values():
        named |= {name for tag in _TAG.findall(text) for name in _NAME.findall(tag)}
    for at, title in questions(asked_by(call)).items():
        if at.rpartition("/")[2] not in named:
            yield f"questions.toml 的“{title}”（{at}）：没有规则、文档或材料用到这一问"


def _example(call: Call) -> Iterator[str]:
    try:
        found = check(example(call), call).findings
        example(call, minimal=True)
    except CallError as refusal:
        yield from refusal.faults
        return
    for finding in found:
        if finding.status is Status.NOT_MET:
            yield f"{EXAMPLE}：样例不符合规则 {finding.rule}（{finding.title}）：{finding.message}"
