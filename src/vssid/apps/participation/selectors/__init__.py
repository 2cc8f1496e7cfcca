"""Reads of the ledger and its spans."""
