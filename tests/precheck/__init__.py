"""The pre-check: what its answers become, and what the rules say of it."""
