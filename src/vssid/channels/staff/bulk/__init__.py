"""Lists of employers and schools: hand one in, see what became of it."""
