"""A compiled template: the parts of a Word document, some of which are Jinja source."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from jinja2 import Environment, Template, TemplateError, UndefinedError

from validator.word.breaks import resolve_breaks
from validator.word.errors import TemplateFaultError, UnknownNameError
from validator.word.package import unpack
from validator.word.repair import repaired

MANIFEST: Final = "compiled.json"

Kind = Literal["body", "text", "properties"]
"""What a part is: `body`, the main document; `text`, another part with Word text, such as a header
or notes; `properties`, a part of docProps."""

_FAULTS: Final = (TemplateError, ArithmeticError, LookupError, TypeError, ValueError)


@dataclass(frozen=True)
class CompiledTemplate:
    """A template that can be filled any number of times.

    Attributes:
        parts: The bytes of every part.
        templates: For each part with placeholders, its kind and its Jinja template.
    """

    parts: Mapping[str, bytes]
    templates: Mapping[str, tuple[Kind, Template]]

    def fill(self, context: Mapping[str, object]) -> dict[str, bytes]:
        """Render every part that holds placeholders; other parts stay as they are.

        Args:
            context: The names that the template may use.

        Returns:
            All parts of the finished document.

        Raises:
            DocumentError: The template and the context do not fit, or Word would not open the
                finished document.
        """
        filled = {
            part: _rendered(part, kind, template, context)
            for part, (kind, template) in self.templates.items()
        }
        return {**self.parts, **filled}


def load(package: bytes, environment: Environment) -> CompiledTemplate:
    """Return the compiled template in a package that the build wrote."""
    parts = unpack(package)
    kinds: dict[str, Kind] = json.loads(parts.pop(MANIFEST))["parts"]
    templates = {
        part: (kind, environment.from_string(parts[part].decode())) for part, kind in kinds.items()
    }
    return CompiledTemplate(parts, templates)


def _rendered(part: str, kind: Kind, template: Template, context: Mapping[str, object]) -> bytes:
    try:
        xml = template.render(context)
    except UndefinedError as error:
        raise UnknownNameError(part, str(error)) from error
    except _FAULTS as error:
        raise TemplateFaultError(part, str(error)) from error
    if kind != "properties":
        xml = resolve_breaks(xml)
    return repaired(part, xml.encode(), body=kind == "body")
