"""Papers issued to a person: their codes, digests and whether they still stand."""
