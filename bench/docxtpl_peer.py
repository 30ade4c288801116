"""The peer for documents: docxtpl, with the validator's templates, context and environment."""

from __future__ import annotations

import io
from functools import cache

from docxtpl import DocxTemplate

from bench.workloads import APPLICATION, CALL, DAY
from validator.attachments import available
from validator.attachments.catalogue import attachment
from validator.attachments.context import build
from validator.attachments.environment import environment

CONTEXT = build(APPLICATION, CALL, DAY)
_ENVIRONMENT = environment()


def fill(name: str) -> bytes:
    """Fill one attachment."""
    template = DocxTemplate(io.BytesIO(template_of(name)))
    template.render(dict(CONTEXT), jinja_env=_ENVIRONMENT)
    buffer = io.BytesIO()
    template.save(buffer)
    return buffer.getvalue()


def fill_form() -> None:
    """Fill the 申请表."""
    fill("application_form")


def fill_all() -> None:
    """Fill every attachment, without a package of all."""
    for known in available(CALL):
        fill(known.name)


@cache
def template_of(name: str) -> bytes:
    """An attachment's Word template."""
    templates = CALL.folder.templates() or {}
    return templates[attachment(CALL, name).template].read_bytes()
