"""Everything under /accounts/: sign in and out, passwords, devices."""
