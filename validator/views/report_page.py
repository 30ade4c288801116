"""The report to keep and to print: one HTML file, or the sheet alone for a page that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from validator.views.render import environment, source

if TYPE_CHECKING:
    from validator.views.account import Account


def report_page(account: Account) -> str:
    """Return a whole HTML document: no script, no reference to anything outside of it.

    Args:
        account: a report in words.
    """
    styles = Markup(source("account.css"))  # noqa: S704 - our own file
    return environment().get_template("report_page.html.j2").render(account=account, styles=styles)


def report_sheet(account: Account) -> str:
    """Return the document's body, for a page that has the styles of `account.css`.

    Args:
        account: a report in words.
    """
    return environment().get_template("report_sheet.html.j2").render(account=account)
