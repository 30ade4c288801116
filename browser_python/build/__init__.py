"""Builds the browser's Python: pinned parts in, `build/runtime/` out."""
