"""Duties towards the person."""
