"""What an authorisation between two people may cover, and what is said of it."""
