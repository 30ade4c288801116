"""Reads and writes drafts (草稿): applications as they are saved, with a version."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from itertools import accumulate
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from validator.application import Application
from validator.application.asked import asked_by, with_fields
from validator.application.base import Section, ask, hidden
from validator.application.names import half_width
from validator.application.pointers import choices, label, pointer, question, rows_max
from validator.application.text import Line
from validator.application.wording import described
from validator.calls import DEFAULT, Call, available, load
from validator.fingerprint import fingerprint
from validator.migrations import STEPS
from validator.problems import SENTENCES, Problem, RefusedError, describe

VERSION = STEPS.present
_VERSION_KEY, _NAME_KEY, _FINGERPRINT_KEY = "draft_version", "draft_name", "fingerprint"
_VERSION_LABEL, _NAME_LABEL, _FINGERPRINT_LABEL = "草稿版本", "草稿名称", "规则指纹"
_NAME: TypeAdapter[str | None] = TypeAdapter(Line)
SIZE_MAX = 20_000_000
TOO_LARGE = f"文件过大，草稿不应超过 {SIZE_MAX // 1_000_000} MB"
ANSWERS_MAX = 50_000
"""The most values in a draft; a draft with three hundred members has some twenty thousand."""
LINES_MAX = 1_000
"""The most entries in a draft of a list that is typed as lines of text."""
_PASSES_MAX = 5
_DEPTH_MAX = 64
_DEEPER = dict(zip(b"[{]},", (1, 1, -1, -1, 0), strict=True))
_NO_STRUCTURE = bytes(set(range(256)) - {*b'[{]},"'})
_EXACT_MAX = 2**53 - 1
"""Up to this number JavaScript, which shows the draft, holds every whole number exactly."""
_DIGITS_MAX = 15
_NUMERAL = re.compile(r"[+-]?([0-9]+)(?:\.([0-9]*))?(?:[eE][+-]?[0-9]+)?")
_NO_NUMBER = {"int_type", "float_type", "decimal_type"}
_TOO_DEEP = "文件嵌套过深，不是草稿"
_NO_SUCH = SENTENCES["extra_forbidden"]
_LEFT_ASIDE = "这份通知不问这一项；内容保留在草稿里，不计入核验和材料"


class DraftError(RefusedError):
    """A file that cannot be used as a draft. The message says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Received:
    """A draft as read.

    Attributes:
        application: the answers that can be used; a check has to be given `problems` as well.
        problems: the answers that cannot be used, without those that an earlier answer hides.
        name: the draft's own name; None where it has none.
        draft: the whole draft as the present version writes it, unusable answers among it.
        unasked: the answers that cannot be used and that an earlier answer hides.
        left_aside: the answers to what the call does not ask but another call does; `draft` keeps
            them.
        outdated: whether the call or the rules have changed since the draft was saved. `draft`
            holds the fingerprint of the present ones.
    """

    application: Application
    problems: tuple[Problem, ...]
    name: str | None
    draft: dict[str, Any]
    unasked: tuple[Problem, ...] = ()
    left_aside: tuple[Problem, ...] = ()
    outdated: bool = False


@cache
def _file(asked: type[Application]) -> type[Application]:
    """Return the model of a draft file, so that one pass of pydantic reads it in its own order."""
    titles = {
        _VERSION_KEY: _VERSION_LABEL,
        _NAME_KEY: _NAME_LABEL,
        _FINGERPRINT_KEY: _FINGERPRINT_LABEL,
    }
    own = {
        name: FieldInfo.from_annotated_attribute(Any, ask(title)) for name, title in titles.items()
    }
    return with_fields(asked, asked.model_fields | own)


def _application(file: Application, asked: type[Application]) -> Application:
    """Return the application in a draft file, without the fields of the draft itself."""
    answered = file.model_fields_set & asked.model_fields.keys()
    answers = {name: vars(file)[name] for name in asked.model_fields}
    return asked.model_construct(answered, **answers)


