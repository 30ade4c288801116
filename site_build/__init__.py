"""Builds the site: its pages, forms and Word templates, and what a server needs to publish them."""
