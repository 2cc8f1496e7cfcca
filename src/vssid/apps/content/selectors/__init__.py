"""Reads: the published texts, one page, search, what readers found useful."""
