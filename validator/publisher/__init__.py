"""What a publisher is told of a call's folder: faults, changes for applicants, how to begin one."""

from validator.publisher.beginning import begun
from validator.publisher.contents import on_disk
from validator.publisher.differences import by_subject, differences
from validator.publisher.faults import faults, mistakes, notes
from validator.publisher.to_write import MARK

__all__ = ["MARK", "begun", "by_subject", "differences", "faults", "mistakes", "notes", "on_disk"]
