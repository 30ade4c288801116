"""Reads a call from its folder; an error names file, key and reason of each mistake."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from validator.calls.call import Call
from validator.calls.errors import CallError
from validator.calls.folder import HOME, MAIN, TEMPLATES, Folder, packaged, packaged_ids
from validator.calls.mismatches import mismatches
from validator.calls.places import OWN_FILE, TABLES, file_of, place
from validator.calls.tables import tables
from validator.nearest import hint

DEFAULT: str = tomllib.loads(HOME.text("calls.toml"))["default"]
"""The id of the call that is meant where a draft names none."""


_brought: dict[str, Call] = {}
"""The calls that `bring` was given, by id."""


def load(call_id: str) -> Call:
    """Return a call: one that was brought, else the packaged one.

    Raises:
        CallError: no call has this id, or the call's data is wrong.
    """
    return _brought.get(call_id) or _packaged(call_id)


@cache  # every draft that is read asks for its call
def _packaged(call_id: str) -> Call:
    return _read(packaged(call_id))


def available() -> tuple[str, ...]:
    """Return the ids of the calls that `load` knows, sorted."""
    return tuple(sorted({*packaged_ids(), *_brought}))


def bring(folder: Folder) -> Call:
    """Make a call known from its folder, in the place of a known call with the same id.

    Raises:
        CallError: the folder holds no call, or the call's data is wrong.
    """
    call = _read(folder)
    _brought[call.id] = call
    return call


def read(folder: Traversable) -> Call:
    """Return the call of a folder, which may lie anywhere.

    Raises:
        CallError: a file is missing or not UTF-8, or its data is wrong.
    """
    return _read(Folder(lambda: folder))


def _read(folder: Folder) -> Call:
    found = looked_through(folder)
    if found.call is None or found.faults:
        raise CallError.of(found.faults)
    return found.call


@dataclass(frozen=True)
class Looked:
    """What is found in a call's folder.

    Attributes:
        call: the call; None where a file cannot be read or a key is wrong.
        faults: every fault of the data, a line each.
        said: the data by key, as TOML has it; without the keys of files that cannot be read.
        wrong: the places of wrong keys in it.
    """

    call: Call | None
    faults: tuple[str, ...]
    said: Mapping[str, Any]
    wrong: tuple[tuple[int | str, ...], ...]


def looked_through(folder: Folder) -> Looked:
    """Return what is found in a call's folder."""
    texts: dict[str, str] = {}
    faults: list[str] = []
    for name in (MAIN, *OWN_FILE.values(), *map(file_of, TABLES)):
        try:
            texts[name] = folder.text(name)
        except CallError as refusal:
            faults += refusal.faults
    found = _parsed(texts)
    if found.call is None:
        return replace(found, faults=(*faults, *found.faults))
    faults += [*found.faults, *unmatched(found.call, folder)]
    return replace(found, call=found.call.within(folder), faults=tuple(faults))


def unmatched(call: Call, folder: Folder) -> Iterator[str]:
    """Tell which attachment has no template, and which template belongs to no attachment."""
    there = folder.templates()
    if there is None:
        return
    said = call.model_dump()
    for number, known in enumerate(call.documents):
        if known.template not in there:
            way_out = hint(known.template, there)
            yield (
                f"{place(('documents', number, 'template'), said)}：文件夹 {TEMPLATES} 里没有"
                f"“{known.template}”，请放进去，或改成已有的文件名{way_out}"
            )
    for name in sorted(there.keys() - {known.template for known in call.documents}):
        yield f"{TEMPLATES}/{name}：documents.toml 没有登记这个模板，请登记或移走"


def parse(texts: Mapping[str, str]) -> Call:
    """Return the call that the texts of its files describe.

    Args:
        texts: the text of each file of the folder, by its name.

    Raises:
        CallError: a text is not TOML, or a key is missing, unknown, wrong or in the wrong file.
    """
    found = _parsed(texts)
    if found.call is None or found.faults:
        raise CallError.of(found.faults)
    return found.call


def _parsed(texts: Mapping[str, str]) -> Looked:
    """Return what some texts say; nothing is told of files that are not there."""
    said: dict[str, Any] = {}
    faults: list[str] = []
    unread = {MAIN, *OWN_FILE.values(), *map(file_of, TABLES)} - texts.keys()
    for name, text in texts.items():
        try:
            read_in = tables(name, text)
        except CallError as refusal:
            faults += refusal.faults
            unread.add(name)
            continue
        if (table := name.removesuffix(".toml")) in TABLES:
            said[table] = read_in
            continue
        for key, value in read_in.items():
            if file_of(key) == name:
                said[key] = value
            else:
                faults.append(f"{name} 的 {key}：{_reason(key, name)}")
    call, wrong = None, list[ErrorDetails]()
    try:
        call = Call.model_validate(_frozen(said))
    except ValidationError as error:
        # Of a file that is not read, pydantic finds only that its keys are missing.
        wrong = [it for it in error.errors() if file_of(str(it["loc"][0])) not in unread]
    if wrong:
        from validator.calls.mistakes import mistakes  # noqa: PLC0415 - no visit has to fetch it

        faults += mistakes(wrong, Call, said)
    faults += mismatches(said)
    return Looked(call, tuple(faults), said, tuple(item["loc"] for item in wrong))


def _reason(key: str, name: str) -> str:
    """Say what is wrong with a key that does not belong into a file with lists of its own."""
    if key in (*OWN_FILE, *TABLES):
        return f"应写在 {file_of(key)} 中"
    own = next(table for table, file in OWN_FILE.items() if file == name)
    return f"没有这一项，请核对名称；这里只写 [[{own}]]"


def _frozen(value: Any) -> Any:  # noqa: ANN401 - any TOML value
    """Return a value with its lists as tuples, since strict models refuse a list for a tuple."""
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
