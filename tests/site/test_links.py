"""Every address on every page leads somewhere within the site, from any path prefix."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import built
import pytest

from validator.calls import available, load

ROOTED = {built.SITE / "404.html"}
"""The page for wrong addresses is shown anywhere, so its own addresses begin at the root."""

FINDINGS = tuple(f"#finding-{rule.id}" for call in map(load, available()) for rule in call.rules)
"""What Python says of an application stands on the page once it is there."""


@pytest.mark.parametrize("path", built.pages(), ids=lambda path: str(path.relative_to(built.SITE)))
def test_addresses_resolve(path: Path) -> None:
    base = built.SITE if path in ROOTED else path.parent
    addresses = (it for it in built.read(path).addresses if not it.endswith(FINDINGS))
    assert [address for address in addresses if _lost(base, path, address)] == []


@pytest.mark.parametrize("path", sorted(set(built.pages()) - ROOTED), ids=str)
def test_addresses_are_relative(path: Path) -> None:
    assert [address for address in built.read(path).addresses if address.startswith("/")] == []


def _lost(base: Path, path: Path, address: str) -> bool:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return True
    target = (base / unquote(parts.path).lstrip("/")).resolve() if parts.path else path
    if target.is_dir():
        target /= "index.html"
    if not target.is_file() or not target.is_relative_to(built.SITE):
        return True
    return bool(parts.fragment) and unquote(parts.fragment) not in built.read(target).ids
