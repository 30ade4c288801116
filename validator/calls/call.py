"""The model of a call (通知): dates, thresholds, fields of support, materials, clauses, rules."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any, Self

from pydantic import (
    Field,
    PositiveInt,
    PrivateAttr,
    field_validator,
    model_validator,
)

from validator.calls.attachment import Attachment
from validator.calls.clause import Clause
from validator.calls.data import Data
from validator.calls.errors import CallError
from validator.calls.folder import Folder
from validator.calls.rule import StatedRule, Strength
from validator.calls.wording import Sections
from validator.chinese import in_chinese


class Window(Data):
    """When applications are accepted, both days included; a call may name the last day only."""

    first_day: date | None = None
    last_day: date

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.first_day is not None and self.first_day > self.last_day:
            msg = "受理首日晚于受理末日，请改 first_day 或 last_day"
            raise ValueError(msg)
        return self

    @property
    def in_words(self) -> str:
        """The window as a sentence says it: 2023年8月7日至2023年8月11日."""
        last = in_chinese(self.last_day)
        if self.first_day is None:
            return f"{last}前（含当日）"
        return f"{in_chinese(self.first_day)}至{last}"


class ReferenceDay(Data):
    """A day up to which the years of operation may be counted, and the name of that day."""

    name: str
    day: date


class Deadline(Data):
    """A day by which somebody must have done something.

    Attributes:
        day: the last day on which it may be done.
        who: who has to do it, e.g. 组织推荐单位.
        what: what is to be done, in words that follow `who`, e.g. 报送推荐名单.
    """

    day: date
    who: str = Field(min_length=1)
    what: str = Field(min_length=1)


class Operating(Data):
    """How many years an alliance must have run, and the days up to which they may be counted."""

    years: PositiveInt
    ends: tuple[ReferenceDay, ...] = Field(min_length=1)


class Thresholds(Data):
    """The numbers of the notice, and those that this site adds by convention.

    A call has those that one of its rules needs (`validator.rules.rule.Judge.needs`).
    """

    core_members_min: PositiveInt | None = None
    members_usual_max: PositiveInt | None = None
    copies: PositiveInt | None = None
    full_time_staff_min: PositiveInt | None = None
    credit_query_days: PositiveInt | None = None
    business_years: tuple[int, ...] = ()


class Region(Data):
    """The home of the programme, and the regions whose units are preferred.

    Attributes:
        province: the home province, or the province of the home city.
        city: the home city, where the home is not a whole province.
        code: the first digits of the home's GB/T 2260 code, two for a province, four for a city.
        partners: the preferred provinces.
        developed: provinces of which people decide whether they are preferred.
    """

    province: str
    city: str | None = None
    code: str = Field(pattern=r"^([0-9]{2}){1,3}$")
    partners: tuple[str, ...] = ()
    developed: tuple[str, ...] = ()

    @property
    def level(self) -> str:
        """What kind of place the province is, in a word that 本 and 外 go with: 省, 市, 区."""
        return self.province[-1]


class Support(Data):
    """重点产业链 and 特色专业镇 that the notice lists.

    `elsewhere` are those that other lists of the same office name, and the notice does not.
    """

    chains: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()


class Contact(Data):
    """Whom to ask, as printed in the notice, which may leave out whom and where."""

    office: str
    person: str = ""
    phone: str
    address: str = ""


class Material(Data):
    """One of the materials to be handed in, in the order of the notice.

    Attributes:
        position: The clause that asks for the material.
        title: What the notice calls the material.
        ready: The places in an application that must all say that the material is ready, as JSON
            pointers: yes/no questions, or lists, which say so when they have an entry.
        each_unit: The same for every unit, as JSON pointers from the unit.
    """

    position: str
    title: str
    ready: tuple[str, ...] = ()
    each_unit: tuple[str, ...] = ()


class Call(Data):
    """A published call, complete: what the rules and the site know about it.

    Attributes that are not told by their names:
        materials_in: The clause that lists the materials; empty where none does.
        summary_in: The clause that asks for a 汇总表; empty where none does, and none is made.
        remark: What everybody has to know of the call beforehand, in a sentence; the site says it
            beside the call's name and on each of its pages. Usually empty.
    """

    id: str
    title: str
    programme: str
    year: int
    issuer: str
    issued: date
    regulation: str = ""
    name_pattern: str = ""
    recommenders: tuple[str, ...] = ()
    recognised: tuple[str, ...] = ()
    window: Window
    operating: Operating | None = None
    thresholds: Thresholds = Thresholds()
    figures: dict[str, PositiveInt] = Field(default={})
    lists: dict[str, tuple[str, ...]] = Field(default={})
    deadlines: dict[str, Deadline] = Field(default={})
    region: Region | None = None
    support: Support = Support()
    contact: Contact
    materials: tuple[Material, ...]
    materials_in: str = ""
    summary_in: str = ""
    remark: str = ""
    clauses: tuple[Clause, ...]
    rules: tuple[StatedRule, ...]
    documents: tuple[Attachment, ...]
    questions: Sections
    precheck: Sections
    readings: dict[str, str]

    @property
    def yearly(self) -> str:
        """The programme with its year, such as 2023年度山西省产业技术创新战略联盟."""
        return f"{self.year}年度{self.programme}"

    _folder: Folder | None = PrivateAttr(default=None)

    @property
    def folder(self) -> Folder:
        """The folder that the call was read from, with its templates.

        Raises:
            CallError: the call was made of texts, without a folder.
        """
        if self._folder is None:
            message = f"通知“{self.id}”不是从文件夹读入的，没有模板"
            raise CallError(message)
        return self._folder

    def within(self, folder: Folder) -> Self:
        """Return the call as read from a folder."""
        copy = self.model_copy()
        copy._folder = folder  # noqa: SLF001 - of the copy
        return copy

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy, from the same folder."""
        copy = super().model_copy(update=update, deep=deep)
        copy._folder = self._folder  # noqa: SLF001 - of the copy
        return copy

    @property
    def opens(self) -> date:
        """The first day of the window; where the call names none, the day it was issued."""
        return self.window.first_day or self.issued

    @cached_property
    def digest(self) -> str:
        """The SHA-256, in hex, of the call's data that a finding may depend on.

        Comments and layout of the files do not count, nor do the documents to be filled. The order
        of the questions counts, since it is the order of asking.
        """
        said = json.dumps(self.model_dump(mode="json", exclude={"documents"}), ensure_ascii=False)
        return hashlib.sha256(said.encode()).hexdigest()

    def __hash__(self) -> int:
        """Return the digest's hash: a rule's arguments may hold a dict, which has no hash."""
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        """Whether two calls say the same, wherever their folders lie."""
        if not isinstance(other, Call):
            return NotImplemented
        return self.digest == other.digest and self.documents == other.documents

    @field_validator("name_pattern")
    @classmethod
    def _compiles(cls, value: str) -> str:
        try:
            re.compile(value)
        except re.error as error:
            msg = f"不是可用的正则表达式，第 {(error.pos or 0) + 1} 个字符附近有误"
            raise ValueError(msg) from None
        return value

    @cached_property
    def _clauses_by_rule(self) -> dict[str, tuple[Clause, ...]]:
        rules = {rule for clause in self.clauses for rule in clause.rules}
        return {
            rule: tuple(clause for clause in self.clauses if rule in clause.rules) for rule in rules
        }

    @cached_property
    def refusing(self) -> tuple[Clause, ...]:
        """The clauses by which the notice itself refuses an application (“不予受理”), each once."""
        rules = {rule.id for rule in self.rules if rule.strength is Strength.LITERAL}
        return tuple(clause for clause in self.clauses if rules & set(clause.rules))

    def clauses_of(self, rule: str) -> tuple[Clause, ...]:
        """Return the clauses that a rule decides, in the order of the notice; none for a hint."""
        return self._clauses_by_rule.get(rule, ())

    @cached_property
    def _quotes(self) -> dict[str, str]:
        return {
            rule: "；".join(clause.quote(rule) for clause in clauses)
            for rule, clauses in self._clauses_by_rule.items()
        }

    @cached_property
    def _positions(self) -> dict[str, str]:
        return {
            rule: "、".join(clause.position for clause in clauses)
            for rule, clauses in self._clauses_by_rule.items()
        }

    def quote(self, rule: str) -> str:
        """Return the notice's text that a rule decides, word for word; empty for a hint."""
        return self._quotes.get(rule, "")

    def position(self, rule: str) -> str:
        """Return where a rule stands in the notice, e.g. 三（一）3; several are joined by 、."""
        return self._positions.get(rule, "")
