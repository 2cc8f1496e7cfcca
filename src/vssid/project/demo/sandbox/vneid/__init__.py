"""A sandbox VNeID on this machine: a certified provider from npm, with the cast as its users."""
