"""Makes the forms of the self-check and of the pre-check from the models of their answers."""
