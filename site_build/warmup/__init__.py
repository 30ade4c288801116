"""Scripts that the build runs inside Pyodide: they make the requests that visitors make first."""
