"""Reads of kept estimates and of what the law says to a record."""
