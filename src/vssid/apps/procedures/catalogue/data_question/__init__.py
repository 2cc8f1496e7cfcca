"""A person asks what is done with their data."""
