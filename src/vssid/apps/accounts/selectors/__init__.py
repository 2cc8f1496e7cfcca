"""Reads of accounts: who is signed in, where, with which preferences."""
