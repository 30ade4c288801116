"""What the pages show: clauses, rules, dates and figures, rendered from the data."""
