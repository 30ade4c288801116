"""The form asks every question of the models once, and all its references lead somewhere."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import pytest

from site_build.form.render import render, render_pre_check
from validator.application import Application
from validator.calls import load
from validator.example import example
from validator.precheck import PreCheck
from validator.rules import rules_of

CALL = load("shanxi_alliance_2023")
RULES = rules_of(CALL)
ADDRESSES = {
    name: f"../{name}/"
    for name in (
        "notice",
        "rules",
        "questions",
        "conditions",
        "materials",
        "attachments",
        "self_check",
        "script",
        "integrity",
        "calls",
    )
} | {"folder": ""}


@dataclass
class Form(HTMLParser):
    """The attributes of every element, those in templates too."""

    elements: list[dict[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin to read."""
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag with its attributes."""
        self.elements.append({"tag": tag} | {name: value or "" for name, value in attrs})

    def all(self, attribute: str) -> list[str]:
        """Return an attribute's values, in the order of the page."""
        return [element[attribute] for element in self.elements if attribute in element]


@pytest.fixture(scope="module")
def html() -> str:
    return str(render(CALL, ADDRESSES))


@pytest.fixture(scope="module")
def form(html: str) -> Form:
    parsed = Form()
    parsed.feed(html)
    return parsed


def questions(schema: dict[str, Any], definitions: dict[str, Any], place: str) -> set[str]:
    """Return the pointers of all answers; a list of rows counts through its new row `-`."""
    found = set()
    for name, field_schema in schema["properties"].items():
        kinds = [field_schema, *field_schema.get("anyOf", ()), field_schema.get("items", {})]
        names = [kind["$ref"].rpartition("/")[2] for kind in kinds if "$ref" in kind]
        inner = definitions[names[0]] if names else {}
        step = f"{place}/{name}" + ("/-" if field_schema.get("type") == "array" else "")
        if "properties" in inner:
            found |= questions(inner, definitions, step)
        else:
            found.add(f"{place}/{name}")
    return found


def test_every_answer_has_its_controls(form: Form) -> None:
    schema = Application.model_json_schema()
    named = {name for name in form.all("name") if name.startswith("/")}
    assert named == questions(schema, schema["$defs"], "")


def test_ids_are_unique(form: Form) -> None:
    assert [name for name, times in Counter(form.all("id")).items() if times > 1] == []


def test_references_lead_somewhere(form: Form) -> None:
    ids = set(form.all("id"))
    pointing = [*form.all("for"), *form.all("aria-controls")]
    for attribute in ("aria-describedby", "aria-labelledby"):
        pointing += [one for value in form.all(attribute) for one in value.split()]
    addresses = [value[1:] for value in form.all("href") if value.startswith("#")]
    findings = {address for address in addresses if address.startswith("finding-")}
    assert findings <= {f"finding-{rule.id}" for rule in RULES}
    assert len(findings) > 50
    pointing += [address for address in addresses if address not in findings]
    assert pointing
    assert set(pointing) <= ids


def test_conditions_name_questions(form: Form) -> None:
    shown_by = form.all("data-shown-by")
    assert shown_by
    assert set(shown_by) <= set(form.all("name"))
    assert shown_by.count("/has_partners") == 1  # a list waits as questions do
    assert '["absent"]' in form.all("data-hidden-if")


def test_clauses_exist(form: Form) -> None:
    anchors = {f"../notice/#{clause.anchor}" for clause in CALL.clauses}
    used = {address for address in form.all("href") if "/notice/#" in address}
    assert len(used) > 5
    assert used <= anchors


def test_every_question_is_named_in_chinese_with_its_help(html: str) -> None:
    for words in (
        "统一社会信用代码",
        "以 91 开头的代码不能证明是独立法人",
        "例：91140100MA0000007Q",
    ):
        assert words in html
    labels = re.findall(r'class="question__title"[^>]*>([^<]+)<', html)
    assert len(labels) > 100
    assert all(re.search(r"[\u4e00-\u9fff]", label) for label in labels)


def test_the_calls_own_lists_are_offered(html: str) -> None:
    for word in (*CALL.support.chains, *CALL.support.towns, *CALL.thresholds.business_years):
        assert f'value="{word}"' in html


def test_units_are_counted_as_units(html: str) -> None:
    words = re.sub(r"</?span(?! data-number)[^>]*>|(?<=<span data-number>)</span>", "", html)
    assert re.search(r"成员单位第 <span data-number> 家", words)


def test_no_inline_code_and_no_applicants_data(html: str) -> None:
    assert not re.search(r"\s(style|on\w+)=|<script>|javascript:", html)
    assert example(CALL).alliance.name not in html


@pytest.fixture(scope="module")
def pre_check() -> Form:
    parsed = Form()
    parsed.feed(str(render_pre_check(CALL, ADDRESSES)))
    return parsed


def test_the_pre_check_asks_each_of_its_questions_once(pre_check: Form) -> None:
    schema = PreCheck.model_json_schema()
    named = {name for name in pre_check.all("name") if name.startswith("/")}
    assert named == questions(schema, schema["$defs"], "")
    ids = pre_check.all("id")
    assert len(ids) == len(set(ids))
    assert set(pre_check.all("data-shown-by")) <= named


def test_the_pre_check_lays_its_choices_open(pre_check: Form) -> None:
    lists = [element["name"] for element in pre_check.elements if element["tag"] == "select"]
    assert lists == ["/location/province"]


def test_the_pre_check_gives_no_help_on_what_it_does_not_ask() -> None:
    assert "已填的内容保留" in str(render(CALL, ADDRESSES))
    assert "已填的内容保留" not in str(render_pre_check(CALL, ADDRESSES))
