"""The Word engine: breaks, repairs, filters, packages."""
