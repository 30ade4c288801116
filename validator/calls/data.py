"""What all data of a call is: strict, frozen, without unknown keys, and valid after any copy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Data(BaseModel):
    """A part of a call's data."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy; one that says something else is validated and read anew.

        pydantic's own copy keeps whatever was worked out of the old data. A changed call would
        keep its digest, and a report by it would bear the fingerprint of the call as it was.

        Raises:
            pydantic.ValidationError: this cannot be said.
        """
        if not update:
            return super().model_copy(deep=deep)
        said = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_validate({**said, **update})
