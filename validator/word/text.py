"""What may be written into a Word document, whatever was typed."""

from markupsafe import Markup

from validator.characters import without_forbidden
from validator.chinese import yes_no


def clean(text: str) -> str:
    r"""Return ``text`` with ``\n`` newlines and without what XML 1.0 forbids."""
    return without_forbidden(text.replace("\r\n", "\n").replace("\r", "\n"))


def finalize(value: object) -> object:
    """Turn a value into what a reader of the form expects; Jinja calls it for every placeholder.

    Args:
        value: Any value a placeholder evaluated to.

    Returns:
        Nothing for an unanswered field, 是/否 for a yes/no one, clean text for text, and every
        other value as it is.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return yes_no(value)
    if isinstance(value, Markup):
        return Markup(clean(str(value)))  # noqa: S704 - markup stays markup, minus forbidden characters
    if isinstance(value, str):
        return clean(str(value))  # a choice is a str: its code by content, its label by str()
    return value
