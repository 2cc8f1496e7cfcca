"""Answers of the health card to outsiders."""
