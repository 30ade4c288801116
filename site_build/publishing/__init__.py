"""What is done to the built pages before a server gets them."""
