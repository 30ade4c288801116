"""The Jinja environment in which the attachments' templates are filled."""

from jinja2.sandbox import ImmutableSandboxedEnvironment

from validator.attachments.certificates import certificate
from validator.word import environment as engine


def environment() -> ImmutableSandboxedEnvironment:
    """Return a new environment: the Word engine's, with the filters of the attachments added."""
    return engine.environment({"certificate": certificate})
