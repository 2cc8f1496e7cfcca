"""Agree, withdraw; limit, lift."""
