"""What every framework is asked to do."""

from pydantic import BaseModel


class Unit(BaseModel):
    """A unit as one would type it: the number is text."""

    name: str
    staff: int


hello = Unit(name="示例", staff="30").model_dump_json()
