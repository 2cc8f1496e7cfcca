"""A record opened without the right, because it cannot wait."""
