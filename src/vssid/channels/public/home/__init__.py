"""The first page a visitor sees."""
