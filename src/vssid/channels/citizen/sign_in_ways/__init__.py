"""What opens the account: the ways in, with when each was added and used."""
