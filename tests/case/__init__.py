"""How what a rule reads is noted."""
