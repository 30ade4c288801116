"""MkDocs hooks and build steps."""
