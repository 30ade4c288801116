"""MkDocs hook: sets the Chinese words of the search index apart, so that search finds them.

The search in the browser finds only words whose beginning and end are marked in the index. This
hook marks both, by the list of words beside this file, the names of the provinces, and the words of
each call (`pages/search_words.txt` in its folder, which a call may do without).

The separator in mkdocs.yml leaves single characters out of the index: otherwise the search would
cut 盖章 into 盖 and 章 once either stood alone on any page. The script assets/theme/search.js cuts
what a reader types into words.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from site_build.pages import calls
from site_build.pages.words import cut
from validator.reference import PROVINCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

_WORDS = "search_words.txt"
_KIND_OF_PROVINCE = re.compile("[省市]$|(?:[回壮]族|维吾尔)?自治区$|特别行政区$")
_CHINESE = re.compile(r"([0-9]*)([\u3400-\u9fff]+)")
_EDGE = "\u200b"  # a zero-width space, which results show without a visible gap


def on_post_build(*, config: MkDocsConfig) -> None:
    """Mark the words of the search index, and move its documents to search/documents.json.

    Every page fetches search/search_index.json, and few readers search. So the script
    assets/theme/search.js fetches the documents only when a reader searches.
    """
    words = frozenset(_words())
    path = Path(config.site_dir, "search", "search_index.json")
    index = json.loads(path.read_text("utf-8"))
    for entry in index["docs"]:
        for field in ("title", "text"):
            entry[field] = mark_edges(entry[field], words)
    path.with_name("documents.json").write_text(_packed({"docs": index.pop("docs")}), "utf-8")
    path.write_text(_packed(index | {"docs": []}), "utf-8")


def _words() -> Iterator[str]:
    own = [calls.own_pages(call.id) / _WORDS for call in calls.published()]
    for file in (Path(__file__).with_name(_WORDS), *own):
        if file.is_file():
            yield from file.read_text("utf-8").split()
    for province in PROVINCES:
        yield from (province, _KIND_OF_PROVINCE.sub("", province))


def _packed(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def mark_edges(text: str, words: frozenset[str]) -> str:
    """Return `text` with a zero-width space around every Chinese word.

    A number stays with the word after it, as one types it: 10家, 2023年.
    """
    return _CHINESE.sub(lambda m: _EDGE + m[1] + _EDGE.join(cut(m[2], words)) + _EDGE, text)
