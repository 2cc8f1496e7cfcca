"""Whose record the person may see, who may see theirs, and authorisations given and ended."""
