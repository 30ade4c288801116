"""Python that runs inside Pyodide, at build time or in the browser."""
