"""Build step: Word templates, as officials edit them, become what the runtime fills."""
