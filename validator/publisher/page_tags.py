"""Finds what is wrong in the tags of a call's page, {{ … }} and {% … %}."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import DictLoader, Environment, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import BaseModel

from validator.calls import Call
from validator.markup import page_environment
from validator.nearest import hint
from validator.publisher.page_words import FILTERS, NAMES, PARTS

_Fault = tuple[int, str]
_ALWAYS_THERE = frozenset({"loop", "caller", "varargs", "kwargs", "self", "super"})
_UNKNOWN_TAG = re.compile(r"unknown tag '(\w+)'")
_BLOCK = re.compile(r"\{%-?\s*(end)?(if|for|macro|call|filter|block|raw|with)\b")
_OPEN_TAG = re.compile(r"The innermost block that needs to be closed is '(\w+)'")
_ASKING = (nodes.If, nodes.CondExpr, nodes.Or, nodes.And, nodes.Assign)
"""Within these a page may ask first whether the call says something; so None is no fault there."""


@dataclass(frozen=True)
class Given:
    """What the words of a page may mean: the names that a function takes, by function."""

    call: Call
    taken: Mapping[str, tuple[str, Collection[str]]]


def faults_of_tags(text: str, given: Given) -> list[_Fault]:
    """Return what is wrong in a page: the line, counted from one, and the reason with the way out.

    The page is filled in a sandbox, since a folder may come from a stranger.

    Args:
        text: the page without its front matter.
        given: what the words of the page may mean.
    """
    loader = DictLoader(dict.fromkeys(PARTS, ""))
    environment = page_environment(loader, ImmutableSandboxedEnvironment)
    environment.filters.update(dict.fromkeys(FILTERS, _as_text))
    try:
        tree = environment.parse(text)
    except TemplateSyntaxError as error:
        message = error.message or ""
        line = _last_open(text) if _OPEN_TAG.search(message) else error.lineno
        return [(line, _in_chinese(message))]
    found = [*_of_tree(tree, environment, given)]
    return found or [*_of_filling(text, environment, given)]


def _as_text(value: object, *_: object, **__: object) -> str:
    return str(value)


def _last_open(text: str) -> int:
    """Return the line of the last block that is not closed; Jinja tells the end of the page."""
    opened: list[tuple[str, int]] = []
    for tag in _BLOCK.finditer(text):
        end, name = tag.groups()
        if end and opened and opened[-1][0] == name:
            opened.pop()
        elif not end:
            opened.append((name, text.count("\n", 0, tag.start()) + 1))
    return opened[-1][1] if opened else 1


def _in_chinese(message: str) -> str:
    """Return Jinja's message of a page that cannot be parsed in Chinese, with the way out."""
    if found := _OPEN_TAG.search(message):
        return f"{{% {found[1]} %}} 没有结束，请补上 {{% end{found[1]} %}}"
    if found := _UNKNOWN_TAG.search(message):
        return f"没有 {{% {found[1]} %}} 这样的标记，请核对拼写；多余的结束标记请删去"
    return (
        "{{ … }} 或 {% … %} 写得不完整，请核对括号和引号是否成对；"
        "要照原样显示的，放在 {% raw %} 和 {% endraw %} 之间"
    )


def _of_tree(tree: nodes.Template, environment: Environment, given: Given) -> Iterator[_Fault]:
    known = NAMES | _ALWAYS_THERE | environment.globals.keys() | _assigned(tree)
    for node in tree.find_all(nodes.Filter):
        if node.name not in environment.filters:
            yield node.lineno, f"没有“{node.name}”这个过滤器{hint(node.name, environment.filters)}"
    for test in tree.find_all(nodes.Test):
        if test.name not in environment.tests:
            yield test.lineno, f"没有“{test.name}”这种判断{hint(test.name, environment.tests)}"
    for part in tree.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
        name = getattr(part, "template", None)
        if isinstance(name, nodes.Const) and name.value not in PARTS:
            yield part.lineno, f"没有“{name.value}”可以引入{hint(str(name.value), PARTS)}"
    for used in tree.find_all(nodes.Call):
        yield from _of_use(used, given)
    own = _assigned(tree)
    yield from _of_names(tree, known, own, given, guarded=False)


def _assigned(tree: nodes.Template) -> frozenset[str]:
    """Return the names that a page itself gives something: by set, for, macro or import."""
    found = {it.name for it in tree.find_all(nodes.Name) if it.ctx != "load"}
    found |= {it.name for it in tree.find_all(nodes.Macro)}
    found |= {it.target for it in tree.find_all(nodes.Import)}
    for it in tree.find_all(nodes.FromImport):
        found |= {name if isinstance(name, str) else name[1] for name in it.names}
    return frozenset(found)


