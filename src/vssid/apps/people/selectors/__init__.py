"""Reads of people: by number, by name, by kinship, one's own particulars."""
