"""Builds the browser's Python for an application: wheels in, a folder and its manifest out.

The way in is `build`; `fetch` gets the pinned wheels that it takes.
"""

from browser_python.build.arguments import Entry, Level, Warmup, Wheels
from browser_python.build.fetch import fetch, fetch_source
from browser_python.build.keep import Keep
from browser_python.build.levels import build

__all__ = ["Entry", "Keep", "Level", "Warmup", "Wheels", "build", "fetch", "fetch_source"]
