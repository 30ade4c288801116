"""A mistake in a template, with the place where its author will find it."""


class TemplateError(Exception):
    """``str(error)`` is a Chinese sentence that names the file, the place and the remedy."""

    def __init__(self, place: object, message: str) -> None:
        """Join place and message."""
        super().__init__(f"{place}：{message}")
