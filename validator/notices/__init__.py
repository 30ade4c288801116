"""Published calls (通知) as data, one TOML file each."""

from validator.notices.clause import Clause, Part
from validator.notices.load import DEFAULT, NoticeError, available, load, parse
from validator.notices.notice import Notice

__all__ = ["DEFAULT", "Clause", "Notice", "NoticeError", "Part", "available", "load", "parse"]
