"""Links from one page to clauses, rules and other pages, by relative addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from site_build.pages import calls

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files

    from validator.calls import Call

_NOTICE_PAGE = "notice.md"
_QUESTIONS_PAGE = "guide/questions.md"


class Links:
    """Makes the links of one page; a link to something that does not exist stops the build."""

    def __init__(self, call: Call | None, page: File, files: Files) -> None:
        """Make links that start at `page` and may lead to `files`.

        Args:
            call: the page's call; None for a page that belongs to no call.
            page: where the links stand.
            files: the site's.
        """
        clauses = call.clauses if call else ()
        self._anchors = {clause.position: clause.anchor for clause in clauses}
        self._call = call
        self._page = page
        self._files = files

    def url(self, source: str, anchor: str = "") -> str:
        """Return the relative address of a page by its Markdown file, the call's or the site's.

        Raises:
            LookupError: the site has no such page.
        """
        target = self._of_call(source) or self._files.get_file_from_path(source)
        if target is None:
            msg = f"{self._page.src_uri} links to {source}, which the site does not have"
            raise LookupError(msg)
        hash_part = f"#{anchor}" if anchor else ""
        return target.url_relative_to(self._page) + hash_part

    def has(self, source: str) -> bool:
        """Whether the page's call has such a page."""
        return self._of_call(source) is not None

    def _of_call(self, source: str) -> File | None:
        if not self._call:
            return None
        return self._files.get_file_from_path(calls.place(self._call.id, source))

    def file_url(self, address: str) -> str:
        """Return the relative address of a published file that is no page.

        Raises:
            LookupError: the site has no such file.
        """
        target = next((file for file in self._files if file.url == address), None)
        if target is None:
            msg = f"{self._page.src_uri} links to {address}, which the site does not have"
            raise LookupError(msg)
        return target.url_relative_to(self._page)

    def clause_url(self, position: str) -> str:
        """Return the permanent address of a clause, e.g. 三（一）3."""
        return self.url(_NOTICE_PAGE, self._anchors[position])

    def clause(self, *positions: str) -> Markup:
        """Return links to clauses, in small type, for the end of a sentence that they support."""
        return self._references([(_spoken(item), self.clause_url(item)) for item in positions])

    def rule(self, *ids: str) -> Markup:
        """Return links to rows of the rule table, e.g. R21, in small type."""
        return self._references([(item, self.rule_url(item)) for item in ids])

    def rule_url(self, rule: str) -> str:
        """Return the address of a rule's row in the rule table."""
        return self.url(calls.RULES, rule.lower())

    def reading_url(self, number: str) -> str:
        """Return the address of the explanation of a reading, e.g. 4.6."""
        return self.url(_QUESTIONS_PAGE, f"reading-{number.replace('.', '-')}")

    def quote(self, rule: str) -> Markup:
        """Return the words of the notice behind a rule, quoted, with links to their clauses.

        Raises:
            LookupError: the page belongs to no call.
        """
        if not self._call:
            msg = f"{self._page.src_uri} quotes {rule} and belongs to no call"
            raise LookupError(msg)
        positions = (clause.position for clause in self._call.clauses_of(rule))
        words = Markup("<q>{}</q>").format(self._call.quote(rule))
        return words + self.clause(*positions)

    @staticmethod
    def _references(targets: list[tuple[str, str]]) -> Markup:
        link = Markup('<a class="ref" href="{url}">{name}</a>')
        return Markup(" ").join(link.format(url=url, name=name) for name, url in targets)


def _spoken(position: str) -> str:
    """Return 一 as 第一部分, since 一 alone looks like a dash, and 1 as 第1条."""
    if len(position) > 1:
        return position
    return f"第{position}{'条' if position.isdecimal() else '部分'}"
