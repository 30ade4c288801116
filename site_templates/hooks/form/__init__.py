"""Renders the self-check's form from the models of an application."""
