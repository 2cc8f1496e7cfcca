"""Reads of the counters."""
