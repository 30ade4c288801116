"""Calls as data."""
