"""How a call words what the form asks, and where its notice asks for it."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Wording(BaseModel):
    """What a call says of one question, part or list of the form; empty where it says nothing.

    Attributes:
        clause: the position in the notice that asks for it.
        help: what to write and where to find it, instead of the form's own words.
        example: a made-up answer.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    clause: str = ""
    help: str = ""
    example: str = ""


NOTHING = Wording()

Sections = dict[str, dict[str, Wording]]
"""By the name of a kind of section, such as `unit`, and in it by the name of a question."""
