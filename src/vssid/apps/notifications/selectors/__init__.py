"""The inbox, what is sent of it, what was chosen."""