def read(text: str, call: Call | None = None) -> Received:
    """Read a draft of this version or an earlier one.

    Args:
        text: JSON, an object of `Application`'s fields, optionally with `draft_version` (1 when
            it is missing), `draft_name`, and the `fingerprint` of the call and the rules by which
            the draft was saved.
        call: the call as whose application the draft is read, whichever call it answers; None for
            the call that the draft itself names.

    Raises:
        DraftError: the text is not JSON, is no object, is from a newer version, answers a call
            that is not here, or is too large or too deep.
    """
    draft, told = _draft(text.removeprefix("\ufeff"))
    if call is None:
        _check_notice(draft.get("notice"))
    name, misnamed = _name(draft.get(_NAME_KEY))
    named = draft.get("notice") or DEFAULT
    own = call if call and named not in available() else load(named)
    read_for = call or own
    asked = asked_by(read_for)
    saved_by, present = draft.pop(_FINGERPRINT_KEY, None), fingerprint(read_for)
    draft = {_VERSION_KEY: VERSION, _FINGERPRINT_KEY: present, **draft}
    outdated = named == read_for.id and isinstance(saved_by, str) and saved_by != present
    wrong: dict[tuple[int | str, ...], str] = {}
    for _ in range(_PASSES_MAX):
        try:
            application = _application(_file(asked).model_validate_json(told), asked)
        except ValidationError as error:
            answers = json.loads(told)  # a copy, so that `draft` keeps the unusable answers
            for item in reversed(error.errors(include_url=False)):
                if not item["loc"]:
                    raise DraftError(_TOO_DEEP) from None
                wrong.setdefault(item["loc"], _said(item, asked))
                _forget(answers, item["loc"], row=item["type"] == "model_type")
            told = json.dumps(answers, ensure_ascii=False)
            continue
        problems: list[Problem] = []
        unasked: list[Problem] = []
        left_aside: list[Problem] = []
        for place, message in reversed(wrong.items()):
            elsewhere = _asked_elsewhere(place, asked, own) if message == _NO_SUCH else None
            if elsewhere is not None:
                left_aside.append(_problem(place, _LEFT_ASIDE, elsewhere))
            elif _is_hidden(application, place):
                unasked.append(_problem(place, message, asked))
            else:
                problems.append(_problem(place, message, asked))
        return Received(
            application,
            (*misnamed, *problems),
            name,
            draft,
            tuple(unasked),
            tuple(left_aside),
            outdated,
        )
    msg = "草稿的结构与本站不符，无法读取"
    raise DraftError(msg)


def text_of(content: bytes) -> str:
    """Return a draft file's text; the encoding is UTF-8, UTF-16 or UTF-32, found by its bytes.

    Raises:
        DraftError: the bytes are no text in that encoding.
    """
    try:
        return content.decode(json.detect_encoding(content)).removeprefix("\ufeff")
    except UnicodeDecodeError:
        msg = (
            "这个文件不是 UTF-8 文本，不是草稿；如果它是以 GBK（ANSI）编码保存的，"
            "请用记事本另存为 UTF-8，旧版 Word（.doc）请另存为 .docx"
        )
        raise DraftError(msg) from None


def declared(application: Application) -> Received:
    """Return what `read` would give for the draft of an application."""
    return Received(application, (), None, _written(application, None))


def is_foreign(text: str) -> bool:
    """Whether a JSON object has no key of a draft, so that some other program wrote the file."""
    said = json.loads(text.removeprefix("\ufeff"))
    return set(said).isdisjoint({_VERSION_KEY, *Application.model_fields})


def overlong(draft: dict[str, Any], asked: type[Application]) -> Iterator[str]:
    """Name the lists of a draft that are longer than the form can show, and the most they hold.

    Args:
        draft: the draft.
        asked: the model of what the form asks.
    """
    todo: list[tuple[str, Any]] = [("", draft)]
    while todo:
        place, found = todo.pop()
        if isinstance(found, list):
            most = rows_max(place, asked) or LINES_MAX
            if len(found) > most:
                yield f"{label(place, asked)}有 {len(found)} 项，最多 {most} 项"
                continue
        if isinstance(found, dict | list):
            inner = found.items() if isinstance(found, dict) else enumerate(found)
            todo += [(place + pointer((step,)), it) for step, it in inner if it]


