"""Checks an application against a published call, and fills the attachments of the call.

All of it runs unchanged in CPython and in Pyodide, so it uses no network, no clock and no globals.
"""

__version__ = "0.2.0"
