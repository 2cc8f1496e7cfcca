"""Who looked at my data."""
