"""A person asks that the use of their data be limited."""
