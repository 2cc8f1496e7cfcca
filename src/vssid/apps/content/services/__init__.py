"""Writes: drafts, publishing, withdrawing, loading what is shipped, what readers found useful."""
