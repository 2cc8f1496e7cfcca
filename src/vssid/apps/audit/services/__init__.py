"""Writes of the access log: what was looked at or changed, what people report, and the seals over it."""
