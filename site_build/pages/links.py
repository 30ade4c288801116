"""Links from one page to clauses, rules and other pages, by relative addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files

    from validator.calls import Call

_NOTICE_PAGE = "notice.md"
_QUESTIONS_PAGE = "guide/questions.md"
_RULES_PAGE = "about/rules.md"


class Links:
    """Makes the links of one page; a link to something that does not exist stops the build."""

    def __init__(self, call: Call, page: File, files: Files) -> None:
        """Make links that start at `page` and may lead to `files`."""
        self._anchors = {clause.position: clause.anchor for clause in call.clauses}
        self._call = call
        self._page = page
        self._files = files

    def url(self, source: str, anchor: str = "") -> str:
        """Return the relative address of the page that a Markdown file becomes.

        Raises:
            LookupError: the site has no such page.
        """
        target = self._files.get_file_from_path(source)
        if target is None:
            msg = f"{self._page.src_uri} links to {source}, which the site does not have"
            raise LookupError(msg)
        hash_part = f"#{anchor}" if anchor else ""
        return target.url_relative_to(self._page) + hash_part

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
        return self.url(_RULES_PAGE, rule.lower())

    def reading_url(self, number: str) -> str:
        """Return the address of the explanation of a reading, e.g. 4.6."""
        return self.url(_QUESTIONS_PAGE, f"reading-{number.replace('.', '-')}")

    def quote(self, rule: str) -> Markup:
        """Return the words of the notice behind a rule, quoted, with links to their clauses."""
        positions = (clause.position for clause in self._call.clauses_of(rule))
        words = Markup("<q>{}</q>").format(self._call.quote(rule))
        return words + self.clause(*positions)

    @staticmethod
    def _references(targets: list[tuple[str, str]]) -> Markup:
        link = Markup('<a class="ref" href="{url}">{name}</a>')
        return Markup(" ").join(link.format(url=url, name=name) for name, url in targets)


def _spoken(position: str) -> str:
    """Return 一 as 第一部分, since 一 alone looks like a dash."""
    return f"第{position}部分" if len(position) == 1 else position
