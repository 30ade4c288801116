"""All that turns the documents and `validator` into a site."""
