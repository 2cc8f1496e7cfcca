"""The first page: is all well, what can I do."""
