"""site_templates/theme.toml lists what the site uses of the theme, and the theme has all of it."""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache
from pathlib import Path

import built
import material
import pytest
import yaml

THEME = Path(material.__file__).parent / "templates"
LISTED = tomllib.loads((built.ROOT / "site_templates" / "theme.toml").read_text("utf-8"))
OVERRIDES = built.ROOT / "site_templates" / "overrides"
OURS = {".css", ".html", ".j2", ".js", ".md", ".mjs", ".py", ".yml"}


def names(pattern: str, text: str) -> set[str]:
    return set(re.findall(pattern, text))


@cache
def ours() -> str:
    folders = ("docs", "site_templates", "site_build", "validator/views")
    files = (path for it in folders for path in (built.ROOT / it).rglob("*"))
    texts = [path.read_text("utf-8") for path in sorted(files) if path.suffix in OURS]
    return "\n".join([*texts, (built.ROOT / "mkdocs.yml").read_text("utf-8")])


@cache
def theirs(*endings: str) -> str:
    files = (path for it in endings for path in sorted(THEME.rglob(f"*{it}")))
    return "\n".join(path.read_text("utf-8") for path in files)


def source_of(script: str) -> str:
    """A source of the theme's scripts before they were packed, from the map that comes along."""
    for path in THEME.rglob("*.js.map"):
        table = json.loads(path.read_text("utf-8"))
        for name, text in zip(table["sources"], table["sourcesContent"], strict=True):
            if name.endswith(script):
                return text
    raise LookupError(script)


def settings() -> dict[str, object]:
    class Loader(yaml.SafeLoader):
        """Reads the settings; the objects that MkDocs names by a tag are not needed."""

    Loader.add_multi_constructor("!", lambda *_: None)
    text = (built.ROOT / "mkdocs.yml").read_text("utf-8")
    return yaml.load(text, Loader)  # noqa: S506 - a safe loader


USED = {
    "variables": r"--md-[a-z]+(?:--?[a-z]+)*",
    "classes": r"(?<![\w-])md-[a-z]+(?:(?:--?|__)[a-z]+)*",
    "attributes": r"data-md-[a-z]+(?:-[a-z]+)*",
}


@pytest.mark.parametrize("kind", USED)
def test_what_the_styles_use_is_listed(kind: str) -> None:
    assert sorted(names(USED[kind], ours())) == LISTED["styles"][kind]


@pytest.mark.parametrize("kind", USED)
def test_what_the_styles_use_is_in_the_theme(kind: str) -> None:
    assert set(LISTED["styles"][kind]) - names(USED[kind], theirs(".css", ".html", ".js")) == set()


def test_templates_that_stand_in_for_the_themes_are_listed_and_have_one_to_stand_in_for() -> None:
    found = {path.relative_to(OVERRIDES).as_posix() for path in OVERRIDES.rglob("*.html")}
    assert sorted(found) == LISTED["templates"]["replaced"]
    assert [name for name in sorted(found) if not (THEME / name).is_file()] == []


def test_blocks_are_listed_and_in_the_template_that_is_extended() -> None:
    block = r"{%-? block (\w+)"
    filled = "\n".join(path.read_text("utf-8") for path in OVERRIDES.rglob("*.html"))
    extended = LISTED["templates"]["extended"]
    assert f'{{% extends "{extended}" %}}' in filled
    assert sorted(names(block, filled)) == LISTED["templates"]["blocks"]
    assert names(block, filled) - names(block, (THEME / extended).read_text("utf-8")) == set()


def test_what_is_configured_is_listed_and_heeded_by_the_theme() -> None:
    config, theme = LISTED["config"], settings()["theme"]
    assert sorted(theme.keys() - {"name", "custom_dir"}) == config["options"]
    assert sorted(theme["features"]) == config["features"]
    assert sorted(it["toggle"]["icon"] for it in theme["palette"]) == config["icons"]
    html = theirs(".html")
    heeded = theirs(".html", ".js")
    assert [it for it in config["options"] if f"config.theme.{it}" not in html] == []
    assert [it for it in config["features"] if f'"{it}"' not in heeded] == []
    assert [it for it in config["icons"] if not (THEME / ".icons" / f"{it}.svg").is_file()] == []
    assert set(config["extra"]) <= settings()["extra"].keys()
    assert [it for it in config["extra"] if f"config.extra.{it}" not in html] == []


@pytest.mark.parametrize("file", LISTED["html"])
def test_pieces_of_html_that_are_looked_for_are_in_the_theme(file: str) -> None:
    source, html = (built.ROOT / file).read_text("utf-8"), theirs(".html")
    for piece in LISTED["html"][file]:
        assert piece in source
        assert piece in html


def test_what_the_themes_script_expects_is_there() -> None:
    listed = LISTED["script"]
    script = theirs("bundle.*.min.js")
    scope = (OVERRIDES / "assets" / "theme" / "scope.js").read_text("utf-8")
    expected = names(r"\b__md_\w+", script) - {"__md_analytics"}
    assert expected <= names(r"window\.(__md_\w+) =", scope) == set(listed["globals"])
    kept = names(r'window\.__md_[gs]et\("(\w+)"', ours())
    assert sorted(kept) == listed["stored"]
    assert [it for it in listed["stored"] if f'"{it}"' not in script] == []


def test_the_search_worker_speaks_in_the_messages_that_stand_before_it() -> None:
    listed = LISTED["search"]["messages"]
    enum = source_of("search/worker/message/index.ts")
    told = re.search(r"enum SearchMessageType \{(.*?)\}", enum, re.DOTALL)[1]
    order = re.findall(r"^\s*([A-Z]+)", told, re.MULTILINE)
    assert {name: order.index(name) for name in listed} == listed
    before = (OVERRIDES / "assets" / "theme" / "search.js").read_text("utf-8")
    numbers = re.findall(r"^const ([A-Z]+) = (\d);", before, re.MULTILINE)
    assert {name: int(number) for name, number in numbers} == listed


def test_the_search_index_has_the_fields_that_are_read() -> None:
    index = LISTED["search"]["index"]
    documents = json.loads((built.SITE / "search" / "documents.json").read_text("utf-8"))
    for entry in documents[index["documents"]]:
        assert set(index["fields"]) <= entry.keys()
