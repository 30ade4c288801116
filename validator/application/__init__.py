"""What an applicant declares: pydantic models in which every answer may be missing."""

from validator.application.application import Application
from validator.application.unit import Lead, Member, Unit

__all__ = ["Application", "Lead", "Member", "Unit"]
