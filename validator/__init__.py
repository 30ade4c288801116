"""Checks an application against a published call and fills its attachments.

Everything here runs unchanged in CPython and in Pyodide: no network, no clock, no globals.
"""

__version__ = "0.2.0"
