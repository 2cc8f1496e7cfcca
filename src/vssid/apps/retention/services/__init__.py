"""Ends what has been kept long enough."""
