"""Documents filled here against the same documents filled by docxtpl."""