def schema(call: Call) -> dict[str, Any]:
    """Return the JSON Schema of a draft for a call: what it asks, with the draft's own fields.

    Raises:
        CallError: the call lists what cannot be asked.
    """
    found = described(call)
    for section in (found, *found["$defs"].values()):
        section.pop("description", None)  # pydantic puts the models' English docstrings here.
    version = {"title": _VERSION_LABEL, "type": "integer", "const": VERSION, "default": VERSION}
    name = {"title": _NAME_LABEL, **_NAME.json_schema(), "default": None}
    saved_by = {"title": _FINGERPRINT_LABEL, "type": "string"}
    own = {_VERSION_KEY: version, _NAME_KEY: name, _FINGERPRINT_KEY: saved_by}
    found["properties"] = own | found["properties"]
    return found


def save(application: Application, name: str | None = None) -> str:
    """Return a draft as JSON text: answered questions only, with the present version.

    Args:
        application: what was declared.
        name: the draft's own name, if it has one.
    """
    return as_text(_written(application, name))


def as_text(draft: dict[str, Any]) -> str:
    """Return a draft as the text of a draft file."""
    return json.dumps(draft, ensure_ascii=False, indent=2)


def _written(application: Application, name: str | None) -> dict[str, Any]:
    answers = application.model_dump(mode="json", exclude_defaults=True)
    own = {_VERSION_KEY: VERSION} | ({_NAME_KEY: name} if name else {})
    call = application.notice or DEFAULT
    marked = {_FINGERPRINT_KEY: fingerprint(load(call))} if call in available() else {}
    return own | marked | answers


def _draft(text: str) -> tuple[dict[str, Any], str]:
    """Return a draft of the present version, as an object and as JSON text without the version."""
    check_bounds(text)
    beyond: list[str] = []
    try:
        answers = json.loads(
            text,
            parse_constant=_refuse_constant,
            object_pairs_hook=_unique,
            parse_int=partial(_number, int, beyond),
            parse_float=partial(_number, float, beyond),
        )
        (json.dumps(answers, ensure_ascii=False) if "\\u" in text else text).encode()
    except RecursionError:
        raise DraftError(_TOO_DEEP) from None
    except UnicodeEncodeError:
        msg = "文件含有无法识别的字符（孤立的代理项），请删除后重试"
        raise DraftError(msg) from None
    except json.JSONDecodeError as error:
        place = f"第 {error.lineno} 行第 {error.colno} 列"
        msg = f"不是有效的 JSON 文件：{place}附近有误，文件可能不完整"
        raise DraftError(msg) from None
    except DraftError:
        raise
    except ValueError:
        msg = "不是有效的 JSON 文件：含有过长的数字"
        raise DraftError(msg) from None
    if not isinstance(answers, dict):
        msg = "草稿应为一组“名称: 值”（JSON 对象）"
        raise DraftError(msg)
    version = _checked_version(answers.pop(_VERSION_KEY, 1))
    if version < VERSION:
        answers = STEPS.bring_up(answers, version)
    if version < VERSION or beyond:
        text = json.dumps(answers, ensure_ascii=False)
    return {_VERSION_KEY: VERSION, **answers}, text


def check_bounds(text: str) -> None:
    """Refuse a text that is too long, too deep or too full, before any parser reads it.

    Deep nesting overflows the stack and ends the browser's Python; each value costs memory.

    Raises:
        DraftError: the text is such a one; the message says why.
    """
    if len(text) > SIZE_MAX:
        raise DraftError(TOO_LARGE)
    depth, values = _shape(text)
    if depth > _DEPTH_MAX:
        raise DraftError(_TOO_DEEP)
    if values > ANSWERS_MAX:
        msg = f"草稿里的内容过多，最多 {ANSWERS_MAX // 10_000} 万项"
        raise DraftError(msg)


def _said(error: ErrorDetails, asked: type[Application]) -> str:
    """Say what is wrong, with the codes of the choices, which the author of a file has to know."""
    if error["type"] in _NO_NUMBER and _is_beyond(error["input"]):
        return f"数字过大或位数过多，最多 {_DIGITS_MAX} 位"
    known = choices(pointer(error["loc"]), asked) if error["type"] == "enum" else ""
    return describe(error, known)


