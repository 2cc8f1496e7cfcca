"""Reads of the benefits decided and paid."""
