"""Reads of the shared catalogues."""
