"""The report to keep and to print: a whole HTML document, or its content for the page to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from validator.views.render import environment, source

if TYPE_CHECKING:
    from validator.views.account import Account


def report_page(account: Account) -> str:
    """Return a report as an HTML document that has no script and refers to nothing outside.

    Args:
        account: the report with what is printed beside it.
    """
    styles = Markup(source("account.css"))  # noqa: S704 - our own file
    return environment().get_template("report_page.html.j2").render(account=account, styles=styles)


def report_sheet(account: Account) -> str:
    """Return the content of the document's body, for a page that has the styles of account.css.

    Args:
        account: the report with what is printed beside it.
    """
    return environment().get_template("report_sheet.html.j2").render(account=account)