def _of_use(used: nodes.Call, given: Given) -> Iterator[_Fault]:
    if not isinstance(used.node, nodes.Name) or used.node.name not in given.taken:
        return
    reason, known = given.taken[used.node.name]
    for argument in used.args[:1] if used.node.name == "url" else used.args:
        if isinstance(argument, nodes.Const) and argument.value not in known:
            name = str(argument.value)
            yield argument.lineno, f"{reason.format(name)}{hint(name, sorted(known))}"


def _of_names(
    node: nodes.Node,
    known: Collection[str],
    own: Collection[str],
    given: Given,
    *,
    guarded: bool,
) -> Iterator[_Fault]:
    """Tell which names there are not; where a page asks first whether one is there, nothing."""
    if isinstance(node, nodes.Test) and node.name in ("defined", "undefined"):
        return
    if isinstance(node, nodes.Filter) and node.name in ("default", "d"):
        return
    if isinstance(node, (nodes.Getattr, nodes.Getitem)):
        steps = _steps(node)
        if steps and steps[0] == "call" and "call" not in own:
            if fault := _of_call(steps[1:], given.call, guarded=guarded):
                yield node.lineno, fault
            return
    if isinstance(node, nodes.Name) and node.ctx == "load" and node.name not in known:
        yield node.lineno, f"页面里没有“{node.name}”可用{hint(node.name, sorted(NAMES))}"
    guarded = guarded or isinstance(node, _ASKING)
    for child in node.iter_child_nodes():
        yield from _of_names(child, known, own, given, guarded=guarded)


def _steps(node: nodes.Node) -> list[str]:
    """Return the names of call.thresholds.copies one by one; none of what is not so written."""
    if isinstance(node, nodes.Name):
        return [node.name]
    if isinstance(node, nodes.Getattr):
        above = _steps(node.node)
        return [*above, node.attr] if above else []
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        above = _steps(node.node)
        return [*above, str(node.arg.value)] if above else []
    return []


def _of_call(steps: list[str], call: Call, *, guarded: bool) -> str:
    """Say what is wrong with a value of the call that a page names."""
    found: Any = call
    for number, step in enumerate(steps):
        written = ".".join(steps[:number])
        if found is None:
            return "" if guarded else f"call.toml 没有写 {written}，页面却要用 {'.'.join(steps)}"
        try:
            found = _inside(found, step)
        except LookupError:
            way_out = hint(step, _known_in(found))
            return f"call.toml 的{f' {written} ' if written else '数据'}里没有“{step}”{way_out}"
    if found is None and not guarded:
        return f"call.toml 没有写 {'.'.join(steps)}，页面上会显示 None；请补上，或去掉这一处"
    return ""


def _inside(holder: Any, step: str) -> Any:  # noqa: ANN401 - whatever a call holds
    """Return what Jinja finds at a name."""
    if hasattr(holder, step):
        return getattr(holder, step)
    try:
        return holder[int(step) if step.isdigit() else step]
    except TypeError:
        raise LookupError(step) from None


def _known_in(holder: object) -> list[str]:
    if isinstance(holder, Mapping):
        return [*map(str, holder)]
    return [*type(holder).model_fields] if isinstance(holder, BaseModel) else []


def _of_filling(text: str, environment: Environment, given: Given) -> Iterator[_Fault]:
    """Fill a page with the call's data, with stand-ins for what only the site's build has."""
    said: dict[str, Any] = dict.fromkeys(NAMES, _as_nothing)
    said |= {
        "version": "",
        "call": given.call,
        "is_over": False,
        "has_members": True,
        "members_url": "",
        "has": lambda _: True,
        **dict.fromkeys(("literal", "groups", "attachments"), ()),
        **{name: {} for name in ("strengths", "kinds")},
    }
    try:
        environment.from_string(text).render(said)
    except Exception as error:  # noqa: BLE001 - a page may do whatever a template can do wrong
        yield _line_of(error), "这一行算不出来，请核对括号里的名称、数目和写法"


_as_nothing: Callable[..., str] = lambda *_, **__: ""  # noqa: E731 - stands in for any function


def _line_of(error: BaseException) -> int:
    """Return the line of a page in which filling it failed."""
    found, step = 1, error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == "<template>":
            found = step.tb_lineno
        step = step.tb_next
    return found
