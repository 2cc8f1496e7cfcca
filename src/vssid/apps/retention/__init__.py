"""How long what is kept, and the end of it."""
