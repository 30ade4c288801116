"""Renders the forms of the self-check and the pre-check from their models."""
