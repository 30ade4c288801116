"""What-if: small named changes to an application, each tried with the same rules."""

from validator.whatif.effects import Effect, WhatIf, what_if

__all__ = ["Effect", "WhatIf", "what_if"]
