"""Filling Word attachments."""
