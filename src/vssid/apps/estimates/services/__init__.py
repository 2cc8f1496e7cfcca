"""Keeping, forgetting and issuing estimates."""
