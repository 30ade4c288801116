"""MkDocs hook: puts the pages of each call into the site, and gives each page its own call.

A page of a call has the navigation, the title and the banner of that call alone. So pages do not
grow with the number of calls, and no page shows anything of another call.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File
from mkdocs.structure.nav import Link, Navigation, Section

from site_build.pages import calls
from site_build.pages.window import is_over, today
from validator.calls.folder import packaged, packaged_ids
from validator.publisher import mistakes

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

GUIDE, DATA = "申报指南", "对照与数据"
ALL = "全部通知"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Refuse to build while a call has a fault, so that no call is half published.

    What is marked as still to be written may be built, since its publisher wants to look at it.

    Raises:
        PluginError: a call has a fault; the message tells all of them. Nothing has been written.
    """
    wrong = [
        f"{name}/{fault}" for name in packaged_ids() for fault in mistakes(packaged(name).root)
    ]
    if wrong:
        raise PluginError("\n".join(["通知有误，网站没有改动：", *wrong]))
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the pages of every call, and list them in the navigation after the first page."""
    home, *rest = config.nav or []
    of_calls: list[dict[str, Any]] = []
    for call in calls.published():
        for name, path in sorted(calls.sources(call.id).items()):
            place = calls.place(call.id, name)
            files.append(File.generated(config, place, abs_src_path=str(path)))
        first, guide, data = (
            [calls.place(call.id, name) for name in names] for names in calls.ordered(call.id)
        )
        of_calls.append({call.id: [*first, {GUIDE: guide}, {DATA: data}]})
    config.nav = [home, *of_calls, *rest]
    return files


def on_nav(nav: Navigation, **_: object) -> Navigation:
    """Remove the links to the previous and next page that lead to a page of another call."""
    for page in nav.pages:
        page.previous_page = _of_same_call(page, page.previous_page)
        page.next_page = _of_same_call(page, page.next_page)
    return nav


def _of_same_call(page: Page, other: Page | None) -> Page | None:
    """Return another page if it belongs to the call of a page, or to none as that page does."""
    is_same = other and calls.call_of(other.file.src_uri) == calls.call_of(page.file.src_uri)
    return other if is_same else None


def on_page_context(
    context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give the theme's templates the navigation and the name of the page's call."""
    call = calls.call_of(page.file.src_uri)
    if call is None:
        context["nav"] = _of_site(nav)
        return context
    [own] = [it for it in nav.items if isinstance(it, Section) and it.title == call.id]
    named = copy.copy(config)
    named.site_name = f"{call.yearly}申报指引"
    overview = next(
        it for it in nav.pages if it.file.src_uri == calls.place(call.id, calls.OVERVIEW)
    )
    context |= {
        "nav": _navigation([Link(ALL, "."), *own.children, *_common(nav)[1:]], nav, overview),
        "config": named,
        "call": call,
        "call_is_over": is_over(call, today()),
        "is_overview": page is overview,
    }
    return context


def on_template_context(
    context: dict[str, Any], *, template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Give 404.html the navigation of the site."""
    del template_name, config
    context["nav"] = _of_site(context["nav"])
    return context


def _of_site(nav: Navigation) -> Navigation:
    """Return the navigation of a page of no call: a link to each call, and to no page of a call."""
    home, *rest = _common(nav)
    links: list[StructureItem] = [
        Link(of.yearly, calls.place(of.id, "")) for of in calls.published()
    ]
    return _navigation([home, Section(ALL, links), *rest], nav, nav.homepage)


def _common(nav: Navigation) -> list[StructureItem]:
    return [item for item in nav.items if not _is_of_call(item)]


def _is_of_call(item: StructureItem) -> bool:
    return isinstance(item, Section) and any(item.title == of.id for of in calls.published())


def _navigation(items: list[Any], whole: Navigation, homepage: Page | None) -> Navigation:
    shown = Navigation(items, whole.pages)
    shown.homepage = homepage
    return shown


def on_serve(server: LiveReloadServer, **_: object) -> None:
    """Rebuild when a page of a call is edited under `mkdocs serve`."""
    server.watch(str(calls.COMMON))
    for call in calls.published():
        server.watch(str(calls.own_pages(call.id).parent))
