"""Policies: the rules in full, with the days on which they held."""
