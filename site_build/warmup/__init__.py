"""Scripts that run inside Pyodide at build time: they answer once what visitors ask first."""
