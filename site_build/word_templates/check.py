"""All checks of one template, from its tags to documents filled with sample data."""

import io
from collections.abc import Mapping

from docx import Document

from site_build.word_templates.balance import check_balance
from site_build.word_templates.errors import TemplateError
from site_build.word_templates.names import check_names
from site_build.word_templates.tags import tags
from validator.attachments.environment import environment
from validator.word.compiled import load
from validator.word.errors import DocumentError

Samples = Mapping[str, Mapping[str, object]]
"""What a template may be filled with: contexts by a Chinese name for messages."""


def check_source(document: bytes, samples: Samples) -> None:
    """Check what the author wrote.

    Raises:
        TemplateError: There is a mistake; the message says where.
    """
    found = list(tags(Document(io.BytesIO(document))))
    check_balance(found)
    check_names(found, list(samples.values()), environment())


def check_filled(package: bytes, samples: Samples) -> None:
    """Fill a compiled template with every sample.

    Raises:
        TemplateError: A sample cannot be filled in.
    """
    template = load(package, environment())
    for name, context in samples.items():
        try:
            template.fill(context)
        except DocumentError as error:
            place = f"用“{name}”试填"
            raise TemplateError(place, str(error)) from error
