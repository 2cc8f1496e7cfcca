"""Short help: what a late month means, the password, the card at the clinic, privacy."""
