"""Reads of visits, their lines and their certificates."""
