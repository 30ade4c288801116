"""What would change if: small named changes to an application, tried by the same rules."""

from validator.whatif.effects import Effect, WhatIf, what_if

__all__ = ["Effect", "WhatIf", "what_if"]
