"""The environment that the templates of this call are filled in."""

from jinja2.sandbox import ImmutableSandboxedEnvironment

from validator.attachments.certificates import certificate
from validator.word import environment as engine


def environment() -> ImmutableSandboxedEnvironment:
    """Return a new environment: the Word engine's, and the filters that only these forms need."""
    return engine.environment({"certificate": certificate})
