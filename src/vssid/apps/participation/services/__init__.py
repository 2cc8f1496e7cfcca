"""What is derived from the ledger at posting."""
