"""Sign in and out, the password, confirming who one is."""
