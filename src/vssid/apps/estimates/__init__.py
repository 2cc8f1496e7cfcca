"""Owns the estimates people keep, and asks the law about a person's record."""
