"""The published site in real browsers, behind a real nginx."""
