"""Open an account, prove who one is, change the password, end sessions, set preferences."""
