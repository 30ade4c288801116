"""What every framework is asked to do."""

from pydantic import BaseModel


class Unit(BaseModel):
    """A unit with a number typed as text, which pydantic has to convert."""

    name: str
    staff: int


hello = Unit(name="示例", staff="30").model_dump_json()
