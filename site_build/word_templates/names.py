"""Checks that every name in a template exists, also in branches that no sample reaches.

Filling a template with samples checks only the branches that are taken. This module reads the tags
in order instead, and looks each name up in all samples at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from jinja2 import Environment, TemplateSyntaxError, Undefined, nodes

from site_build.word_templates.errors import TemplateError
from site_build.word_templates.tags import Tag
from validator.application.asked import is_left_out

_UNSAFE: Final = ("safe", "forceescape")
_SHORTHANDS: Final = ("vm", "hm", "colspan", "cellbg")  # docxtpl's own, resolved before Jinja
_ANYTHING: Final = ()  # The values of a name that no sample has: what follows is not checked.


def check_names(
    tags: Iterable[Tag],
    samples: Sequence[Mapping[str, object]],
    environment: Environment,
) -> None:
    """Check syntax and names of all tags.

    Raises:
        TemplateError: A tag is not Jinja, switches escaping off, or uses an unknown name or
            filter.
    """
    scopes = [_Scope({name: _all(samples, name) for s in samples for name in s}, environment)]
    for tag in tags:
        if tag.scope == "r":
            raise TemplateError(tag.place, "不支持富文本标签 {{r }}，请直接在 Word 里设置格式")
        if tag.block and tag.keyword in ("endif", "else", *_SHORTHANDS):
            continue
        if tag.block and tag.keyword == "endfor":
            scopes.pop()
            continue
        scopes[-1].check(tag)
        if tag.block and tag.keyword == "for":
            scopes.append(scopes[-1].inside(tag))


def _all(samples: Sequence[Mapping[str, object]], name: str) -> tuple[object, ...]:
    return tuple(sample[name] for sample in samples if name in sample)


class _Scope:
    """The names that may be used at one place, each with its value in every sample."""

    def __init__(self, names: Mapping[str, tuple[object, ...]], environment: Environment) -> None:
        self._names, self._environment = dict(names), environment

    def check(self, tag: Tag) -> None:
        tree = _parsed(tag, self._environment)
        for used in tree.find_all(nodes.Filter):
            if used.name in _UNSAFE:
                raise TemplateError(tag.place, f"不允许使用 |{used.name}：填写的内容必须转义")
            if used.name not in self._environment.filters:
                raise TemplateError(tag.place, f"没有名为“{used.name}”的过滤器")
        for assignment in tree.find_all(nodes.Assign):
            self._names |= _targets(assignment)
        known = _Scope(self._names | _targets(tree), self._environment)
        for expression in tree.find_all((nodes.Name, nodes.Getattr, nodes.Getitem)):
            if not (isinstance(expression, nodes.Name) and expression.ctx != "load"):
                known._values(expression, tag)

    def inside(self, tag: Tag) -> "_Scope":
        tree = _parsed(tag, self._environment)
        loop = tree.find(nodes.For)
        within = self._names | _targets(tree) | {"loop": _ANYTHING}
        if loop is not None and isinstance(loop.target, nodes.Name):
            lists = self._values(loop.iter, tag)
            within[loop.target.name] = tuple(item for it in lists for item in _items(it, tag))
        return _Scope(within, self._environment)

    def _values(self, node: nodes.Node, tag: Tag) -> tuple[object, ...]:
        if isinstance(node, nodes.Name):
            return self._named(node.name, tag)
        if isinstance(node, nodes.Getattr):
            return self._members(node.node, node.attr, tag)
        if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
            return self._members(node.node, node.arg.value, tag)
        return _ANYTHING

    def _named(self, name: str, tag: Tag) -> tuple[object, ...]:
        if name in self._environment.globals:
            return _ANYTHING
        if name not in self._names:
            raise TemplateError(tag.place, f"没有名为“{name}”的内容")
        return self._names[name]

    def _members(self, owner: nodes.Node, name: object, tag: Tag) -> tuple[object, ...]:
        owners = [value for value in self._values(owner, tag) if value is not None]
        found = [
            self._environment.getitem(value, name)
            for value in owners
            if not is_left_out(value, str(name))
        ]
        known = tuple(value for value in found if not isinstance(value, Undefined))
        if owners and not known:
            raise TemplateError(tag.place, f"“{tag.code}”中没有名为“{name}”的内容")
        return known


def _items(value: object, tag: Tag) -> Iterable[object]:
    if value is not None and not isinstance(value, Iterable):
        raise TemplateError(tag.place, f"“{tag.code}”里的内容不是列表，不能逐个取出")
    return value or ()


def _targets(node: nodes.Node) -> dict[str, tuple[object, ...]]:
    return {name.name: _ANYTHING for name in node.find_all(nodes.Name) if name.ctx != "load"}


def _parsed(tag: Tag, environment: Environment) -> nodes.Template:
    try:
        return environment.parse(_standing_alone(tag))
    except TemplateSyntaxError as error:
        raise TemplateError(tag.place, f"标签“{tag.code}”写法有误：{error.message}") from None


def _standing_alone(tag: Tag) -> str:
    if not tag.block:
        return f"{{{{ {tag.code} }}}}"
    if tag.keyword == "elif":
        return f"{{% if {tag.code.removeprefix('elif')} %}}{{% endif %}}"
    ending = f"{{% end{tag.keyword} %}}" if tag.keyword != "set" else ""
    return f"{{% {tag.code} %}}{ending}"
