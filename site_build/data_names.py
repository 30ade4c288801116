"""The `data-*` names by which templates, scripts and style sheets speak of the same elements.

site_templates/data_names.toml registers each name with the rooms that write or read it. A name that
a template writes and no script reads, or the reverse, has no effect, and no linter notices; so this
module compares the register with the files.

usage: python -m site_build.data_names [write]
  without `write` prints the differences; with `write` puts into site_templates/data_names.toml
  which rooms write and read each name. What a name means, a person has to write there.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from site_build.folders import ROOT, SITE_TEMPLATES

REGISTER = SITE_TEMPLATES / "data_names.toml"
OTHERS = ("md-",)
"""Prefixes of the theme's own names, which site_templates/theme.toml lists."""
_TEMPLATES = {".j2", ".html", ".md"}
_SCRIPTS = {".mjs", ".js"}
_ROOMS = {
    "site_templates/form": "form",
    "validator/views": "views",
    "site_build/pages/templates": "pages",
    "site_templates/overrides": "theme",
    "site_templates/assets/css": "css",
    "site_templates/assets/js": "js",
    "docs": "docs",
}
_NAME = re.compile(r"\bdata-((?:[a-z]+-)*[a-z]+)(?![a-z-])")
_CHOSEN = re.compile(r'\bdata-\{\{ "([a-z]+)" if [^}]* else "([a-z]+)" \}\}((?:-[a-z]+)*)')
_SETS = re.compile(r"(?:toggle|set|remove)Attribute\('data-([a-z-]+)'|dataset\.(\w+) = ")
_READS = re.compile(r"dataset\.(\w+)\b(?! = )|'(\w+)' in [\w.]*dataset")
_TAKEN_APART = re.compile(r"\{([^{}]*)\} = [\w.\[\]]*dataset\b")
_COMMENT = re.compile(r"^\s*(?://|\*|/\*).*$|\s// .*$", re.MULTILINE)


@dataclass
class Use:
    """The rooms in which a name is written, and those in which the name is read."""

    written: set[str] = field(default_factory=set)
    read: set[str] = field(default_factory=set)


def found(root: Path = ROOT) -> dict[str, Use]:
    """Return the uses of every `data-*` name in the files below `root`, by name without `data-`."""
    uses: dict[str, Use] = {}
    for folder, room in _ROOMS.items():
        for path in sorted((root / folder).rglob("*")):
            where = _room(room, path.relative_to(root / folder))
            for name, is_written in _names(path):
                use = uses.setdefault(name, Use())
                (use.written if is_written else use.read).add(where)
    return {name: uses[name] for name in sorted(uses) if not name.startswith(OTHERS)}


def registered(path: Path = REGISTER) -> dict[str, dict[str, str]]:
    """Return the register: by name, what the name means and where the name is written and read."""
    return tomllib.loads(path.read_text("utf-8"))


def differences(register: dict[str, dict[str, str]], uses: dict[str, Use]) -> list[str]:
    """Return a sentence for each difference; no sentence when register and files agree."""
    return [*_unregistered(register, uses), *_changed(register, uses)]


def text_of(register: dict[str, dict[str, str]], uses: dict[str, Use]) -> str:
    """Return the register's text with the rooms found. A new name has an empty meaning at first."""
    head, _, _ = REGISTER.read_text("utf-8").partition("\n\n")
    lines = [head, ""]
    for name, use in uses.items():
        known = register.get(name, {})
        pairs = {"means": known.get("means", ""), **_rooms(use)}
        pairs |= {"elsewhere": known["elsewhere"]} if "elsewhere" in known else {}
        lines += [f"[{name}]", *(f'{key} = "{value}"' for key, value in pairs.items()), ""]
    return "\n".join(lines)


def _unregistered(register: dict[str, dict[str, str]], uses: dict[str, Use]) -> Iterator[str]:
    for name in sorted(uses.keys() - register.keys()):
        written, read = _said(uses[name].written), _said(uses[name].read)
        yield f"data-{name} is not registered; it is written in {written}, read in {read}"
    for name in sorted(register.keys() - uses.keys()):
        yield f"data-{name} is registered, and neither written nor read anywhere"


def _changed(register: dict[str, dict[str, str]], uses: dict[str, Use]) -> Iterator[str]:
    for name in sorted(register.keys() & uses.keys()):
        said, use = register[name], uses[name]
        if not said.get("means"):
            yield f"data-{name}: the register does not say what it means"
        for key, rooms in _rooms(use).items():
            if said.get(key) != rooms:
                yield f"data-{name} is {key} in {rooms!r}; the register says {said.get(key)!r}"
            if not rooms and not said.get("elsewhere"):
                yield f"data-{name} is {key} nowhere; say by whom in `elsewhere`, or remove it"


def _rooms(use: Use) -> dict[str, str]:
    return {"written": " ".join(sorted(use.written)), "read": " ".join(sorted(use.read))}


def _said(rooms: set[str]) -> str:
    return " and ".join(sorted(rooms)) or "no room"


def _room(room: str, path: Path) -> str:
    """Name a file's room: for scripts, also the folder below, as in `js/form`."""
    return f"{room}/{path.parts[0]}" if room == "js" and len(path.parts) > 1 else room


def _names(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield each name in a file: with True where the file writes the name, else with False."""
    if path.suffix in _TEMPLATES:
        for name in _in_template(path.read_text("utf-8")):
            yield name, True
    elif path.suffix == ".css":
        for name in _NAME.findall(path.read_text("utf-8")):
            yield name, False
    elif path.suffix in _SCRIPTS:
        yield from _in_script(_COMMENT.sub("", path.read_text("utf-8")))


def _in_template(text: str) -> Iterator[str]:
    yield from _NAME.findall(text)
    for one, other, ending in _CHOSEN.findall(text):
        yield from (one + ending, other + ending)


def _in_script(text: str) -> Iterator[tuple[str, bool]]:
    for plain, camel in _SETS.findall(text):
        yield plain or _plain(camel), True
    text = _SETS.sub("", text)
    for name in _NAME.findall(text):
        yield name, False
    for one, other in _READS.findall(text):
        yield _plain(one or other), False
    for inside in _TAKEN_APART.findall(text):
        for part in inside.split(","):
            yield _plain(re.split(r"[:=]", part)[0].strip()), False


def _plain(camel: str) -> str:
    return re.sub(r"[A-Z]", lambda letter: "-" + letter[0].lower(), camel)


def main(arguments: list[str]) -> int:
    """Print the differences, or write the register; return the exit status, 1 for differences."""
    uses = found()
    if arguments == ["write"]:
        REGISTER.write_text(text_of(registered(), uses), "utf-8")
        return 0
    wrong = differences(registered(), uses)
    sys.stderr.writelines(f"{sentence}\n" for sentence in wrong)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
