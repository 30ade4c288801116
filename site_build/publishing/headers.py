"""Renders what the server says: `deploy/headers.toml` and the pages in, two server inputs out.

Run after the site is built: `python -m site_build.publishing.headers`.
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import TypedDict

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from site_build.folders import BUILD, ROOT, SITE
from site_build.publishing import inline_code

DEPLOY = ROOT / "deploy"
SERVED = BUILD / "headers.json"
NGINX = BUILD / "nginx" / "site.conf"
_LONGEST_FOR_NGINX = 4000
"""The most bytes of a policy: nginx refuses a word longer than its buffer of 4096 bytes."""


class Pattern(TypedDict):
    """The header's value for the files whose path matches."""

    path: str
    value: str


class Choice(TypedDict):
    """A header whose value depends on the file."""

    header: str
    default: str
    patterns: list[Pattern]


class Packed(TypedDict):
    """The endings of the files that are packed, and who is sent them packed by brotli."""

    endings: list[str]
    brotli: str


class Types(TypedDict):
    """Content types by a file's ending, and which of them are text."""

    default: str
    charset: str
    text: list[str]
    endings: dict[str, str]


class Table(TypedDict):
    """What the server says: `deploy/headers.toml` with its policies written out."""

    headers: dict[str, str]
    choice: list[Choice]
    packed: Packed
    types: Types


def compose(site: Path = SITE) -> Table:
    """Put the policies together for a built site.

    Args:
        site: The folder of the built site.

    Returns:
        The table of `deploy/headers.toml`, its policies written out with the pages' hashes.

    Raises:
        ValueError: A page carries code that no policy allows, or a policy is too long.
    """
    declared = tomllib.loads((DEPLOY / "headers.toml").read_text("utf-8"))
    policies: dict[str, dict[str, str]] = declared["policy"]
    code = inline_code.scan(sorted(site.rglob("*.html")))
    if code.refused:
        raise ValueError("\n".join(["the policy refuses:", *code.refused]))
    policies["page"]["script-src"] += "".join(f" {source}" for source in sorted(code.scripts))
    policies["page"]["style-src"] += "".join(f" {source}" for source in sorted(code.styles))
    texts = {
        name: "; ".join(f"{directive} {sources}" for directive, sources in policy.items())
        for name, policy in policies.items()
    }
    if max(map(len, texts.values())) > _LONGEST_FOR_NGINX:
        message = "the policy is too long for nginx: the pages carry too many inline scripts"
        raise ValueError(message)
    table: Table = {
        "headers": declared["headers"],
        "choice": declared["choice"],
        "packed": declared["packed"],
        "types": declared["types"],
    }
    for choice in table["choice"]:
        choice["default"] = texts.get(choice["default"], choice["default"])
        for pattern in choice["patterns"]:
            pattern["value"] = texts.get(pattern["value"], pattern["value"])
    return table


def render_nginx(table: Table) -> str:
    """Render nginx's configuration from a composed table.

    Args:
        table: What `compose` returned.

    Returns:
        The text of `site.conf`.
    """
    types, packed = table["types"], table["packed"]
    by_type = _by_type(types["endings"])
    packed_by_type = _by_type({ending: types["endings"][ending] for ending in packed["endings"]})
    choices = [
        choice | {"variable": "$chosen_" + choice["header"].lower().replace("-", "_")}
        for choice in table["choice"]
    ]
    environment = Environment(
        loader=FileSystemLoader(DEPLOY),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - nginx's configuration, not HTML
    )
    template = environment.get_template("nginx.conf")
    return template.render(
        headers=table["headers"],
        choices=choices,
        types=types | {"endings": by_type},
        packed=packed | {"types": packed_by_type},
    )


def _by_type(endings: dict[str, str]) -> dict[str, list[str]]:
    by_type: dict[str, list[str]] = {}
    for ending, kind in endings.items():
        by_type.setdefault(kind, []).append(ending)
    return by_type


def main() -> None:
    """Write `build/headers.json` and `build/nginx/site.conf`; exit with a report on refusal."""
    try:
        table = compose()
    except ValueError as refusal:
        sys.exit(str(refusal))
    NGINX.parent.mkdir(parents=True, exist_ok=True)
    NGINX.write_text(render_nginx(table), "utf-8")
    SERVED.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
