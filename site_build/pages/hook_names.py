"""MkDocs hook: gives the theme's search dialog a name, which screen readers read aloud."""

from __future__ import annotations

_SEARCH = '<div class="md-search" data-md-component="search" role="dialog"'


def on_post_page(output: str, **_: object) -> str:
    """Return the page with its search dialog named.

    Raises:
        LookupError: the theme's search looks otherwise than it did.
    """
    if _SEARCH not in output:
        message = "the theme's search has changed: does its dialog still need a name?"
        raise LookupError(message)
    return output.replace(_SEARCH, f'{_SEARCH} aria-label="搜索"')