def _shape(text: str) -> tuple[int, int]:
    """Return how deep brackets nest outside strings, and the most values that there can be."""
    if "\\" in text:
        text = text.replace("\\\\", "").replace('\\"', "")
    marks = text.encode(errors="replace").translate(None, _NO_STRUCTURE)
    structure = b"".join(marks.split(b'"')[::2])
    values = sum(map(structure.count, (b",", b"[", b"{")))
    return max(accumulate(map(_DEEPER.__getitem__, structure)), default=0), values


def _number(kind: type[int | float], beyond: list[str], text: str) -> int | float | str:
    """Return a number; one that JavaScript cannot hold exactly as text, which `beyond` notes.

    JavaScript would round such a number, and Python may write it as `Infinity`, which is no JSON.
    """
    number = kind(text)
    if -_EXACT_MAX <= number <= _EXACT_MAX:
        return number
    beyond.append(text)
    return text


def _is_beyond(answer: object) -> bool:
    """Whether an answer is the text of a number with too many digits, or too large, to be exact."""
    found = isinstance(answer, str) and _NUMERAL.fullmatch(half_width(answer).strip())
    if not found:
        return False
    digits = (found[1] + (found[2] or "")).lstrip("0")
    return len(digits) > _DIGITS_MAX or abs(float(found[0])) > _EXACT_MAX


def _refuse_constant(name: str) -> None:
    msg = f"不是有效的 JSON 文件：{name} 不是 JSON 数字"
    raise DraftError(msg)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse an object with a name twice: the parser would drop one answer without a word."""
    answers = dict(pairs)
    if len(answers) < len(pairs):
        times = Counter(name for name, _ in pairs)
        twice = next(name for name, _ in pairs if times[name] > 1)
        msg = f"文件中“{twice}”重复出现，请只保留一个"
        raise DraftError(msg)
    return answers


def _checked_version(version: object) -> int:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        msg = f"草稿版本“{version}”无法识别"
        raise DraftError(msg)
    if version > VERSION:
        msg = f"草稿由更新的版本（{version}）保存，本站只能读到版本 {VERSION}；请刷新页面或使用新版"
        raise DraftError(msg)
    return version


def _check_notice(notice: object) -> None:
    if notice is not None and notice not in available():
        known = "、".join(f"“{call_id}”" for call_id in available())
        msg = f"草稿申报的通知是“{notice}”，本站没有这个通知；现有：{known}"
        raise DraftError(msg)


def _name(given: object) -> tuple[str | None, tuple[Problem, ...]]:
    """Return a draft's own name, and the problem of a name that cannot be used."""
    try:
        return _NAME.validate_python(given), ()
    except ValidationError as error:
        message = describe(error.errors(include_url=False)[0])
        return None, (Problem(f"/{_NAME_KEY}", _NAME_LABEL, message),)


def _problem(location: tuple[int | str, ...], message: str, asked: type[Application]) -> Problem:
    place = pointer(location)
    return Problem(place, label(place, asked), message)


def _asked_elsewhere(
    location: tuple[int | str, ...], asked: type[Application], own: Call
) -> type[Application] | None:
    """Return a model that asks what `asked` does not; None where no known call asks it."""
    for other in (asked_by(own), Application):
        if other is not asked:
            with suppress(LookupError):
                question(pointer(location), other)
                return other
    return None


def _is_hidden(application: Application, location: tuple[int | str, ...]) -> bool:
    """Whether a place is, or lies in, a question or list that an earlier answer hides."""
    part: Any = application
    for step in location:
        if isinstance(part, Section):
            if step in hidden(part):
                return True
            part = getattr(part, str(step), None)
        elif isinstance(part, tuple) and isinstance(step, int) and step in range(len(part)):
            part = part[step]
        else:
            break
    return False


def _forget(answers: Any, location: tuple[int | str, ...], *, row: bool) -> None:  # noqa: ANN401
    """Remove the answer at a location; a row is emptied, since removing it would move others."""
    *path, last = location
    for step in path:
        answers = answers[step]
    if row:
        answers[last] = {}
    else:
        del answers[last]
