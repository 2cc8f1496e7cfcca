"""Reads of issued papers."""
