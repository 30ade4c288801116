"""Cleans text and values for a Word document, whatever was typed."""

from markupsafe import Markup

from validator.characters import without_forbidden
from validator.chinese import figure, yes_no


def clean(text: str) -> str:
    r"""Return a text with ``\n`` for newlines and without characters that XML 1.0 forbids."""
    return without_forbidden(text.replace("\r\n", "\n").replace("\r", "\n"))


def finalize(value: object) -> object:
    """Turn the value of a placeholder into what a document shows; Jinja calls this for each.

    Args:
        value: The value of the placeholder.

    Returns:
        Empty for None, 是 or 否 for a bool, cleaned text for text, a float without needless zeros
        or commas, and any other value as it is.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return yes_no(value)
    if isinstance(value, float):
        return figure(value).replace(",", "")
    if isinstance(value, Markup):
        return Markup(clean(str(value)))  # noqa: S704 - removing characters adds no markup
    if isinstance(value, str):
        return clean(str(value))  # str() gives the label of a choice, whose content is the code
    return value
