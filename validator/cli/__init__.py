"""The command line: example, check, report, schema, rules, fill, call, and what others add."""

from validator.cli.main import main

__all__ = ["main"]
