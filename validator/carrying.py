"""Carries a draft over to another call: answers to questions of both stay, others are named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_origin

from validator import drafts
from validator.application import Application
from validator.application.asked import asked_by
from validator.application.base import Section
from validator.application.in_words import in_words
from validator.application.places import asked
from validator.application.pointers import label, question, section_of
from validator.calls import Call, available, load

_OF_THE_DRAFT = ("draft_version", "draft_name", "notice", "fingerprint")
"""Keys of a draft that answer no question."""
_KEPT = ("draft_version", "draft_name")


@dataclass(frozen=True, slots=True)
class Dropped:
    """An answer that the new call does not ask for.

    Attributes:
        label: the question, as the old call names it.
        words: the answer in words.
    """

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Carried:
    """A draft that was carried over.

    Attributes:
        before: what the call that it answered is called; its id where that call is not here.
        received: the draft as one of the new call. Its problems are the answers that the new call
            does not accept: they stay in the draft, and the form marks them.
        kept: the number of answers that stay.
        dropped: the answers that the new call does not ask for.
        new: the questions that only the new call asks, each once for all rows of a list.
    """

    before: str
    received: drafts.Received
    kept: int
    dropped: tuple[Dropped, ...]
    new: tuple[str, ...]


def carried_to(received: drafts.Received, call: Call) -> Carried | None:
    """Return a draft that answers another call as one of this call; None if it answers this one.

    The answers are read by what each of the two calls asks: without that, answers that this call
    asks otherwise would be decided as if they had been given to it.

    Args:
        received: the draft as it was read.
        call: the call that the draft is to answer.
    """
    named = received.draft.get("notice", call.id)
    if named in (None, call.id):
        return None
    return carry(received.draft, load(named) if named in available() else None, call)


def carry(draft: dict[str, Any], before: Call | None, call: Call) -> Carried:
    """Return a draft as one of another call.

    Args:
        draft: the draft, of the present version.
        before: the call that the draft answers; None if that call is not here. Questions of that
            call's own are then named by their keys, and their answers given as the draft has them.
        call: the call that the draft is to answer.
    """
    old, new = asked_by(before) if before else Application, asked_by(call)
    split = _Split(drafts.read(drafts.as_text(draft), before or call), old)
    about = {key: draft[key] for key in _KEPT if key in draft} | {"notice": call.id}
    answers = {key: value for key, value in draft.items() if key not in _OF_THE_DRAFT}
    stays = split.section(answers, old, new, "")
    received = drafts.read(drafts.as_text(about | stays), call)
    named = before.yearly if before else str(draft.get("notice"))
    return Carried(named, received, split.kept, tuple(split.dropped), tuple(_only_in(new, old)))


class _Split:
    """Sorts the answers of a draft into those that stay and those that are dropped."""

    def __init__(self, received: drafts.Received, old: type[Section]) -> None:
        self._answers = asked(received.application).answers
        self._old = old
        self.kept = 0
        self.dropped: list[Dropped] = []

    def section(
        self, said: dict[str, Any], old: type[Section], new: type[Section], pointer: str
    ) -> dict[str, Any]:
        stays: dict[str, Any] = {}
        for name, value in said.items():
            place = f"{pointer}/{name}"
            if name not in new.model_fields:
                self._drop(value, place)
                continue
            inner = section_of(new.model_fields[name].annotation)
            was = old.model_fields.get(name)
            before = section_of(was.annotation) if was else None
            if inner is None or before is None:
                self.kept += value not in (None, "", [])
                stays[name] = value
            elif isinstance(value, list):
                stays[name] = [
                    self.section(row, before, inner, f"{place}/{number}")
                    if isinstance(row, dict)
                    else row
                    for number, row in enumerate(value)
                ]
            else:
                is_whole = isinstance(value, dict)
                stays[name] = self.section(value, before, inner, place) if is_whole else value
        return stays

    def _drop(self, value: Any, place: str) -> None:  # noqa: ANN401 - any value of JSON
        """Name an answer that is dropped; of a part or a list, each answer in it."""
        if isinstance(value, dict):
            for name, inner in value.items():
                self._drop(inner, f"{place}/{name}")
        elif isinstance(value, list) and any(isinstance(row, dict) for row in value):
            for number, row in enumerate(value):
                self._drop(row, f"{place}/{number}")
        elif value not in (None, "", []):
            known = self._answers.get(place)
            usable = known is not None and known != ()
            words = in_words(known, question(place, self._old)) if usable else str(value)
            self.dropped.append(Dropped(label(place, self._old), words))


def _only_in(new: type[Section], old: type[Section] | None, title: str = "") -> Iterator[str]:
    """Yield the titles of the questions that `new` asks and `old` does not."""
    for name, field in new.model_fields.items():
        was = old.model_fields.get(name) if old else None
        inner = section_of(field.annotation)
        named = f"{title} › {field.title}" if title else str(field.title)
        if inner is not None:
            before = section_of(was.annotation) if was else None
            is_list = get_origin(field.annotation) is tuple
            yield from _only_in(inner, before, f"{named}（每行）" if is_list else named)
        elif was is None:
            yield named
