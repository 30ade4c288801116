"""The checks of a template: of the tags that its author wrote, and of documents filled from it."""

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
"""Contexts to fill a template with, by the Chinese name under which a message mentions each."""


def check_source(document: bytes, samples: Samples) -> None:
    """Check the blocks and names of a .docx template.

    Raises:
        TemplateError: The template has a mistake; the message names the place.
    """
    found = list(tags(Document(io.BytesIO(document))))
    check_balance(found)
    check_names(found, list(samples.values()), environment())


def check_filled(package: bytes, samples: Samples) -> None:
    """Fill a compiled template with every sample.

    Raises:
        TemplateError: A sample cannot be filled in; the message names the sample.
    """
    template = load(package, environment())
    for name, context in samples.items():
        try:
            template.fill(context)
        except DocumentError as error:
            place = f"用“{name}”试填"
            raise TemplateError(place, str(error)) from error
